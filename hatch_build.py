"""Build hook: puts the built front end, the page templates and the written content into a release wheel.

A machine that installs a release wheel needs no Node. A machine that builds one needs Node only where no front end
made from the very same sources is there already (a source archive carries one); then npm is used if present, and a
Python package that holds Node is asked for if not.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

sys.path.insert(0, str(Path(__file__).resolve().parent / "scripts"))
import front_end

SKIP = "KITHMAP_SKIP_FRONT_END"
"""Set to 1 where the front end is built in a step of its own, as the Makefile does."""

CONTENT_FOLDERS = ("facilitator_guides", "indicator_glossary")
"""Folders of words that stand beside the code in a checkout and inside the package in a wheel."""


class FrontEndHook(BuildHookInterface[Any]):
    """Hatchling finds this class by its base class."""

    def dependencies(self) -> list[str]:
        """Ask for Node only where something must be built and the machine has no Node of its own."""
        if self._is_skipped() or front_end.is_fresh(Path(self.root)) or front_end.find_node():
            return []
        return [front_end.NODE_REQUIREMENT]

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Build the front end; list what lies outside the package and belongs into a wheel."""
        root = Path(self.root)
        if not self._is_skipped():
            front_end.build(root)
        if self.target_name == "wheel" and version != "editable":
            build_data["force_include"].update(self._outside_the_package(root))

    def _is_skipped(self) -> bool:
        return os.environ.get(SKIP) == "1"

    def _outside_the_package(self, root: Path) -> dict[str, str]:
        frontend = root / "frontend"
        found = {
            str(template): f"kithmap/web/templates/{template.relative_to(frontend).as_posix()}"
            for template in sorted(frontend.rglob("*.html"))
            if "node_modules" not in template.parts
        }
        for name in CONTENT_FOLDERS:
            found[str(root / name)] = f"kithmap/web/content/{name}"
        return found

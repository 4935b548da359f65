"""Where the pages' files lie: in a checkout beside their sources, in an installed wheel inside the package.

A checkout is told apart by the folder `templates` beside this file, which only the build hook makes.
"""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Self

from kithmap.basics.errors import KithmapError

HERE = Path(__file__).resolve().parent
CHECKOUT = HERE.parents[2]

BUILT_ADDRESS = "/static/built/"
"""Under which path the server serves the built folder; `vite.config.ts` says the same."""


BASE_STYLE = "base/base.css"
"""The source of the style sheet that every page loads."""


class FrontEndNotBuiltError(KithmapError):
    """The built folder is absent, unreadable or lacks the script of a page."""

    code = "front_end_not_built"


def template_folders(here: Path = HERE, checkout: Path = CHECKOUT) -> list[Path]:
    """Return the folders that hold templates, named `<feature>/<name>.html` within them."""
    packaged = here / "templates"
    return [packaged if packaged.is_dir() else checkout / "frontend"]


def content_folder(name: str, here: Path = HERE, checkout: Path = CHECKOUT) -> Path:
    """Return the folder of written content called `name`: `facilitator_guides` or `indicator_glossary`.

    Raises:
        FileNotFoundError: if there is no such folder.
    """
    for folder in (here / "content" / name, checkout / name):
        if folder.is_dir():
            return folder
    raise FileNotFoundError(f"There is no folder of content called {name}.")


def built_folder(here: Path = HERE) -> Path:
    """Return the folder that Vite writes, whether it has been written yet or not."""
    return here / "static" / "built"


@dataclass(frozen=True, slots=True)
class Assets:
    """What one page loads, as paths from the root of the site.

    Attributes:
        script: its module script; None for an entry that is a style sheet alone.
        styles: style sheets in the order in which they apply.
        preloads: modules that the script imports at once, worth fetching with it.
        fonts: font files that the styles name, worth fetching before the styles are read.
    """

    script: str | None
    styles: tuple[str, ...]
    preloads: tuple[str, ...]
    fonts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Manifest:
    """Vite's list of what it built: chunks by the path of their source."""

    chunks: Mapping[str, Mapping[str, Any]]

    @classmethod
    def load(cls, built: Path) -> Self:
        """Read the list in the built folder.

        Raises:
            FrontEndNotBuiltError: if there is none or it cannot be read; the message tells how to build.
        """
        path = built / "manifest.json"
        try:
            chunks = json.loads(path.read_text(encoding="utf-8"))
        except FileNotFoundError:
            raise FrontEndNotBuiltError(
                "The pages have not been built yet. In a copy of the source, run: "
                "python scripts/front_end.py build (make run does this for you)."
            ) from None
        except ValueError:
            raise FrontEndNotBuiltError(
                f"{path} is damaged. Remove the folder it lies in, then run: python scripts/front_end.py build."
            ) from None
        return cls(chunks)

    def entry(self, name: str) -> Assets:
        """Return what the page called `name` loads, such as `shared_map/page_participant` or `base/base`.

        Raises:
            FrontEndNotBuiltError: if no such page was built.
        """
        key = next((key for key in (f"{name}.ts", f"{name}.css") if key in self.chunks), None)
        if key is None:
            raise FrontEndNotBuiltError(
                f"The built pages lack {name}. Build them again: python scripts/front_end.py build."
            )
        # The base comes first and then what is imported, so that a page's own rules win over both.
        chunks = list(self._with_imports(key, set()))
        base = self.chunks.get(BASE_STYLE, {}).get("file")
        named = [style for chunk in chunks for style in chunk.get("css", [])]
        styles = sorted(named, key=lambda style: style != base)
        fonts = [asset for chunk in chunks for asset in chunk.get("assets", []) if asset.endswith(".woff2")]
        own_file = self.chunks[key]["file"]
        is_style = own_file.endswith(".css")
        return Assets(
            script=None if is_style else BUILT_ADDRESS + own_file,
            styles=_addresses([*styles, own_file] if is_style else styles),
            preloads=_addresses([chunk["file"] for chunk in chunks[:-1]]),
            fonts=_addresses(fonts),
        )

    def _with_imports(self, key: str, seen: set[str]) -> Iterator[Mapping[str, Any]]:
        """Yield a chunk after everything that it imports at once, each chunk a single time."""
        seen.add(key)
        chunk = self.chunks[key]
        for imported in chunk.get("imports", []):
            if imported not in seen:
                yield from self._with_imports(imported, seen)
        yield chunk


def _addresses(files: list[str]) -> tuple[str, ...]:
    return tuple(BUILT_ADDRESS + file for file in dict.fromkeys(files))

"""Programs of others that look at vocabularies and tables: asked as programs, in an environment of their own.

None of their code runs beside ours: they want other versions of the libraries that both use.
"""

import os
import subprocess
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from tests.support.needs import missing

ENVIRONMENT = Path(__file__).resolve().parents[3] / ".venv-checkers"
LONGEST_SECONDS = 120


@dataclass(frozen=True)
class Judgement:
    """What a program makes of a file.

    Attributes:
        sound: whether it finds nothing wrong.
        words: what it says.
    """

    sound: bool
    words: str


def _environment() -> Path:
    return Path(os.environ.get("KITHMAP_TEST_CHECKERS", ENVIRONMENT))


def _ask(name: str, *words: str | Path, cwd: Path | None = None) -> "subprocess.CompletedProcess[str]":
    places = [_environment() / "bin" / name, _environment() / "Scripts" / f"{name}.exe"]
    program = next((each for each in places if each.exists()), None)
    if program is None:
        missing(f"The program {name} was not found", "Install it with: make checkers")
    asked = subprocess.run(
        [program, *words],
        cwd=cwd,
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=LONGEST_SECONDS,
        check=False,
        env={**os.environ, "PYTHONUTF8": "1"},
    )
    # Who falls over has said nothing of the file.
    assert "Traceback" not in asked.stderr, asked.stderr
    return asked


@lru_cache
def _shipped(name: str) -> Path:
    """Return a file that one of the programs brings along."""
    found = next(_environment().rglob(name), None)
    if found is None:
        missing(f"The shapes {name} were not found", "Install them with: make checkers")
    return found


def skosify(file: Path) -> Judgement:
    """Ask Skosify, which mends what it finds and succeeds all the same: a warning is a fault."""
    asked = _ask("skosify", file, "-o", file.with_suffix(".mended.ttl"))
    wrong = [line for line in asked.stderr.splitlines() if not line.startswith("INFO:")]
    return Judgement(asked.returncode == 0 and not wrong, "\n".join(wrong))


def semanticlint(file: Path) -> Judgement:
    """Ask semanticlint, which counts the circles too."""
    asked = _ask("semanticlint", "check", "--fail-on", "warning", file)
    return Judgement(asked.returncode == 0, asked.stdout + asked.stderr)


def vocpub(file: Path) -> Judgement:
    """Ask pySHACL with the shapes of VocPub 5.2, the profile of the Australian Government's vocabularies.

    It allows one preferred label in all, SKOS one in each language (S14). Ours have several languages, so this one of its findings
    is let pass; two labels in one language are found by the others.
    """
    found = _shapes(file, "vocpub-5.2.ttl")
    results = found.words.split("Constraint Violation in ")[1:]
    other = [each for each in results if not _is_second_label(each)]
    return Judgement(found.sound or bool(results and not other), "\n".join(other))


def _is_second_label(result: str) -> bool:
    return result.startswith("MaxCountConstraintComponent") and "Result Path: skos:prefLabel" in result


def vp4cat(file: Path) -> Judgement:
    """Ask pySHACL with the shapes of vp4cat 5.3, the profile of a catalysis research network's vocabularies."""
    return _shapes(file, "vp4cat-5.3.ttl")


def labelled(file: Path) -> Judgement:
    """Ask pySHACL with the shapes for SKOS labels that semanticlint brings along."""
    return _shapes(file, "skos_labels.ttl")


def _shapes(file: Path, shapes: str) -> Judgement:
    form = {".ttl": "turtle", ".jsonld": "json-ld", ".rdf": "xml"}[file.suffix]
    asked = _ask("pyshacl", "--shacl", _shipped(shapes), "--data-file-format", form, file)
    assert "Conforms:" in asked.stdout, asked.stderr
    return Judgement(asked.returncode == 0 and "Conforms: True" in asked.stdout, asked.stdout)


def frictionless(folder: Path) -> Judgement:
    """Ask Frictionless whether tables are what their descriptor says."""
    asked = _ask("frictionless", "validate", "datapackage.json", cwd=folder)
    return Judgement(asked.returncode == 0 and "INVALID" not in asked.stdout, asked.stdout + asked.stderr)


def csvw(file: Path) -> Judgement:
    """Ask the validator of CSV on the Web whether tables are what is written beside them."""
    asked = _ask("csvwvalidate", "--verbose", file)
    return Judgement(asked.returncode == 0 and "OK" in asked.stdout, asked.stdout + asked.stderr)

"""The glossary that comes with Kithmap: the words and indicators to start with, and how they were released."""

from dataclasses import dataclass
from pathlib import Path

from sqlmodel import Session

from kithmap.glossary import store
from kithmap.glossary.files import read_release
from kithmap.glossary.model import Concept, Glossary, Indicator, Release, Scheme
from kithmap.glossary.written import read_concepts, read_indicators, read_scheme

RELEASES = "releases"


@dataclass(frozen=True, slots=True)
class StartingGlossary:
    """What stands in the files that people edit.

    Attributes:
        scheme: whose glossary it is.
        concepts: in the order of the files.
        indicators: in the order in which they are asked.
    """

    scheme: Scheme
    concepts: tuple[Concept, ...]
    indicators: tuple[Indicator, ...]


def read_starting_glossary(folder: Path) -> StartingGlossary:
    """Read the files that people edit.

    Args:
        folder: ``indicator_glossary``.

    Raises:
        BadInputError: naming the file, the entry and what is wrong with it.
    """
    scheme = read_scheme((folder / "glossary.yaml").read_text(encoding="utf-8"), "glossary.yaml")
    concepts = [
        each
        for file in sorted((folder / "concepts").glob("*.yaml"))
        for each in read_concepts(file.read_text(encoding="utf-8"), file.name, scheme.language)
    ]
    file = folder / "indicators.yaml"
    indicators = read_indicators(file.read_text(encoding="utf-8"), file.name, scheme.language)
    return StartingGlossary(scheme, tuple(concepts), tuple(indicators))


def read_starting_releases(folder: Path) -> list[Release]:
    """Read the releases of the starting glossary, oldest first.

    Args:
        folder: ``indicator_glossary``.

    Raises:
        BadInputError: naming the first file that is not as it was released.
    """
    folders = (each for each in (folder / RELEASES).glob("*") if each.is_dir())
    return sorted(map(read_release, folders), key=lambda each: each.version)


def in_force(session: Session, area_id: str) -> tuple[Glossary, Release] | None:
    """Return an area's glossary with its newest release; None where it has published nothing."""
    glossary = store.glossary_of_area(session, area_id)
    release = None if glossary is None else store.release(session, glossary.id)
    return None if glossary is None or release is None else (glossary, release)

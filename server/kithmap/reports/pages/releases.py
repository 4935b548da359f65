"""A layer release as one file that needs nothing else."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from sqlmodel import Session

from kithmap.basics.errors import NotFoundError
from kithmap.glossary.access import Library
from kithmap.glossary.kinds import kinds
from kithmap.glossary.model import Release
from kithmap.layers.model import GlossaryUsed, ReleaseEdition
from kithmap.release_package.citation import citation
from kithmap.reports.model import Ground
from kithmap.reports.pages.contexts import ReleaseReport
from kithmap.reports.pages.making import drawn_map, ground_of, parts_of, written
from kithmap.reports.terms import of_release
from kithmap.storage.database import Database
from kithmap.web.language import ENGLISH, Language
from kithmap.workshop.model import SIX_KINDS


def release_report(
    release: ReleaseEdition,
    *,
    ground: Ground | None = None,
    glossary: Release | None = None,
    words_language: str = "en",
    language: Language = ENGLISH,
) -> bytes:
    """Write one edition of a release as a page that needs nothing else.

    Args:
        release: the edition.
        ground: the basemap to lie under its map, or None.
        glossary: the release of the glossary by which its kinds are called, or None.
        words_language: the first language of that glossary.
        language: of the page's own words.

    Returns:
        UTF-8 HTML; the same arguments give the same bytes.

    Raises:
        FrontEndNotBuiltError: if the report's script and style are not built.
    """
    looks = {} if glossary is None else looks_of(glossary, words_language)
    drawn = drawn_map(release.layers, looks, ground)
    terms, indicators = ((), ()) if glossary is None else of_release(glossary, words_language)
    page = ReleaseReport(
        header=release.header,
        edition=release.edition.value,
        drawn=drawn,
        terms=terms,
        indicators=indicators,
        words_language=words_language,
        report=release.report,
        citation=citation(release.header),
        parts=parts_of(drawn, language),
    )
    return written(page, language)


def looks_of(glossary: Release, words_language: str) -> dict[str, str]:
    """Return which of the six each kind of a glossary is, or is a kind of."""
    return {each.key: each.matches for each in kinds(glossary.concepts, SIX_KINDS, words_language)}


@dataclass(frozen=True, slots=True)
class ReleaseReports:
    """Writes reports of releases as the server has them: with the area's basemap and the glossary that the release names.

    Attributes:
        database: where glossaries are.
        glossaries: every glossary's releases.
        basemaps: the folder of basemaps.
    """

    database: Database
    glossaries: Callable[[], Library]
    basemaps: Path

    def __call__(self, release: ReleaseEdition) -> bytes:
        """Write the report of one edition; takes some hundredths of a second for each hundred places."""
        glossary, words_language = None, "en"
        if release.header.glossary is not None:
            with self.database.reading() as session:
                glossary, words_language = self._glossary(session, release.header.glossary)
        under = ground_of(self.basemaps, release.header.area_id)
        return release_report(release, ground=under, glossary=glossary, words_language=words_language)

    def _glossary(self, session: Session, used: GlossaryUsed) -> tuple[Release | None, str]:
        library = self.glossaries()
        try:
            found = library.glossary(session, used.name)
            published = library.publication(session, found, str(used.version))
        except NotFoundError:
            # Restored without its glossary: the layers still tell what their kinds are called.
            return None, "en"
        return library.release(session, found, published), found.language

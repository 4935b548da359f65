"""A release in a form for programs, written once and kept while there is room."""

from sqlmodel import Session

from kithmap.glossary.access import Library
from kithmap.glossary.forms import JSON, Form, write
from kithmap.glossary.in_words import preferred
from kithmap.glossary.model import Glossary, Published
from kithmap.glossary.pages.answers import kept
from kithmap.glossary.pages.showing import known_concept
from kithmap.programme.access import known_area


def written(
    session: Session,
    library: Library,
    glossary: Glossary,
    published: Published,
    form: Form,
    concept: str | None,
) -> bytes:
    """Return a release, or one of its concepts, in a form for programs.

    Args:
        session: the transaction.
        library: holds it.
        glossary: whose.
        published: which.
        form: not the page.
        concept: the id of the one that is wanted, or None for all.

    Raises:
        NotFoundError: if the concept is not in this release.
    """
    if form is JSON and concept is None:
        return library.document(session, glossary, published)
    release = library.release(session, glossary, published)
    if concept is not None:
        title = preferred(release.scheme.title, release.scheme.language)
        known_concept(release, concept, title)
        return write(release, form, area="", only=concept)
    area = known_area(session, glossary.area).name if glossary.area else ""
    return kept(library, f"{published.checksum} {form.name}", lambda: write(release, form, area))

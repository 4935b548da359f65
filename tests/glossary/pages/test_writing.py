from datetime import UTC, datetime

import pytest

from kithmap.basics.errors import NotFoundError
from kithmap.glossary.access import Library
from kithmap.glossary.document import as_document
from kithmap.glossary.forms import INDICATORS, JSON, TURTLE
from kithmap.glossary.pages.writing import written
from tests.glossary.published import publish, releases
from tests.glossary.support import ROOT
from tests.support.installation import Installation

NOW = datetime(2026, 11, 23, tzinfo=UTC)


def test_an_export_names_the_area_and_the_document_is_the_stored_one(installation: Installation) -> None:
    library = Library(ROOT)
    made = installation.do(publish, installation.area, NOW)
    old = installation.do(library.publication, made, "1.0.0")
    assert installation.do(written, library, made, old, JSON, None) == as_document(releases()[0])
    assert b"Oakham" in installation.do(written, library, made, old, INDICATORS, None)
    assert library.written.get(f"{old.checksum} indicators") is not None


def test_one_concept_is_written_where_it_stands(installation: Installation) -> None:
    library = Library(ROOT)
    made = installation.do(publish, installation.area, NOW)
    old = installation.do(library.publication, made, "1.0.0")
    assert b"club" in installation.do(written, library, made, old, TURTLE, "club")
    with pytest.raises(NotFoundError):
        installation.do(written, library, made, old, TURTLE, "bench")

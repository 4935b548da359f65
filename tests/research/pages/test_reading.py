import pytest

from kithmap.basics.actors import Role
from kithmap.basics.errors import NotAllowedError, NotFoundError, NotSignedInError
from kithmap.layers.model import Edition
from kithmap.research.pages.reading import find
from tests.research.reader import Reading
from tests.support.installation import Installation

SLUG = "oakham-baseline"
SERIES = f"/layers/{SLUG}"
VERSION = f"{SERIES}/versions/1.1.0"
PAGES = [SERIES, VERSION, f"{VERSION}/places", f"{VERSION}/places/b-park"]
FILES = [
    f"{VERSION}/map.json",
    f"{VERSION}/places.csv",
    f"{VERSION}/places/b-park/b-park.csv",
    f"{VERSION}/figures/assets-by-kind.csv",
]


def token_of(installation: Installation) -> str:
    """Return a read token of a researcher of the area."""
    researcher = installation.signed_in(installation.colleague(Role.RESEARCHER))
    made = researcher.post("/tokens", data={"name": "R", "ends": installation.clock().date().isoformat()})
    return "kithmap_" + made.text.partition('translate="no">kithmap_')[2].partition("<")[0]


def test_without_a_version_the_newest_is_read(reading: Reading) -> None:
    found = reading.installation.do(find, SLUG, None, Edition.PUBLIC, None)
    assert (found.path, found.query) == (VERSION, "")
    first = reading.installation.do(find, SLUG, "1.0.0", Edition.PUBLIC, None)
    assert first.path == f"{SERIES}/versions/1.0.0"
    assert first.series == found.series


@pytest.mark.parametrize(("slug", "version"), [("nowhere", None), (SLUG, "9.9.9"), (SLUG, "x")])
def test_what_was_not_published_is_not_found(reading: Reading, slug: str, version: str | None) -> None:
    with pytest.raises(NotFoundError):
        reading.installation.do(find, slug, version, Edition.PARTNERS, None)


def test_the_partners_edition_is_read_by_those_with_a_role_in_the_area_and_for_them_alone(
    reading: Reading,
) -> None:
    do = reading.installation.do
    mine = reading.installation.colleague(Role.RESEARCHER)
    elsewhere = reading.installation.colleague(Role.FACILITATOR, reading.other)
    found = do(find, SLUG, None, Edition.PARTNERS, mine)
    assert (found.query, found.for_one) == ("?edition=partners", mine)
    assert do(find, SLUG, None, Edition.PUBLIC, mine).for_one is None
    with pytest.raises(NotSignedInError):
        do(find, SLUG, None, Edition.PARTNERS, None)
    with pytest.raises(NotAllowedError):
        do(find, SLUG, None, Edition.PARTNERS, elsewhere)


def test_a_read_token_opens_files_and_no_pages(reading: Reading) -> None:
    program = reading.installation.browser(page=False)
    program.headers["authorization"] = f"Bearer {token_of(reading.installation)}"
    assert [program.get(f"{path}?edition=partners").status_code for path in PAGES] == [401] * 4
    assert [program.get(f"{path}?edition=partners").status_code for path in FILES] == [200] * 4
    program.headers["authorization"] = "Bearer kithmap_guessed"
    assert [program.get(path).status_code for path in FILES] == [401] * 4


def test_an_edition_that_is_none_is_refused_and_the_newest_is_asked_by_no_version(reading: Reading) -> None:
    for path in PAGES + FILES:
        assert reading.stranger.get(f"{path}?edition=none").status_code == 422, path
    page = reading.read(f"{SERIES}?version=1.0.0")
    assert "version 1.1.0 of 12 June 2026" in page

from kithmap.basics.records import Audience, Record
from kithmap.glossary.touched import Touched, touched
from kithmap.sync.content import Content


def workshop(*kinds: str | None) -> Content:
    records = [
        Record(
            "asset", f"place-{number}", "p", Audience.EVERYONE, {} if kind is None else {"asset_kind": kind}
        )
        for number, kind in enumerate(kinds)
    ]
    return Content(1, records, [])


def test_what_hangs_on_a_concept_is_counted_over_all_workshops() -> None:
    maps = [workshop("club", "club", "exchange"), workshop("club")]
    assert touched(maps) == {"club": Touched(3, 2), "exchange": Touched(1, 1)}


def test_what_its_author_took_back_hangs_on_nothing() -> None:
    assert touched([workshop(None)]) == {}

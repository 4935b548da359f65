"""A small layer release to write, read and look at: two assets, a meeting place, two connections, a boundary."""

from datetime import date
from typing import Any

from kithmap.glossary.model import Version
from kithmap.layers.model import (
    LICENCES,
    Edition,
    Feature,
    GlossaryUsed,
    Header,
    Json,
    Layer,
    LayerName,
    PrivacyReport,
    ReleaseEdition,
    Source,
)
from kithmap.layers.schema import SCHEMAS

HEADER = Header(
    area_id="0192f0c0-0000-7000-8000-000000000001",
    area="Oakham",
    programme="Places that connect us",
    wave_id="0192f0c0-0000-7000-8000-000000000002",
    wave="Baseline",
    slug="oakham-baseline",
    address="https://kithmap.example/layers/oakham-baseline",
    version=Version(1, 0, 0),
    day=date(2026, 5, 11),
    previous=None,
    note="The first one.",
    licence=LICENCES[0],
    creators=("Voluntary Action Oakham", "Oakham Town Council"),
    attribution="Residents of Oakham with Voluntary Action Oakham, CC BY 4.0",
    glossary=GlossaryUsed(
        "oakham", Version(1, 2, 0), "https://kithmap.example/glossary/oakham/versions/1.2.0", "ab" * 32
    ),
    sources=(
        Source(
            "0192f0c0-0000-7000-8000-000000000003", "Oakham: what holds us together", date(2026, 5, 4), 40
        ),
    ),
    threshold=10,
)

POINT: Json = {"type": "Point", "coordinates": [-0.7291, 52.6708]}
LINE: Json = {"type": "LineString", "coordinates": [[-0.73, 52.671], [-0.7285, 52.6716]]}
PARK: Json = {
    "type": "Polygon",
    "coordinates": [[[-0.732, 52.669], [-0.7305, 52.669], [-0.7305, 52.6702], [-0.732, 52.669]]],
}


def row(name: LayerName, /, **given: Any) -> dict[str, Any]:
    """Return a value for each column of a layer, in order: what is given, or None."""
    return {column.name: given.pop(column.name, None) for column in SCHEMAS[name].columns} | _nothing(given)


def _nothing(given: dict[str, Any]) -> dict[str, Any]:
    assert not given, f"no such columns: {', '.join(given)}"
    return {}


CAME = {
    "workshop": HEADER.sources[0].workshop,
    "mapped_on": "2026-05-04",
    "round": 1,
    "placed_blind": True,
    "placed_moderated": False,
    "source": "phone",
}


def place(name: LayerName, id_: str, geometry: Json, title: str, **more: Any) -> Feature:
    """Return an asset or a meeting place."""
    lon, lat = (-0.7291, 52.6708)
    where = {
        "precision": "exact",
        "precision_m": 0,
        "outside_area": False,
        "lon": lon,
        "lat": lat,
        "easting": 486010.55,
        "northing": 308890.12,
    }
    return Feature(id_, geometry, row(name, title=title, **{**where, **CAME, **more}))


HALL = place(LayerName.ASSETS, "a-hall", POINT, "Victoria Hall", kind="physical_place", kind_label="A place or space",
             note="Warm, 'cheap' & \"<b>ours</b>\"; =1+1, naïve ∕ عربى", glossary_version="1.2.0", me_too=12)  # fmt: skip
BAND = place(
    LayerName.ASSETS,
    "b-park",
    PARK,
    "The bandstand lawn",
    kind="story_or_culture",
    kind_label="A story or custom",
)
CUTTS = place(LayerName.MEETING_PLACES, "c-walk", LINE, "Cutts Close walkers", who="anyone with a dog",
              how_often="weekly", how_many="up_to_10", open_to="everyone")  # fmt: skip

JOINED = {
    "start": "a-hall",
    "end": "c-walk",
    "start_title": "Victoria Hall",
    "end_title": "Cutts Close walkers",
    "directed": False,
    "how_mode": "in_person",
    "how_frequency": "weekly",
    "how_strength": "strong",
    "where": "a-hall",
    "why": "fun;support",
    "outcome": "new_friendship",
    "outcome_words": "We found each other.",
    **CAME,
}
BACK = {**JOINED, "start": "c-walk", "end": "b-park", "start_title": "Cutts Close walkers",
        "end_title": "The bandstand lawn", "directed": True, "where": "no_fixed_place", "why": None, "outcome": None,
        "outcome_words": None}  # fmt: skip
ENDS = {"start_lon": -0.7291, "start_lat": 52.6708, "end_lon": -0.72925, "end_lat": 52.6713}
BOUNDARY: Json = {
    "type": "Polygon",
    "coordinates": [[[-0.76, 52.65], [-0.7, 52.65], [-0.7, 52.69], [-0.76, 52.69], [-0.76, 52.65]]],
}


def _line(start: list[float], end: list[float]) -> Json:
    return {"type": "LineString", "coordinates": [start, end]}


RELEASE = ReleaseEdition(
    HEADER,
    Edition.PARTNERS,
    (
        Layer(LayerName.ASSETS, (HALL, BAND)),
        Layer(LayerName.MEETING_PLACES, (CUTTS,)),
        Layer(
            LayerName.CONNECTIONS,
            (
                Feature("d-first", _line([-0.7291, 52.6708], [-0.72925, 52.6713]), row(LayerName.CONNECTIONS, **JOINED)),
                Feature("e-second", _line([-0.72925, 52.6713], [-0.73125, 52.6696]), row(LayerName.CONNECTIONS, **BACK)),
            ),
        ),
        Layer(
            LayerName.CONNECTION_TABLE,
            (
                Feature("d-first", None, row(LayerName.CONNECTION_TABLE, **JOINED, **ENDS)),
                Feature("e-second", None, row(LayerName.CONNECTION_TABLE, **BACK, **ENDS)),
            ),
        ),
        Layer(
            LayerName.BOUNDARY,
            (
                Feature(
                    HEADER.area_id,
                    BOUNDARY,
                    row(LayerName.BOUNDARY, name="Oakham", programme=HEADER.programme, wave="Baseline"),
                ),
            ),
        ),
    ),
    PrivacyReport(withheld={"room": 3}, masked={100: 0}, counts_hidden=2, words_left_out=1),
)  # fmt: skip
"""Every shape, every type of column with a value and without one, and words that hurt careless writers."""

import json
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

from kithmap.glossary.model import Version
from kithmap.layers.model import Edition, Header, LayerName
from kithmap.layers.published import EditionFacts, PublishedRelease
from kithmap.research.describing import described
from tests.support.layers import HEADER, RELEASE

FACTS = EditionFacts(
    {LayerName.ASSETS: "ab" * 32}, {LayerName.ASSETS: 2}, {}, (-0.73, 52.66, -0.7, 52.68), RELEASE.report
)
NOW = datetime(2026, 5, 11, tzinfo=UTC)


def read(header: Header = HEADER, facts: EditionFacts = FACTS) -> Any:
    release = PublishedRelease("r", header, "cc", NOW, (), {Edition.PUBLIC: facts})
    files = [("/layers/oakham-baseline/versions/1.0.0/files/x.zip", "application/zip")]
    return json.loads(described(release, Edition.PUBLIC, "https://map.example", files))


def test_a_release_is_described_as_a_data_set() -> None:
    told = read()
    assert told["@type"] == "Dataset"
    assert told["@id"] == "https://kithmap.example/layers/oakham-baseline/versions/1.0.0"
    assert told["license"] == HEADER.licence.address
    assert told["hasPart"][0]["size"] == "2 rows"
    assert told["distribution"][0]["contentUrl"].startswith("https://map.example/layers/")
    assert told["spatialCoverage"]["geo"]["box"] == "52.66 -0.73 52.68 -0.7"
    assert {"name": "SHA-256 of assets", "@type": "PropertyValue", "value": "ab" * 32} in told[
        "additionalProperty"
    ]


def test_the_first_release_is_based_on_none_and_a_later_one_on_the_one_before() -> None:
    assert "isBasedOn" not in read()
    later = replace(HEADER, version=Version(1, 1, 0), previous=Version(1, 0, 0), glossary=None)
    told = read(later)
    assert told["isBasedOn"].endswith("/versions/1.0.0")
    assert "about" not in told


def test_what_lies_nowhere_has_no_box() -> None:
    assert "geo" not in read(facts=replace(FACTS, bounds=None))["spatialCoverage"]

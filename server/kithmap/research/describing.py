"""A release described for programs: what it says of itself, what is in it, and where to find the rest.

Source of the vocabulary: schema.org ``Dataset`` and W3C Data Catalog Vocabulary (DCAT 3), as JSON-LD 1.1.
"""

import json
from collections.abc import Sequence
from typing import Any

from kithmap.layers.model import Edition
from kithmap.layers.published import PublishedRelease
from kithmap.layers.schema import BNG, CRS84, SCHEMAS


def described(
    release: PublishedRelease, edition: Edition, root: str, files: Sequence[tuple[str, str]]
) -> bytes:
    """Return a release as JSON-LD.

    Args:
        release: what was published.
        edition: which edition is described.
        root: address of this server, without a slash at its end.
        files: path and media type of each file that can be taken away.
    """
    header, facts = release.header, release.editions[edition]
    address = f"{header.address}/versions/{header.version}"
    document: dict[str, Any] = {
        "@context": "https://schema.org/",
        "@type": "Dataset",
        "@id": address,
        "identifier": address,
        "name": header.title,
        "description": header.note or f"{header.area}, {header.wave}: what residents mapped.",
        "version": str(header.version),
        "datePublished": header.day.isoformat(),
        "license": header.licence.address,
        "creator": [{"@type": "Organization", "name": name} for name in header.creators],
        "creditText": header.attribution,
        "isPartOf": header.address,
        "isAccessibleForFree": True,
        "spatialCoverage": _box(facts.bounds, header.area),
        "additionalProperty": [
            {"@type": "PropertyValue", "name": "edition", "value": edition.value},
            {"@type": "PropertyValue", "name": "coordinate reference system", "value": CRS84},
            {"@type": "PropertyValue", "name": "easting and northing", "value": BNG},
            {"@type": "PropertyValue", "name": "counts of people below this are not told", "value": header.threshold},
            *(
                {
                    "@type": "PropertyValue",
                    "name": f"SHA-256 of {name.value}",
                    "value": facts.checksums[name],
                }
                for name in facts.counts
            ),
        ],
        "hasPart": [
            {
                "@type": "Dataset",
                "name": SCHEMAS[name].title,
                "description": SCHEMAS[name].words,
                "size": f"{count} rows",
            }
            for name, count in facts.counts.items()
        ],
        "distribution": [
            {"@type": "DataDownload", "contentUrl": f"{root}{path}", "encodingFormat": media}
            for path, media in files
        ],
    }  # fmt: skip
    if header.previous is not None:
        document["isBasedOn"] = f"{header.address}/versions/{header.previous}"
    if header.glossary is not None:
        document["about"] = {"@type": "DefinedTermSet", "url": header.glossary.address}
    return json.dumps(document, ensure_ascii=False, indent=1).encode()


def _box(bounds: tuple[float, float, float, float] | None, area: str) -> dict[str, Any]:
    place: dict[str, Any] = {"@type": "Place", "name": area}
    if bounds is not None:
        west, south, east, north = bounds
        # schema.org: south-west corner, then north-east, latitude before longitude.
        place["geo"] = {"@type": "GeoShape", "box": f"{south} {west} {north} {east}"}
    return place

"""What a release says of itself, in words that catalogues of research data read.

Source: schema.org, Dataset, as JSON-LD.
"""

from kithmap.layers.model import Edition, Header, Json
from kithmap.layers.schema import CRS84

STANDARD = "https://schema.org/Dataset"
MEDIA_TYPE = "application/ld+json"


def dataset(header: Header, edition: Edition, crs: str = CRS84) -> Json:
    """Return a description of an edition.

    Args:
        header: of the release.
        edition: for whom.
        crs: the coordinate reference system of its positions, as an address.
    """
    place = {"@type": "Place", "name": header.area}
    said: Json = {
        "@context": "https://schema.org",
        "@type": "Dataset",
        "@id": address_of(header),
        "name": header.title,
        "description": header.note,
        "identifier": address_of(header),
        "version": str(header.version),
        "datePublished": header.day.isoformat(),
        "license": header.licence.address,
        "creditText": header.attribution,
        "creator": [{"@type": "Organization", "name": each} for each in header.creators],
        "isPartOf": {"@type": "CreativeWork", "name": header.programme},
        "spatialCoverage": place,
        "additionalProperty": [
            {"@type": "PropertyValue", "name": name, "value": value}
            for name, value in notes(header, edition, crs).items()
        ],
    }
    if header.sources:
        days = [source.held_on.isoformat() for source in header.sources]
        said["temporalCoverage"] = f"{min(days)}/{max(days)}"
    if header.glossary:
        said["isBasedOn"] = header.glossary.address
    return said


def address_of(header: Header) -> str:
    """Return where a release stands."""
    return f"{header.address}/versions/{header.version}"


def notes(header: Header, edition: Edition, crs: str) -> dict[str, str]:
    """Return what else is to be known of an edition, by short names."""
    return {
        "edition": edition.value,
        "wave": header.wave,
        "coordinate_reference_system": crs,
        "fewest_people_told_of": str(header.threshold),
        "workshops": "; ".join(
            f"{source.title} ({source.held_on.isoformat()}), to entry {source.number}"
            for source in header.sources
        ),
    }

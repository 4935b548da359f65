"""Addresses and links of OGC API - Features."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from urllib.parse import quote, urlencode

from kithmap.layers.geojson import MEDIA_TYPE as GEOJSON
from kithmap.layers.model import Json

HTML = "text/html"
JSON = "application/json"
SCHEMA_JSON = "application/schema+json"
OPENAPI = "application/vnd.oai.openapi+json;version=3.0"
QUERYABLES = "http://www.opengis.net/def/rel/ogc/1.0/queryables"


@dataclass(frozen=True, slots=True)
class Addresses:
    """Where each resource is found.

    Attributes:
        root: the landing page's address, without a slash at its end.
    """

    root: str

    @property
    def api(self) -> str:
        """The API definition's."""
        return f"{self.root}/api"

    @property
    def conformance(self) -> str:
        """The declaration of conformance's."""
        return f"{self.root}/conformance"

    @property
    def collections(self) -> str:
        """That of the list of collections."""
        return f"{self.root}/collections"

    def collection(self, name: object) -> str:
        """Return a collection's."""
        return f"{self.collections}/{name}"

    def queryables(self, name: object) -> str:
        """Return that of the list of what can be asked of a collection's features."""
        return f"{self.collection(name)}/queryables"

    def items(self, name: object) -> str:
        """Return that of a collection's features."""
        return f"{self.collection(name)}/items"

    def item(self, name: object, feature_id: str) -> str:
        """Return that of one feature."""
        return f"{self.items(name)}/{quote(feature_id, safe='')}"


def link(href: str, rel: str, media: str, title: str) -> Json:
    """Return a link."""
    return {"href": href, "rel": rel, "type": media, "title": title}


def in_both_forms(
    address: str, given: Sequence[tuple[str, str]], *, html: bool, media: str = JSON
) -> list[Json]:
    """Return the links to a resource itself and to its other form.

    Args:
        address: the resource's.
        given: the parameters with which it was asked for.
        html: whether this is the form for people.
        media: the media type of the form for programs.
    """
    as_json = link(with_parameters(address, given, f="json"), "", media, "As data")
    as_html = link(with_parameters(address, given, f="html"), "", HTML, "As a page")
    own, other = (as_html, as_json) if html else (as_json, as_html)
    return [{**own, "rel": "self"}, {**other, "rel": "alternate"}]


def next_page(address: str, given: Sequence[tuple[str, str]], after: str, media: str = GEOJSON) -> Json:
    """Return the link to the next page: with all that was asked for, from another place on."""
    kept = [each for each in given if each[0] != "offset"]
    return link(with_parameters(address, kept, after=after), "next", media, "The next page")


def with_parameters(address: str, given: Iterable[tuple[str, str]], **changed: str) -> str:
    """Return an address with parameters, some of them in place of those that it was given."""
    merged: Mapping[str, str] = {**dict(given), **changed}
    return f"{address}?{urlencode(merged, quote_via=quote)}" if merged else address

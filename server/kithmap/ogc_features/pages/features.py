"""The features of a collection, page by page, and each by itself."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

import orjson
from fastapi import APIRouter, Request, Response

from kithmap.basics.errors import NotFoundError
from kithmap.layers.geojson import MEDIA_TYPE, feature_of
from kithmap.layers.model import Feature
from kithmap.ogc_features.addresses import HTML, JSON, in_both_forms, link, next_page, with_parameters
from kithmap.ogc_features.model import MOST_ROWS, Collection, CollectionName, ItemsQuery
from kithmap.ogc_features.pages.answers import (
    Asked,
    OgcRoute,
    asked,
    is_known,
    keep_of,
    sent,
    tag_of,
    unchanged,
)
from kithmap.ogc_features.pages.contexts import FeaturePage, FeaturesPage
from kithmap.ogc_features.pages.resources import page
from kithmap.ogc_features.pages.shelf import ShelfDep
from kithmap.ogc_features.paging import ItemsPage, PageText, item, written
from kithmap.ogc_features.reading import OF_ITEM, crs_asked, items_query, known
from kithmap.ogc_features.rows import Opened, read_page, read_text
from kithmap.web.dependencies import Now

router = APIRouter(include_in_schema=False, prefix="/ogc", route_class=OgcRoute)


@router.get("/collections/{name}/items")
async def items(name: str, request: Request, shelf: ShelfDep, now: Now) -> Response:
    """Give a page of features."""
    ask = asked(request, shelf.services)

    def read(opened: Opened) -> Response:
        query, _ = items_query(ask.parameters, opened.of.schema, opened.of.crs)
        if ask.html:
            query = replace(query, limit=min(query.limit, MOST_ROWS))
            return page(ask, _table(ask, opened.of, query, read_page(opened.rows, query)))
        keep = keep_of(opened.of.edition, fixed=opened.of.name.is_fixed)
        tag = tag_of(opened.stamp, opened.of.edition, str(request.url))
        headers = {"Content-Crs": f"<{query.crs}>", "ETag": tag}
        if is_known(request, tag):
            return unchanged(keep, headers)
        found = read_text(opened.rows, query)
        answer = sent(written(found, _links(ask, opened.of, found), now), MEDIA_TYPE, keep, headers)
        answer.background = shelf.reading_on(opened, query, found)
        return answer

    return await shelf.read(CollectionName.parse(name), read)


@router.get("/collections/{name}/items/{feature_id:path}")
async def feature(name: str, feature_id: str, request: Request, shelf: ShelfDep) -> Response:
    """Give one feature."""
    ask = asked(request, shelf.services)
    given = known(ask.parameters, OF_ITEM)

    def read(opened: Opened) -> Response:
        crs = crs_asked(given, opened.of.crs)
        line = opened.rows.line(feature_id)
        if line is None:
            raise NotFoundError("There is no such feature in this collection.")
        own = ask.addresses.item(opened.of.name, feature_id)
        content = item(line, crs, _links_of_one(ask, opened.of, own))
        if ask.html:
            return page(ask, _one(opened.of, feature_of(content), crs, for_programs(ask, own)))
        keep = keep_of(opened.of.edition, fixed=opened.of.name.is_fixed)
        return sent(content, MEDIA_TYPE, keep, {"Content-Crs": f"<{crs}>"})

    return await shelf.read(CollectionName.parse(name), read)


def for_programs(ask: Asked, own: str) -> str:
    """Return the address of a resource in the form for programs."""
    return with_parameters(own, ask.parameters, f="json")


def _links(ask: Asked, of: Collection, found: PageText) -> list[Any]:
    own = ask.addresses.items(of.name)
    onward = [] if found.after is None else [next_page(own, ask.parameters, found.after)]
    return [
        *in_both_forms(own, ask.parameters, html=False, media=MEDIA_TYPE),
        *onward,
        link(ask.addresses.collection(of.name), "collection", JSON, of.title),
    ]


def _links_of_one(ask: Asked, of: Collection, own: str) -> list[Any]:
    return [
        *in_both_forms(own, ask.parameters, html=ask.html, media=MEDIA_TYPE),
        link(ask.addresses.collection(of.name), "collection", JSON, of.title),
    ]


def _table(ask: Asked, of: Collection, query: ItemsQuery, found: ItemsPage) -> FeaturesPage:
    own = ask.addresses.items(of.name)
    features = [feature_of(line) for line in found.lines]
    onward = None if found.after is None else next_page(own, ask.parameters, found.after, HTML)["href"]
    return FeaturesPage(
        collection=of,
        columns=of.schema.columns,
        rows=[(each.id, _where(each), _values(of, each)) for each in features],
        matched=found.matched,
        crs=query.crs,
        next=onward,
        data=for_programs(ask, own),
    )


def _one(of: Collection, shown: Feature, crs: str, data: str) -> FeaturePage:
    values = list(zip(of.schema.columns, _values(of, shown), strict=True))
    return FeaturePage(collection=of, id=shown.id, geometry=_where(shown), values=values, crs=crs, data=data)


def _values(of: Collection, shown: Feature) -> Sequence[Any]:
    return [shown.properties.get(each.name) for each in of.schema.columns]


def _where(shown: Feature) -> str:
    """Return a geometry as people read it: a point by its two numbers, anything else as GeoJSON has it."""
    if shown.geometry is None:
        return ""
    if shown.geometry["type"] == "Point":
        return ", ".join(str(each) for each in shown.geometry["coordinates"])
    return orjson.dumps(shown.geometry).decode()

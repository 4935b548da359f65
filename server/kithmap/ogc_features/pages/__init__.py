"""OGC API - Features over layer releases, and for those allowed over the map as it stands."""

from fastapi import APIRouter

from kithmap.ogc_features.pages import features, resources

router = APIRouter(include_in_schema=False)
router.include_router(resources.router)
router.include_router(features.router)

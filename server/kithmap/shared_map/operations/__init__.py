"""What people do on the shared map."""

from kithmap.shared_map.operations.connections import (
    DrawConnection,
    EditConnection,
    RemoveConnection,
    RestoreConnection,
)
from kithmap.shared_map.operations.marks import AddMeToo, RemoveMeToo
from kithmap.shared_map.operations.photos import RemovePhoto, SetPhoto
from kithmap.shared_map.operations.places import (
    EditAsset,
    EditMeetingPlace,
    MovePlace,
    PlaceAsset,
    PlaceMeetingPlace,
    RemovePlace,
    RestorePlace,
)
from kithmap.shared_map.operations.reveal import RevealPlaces

__all__ = [
    "AddMeToo",
    "DrawConnection",
    "EditAsset",
    "EditConnection",
    "EditMeetingPlace",
    "MovePlace",
    "PlaceAsset",
    "PlaceMeetingPlace",
    "RemoveConnection",
    "RemoveMeToo",
    "RemovePhoto",
    "RemovePlace",
    "RestoreConnection",
    "RestorePlace",
    "RevealPlaces",
    "SetPhoto",
]

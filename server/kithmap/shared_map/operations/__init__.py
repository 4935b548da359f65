"""What people do on the shared map."""

from kithmap.shared_map.operations.alarms import AnswerAlarm, RaiseAlarm, TakeBackAlarm
from kithmap.shared_map.operations.aside import HidePlace, RestorePerson, RevertPerson, UnhidePlace
from kithmap.shared_map.operations.bringing_in import BringInPlaces, TakeBackPlaces
from kithmap.shared_map.operations.connections import (
    DrawConnection,
    EditConnection,
    RemoveConnection,
    RestoreConnection,
)
from kithmap.shared_map.operations.marks import AddMeToo, RemoveMeToo
from kithmap.shared_map.operations.merging import KeepApart, MergePlaces, SplitPlaces
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
from kithmap.shared_map.operations.reveal import ConcealPlaces, RevealPlaces
from kithmap.shared_map.operations.review import ApprovePlaces, QueuePlaces, ReturnPlace

__all__ = [
    "AddMeToo",
    "AnswerAlarm",
    "ApprovePlaces",
    "BringInPlaces",
    "ConcealPlaces",
    "DrawConnection",
    "EditAsset",
    "EditConnection",
    "EditMeetingPlace",
    "HidePlace",
    "KeepApart",
    "MergePlaces",
    "MovePlace",
    "PlaceAsset",
    "PlaceMeetingPlace",
    "QueuePlaces",
    "RaiseAlarm",
    "RemoveConnection",
    "RemoveMeToo",
    "RemovePhoto",
    "RemovePlace",
    "RestoreConnection",
    "RestorePerson",
    "RestorePlace",
    "ReturnPlace",
    "RevealPlaces",
    "RevertPerson",
    "SetPhoto",
    "SplitPlaces",
    "TakeBackAlarm",
    "TakeBackPlaces",
    "UnhidePlace",
]

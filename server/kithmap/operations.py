"""The closed list of operation kinds: one line for each."""

from kithmap.basics.operations import Operation
from kithmap.evaluation import operations as evaluation
from kithmap.hall import operations as hall
from kithmap.guides import operations as guides
from kithmap.shared_map import operations as shared_map
from kithmap.workshop import operations as workshop

OPERATIONS: tuple[type[Operation], ...] = (
    workshop.BeginWorkshop,
    workshop.OpenWorkshop,
    workshop.PauseWorkshop,
    workshop.CloseWorkshop,
    workshop.ReopenWorkshop,
    workshop.MoveToStage,
    workshop.StartRound,
    shared_map.PlaceAsset,
    shared_map.EditAsset,
    shared_map.PlaceMeetingPlace,
    shared_map.EditMeetingPlace,
    shared_map.MovePlace,
    shared_map.RemovePlace,
    shared_map.RestorePlace,
    shared_map.AddMeToo,
    shared_map.SetPhoto,
    shared_map.RemovePhoto,
    shared_map.RemoveMeToo,
    shared_map.DrawConnection,
    shared_map.EditConnection,
    shared_map.RemoveConnection,
    shared_map.RestoreConnection,
    shared_map.RevealPlaces,
)
    evaluation.AnswerReflection,
    evaluation.ShowReflections,

BY_KIND = {operation.kind: operation for operation in OPERATIONS}
    hall.ArrangeHall,
)

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
    guides.ChooseRunSheet,
    guides.GoToStep,
    guides.ExplainDeparture,
    guides.ChangePrompt,
    shared_map.PlaceAsset,
    shared_map.EditAsset,
    shared_map.PlaceMeetingPlace,
    shared_map.EditMeetingPlace,
    shared_map.MovePlace,
    shared_map.RemovePlace,
    shared_map.RestorePlace,
    shared_map.SetPhoto,
    shared_map.RemovePhoto,
    shared_map.AddMeToo,
    shared_map.RemoveMeToo,
    shared_map.DrawConnection,
    shared_map.EditConnection,
    shared_map.RemoveConnection,
    shared_map.RestoreConnection,
    shared_map.RevealPlaces,
    shared_map.ConcealPlaces,
    shared_map.ApprovePlaces,
    shared_map.ReturnPlace,
    shared_map.QueuePlaces,
    shared_map.HidePlace,
    shared_map.UnhidePlace,
    shared_map.RaiseAlarm,
    shared_map.TakeBackAlarm,
    shared_map.AnswerAlarm,
    shared_map.MergePlaces,
    shared_map.SplitPlaces,
    shared_map.KeepApart,
    shared_map.RevertPerson,
    shared_map.RestorePerson,
    shared_map.WithdrawPerson,
    evaluation.AnswerReflection,
    evaluation.ShowReflections,
    hall.ArrangeHall,
)

BY_KIND = {operation.kind: operation for operation in OPERATIONS}

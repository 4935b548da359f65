"""What people do to agree on terms and indicators."""

from kithmap.agreement.operations.attending import CheckIn, CheckOut, FixRules
from kithmap.agreement.operations.clarifying import (
    AcceptRewording,
    AnswerQuestion,
    AskQuestion,
    DeclineRewording,
    SuggestRewording,
    TakeUp,
)
from kithmap.agreement.operations.deciding import DecideItem, HideStatement, StateMinority
from kithmap.agreement.operations.proposing import EditItem, MergeItems, ProposeItem, WithdrawItem
from kithmap.agreement.operations.rating import CloseRating, EnterRating, GiveRating, OpenRating

__all__ = [
    "AcceptRewording",
    "AnswerQuestion",
    "AskQuestion",
    "CheckIn",
    "CheckOut",
    "CloseRating",
    "DecideItem",
    "DeclineRewording",
    "EditItem",
    "EnterRating",
    "FixRules",
    "GiveRating",
    "HideStatement",
    "MergeItems",
    "OpenRating",
    "ProposeItem",
    "StateMinority",
    "SuggestRewording",
    "TakeUp",
    "WithdrawItem",
]

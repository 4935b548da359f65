"""The form in which features hand their operations to the engine."""

from abc import abstractmethod
from dataclasses import dataclass
from datetime import datetime
from typing import Annotated, Any, ClassVar

import orjson
from pydantic import BaseModel, ConfigDict, StringConstraints, ValidationError

from kithmap.basics.actors import Actor, Role
from kithmap.basics.errors import Reason, Refused
from kithmap.basics.records import Changes, View

Id = Annotated[
    str,
    StringConstraints(pattern=r"^[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$"),
]
"""A record's or person's id as it stands in a payload."""


@dataclass(frozen=True, slots=True)
class Asked:
    """The circumstances of an operation.

    Attributes:
        id: the operation's own id, made by whoever asks.
        actor: the person and their role.
        at: when the server received it, in UTC.
    """

    id: str
    actor: Actor
    at: datetime


class Operation(BaseModel):
    """What someone wants. A subclass holds the payload, who may ask, and how the records change.

    Unknown fields are refused, so that a newer page's wish is never half understood.
    """

    model_config = ConfigDict(extra="forbid", frozen=True, strict=True, allow_inf_nan=False)

    kind: ClassVar[str]
    roles: ClassVar[frozenset[Role]]

    @abstractmethod
    def decide(self, view: View, asked: Asked) -> Changes:
        """Return the changes that this operation makes to the records in ``view``.

        Raises:
            Refused: if the rules do not accept it.
        """


def parse(operation: type[Operation], payload: Any) -> Operation:
    """Read a payload.

    Args:
        operation: the class to read it as.
        payload: JSON as Python values.

    Raises:
        Refused: naming the first field that is wrong and what it should be.
    """
    try:
        # By way of JSON text: there, strict reading takes a list for a tuple and a text for an enum, but no "1" for 1.
        return operation.model_validate_json(orjson.dumps(payload))
    except ValidationError as error:
        raise Refused(Reason.BAD_FIELDS, sentence(error)) from None
    except (TypeError, RecursionError):
        raise Refused(Reason.BAD_FIELDS, "The server does not understand what was sent.") from None


def sentence(error: ValidationError) -> str:  # noqa: PLR0911 - a table of sentences
    """Say the first problem of a validation error as one plain sentence."""
    first = error.errors(include_url=False, include_input=False)[0]
    field = (
        " ".join(str(part).replace("_", " ") for part in first["loc"] if isinstance(part, str))
        or "what was sent"
    )
    limits = first.get("ctx", {})
    match first["type"]:
        case "missing":
            return f"Please fill in: {field}."
        case "string_too_long":
            return f"That is too long for {field}: {limits['max_length']} letters at most. Please shorten it."
        case "string_too_short":
            return f"Please write something for {field}."
        case "too_long":
            return f"There are too many in {field}: {limits['max_length']} at most."
        case "extra_forbidden":
            return f"This page sent something the server does not know ({field}). Please load the page again."
        case "value_error":
            return str(limits["error"])
        case _:
            return f"The server does not understand {field} ({first['msg'].lower()})."

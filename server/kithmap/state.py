"""The features' rules together, as the engine takes them: parse, check the role, decide."""

from typing import Any

from kithmap.basics.errors import Reason, Refused
from kithmap.basics.operations import Asked, parse
from kithmap.basics.records import Changes, View
from kithmap.operations import BY_KIND


class WorkshopRules:
    """Decides every operation of the closed list."""

    def decide(self, view: View, kind: str, payload: dict[str, Any], asked: Asked) -> Changes:
        """Return the changes that an operation makes.

        Raises:
            Refused: if the kind is unknown, the payload wrong, the role not entitled, or its rules do not accept it.
        """
        operation = BY_KIND.get(kind)
        if operation is None:
            raise Refused(
                Reason.UNKNOWN_KIND, "The server does not know this yet. Please load the page again."
            )
        if asked.actor.role not in operation.roles:
            raise Refused(
                Reason.NOT_ALLOWED, "Your link lets you look here, not do this. Please ask the facilitator."
            )
        return parse(operation, payload).decide(view, asked)

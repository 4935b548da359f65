"""What the engine needs of the features: one function that turns an operation into changes."""

from typing import Any, Protocol

from kithmap.basics.operations import Asked
from kithmap.basics.records import Changes, View


class Rules(Protocol):
    """The rules of all features together."""

    def decide(self, view: View, kind: str, payload: dict[str, Any], asked: Asked) -> Changes:
        """Return the changes that an operation makes.

        Raises:
            Refused: if the kind is unknown, the payload wrong, the person not entitled, or the rules do not accept it.
        """

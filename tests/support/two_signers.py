"""A facilitator and a researcher, who sign a draft by its forms."""

import re
from abc import ABC, abstractmethod
from dataclasses import dataclass
from typing import Any, ClassVar

from starlette.testclient import TestClient

from kithmap.basics.actors import Role
from tests.support.installation import Installation


def two_people(installation: Installation) -> tuple[TestClient, TestClient]:
    """Return the browsers of a facilitator and of a researcher of the area."""
    fay = installation.colleague(Role.FACILITATOR, name="Fay Finch")
    ria = installation.colleague(Role.RESEARCHER, name="Ria Reed")
    return installation.signed_in(fay), installation.signed_in(ria)


@dataclass
class TwoSigners(ABC):
    """Two people at a desk where something is signed.

    Attributes:
        installation: where.
        fay: the facilitator's browser.
        ria: the researcher's.
    """

    CHECKSUM: ClassVar[str] = r'name="checksum" value="([0-9a-f]{64})"'
    """Finds the draft's checksum on its page."""

    installation: Installation
    fay: TestClient
    ria: TestClient

    @property
    @abstractmethod
    def path(self) -> str:
        """Where the desk stands."""

    def text(self, inside: str = "", who: TestClient | None = None) -> str:
        """Return what a page says."""
        answer = (who or self.fay).get(f"{self.path}{inside}")
        assert answer.status_code == 200, answer.text
        return answer.text

    def send(self, inside: str = "", who: TestClient | None = None, status: int = 303, **form: Any) -> str:
        """Send a form; return where it leads, or what the page says."""
        answer = (who or self.fay).post(f"{self.path}{inside}", data=form)
        assert answer.status_code == status, answer.text[:3000]
        return answer.text if status != 303 else answer.headers["location"]

    def checksum(self) -> str:
        """Return the checksum of the draft."""
        found = re.search(self.CHECKSUM, self.text())
        assert found is not None
        return found[1]

    def sign_both(self) -> str:
        """Let both sign; return the checksum."""
        checksum = self.checksum()
        for who in (self.fay, self.ria):
            self.send("/signatures", who, checksum=checksum)
        return checksum

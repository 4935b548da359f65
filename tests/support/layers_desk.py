"""The desk at which layers are made, by its forms alone: a facilitator decides and signs, a researcher signs, one of them publishes."""

import re
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from html import unescape

import httpx

from tests.support.desk import Desk

INVITED = re.compile(r"/invitations/[\w-]+")
FORM = re.compile(r'<form[^>]*action="(?P<action>[^"]*)"[^>]*>(?P<inside>.*?)</form>', re.DOTALL)
FIELD = re.compile(r'<input[^>]*name="(?P<name>[^"]*)"[^>]*value="(?P<value>[^"]*)"')


@dataclass(frozen=True)
class Form:
    """A form of a page.

    Attributes:
        action: where it is sent.
        fields: what its inputs hold, by name, as often as they are there.
    """

    action: str
    fields: tuple[tuple[str, str], ...]

    def all(self, name: str) -> list[str]:
        """Return what the inputs of a name hold."""
        return [value for key, value in self.fields if key == name]


def forms(page: str) -> list[Form]:
    """Return the forms of a page."""
    return [
        Form(
            unescape(found["action"]),
            tuple((each["name"], unescape(each["value"])) for each in FIELD.finditer(found["inside"])),
        )
        for found in FORM.finditer(page)
    ]


@contextmanager
def researcher(desk: Desk, area: str) -> Iterator[httpx.Client]:
    """Invite a researcher, who comes, and goes when the context ends."""
    form = {"note": "reads what was mapped", "role": "researcher", "areas": area}
    page = desk.client.post("/people/invitations", data=form, headers={"accept": "text/html"}).text
    found = INVITED.search(page)
    assert found is not None, page
    with httpx.Client(base_url=desk.client.base_url, timeout=60, headers={"accept": "text/html"}) as client:
        assert client.post(found[0], data={"name": "Tom Okafor"}).status_code == httpx.codes.SEE_OTHER
        yield client


@dataclass(frozen=True)
class LayersDesk:
    """The desk of one area and wave.

    Attributes:
        path: of it.
        facilitator: signed in.
        researcher: signed in.
    """

    path: str
    facilitator: httpx.Client
    researcher: httpx.Client

    def publish(self, note: str, *, same: bool = True) -> str:
        """Settle what has to be, sign twice, publish; return the version.

        Args:
            note: what is new.
            same: whether two places of nearly one name are the same place, where that can be said.
        """
        if "/settlements" not in self._page() and self.path in [each.action for each in forms(self._page())]:
            self._send(self.facilitator, self.path, {})
        self._send(self.facilitator, f"{self.path}/details", {"note": note})
        while (form := self._to_settle()) is not None:
            self._settle(form, same=same)
        for client in (self.facilitator, self.researcher):
            self._sign_or_publish(client, "/signatures")
        self._sign_or_publish(self.facilitator, "/releases")
        found = re.search(r"/versions/(\d+\.\d+\.\d+)", self._page())
        assert found is not None
        return found[1]

    def _to_settle(self) -> Form | None:
        """Return a form that asks for a decision; what was decided has one that takes it back."""
        return next(
            (each for each in self._forms("/settlements") if each.all("choice") != ["take_back"]), None
        )

    def _settle(self, form: Form, *, same: bool) -> None:
        wanted = ("first_stands", "keep", "leave_out") if same else ("keep", "leave_out")
        choice = next(each for each in wanted if each in form.all("choice"))
        decision = {"keys": form.all("keys"), "choice": choice, "reason": "It was looked at, and is so."}
        self._send(self.facilitator, form.action, decision)

    def _sign_or_publish(self, client: httpx.Client, what: str) -> None:
        page = client.get(self.path, headers={"accept": "text/html"}).text
        form = next((each for each in forms(page) if each.action == f"{self.path}{what}"), None)
        assert form is not None, page
        self._send(client, form.action, {"checksum": form.all("checksum")[0]})

    def _forms(self, what: str) -> list[Form]:
        return [each for each in forms(self._page()) if each.action == f"{self.path}{what}"]

    def _page(self) -> str:
        return self.facilitator.get(self.path, headers={"accept": "text/html"}).text

    @staticmethod
    def _send(client: httpx.Client, path: str, form: Mapping[str, str | Sequence[str]]) -> None:
        answer = client.post(path, data=form, headers={"accept": "text/html"})
        assert answer.status_code == httpx.codes.SEE_OTHER, f"{path}: {answer.status_code} {answer.text}"

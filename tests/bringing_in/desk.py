"""A facilitator who brings places into a workshop, by the pages' own forms."""

import re
from dataclasses import dataclass, field
from html import unescape
from typing import Any

from starlette.testclient import TestClient

from kithmap.basics.actors import Role
from kithmap.basics.records import Record
from kithmap.shared_map.model import PLACES
from kithmap.workshop.joining import Listed
from tests.support.bringing_in import COUNCIL
from tests.support.installation import Installation

TABLE = (
    "Name,Type,Lat,Lon,Notes\n"
    "Library,service,52.67,-0.73,Open on Mondays\n"
    "Rose Garden,place,52.671,-0.729,\n"
    "Tea at ten,meeting,52.672,-0.728,Every week\n"
    "Far Inn,place,53.9,-1.5,Too far\n"
    ",place,52.67,-0.73,\n"
)


@dataclass
class Form:
    """A page's form as a browser without a script sends it."""

    action: str
    fields: list[tuple[str, str]] = field(default_factory=list)

    def set(self, **given: str) -> "Form":
        """Fill fields in."""
        kept = [(name, value) for name, value in self.fields if name not in given]
        return Form(self.action, [*kept, *given.items()])

    def value(self, name: str) -> str:
        """Return what a field holds."""
        return next(value for each, value in self.fields if each == name)

    def values(self, name: str) -> list[str]:
        """Return what fields of one name hold."""
        return [value for each, value in self.fields if each == name]

    def data(self) -> dict[str, list[str]]:
        """Return the fields as they are sent."""
        found: dict[str, list[str]] = {}
        for name, value in self.fields:
            found.setdefault(name, []).append(value)
        return found


def form_in(page: str) -> Form:
    """Read the form of a page that carries what was read of a file."""
    forms = re.findall(r'<form[^>]*action="([^"]*)"[^>]*>(.*?)</form>', page, re.DOTALL)
    action, inside = next((action, inside) for action, inside in forms if 'name="packed"' in inside)
    fields: list[tuple[str, str]] = []
    for tag, options in re.findall(
        r"(<input\b[^>]*>|<select\b[^>]*>)(.*?(?=<input|<select|\Z))", inside, re.DOTALL
    ):
        name, value, kind = (_of(tag, each) for each in ("name", "value", "type"))
        if tag.startswith("<select"):
            chosen = re.search(r'<option value="([^"]*)" selected', options) or re.search(
                r'<option value="([^"]*)"', options
            )
            fields.append((name, unescape(chosen[1]) if chosen else ""))
        elif kind not in {"radio", "checkbox"} or re.search(r"\bchecked\b", tag):
            fields.append((name, value))
    return Form(unescape(action), fields)


def _of(tag: str, name: str) -> str:
    found = re.search(rf'\b{name}="([^"]*)"', tag)
    return unescape(found[1]) if found else ""


class Desk:
    """A facilitator of a workshop that is being prepared."""

    def __init__(self, installation: Installation, workshop: Listed | None = None) -> None:
        self.installation = installation
        self.workshop = workshop or installation.new_workshop()
        self.path = f"/workshops/{self.workshop.id}/bring-in"
        self.browser: TestClient = installation.signed_in(installation.colleague(Role.FACILITATOR))

    def look_at(self, content: str | bytes, name: str = "places.csv") -> Any:
        """Choose a file."""
        return self.browser.post(self.path, files={"file": (name, content)})

    def send(self, form: Form, action: str = "") -> Any:
        """Send a form."""
        return self.browser.post(action or form.action, data=form.data())

    def columns(self, content: str | bytes, **given: str) -> Form:
        """Choose a file, and fill in whose data it is."""
        return form_in(self.look_at(content).text).set(**{**COUNCIL, **given})

    def preview(self, content: str | bytes, **given: str) -> str:
        """Go as far as the page that shows what would come in, with what is guessed."""
        answer = self.send(self.columns(content, **given))
        page = str(answer.text)
        if "bring-in/preview" in page:
            kinds = form_in(page)
            means = [each or "kind:institution" for each in kinds.values("means")]
            kept = [(name, value) for name, value in kinds.fields if name != "means"]
            page = str(self.send(Form(kinds.action, [*kept, *(("means", each) for each in means)])).text)
        return page

    def places(self) -> list[Record]:
        """Return the places that are on the map."""
        assert self.installation.main.portal is not None
        content = self.installation.main.portal.call(self.installation.services.rooms.read, self.workshop.id)
        return sorted(
            (place for kind in PLACES for place in content.of_kind(kind)),
            key=lambda each: each.fields["title"],
        )

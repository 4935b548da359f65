"""The desk of whoever runs the programme, without a browser: what a journey needs before it begins."""

import json
import time
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Self

import httpx
import shapely

from kithmap.basics.ids import new_id
from tests.support.basemaps import AREA
from tests.support.common_words import share_words
from tests.support.installation import page_context
from tests.support.osm_scene import village
from tests.support.running_kithmap import RunningKithmap

ADMIN = "Admin"
PASSWORD = "four words in a row"
AREA_NAME = "Brook End"
BASEMAP_SECONDS = 60.0


@dataclass(frozen=True)
class Workshop:
    """A workshop that was made, and how people come in.

    Attributes:
        id: in its addresses.
        title: what everyone reads when they join.
        code: two words and a number.
        join_path: of the link and the QR code.
        projector_path: of the projector's link.
    """

    id: str
    title: str
    code: str
    join_path: str
    projector_path: str


class Desk:
    """The first admin, signed in by the printed link, asking for pages and sending forms as a browser would."""

    def __init__(self, kithmap: RunningKithmap) -> None:
        """Sign in, and choose a password for whoever signs in by name."""
        self.kithmap = kithmap
        self.client = httpx.Client(base_url=f"http://127.0.0.1:{kithmap.port}", timeout=60)
        self.area = ""
        self.programme = ""
        self.send(kithmap.sign_in_path)
        self.send("/account/password", {"password": PASSWORD})

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.client.close()

    def prepare(self) -> None:
        """Begin a programme with one small area and its basemap."""
        self.programme = self.send("/programmes", {"title": "Seven places"}).rpartition("/")[2]
        boundary = json.dumps(shapely.geometry.mapping(AREA))
        form = {"name": AREA_NAME, "drawn": boundary}
        self.area = self.send(f"/programmes/{self.programme}/areas", form).rpartition("/")[2]
        scene = {"file": ("village.osm", village().text().encode())}
        self.send(f"/areas/{self.area}/basemap", files=scene)
        self.await_basemap()

    def new_workshop(
        self, title: str = "An evening", *, blind: bool = False, stage: str | None = "places", wave: str = ""
    ) -> Workshop:
        """Make a workshop; with a stage it is open and there, without one it is still being prepared."""
        placing = "blind" if blind else "open"
        where = self.send(f"/areas/{self.area}/workshops", {"title": title, "placing": placing, "wave": wave})
        made = self.workshop(where, title)
        if stage is not None:
            self.ask(made, "workshop.open")
        if stage not in (None, "lobby"):
            self.ask(made, "workshop.move_to_stage", stage=stage)
        return made

    def workshop(self, console: str, title: str) -> Workshop:
        """Find out how people come into a workshop, from the path of its console."""
        context = page_context(self.client.get(console).text)
        return Workshop(
            id=context["workshop"],
            title=title,
            code=context["code"],
            join_path=httpx.URL(context["join_link"]).raw_path.decode(),
            projector_path=httpx.URL(context["projector_link"]).raw_path.decode(),
        )

    def ask(self, workshop: Workshop, kind: str, **payload: Any) -> None:
        """Submit an operation as the console would."""
        operation = {"id": new_id(), "kind": kind, "payload": payload}
        answer = self.client.post(
            f"/api/workshops/{workshop.id}/operations?as=leading", json={"operations": [operation]}
        )
        answer.raise_for_status()
        assert "refused" not in {each["type"] for each in answer.json()}, answer.text

    def place(self, workshop: Workshop, title: str, where: tuple[float, float], **details: Any) -> str:
        """Put an asset on the map; return its id."""
        place = new_id()
        payload = {"place": place, "title": title, "asset_kind": "physical_place", **details}
        self.ask(workshop, "asset.place", geometry={"type": "Point", "coordinates": list(where)}, **payload)
        return place

    def add_partner(self, name: str) -> None:
        """Give the area an organisation that hosts."""
        self.send(f"/areas/{self.area}/partners", {"role": "vcs_organisation", "name": name, "since": ""})

    def plan_wave(self, name: str) -> None:
        """Plan a wave of the programme."""
        self.send(f"/programmes/{self.programme}/waves", {"name": name, "starts": "", "ends": ""})

    def begin_glossary(self) -> None:
        """Begin the area's glossary with a term that comes with Kithmap, if nobody has yet."""
        path = f"/areas/{self.area}/glossary"
        if self.client.get(f"{path}/starting-terms").status_code == httpx.codes.OK:
            return
        self.send(path)
        self.send(f"/areas/{self.area}/glossary/edits/take", {"concepts": "meeting_place"})

    def share_words(self) -> str:
        """Let the area and another one share words of their glossaries; return the path of a group that is being put together."""
        path = f"/programmes/{self.programme}"
        boundary = json.dumps(shapely.geometry.mapping(AREA))
        other = self.send(f"{path}/areas", {"name": "Mill Side", "drawn": boundary}).rpartition("/")[2]
        group = share_words(self.kithmap.data_folder, self.programme, other)
        return f"{path}/common/groups/{group}"

    def invite(self, note: str) -> None:
        """Invite a facilitator."""
        self.send("/people/invitations", {"note": note, "role": "facilitator", "areas": self.area})

    def send(
        self, path: str, form: Mapping[str, str] | None = None, files: Mapping[str, Any] | None = None
    ) -> str:
        """Send a form, and return where it leads."""
        answer = self.client.post(path, data=form, files=files, headers={"accept": "text/html"})
        assert answer.status_code in (200, 303), f"{path}: {answer.status_code} {answer.text}"
        return str(answer.headers.get("location", ""))

    def await_basemap(self) -> None:
        end = time.monotonic() + BASEMAP_SECONDS
        while (job := self.client.get(f"/api/areas/{self.area}/basemap").json())["state"] != "ready":
            assert job["state"] != "failed", job
            assert time.monotonic() < end, job
            time.sleep(0.05)


def scene_file(folder: Path) -> Path:
    """Write the village as whoever has a map file has it."""
    return village().write(folder / "village.osm")

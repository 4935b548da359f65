"""Two people at the desk of an area's layers, and the workshops that they make them from."""

from dataclasses import dataclass, field
from typing import Any, ClassVar

from kithmap.layers.access import published, whole
from kithmap.layers.model import Edition, LayerName, ReleaseEdition
from kithmap.layers.pages.desk import Desk, OnTable, desk_of, on_table
from kithmap.layers.published import PublishedRelease
from kithmap.people import store as people
from kithmap.people.model import Account
from kithmap.programme.model import Wave
from tests.support.installation import Installation
from tests.support.mapped_evenings import MappedEvening, new_wave
from tests.support.two_signers import TwoSigners, two_people


@dataclass
class Table(TwoSigners):
    """Two people who work on the layers of an area in a wave.

    Attributes:
        wave: which.
        begun: releases of which files would be made now.
        ready: something for each time that files were about to be made.
    """

    CHECKSUM: ClassVar[str] = r"<code[^>]*>([0-9a-f]{64})</code>"

    wave: Wave
    begun: list[PublishedRelease] = field(default_factory=list)
    ready: list[None] = field(default_factory=list)

    @classmethod
    def of(cls, installation: Installation) -> "Table":
        """Let a facilitator and a researcher of the area sit down."""
        both = two_people(installation)
        wave = new_wave(installation)
        begun: list[PublishedRelease] = []
        ready: list[None] = []
        # Making all files takes seconds, and is looked at elsewhere; each is still made when somebody asks for it.
        installation.app.state.release_files.begin = begun.append
        installation.app.state.release_files.be_ready = lambda: ready.append(None)
        return cls(installation, *both, wave, begun, ready)

    @property
    def path(self) -> str:
        """Where the desk stands."""
        return f"/areas/{self.installation.area.id}/layers/{self.wave.id}"

    def evening(self, **more: Any) -> MappedEvening:
        """Begin a workshop of the wave."""
        return MappedEvening.begun(self.installation, self.wave, **more)

    def publish(self) -> PublishedRelease:
        """Let both sign, and publish."""
        self.send("/releases", checksum=self.sign_both())
        return self.installation.do(published, self.slug)

    @property
    def slug(self) -> str:
        """Of the series."""
        return "oakham-baseline"

    def titles(self, edition: Edition = Edition.PUBLIC, name: LayerName = LayerName.ASSETS) -> list[str]:
        """Return what the places of the newest release are called."""
        layer = self.release(edition).layer(name)
        assert layer is not None
        return sorted(str(each.properties["title"]) for each in layer.features)

    def release(self, edition: Edition = Edition.PUBLIC) -> ReleaseEdition:
        """Return the newest release."""
        return self.installation.do(whole, self.slug, None, edition)

    # What the pages are made of.

    def call(self, work: Any, *args: Any, **kwargs: Any) -> Any:
        """Run something that takes the application's services first."""
        portal = self.installation.main.portal
        assert portal is not None

        async def run() -> Any:
            return await work(self.installation.services, *args, **kwargs)

        return portal.call(run)

    def account(self, name: str) -> Account:
        """Return somebody's account."""
        return next(each for each in self.installation.do(people.accounts) if each.name == name)

    def desk(self, name: str = "Fay Finch") -> Desk:
        """Return what is on the table of somebody."""
        found: Desk = self.call(desk_of, self.account(name), self.installation.area.id, self.wave.id, None)
        return found

    def draft(self, desk: Desk) -> OnTable:
        """Return the draft as it is now."""
        found: OnTable = self.call(on_table, desk)
        return found

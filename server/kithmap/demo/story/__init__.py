"""What three workshops of the demo programme hold.

The first, in Tenterfields, is a neighbourhood told by its people over an evening: a locked youth club, a bus that was
cut, a laundrette, a food van that found a yard. A second, shorter one asks those whom it had missed. The open one, in Hazelmoor,
has only just begun.

People, places and events are invented. The words of the story are licensed under the Creative Commons Attribution 4.0
International licence (CC BY 4.0, https://creativecommons.org/licenses/by/4.0/); credit "Kithmap demo story".
"""

from kithmap.demo.model import DemoWorkshop
from kithmap.demo.story.gifts import GIFTS
from kithmap.demo.story.ground import GROUND
from kithmap.demo.story.groups import GROUPS
from kithmap.demo.story.lore import LORE
from kithmap.demo.story.marks import MARKS
from kithmap.demo.story.meeting_places import MEETING_PLACES
from kithmap.demo.story.open_workshop import OPEN_WORKSHOP
from kithmap.demo.story.people import PEOPLE
from kithmap.demo.story.second_evening import SECOND_WORKSHOP
from kithmap.demo.story.terms import TERMS
from kithmap.demo.story.threads import THREADS

FINISHED_WORKSHOP = DemoWorkshop(
    key="tenterfields_1",
    title="Tenterfields: what holds us together?",
    area="tenterfields",
    venue="St Columba's Hall",
    stages=(
        (0, "lobby"),
        (12, "places"),
        (60, "connections"),
        (110, "terms"),
        (140, "indicators"),
        (155, "reflect"),
        (160, "closed"),
    ),
    reveal=55,
    participants=PEOPLE,
    places=tuple(sorted((*MEETING_PLACES, *GIFTS, *GROUPS, *GROUND, *LORE), key=lambda place: place.minute)),
    connections=THREADS,
    me_toos=MARKS,
    terms=TERMS,
)

__all__ = ["FINISHED_WORKSHOP", "OPEN_WORKSHOP", "SECOND_WORKSHOP"]

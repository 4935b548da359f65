"""A workshop that has just begun, at Hazelmoor: the first to come have tried the map, and the room waits for the rest.

Their places are few and plain, as they are in the first minutes. Words of the story: CC BY 4.0.
"""

from kithmap.demo.marking import along, around, at
from kithmap.demo.model import OPEN_TITLE, DemoWorkshop, Meeting, Participant, Place

OPEN_WORKSHOP = DemoWorkshop(
    key="hazelmoor_1",
    title=OPEN_TITLE,
    area="hazelmoor",
    venue="Hazelmoor Community Centre",
    stages=((0, "lobby"), (4, "places"), (13, "lobby")),
    reveal=None,
    participants=(
        Participant("anita", "Anita", 0),
        Participant("stan", "Stan", 1),
        Participant("jo", "Jo", 2),
        Participant("unnamed", "", 3),
        Participant("femi", "Femi", 4),
        Participant("linda", "Linda", 6),
    ),
    places=(
        Place("centre_cafe", "meeting_place", "Community centre cafe", "Pensioners' dinner Weds, babies Thurs.",
              at(590, 1690), "anita", 5, "public", meeting=Meeting("anybody", "daily", "up_to_30", "everyone")),
        Place("parade", "exchange", "Hazelmoor Parade", "the cash machine, the chemist and a natter", at(548, 1652), "linda", 7,
              "public"),
        Place("green", "physical_place", "The Green", "Dogs in the morning, football at night.",
              around((330, 1690), (465, 1655), (620, 1770), (625, 1890), (480, 1945), (370, 1870)), "jo", 7, "public"),
        Place("old_line", "physical_place", "Old Line Path", "I cycle it to work. Brambles need cutting.",
              along((1000, 1075), (500, 1235), (0, 1400), (-500, 1630)), "stan", 8, "public"),
        Place("st_aidans", "institution", "St Aidan's", "Soup on Mondays", at(300, 1640), "femi", 9, "public"),
        Place("moor_plots", "association", "Moor Allotments", "There is a waiting list but ask anyway.", at(1100, 1250), "stan", 10,
              "public"),
        Place("scout_hut", "meeting_place", "Scout hut", "", at(250, 2070), "unnamed", 10, "partners",
              meeting=Meeting("cubs beavers scouts", "weekly", "up_to_30", "members")),
        Place("kites", "story_or_culture", "Kites on the moor", "My grandad flew kites here before there were houses.",
              at(560, 1810), "femi", 12, "public"),
    ),
)  # fmt: skip

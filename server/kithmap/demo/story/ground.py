"""Places one can stand in, and what passes from hand to hand. Words of the story: CC BY 4.0."""

from kithmap.demo.marking import along, around, at
from kithmap.demo.model import Place

GROUND: tuple[Place, ...] = (
    Place("youth_club", "physical_place", "The youth club. LOCKED",
          "Shut 2014. The pool table is still in there, you can see it through the letterbox. I've got 400 names of people "
          "who grew up in that building.", at(1700, 582), "delroy", 13, "public"),
    Place("beckside", "physical_place", "Beckside Park",
          "Only bit of green between the terraces and the Rise. Belongs to both so it belongs to nobody, that was the trouble.",
          around((1742, 420), (1790, 410), (1845, 560), (1893, 645), (1884, 780), (1872, 900), (1836, 1000), (1758, 985),
                 (1750, 860), (1745, 700), (1738, 600)), "ross", 17, "public"),
    Place("goods_yard", "physical_place", "Goods Yard behind the fence",
          "four acres of buddleia and nobody will say who owns it. could be a bmx track. could be houses. could be anything",
          at(1140, 290), "callum", 24, "public"),
    Place("towpath", "physical_place", "The towpath",
          "Flat, quiet, and it goes somewhere. I walked it every day the year I was off sick. The boat people say hello.",
          along((1240, 160), (1242, 120), (1258, 96), (1350, 75), (1525, 37), (1702, -5), (1880, 29), (2100, 69),
                (2300, 55), (2500, 33)), "quiet_two", 27, "public"),
    Place("tower_green", "physical_place", "Tower Green",
          "Big enough for 3 football matches and a sign that says no ball games. We took the sign down. Council put it back.",
          around((2085, 745), (2140, 710), (2180, 715), (2290, 755), (2320, 855), (2236, 935), (2125, 930), (2080, 860)), "vik",
          31, "public"),
    Place("first_bench", "physical_place", "Alan's bench",
          "The first one. Alan used to stop here and hold the railing on his way to the doctor. He never got to sit on it. "
          "We all do.", at(1776, 691), "jean", 29, "public"),
    Place("footbridge", "physical_place", "The footbridge over the line",
          "Nice view of the trains and no ramp. With a pram it's 44 steps. I counted them, twice, with twins.", at(1722, 1006),
          "shaz", 42, "public"),
    Place("teasel_pub", "physical_place", "The Teasel, boarded up",
          "Last pub on the Rise. You didn't have to drink. There was a fire and a landlady who knew when to ring your daughter.",
          at(2318, 813), "maureen", 34, "public"),
    Place("wharf_gardens", "physical_place", "Wharf Gardens",
          "My kids learned to ride here. In the evenings there is no light and I hurry.", at(1668, 96), "amina", 44, "partners"),
    Place("beck_bridge_stop", "physical_place", "Beck Bridge bus stop",
          "As far as any bus goes now. From here you walk up, half a mile and steep. I've seen grown men cry with the shopping.",
          at(1720, 381), "dot", 26, "public"),
    Place("mill", "physical_place", "Tenter Mill",
          "Empty upstairs since the curtain firm went. Shed has one corner. There's room in there for everything on this "
          "map.", at(1702, 270), "pete", 46, "public"),
    Place("food_van", "exchange", "The food van, Fridays, St Columba's yard",
          "Mosque's van, church's yard, Sikh lads from Southbridge do the dal. It moved here when the broken glass started at our "
          "place. Rev Sue just opened the gate and said park it.", at(1499, 464), "tariq", 14, "public"),
    Place("kasias_shelf", "exchange", "Kasia's shelf",
          "Bottom shelf by the door. If you need, take. If you can, put. Nobody looks.", at(1384, 329), "kasia", 16, "partners"),
    Place("anwars_slate", "exchange", "On the slate at Anwar's",
          "He writes it in a book and never says the number out loud. Kept us going when the UC was late.", at(1385, 343),
          "quiet_one", 25, "room"),
    Place("seed_swap", "exchange", "Seed swap",
          "I gave okra and molokhia. I got leeks, and a man called Brian who comes every day to check on the okra.",
          at(1868, 146), "amina", 21, "public"),
    Place("uniform_rail", "exchange", "The uniform rail",
          "free. washed, mended, on hangers like a proper shop so the kids dont feel it", at(2048, 320), "shaz", 30, "public"),
    Place("tool_library", "exchange", "Tool library at the Shed",
          "Why own a drill? You need it 12 minutes in your life.", at(1674, 317), "pete", 36, "public"),
    Place("rise_stores", "exchange", "Rise Stores does more than sell milk",
          "Parcels, keys, prescriptions up to the towers, jump leads. If the lift is out my lad runs it up. Thirteen floors, he's "
          "very fit.", at(2268, 801), "vik", 19, "public"),
    Place("last_chips", "exchange", "Last chips at the Golden Carp",
          "10 to ten whatever's left goes in trays for the lads on the wall. owner doesn't want thanking so don't put his name",
          at(1547, 373), "late", 48, "room"),
)  # fmt: skip

"""Holme Park: avenues and crescents of the 1930s round a circus, and the park with the lake."""

from kithmap.demo.town.curves import arc, outline, soft
from kithmap.demo.town.plan import Quarter
from kithmap.demo.town.quarters.pens import bend, district, hall, park, path, pitch, site, street

CIRCUS = (-1030, 1050)
"""The middle of the 1930s plan."""

STREETS = (
    bend("Holme Circus", arc(CIRCUS, 70, 90, 270)),
    bend("Holme Circus", arc(CIRCUS, 70, 90, -90)),
    bend("North Crescent", arc(CIRCUS, 162, 4, 176)),
    bend("South Crescent", arc(CIRCUS, 162, 184, 356)),
    bend("Great Crescent", arc(CIRCUS, 252, -20, 200)),
    bend("Long Crescent", arc(CIRCUS, 340, 12, 176)),
    street("Coronation Avenue", (-1030, 980), (-1040, 800), (-1050, 464)),
    street("Jubilee Avenue", (-960, 1050), (-800, 1050), (-594, 1060)),
    street("King George Avenue", (-1030, 1120), (-1030, 1300), (-1030, 1390), (-980, 1560), (-700, 1670)),
    street("Windsor Avenue", (-1100, 1050), (-1300, 1050), (-1545, 1060)),
    street("Balmoral Drive", (-930, 926), (-840, 800), (-760, 700), (-520, 740), (-440, 740)),
    street("Sandringham Drive", (-1145, 936), (-1250, 830), (-1380, 760), (-1480, 735)),
    street("Osborne Road", (-1145, 1164), (-1250, 1290), (-1400, 1400), (-1500, 1440)),
    street("Lake Road", (-1560, 790), (-1700, 980), (-1760, 1300), (-1700, 1560), (-1500, 1540)),
    street("Boathouse Lane", (-2050, 1000), (-2080, 1200), (-2060, 1400), (-1900, 1520), (-1740, 1450)),
    street("Larchwood Avenue", (-2400, 1130), (-2380, 1300), (-2280, 1440), (-2060, 1400)),
    street("Ings Lane", (-1250, 550), (-1230, 420), (-1180, 320), (-1040, 220)),
    path((-1740, 1230), (-1860, 1250), (-2000, 1230), (-2070, 1150)),
    path((-1720, 1060), (-1850, 1060), (-1980, 1060), (-2060, 1080)),
)  # fmt: skip

SITES = (
    park("Holme Park", (-1740, 960), (-1960, 1000), (-2050, 1020), (-2070, 1200), (-2050, 1390), (-1900, 1500),
         (-1760, 1440), (-1760, 1200)),
    pitch((-1880, 1360), (80, 52), 20, "soccer"), pitch((-1800, 1290), (24, 12), 10, "tennis"),
    pitch((-1800, 1270), (24, 12), 10, "tennis"), pitch((-1990, 1330), (36, 36), 8, "bowls"),
    site("Circus Garden", soft((-1070, 1050), (-1030, 1090), (-990, 1050), (-1030, 1010)), leisure="garden"),
    site("Holme Park Primary School", outline((-1310, 1080), (-1450, 1080), (-1520, 1180), (-1420, 1300), (-1290, 1220)),
         amenity="school"),
    pitch((-1410, 1180), (62, 40), 40, "soccer"),
    site("Ings Meadow", soft((-1300, 480), (-1100, 430), (-900, 350), (-880, 240), (-1050, 190), (-1180, 240), (-1330, 330)),
         natural="wetland", wetland="wet_meadow"),
    site("Holme Allotments", outline((-640, 1220), (-780, 1260), (-790, 1420), (-690, 1480), (-650, 1350)),
         landuse="allotments"),
    site("Carr Wood", soft((-1420, 1620), (-1300, 1700), (-1180, 1680), (-1120, 1760), (-1280, 1800), (-1440, 1760)),
         natural="wood"),
    site("Holme Island", soft((-1278, 203), (-1150, 150), (-1000, 105), (-915, 78), (-1000, 55), (-1108, 60), (-1205, 122)),
         natural="wood"),
)  # fmt: skip

HALLS = (
    hall("Holme Park Community Hall", (-905, 1072), (16, 26), 90, amenity="community_centre", building="hall"),
    hall("Church of the Good Shepherd", (-1010, 846), (30, 18), 88, building="church", amenity="place_of_worship",
         religion="christian", denomination="catholic"),
    hall("Holme Park Primary School", (-1370, 1140), (60, 28), -30, building="school"),
    hall("Park Pavilion", (-1950, 1340), (20, 11), 15, amenity="cafe", building="pavilion"),
    hall("The Boathouse", (-1778, 1185), (16, 9), 60, building="boathouse"),
    hall("Circus Parade", (-1006, 942), (34, 13), 4, building="retail"),
    hall("Holme Park Bowls Club", (-2020, 1305), (18, 8), 10, building="pavilion", leisure="social_club"),
    hall("The Windsor Castle", (-1240, 1068), (24, 17), 0, building="pub", amenity="pub"),
    hall("Holme Road Fire Station", (-806, 372), (30, 18), 28, building="civic", amenity="fire_station"),
)  # fmt: skip

DISTRICTS = (
    district("semi", (-700, 330), (-900, 420), (-1200, 540), (-1540, 800), (-1510, 1080), (-1400, 1600), (-1300, 1660),
             (-1020, 1780), (-700, 1660), (-660, 1250), (-510, 860), (-400, 650), (-600, 500), growth="suburb",
             names="royal"),
    district("semi", (-1560, 780), (-1750, 980), (-1790, 1300), (-1740, 1580), (-1500, 1780), (-1440, 1700),
             (-1500, 1400), (-1540, 1100), growth="suburb", names="royal"),
    district("bungalows", (-2060, 1000), (-2400, 1140), (-2460, 1290), (-2360, 1460), (-2100, 1560), (-1820, 1640),
             (-1700, 1590), (-1900, 1530), (-2070, 1400), growth="suburb", names="trees"),
    district("villas", (-1960, 950), (-1560, 770), (-1200, 500), (-900, 380), (-800, 330), (-900, 250), (-1280, 400),
             (-1600, 700), (-1960, 900), growth="", names=""),
)  # fmt: skip

SPOTS = (
    ((-1010, 935), {"shop": "bakery", "name": "Circus Bakery"}),
    ((-990, 950), {"shop": "convenience", "name": "Circus Stores"}),
    ((-960, 425), {"highway": "bus_stop", "name": "Ings Lane"}),
)

HOLME_PARK = Quarter("Holme Park", (-1180, 1220), STREETS, SITES, HALLS, DISTRICTS, SPOTS)

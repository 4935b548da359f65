"""Brickfields: works and sheds beside the railway, turned part retail park, and new streets round the clay pits."""

from kithmap.demo.town.curves import outline, soft
from kithmap.demo.town.plan import Quarter
from kithmap.demo.town.quarters.pens import district, hall, lane, path, pitch, site, street

STREETS = (
    street("Kiln Way", (640, -980), (660, -820), (780, -640), (960, -560), (1140, -640), (1300, -800), (1380, -1108),
           fronts="", highway="unclassified"),
    street("Clamp Road", (660, -820), (560, -700), (480, -620)),
    street("Riverside Way", (960, -560), (940, -440), (880, -360)),
    street("Tarrow Retail Park", (1300, -800), (1420, -760), (1526, -800), fronts="none", highway="unclassified"),
    street("Gasworks Lane", (1532, -860), (1660, -880), (1800, -840), (1840, -760), fronts="works"),
    street("Potters Way", (1900, -1220), (1880, -1400), (1960, -1560), (2140, -1600), (2340, -1580), (2440, -1520),
           highway="tertiary"),
    street("Heron Way", (1880, -1400), (1740, -1480), (1640, -1640), (1700, -1820), (1880, -1880), (2040, -1800),
           (2140, -1600)),
    street("Clay Lane", (2060, -1220), (2080, -1230), (2090, -1340), (2060, -1460), (1960, -1560)),
    street("Brick Kiln Lane", (1480, -1130), (1540, -1300), (1640, -1400), (1740, -1480)),
    street("Sedge Road", (1640, -1640), (1500, -1620), (1330, -1460)),
    street("Lock Field", (1700, -200), (1820, -160), (1980, -190), (2160, -240), (2300, -180), (2420, -240)),
    street("Navigation Road", (1602, -150), (1700, -200), (1760, -360), (1900, -420), (2100, -430), (2300, -380),
           (2420, -240), (2560, -240), (2690, -280)),
    path((2040, -1080), (2000, -1000), (2080, -930), (2200, -950), (2260, -1060), (2220, -1180), (2100, -1210)),
    path((1545, -640), (1760, -600), (1900, -520), (2100, -560), (2300, -690), (2560, -900), (2684, -960),
         name="River Path"),
    path((2090, -1340), (2120, -1440), (2240, -1450), (2360, -1400), (2370, -1470)),
    lane((1420, -760), (1440, -880), (1400, -1000), (1440, -1100)),
    lane((1440, -880), (1512, -900)),
)  # fmt: skip

SITES = (
    site("Kiln Way Industrial Estate", outline((490, -600), (700, -420), (860, -340), (1000, -480), (1240, -660),
                                               (1290, -820), (1040, -1010), (660, -960)), landuse="industrial"),
    site("Tarrow Retail Park", outline((1310, -700), (1400, -660), (1520, -670), (1520, -1110), (1400, -1110)),
         landuse="retail"),
    site("", outline((1430, -790), (1505, -820), (1500, -1000), (1430, -1000)), amenity="parking"),
    site("Clay Pits Country Park", outline((1990, -1060), (2040, -950), (2180, -930), (2330, -1040), (2440, -1240),
                                           (2400, -1470), (2240, -1470), (2100, -1420), (2110, -1220), (1990, -1190)),
         leisure="nature_reserve"),
    site("Brickfields Primary School", outline((1560, -1420), (1640, -1410), (1730, -1490), (1650, -1620), (1520, -1580)),
         amenity="school"),
    pitch((1590, -1540), (56, 36), 30, "soccer"),
    site("Brickfields Green", outline((1890, -1600), (1970, -1580), (2100, -1620), (2040, -1760), (1900, -1740)),
         leisure="park"),
    site("Sewage Works", outline((2450, -700), (2600, -720), (2640, -860), (2500, -860)), landuse="industrial",
         man_made="wastewater_plant"),
    site("Brickfields Copse", soft((1780, -1100), (1860, -1080), (1860, -1190), (1760, -1180)), natural="wood"),
    site("Tarrow Rugby Club", outline((1720, -440), (1880, -460), (1900, -520), (1760, -590), (1640, -600), (1660, -420)),
         leisure="recreation_ground"),
    pitch((1750, -515), (92, 58), -16, "rugby_union"),
)  # fmt: skip

HALLS = (
    hall("Ketteridge Brick Museum", (700, -470), (44, 20), 40, building="industrial", tourism="museum"),
    hall("Beckett's Superstore", (1372, -900), (70, 96), 12, building="retail", shop="supermarket"),
    hall("Holm DIY", (1395, -740), (56, 40), 12, building="retail", shop="doityourself"),
    hall("Sofa Barn", (1480, -735), (42, 40), 0, building="retail", shop="furniture"),
    hall("Pet Larder", (1405, -1050), (46, 36), 12, building="retail", shop="pet"),
    hall("Brickfields Community Hub", (1850, -1560), (30, 20), -20, building="civic", amenity="community_centre"),
    hall("Brickfields Primary School", (1640, -1500), (64, 28), -50, building="school"),
    hall("New Life Church", (1180, -770), (36, 26), -30, building="industrial", amenity="place_of_worship",
         religion="christian"),
    hall("Tarrowby Temple and Cultural Centre", (1100, -900), (34, 26), 4, building="temple",
         amenity="place_of_worship", religion="hindu"),
    hall("The Clay Pipe", (1950, -1256), (26, 20), -4, building="pub", amenity="pub"),
    hall("Rugby Clubhouse", (1680, -470), (26, 14), 70, building="pavilion", leisure="social_club"),
    hall("Navigation Inn", (1630, -60), (18, 15), 80, building="pub", amenity="pub"),
    hall("Visitor Hide", (2075, -1180), (12, 7), 10, building="hut"),
)  # fmt: skip

DISTRICTS = (
    district("works", (470, -600), (740, -400), (880, -340), (1010, -480), (1240, -650), (1300, -820), (1360, -1080),
             (1050, -1010), (640, -960), (520, -800), growth="works", names="brick"),
    district("works", (1540, -760), (1700, -780), (1860, -740), (1860, -900), (1540, -960)),
    district("modern", (1480, -1140), (1890, -1230), (2060, -1230), (2100, -1440), (2240, -1470), (2440, -1530),
             (2380, -1640), (2160, -1660), (2080, -1860), (1880, -1950), (1640, -1880), (1560, -1640), (1330, -1480),
             (1410, -1140), growth="modern", names="clay"),
    district("modern", (1640, -120), (1980, -130), (2300, -120), (2460, -200), (2640, -260), (2640, -330), (2320, -440),
             (2100, -490), (1900, -480), (1740, -400), (1680, -260), growth="modern", names="canal"),
)  # fmt: skip

SPOTS = (((1900, -1236), {"highway": "bus_stop", "name": "Clay Pits"}),)

BRICKFIELDS = Quarter("Brickfields", (1830, -1330), STREETS, SITES, HALLS, DISTRICTS, SPOTS)

"""Tenterfields: mill terraces between railway, canal and beck, and the Rise, the estate of 1966 across the beck.

Cloth from the dye works was once stretched on tenter frames here; the towers are named after dye plants.
"""

from kithmap.demo.town.curves import outline, soft
from kithmap.demo.town.plan import Quarter, Street
from kithmap.demo.town.quarters.pens import district, hall, lane, park, path, pitch, site, street

ROW_NAMES = ("Engine Street", "Albert Street", "Alma Street", "Inkerman Street", "Raglan Street", "Codrington Street",
             "Nightingale Street", "Garibaldi Street", "Lucknow Street")  # fmt: skip
ROW_GAP = 49.0
"""Metres from one terrace street to the next: two rows of houses, two yards and the back lane."""
FIRST_ROW = 1312.0


def _row_top(x: float) -> float:
    return 612 + (x - 1340) * 0.985


def _rows() -> list[Street]:
    """Draw the streets north of Foundry Road up to Railway Terrace, and the back lanes between them."""
    drawn = []
    for i, name in enumerate(ROW_NAMES):
        x = FIRST_ROW + i * ROW_GAP
        foot, lean = 432 - 0.13 * (x - FIRST_ROW), 8.0 + i
        top = _row_top(x) if 0 < i < len(ROW_NAMES) - 1 else 546.0
        drawn.append(street(name, (x, foot), (x + lean * (top - foot) / 400, top), fronts="terrace"))
        if i < len(ROW_NAMES) - 1:
            drawn += [
                lane((x + 25, foot + 26), (x + 27, 532)),
                lane((x + 28, 564), (x + 31, min(top, 690) - 18)),
            ]
        if x > 1500 and i < len(ROW_NAMES) - 1:
            drawn.append(lane((x + 31, 724), (x + 34, top - 12)))
    return drawn


def _weavers() -> list[Street]:
    """Draw the short streets between Dyehouse Lane and Wharf Road."""
    names = ("Weaver Street", "Fuller Street", "Comber Street", "Shuttle Street", "Bobbin Street")
    rows = [
        street(name, (1399 + i, 346 - 49 * i), (1595 + i, 340 - 47 * i), fronts="terrace")
        for i, name in enumerate(names)
    ]
    return [*rows, *(lane((1412, 320 - 49 * i), (1584, 315 - 47 * i)) for i in range(4))]


STREETS = (
    street("Chapel Street", (1300, 556), (1420, 548), (1560, 546), (1712, 540), fronts="terrace"),
    street("Railway Terrace", (1300, 556), (1342, 612), (1420, 690), (1530, 800), (1640, 906), (1744, 985),
           fronts="terrace"),
    street("Gladstone Street", (1432, 704), (1560, 706), (1722, 700), fronts="terrace"),
    street("Jubilee Street", (1576, 842), (1650, 845), (1728, 840), fronts="terrace"),
    *_rows(),
    street("Dyehouse Lane", (1400, 404), (1394, 300), (1404, 180), (1398, 106), fronts="", highway="tertiary"),
    street("Canal Street", (1246, 214), (1300, 146), (1398, 106), (1500, 82), (1604, 78), fronts="terrace"),
    *_weavers(),
    street("Foundry Yard", (1300, 428), (1288, 330), (1246, 214), fronts="none", highway="unclassified"),
    street("Dyeworks Road", (1592, 292), (1660, 300), (1718, 290), fronts="none"),
    street("Beck Side", (1758, 375), (1726, 460), (1712, 540), (1724, 620), (1722, 700), (1728, 840), (1744, 985),
           fronts="terrace"),
    street("Rise Way", (2052, 462), (2034, 620), (2010, 800), (2060, 965), (2200, 1050), (2360, 1010), (2448, 868),
           (2424, 720), (2390, 606), highway="tertiary"),
    street("Madder Close", (2017, 725), (1960, 730), (1905, 712)),
    street("Teasel Way", (2042, 930), (1985, 990), (1975, 1080), (2060, 1150), (2180, 1165), (2262, 1120), (2240, 1046)),
    street("Indigo Walk", (2034, 620), (2110, 640), (2200, 625), (2290, 650), (2330, 700)),
    street("Weld Close", (2200, 625), (2195, 560)),
    street("Saffron Close", (2010, 820), (1950, 850), (1900, 835)),
    street("Fustic Grove", (2448, 868), (2530, 900), (2590, 860)),
    street("Woad Lane", (2424, 720), (2500, 730), (2580, 700), (2612, 690)),
    street("Lock Lane", (2080, 480), (2120, 380), (2110, 240), (2140, 110), highway="residential"),
    street("School Road", (2110, 420), (2010, 350), (1900, 345), (1850, 388)),
    street("Narrowboat Way", (2110, 240), (2220, 250), (2420, 215), (2520, 240), (2610, 290)),
    street("Towpath Close", (2420, 215), (2450, 140)),
    path((1246, 214), (1240, 130), (1256, 96), (1350, 75), (1525, 37), (1702, -5), (1880, 29), (2100, 69), (2300, 55), (2500, 33), (2661, 40), name="Canal towpath",
         highway="path"),
    path((1702, -5), (1714, 120), (1760, 190), (1790, 250), (1786, 372), name="Beck Path"),
    path((1786, 372), (1760, 480), (1752, 570), (1800, 720), (1822, 830), (1780, 990), (1744, 985), name="Beck Path"),
    path((1722, 700), (1780, 690), (1850, 700), (1905, 712)),
    path((1728, 840), (1830, 850), (1900, 835)),
    path((1712, 540), (1772, 552), (1860, 560), (1950, 600), (2034, 620)),
    path((1744, 985), (1690, 1040), (1600, 1110), (1400, 1110), (1196, 1076)),
    path((2110, 640), (2130, 720), (2190, 770), (2230, 840), (2230, 940), (2200, 1050)),
    path((2190, 770), (2300, 740), (2424, 720)),
    path((2010, 800), (2100, 790), (2190, 770)),
    path((1900, 345), (1880, 240), (1950, 130), (2000, 60)),
    lane((2330, 700), (2300, 760), (2240, 770)),
)  # fmt: skip

SITES = (
    park("Beckside Park", (1735, 400), (1795, 395), (1850, 560), (1900, 640), (1890, 780), (1880, 900), (1840, 1010),
         (1750, 1000), (1740, 860), (1735, 700), (1726, 600), (1735, 500)),
    park("Wharf Gardens", (1618, 175), (1705, 178), (1700, 60), (1692, 12), (1625, 28), (1618, 90)),
    site("Tower Green", outline((2075, 740), (2140, 700), (2300, 745), (2330, 860), (2240, 945), (2120, 940), (2070, 860)),
         leisure="park"),
    site("Canalside Allotments", outline((1815, 225), (1888, 240), (1940, 140), (1985, 76), (1880, 46), (1770, 20),
                                         (1760, 120)), landuse="allotments"),
    site("Tenterfields Primary School", outline((1915, 335), (2010, 338), (2095, 380), (2095, 250), (1985, 200),
                                                (1915, 250)), amenity="school"),
    site("Tenterfields Recreation Ground", outline((2005, 190), (2100, 230), (2130, 105), (2128, 72), (2020, 66)),
         leisure="recreation_ground"),
    site("Foundry Yard", outline((1215, 425), (1292, 420), (1380, 392), (1384, 210), (1330, 160), (1255, 225)),
         landuse="industrial"),
    site("Goods Yard", outline((1070, 215), (1190, 385), (1212, 425), (1250, 225), (1228, 190), (1130, 190)), landuse="brownfield"),
    site("", outline((1655, 345), (1740, 345), (1780, 300), (1745, 190), (1650, 190)), landuse="industrial"),
    site("", soft((1650, 1010), (1700, 1040), (1770, 1050), (1810, 1130), (1740, 1150), (1640, 1090)), natural="scrub"),
    site("Railway Wood", soft((1890, 1010), (1950, 1090), (2010, 1180), (2100, 1260), (2060, 1290), (1960, 1220),
                              (1870, 1120)), natural="wood"),
    site("Rise Wood", soft((2480, 960), (2600, 940), (2680, 1050), (2640, 1200), (2520, 1240), (2430, 1120)),
         natural="wood"),
    site("", outline((1618, 552), (1652, 552), (1653, 584), (1619, 584)), landuse="religious"),
    site("", outline((1465, 410), (1502, 407), (1503, 472), (1468, 474)), landuse="religious"),
    pitch((2062, 110), (64, 42), 88, "soccer"),
    site("Beckside Playground", soft((1820, 640), (1850, 650), (1846, 690), (1815, 680)), leisure="playground"),
)  # fmt: skip

HALLS = (
    hall("St Columba's Church", (1484, 426), (15, 30), 2, building="church", amenity="place_of_worship",
         religion="christian", denomination="anglican"),
    hall("St Columba's Hall", (1485, 460), (17, 20), 2, amenity="community_centre", building="hall"),
    hall("Jamia Masjid Tarrowby", (1636, 568), (26, 22), 0, building="mosque", amenity="place_of_worship",
         religion="muslim"),
    hall("Chapel Street Methodist Church", (1412, 575), (15, 21), 0, building="chapel", amenity="place_of_worship",
         religion="christian", denomination="methodist"),
    hall("Tenterfields Youth Club", (1700, 580), (16, 24), 0, disused__amenity="community_centre",
         note="closed 2014"),
    hall("Dyehouse Laundrette", (1385, 358), (10, 14), 92, building="retail", shop="laundry"),
    hall("Anwar and Sons", (1384, 342), (12, 14), 92, building="retail", shop="greengrocer"),
    hall("Kasia's Deli", (1383, 328), (11, 14), 92, building="retail", shop="deli"),
    hall("The Foundry Arms", (1383, 420), (15, 15), -6, building="pub", amenity="pub"),
    hall("Tenterfields Library", (1563, 412), (22, 17), 0, building="civic", amenity="library"),
    hall("Railway Club", (1363, 662), (22, 13), 42, building="yes", club="social", leisure="social_club"),
    hall("Tenterfields Post Office", (1533, 372), (12, 13), -3, building="retail", amenity="post_office"),
    hall("Golden Carp", (1547, 372), (9, 13), -3, building="retail", amenity="fast_food", cuisine="fish_and_chips"),
    hall("Beckside Surgery", (1690, 362), (26, 14), -4, amenity="doctors"),
    hall("Tenter Mill", (1702, 268), (34, 62), 4, building="industrial", historic="mill"),
    hall("Tarrowby Men's Shed", (1668, 320), (22, 13), 0, building="industrial", amenity="community_centre"),
    hall("Foundry Yard Bike Workshop", (1330, 340), (34, 22), 80, building="industrial", amenity="community_centre"),
    hall("", (1262, 380), (26, 50), 82, building="industrial"),
    hall("", (1332, 270), (40, 46), 78, building="industrial"),
    hall("", (1300, 205), (28, 34), 40, building="industrial"),
    hall("", (1340, 390), (36, 20), -10, building="industrial"),
    hall("Madder House", (2120, 850), (23, 23), 12, building="apartments", building__levels="13"),
    hall("Weld House", (2185, 900), (23, 23), 12, building="apartments", building__levels="13"),
    hall("Woad House", (2262, 875), (23, 23), 12, building="apartments", building__levels="13"),
    hall("The Rise Community Centre", (2196, 802), (34, 20), -8, amenity="community_centre", building="civic"),
    hall("Rise Parade", (2268, 790), (58, 13), -14, building="retail"),
    hall("The Teasel", (2318, 812), (20, 15), -14, building="pub", disused__amenity="pub", note="closed 2019"),
    hall("Tenterfields Primary School", (1995, 290), (62, 26), 12, building="school"),
    hall("", (2050, 318), (30, 22), 12, building="school"),
    hall("7th Tarrowby Scout Hut", (2082, 92), (9, 16), 0, building="hut", amenity="community_centre"),
    hall("Allotment Society Hut", (1862, 150), (12, 7), 20, building="hut"),
    hall("Lock House Tea Room", (1080, 14), (9, 13), 70, amenity="cafe"),
)  # fmt: skip

DISTRICTS = (
    district("shops", (1270, 372), (1270, 450), (1460, 430), (1618, 414), (1618, 360), (1430, 366)),
    district("", (1380, 210), (1380, 420), (1398, 420), (1398, 210)),
    district("terrace", (1260, 440), (1330, 620), (1760, 1010), (1760, 380), (1640, 360), (1640, 60), (1290, 110),
             (1390, 380)),
    district("estate", (1870, 440), (1880, 640), (1880, 1000), (2060, 1230), (2330, 1380), (2470, 1180), (2480, 960),
             (2640, 900), (2640, 690), (2500, 655), (2200, 560), (2060, 465), growth="estate", names="dyes"),
    district("semi", (1830, 385), (1960, 400), (2060, 450), (2200, 530), (2500, 625), (2618, 650), (2650, 420),
             (2650, 290), (2560, 90), (2130, 90), (2000, 250), growth="council", names="canal"),
)  # fmt: skip

SPOTS = (
    ((2268, 800), {"shop": "convenience", "name": "Rise Stores"}),
    ((2248, 785), {"amenity": "pharmacy", "name": "Rise Pharmacy"}),
    ((2288, 786), {"amenity": "fast_food", "name": "Star Kebab"}),
    ((2030, 640), {"highway": "bus_stop", "name": "Indigo Walk"}),
    ((2258, 1045), {"highway": "bus_stop", "name": "Rise Way top"}),
    ((1480, 392), {"highway": "bus_stop", "name": "St Columba's"}),
    ((1720, 380), {"highway": "bus_stop", "name": "Beck Bridge"}),
    ((1800, 655), {"amenity": "bench"}),
)

TENTERFIELDS = Quarter("Tenterfields", (1590, 640), STREETS, SITES, HALLS, DISTRICTS, SPOTS)

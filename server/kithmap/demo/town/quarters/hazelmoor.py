"""Hazelmoor: villas along Moor Road, then the estate of 1968 to 1974 beyond the old railway line."""

from kithmap.demo.town.curves import outline, soft
from kithmap.demo.town.plan import Quarter
from kithmap.demo.town.quarters.pens import district, hall, lane, park, path, pitch, site, street

STREETS = (
    street("Hazelmoor Way", (38, 1520), (240, 1580), (480, 1540), (720, 1600), (850, 1760), (820, 1960), (660, 2110),
           (420, 2150), (220, 2120), (74, 2110), highway="tertiary"),
    street("Fell Way", (37, 1740), (-160, 1720), (-380, 1760), (-520, 1880), (-480, 2060), (-280, 2150), (60, 2060),
           highway="tertiary"),
    street("Moor Lane", (-640, 1200), (-420, 1180), (-200, 1120), (-22, 1100)),
    street("Cemetery Road", (-30, 1020), (180, 1000), (420, 960), (560, 840), (640, 700), (660, 590), (604, 340)),
    street("Grammar School Lane", (560, 840), (720, 880), (900, 830), (1010, 700), (1020, 566)),
    street("Albion Street", (220, 650), (300, 760), (420, 800), (560, 840)),
    street("St Mark's Road", (-95, 702), (-230, 830), (-440, 850), (-500, 850)),
    street("Ruskin Road", (-62, 900), (-200, 930), (-380, 960), (-545, 960)),
    street("Curlew Drive", (600, 1545), (760, 1440), (900, 1460), (1010, 1470), (1070, 1460)),
    street("Ennerdale Road", (820, 1960), (960, 2010), (1080, 1960), (1180, 1800), (1228, 1690)),
    street("Buttermere Drive", (420, 2150), (440, 2300), (560, 2370)),
    street("Coniston Drive", (-480, 2060), (-620, 2120), (-835, 2070)),
    street("Wasdale Road", (-520, 1880), (-640, 1820), (-745, 1830)),
    path((240, 1580), (330, 1700), (440, 1800), (560, 1840), (700, 1800), (840, 1790)),
    path((440, 1800), (420, 1960), (420, 2150)),
    path((38, 1600), (180, 1680), (330, 1700)),
    lane((480, 1540), (500, 1640), (560, 1720)),
)  # fmt: skip

SITES = (
    park("Hazelmoor Green", (300, 1680), (470, 1640), (640, 1760), (640, 1900), (480, 1960), (360, 1880)),
    site("Hazelmoor Centre", outline((490, 1620), (640, 1620), (700, 1700), (640, 1760), (520, 1740)), landuse="retail"),
    site("Tarrowby Cemetery", outline((40, 1030), (180, 1010), (400, 970), (420, 1150), (200, 1260), (20, 1290)),
         landuse="cemetery"),
    site("Tarrowby Academy", outline((600, 905), (760, 905), (950, 850), (1120, 910), (980, 1060), (620, 1180),
                                     (560, 1000)), amenity="school"),
    pitch((800, 1030), (96, 58), -18, "rugby_union"), pitch((690, 1060), (90, 54), -18, "soccer"),
    pitch((930, 980), (70, 46), -30, "soccer"),
    site("Hazelmoor Primary School", outline((-260, 1790), (-80, 1770), (-20, 1900), (-120, 2000), (-280, 1960)),
         amenity="school"),
    park("Old Line Fields", (-620, 1480), (-300, 1400), (-20, 1260), (20, 1380), (-280, 1510), (-600, 1660)),
    pitch((-380, 1500), (92, 56), 24, "soccer"), pitch((-250, 1440), (86, 52), 24, "soccer"),
    site("Moor Allotments", outline((1080, 1130), (1190, 1120), (1300, 1250), (1160, 1400), (960, 1380), (930, 1300)),
         landuse="allotments"),
    site("Hazel Wood", soft((900, 2080), (1080, 2060), (1240, 1960), (1330, 2060), (1240, 2240), (1040, 2300), (900, 2220)),
         natural="wood"),
    site("St Mark's Rectory Garden", outline((-300, 860), (-220, 850), (-210, 920), (-300, 930)), leisure="garden"),
    site("Beacon Plantation", soft((-420, 2230), (-300, 2260), (-180, 2330), (-260, 2420), (-420, 2400)), natural="wood"),
)  # fmt: skip

HALLS = (
    hall("Hazelmoor Community Centre", (590, 1690), (36, 24), 20, building="civic", amenity="community_centre"),
    hall("Hazelmoor Parade", (545, 1650), (72, 14), 22, building="retail"),
    hall("The Curlew", (672, 1690), (22, 18), 30, building="pub", amenity="pub"),
    hall("St Aidan's Church", (300, 1640), (24, 24), 40, building="church", amenity="place_of_worship",
         religion="christian", denomination="anglican"),
    hall("Hazelmoor Library Link", (620, 1655), (16, 12), 20, building="civic", amenity="library"),
    hall("Fell Court", (380, 1850), (46, 16), 70, building="apartments", building__levels="5"),
    hall("Scafell House", (430, 1880), (22, 22), 10, building="apartments", building__levels="11"),
    hall("Helvellyn House", (520, 1900), (22, 22), 10, building="apartments", building__levels="11"),
    hall("Hazelmoor Primary School", (-150, 1880), (66, 30), -10, building="school"),
    hall("Tarrowby Academy", (690, 950), (94, 40), -4, building="school"),
    hall("", (820, 925), (50, 34), -16, building="school"),
    hall("Academy Sports Hall", (610, 1010), (38, 34), -10, building="sports_hall", leisure="sports_centre"),
    hall("Cemetery Chapel", (190, 1080), (10, 16), 0, building="chapel"),
    hall("St Mark's Church", (-190, 880), (20, 40), 30, building="church", amenity="place_of_worship",
         religion="christian", denomination="anglican"),
    hall("Moor Road Clinic", (24, 1220), (30, 16), 84, amenity="clinic", building="yes"),
    hall("Hazelmoor Kingdom Hall", (-60, 1640), (20, 16), 0, amenity="place_of_worship", religion="christian"),
    hall("Hazelmoor Scout Hut", (250, 2070), (18, 10), 10, building="hut", amenity="community_centre"),
)  # fmt: skip

DISTRICTS = (
    district("villas", (-95, 710), (-380, 640), (-500, 840), (-640, 1200), (-400, 1330), (0, 1180), (-40, 900),
             growth="villas", names="victorian"),
    district("villas", (-88, 712), (220, 668), (400, 580), (600, 420), (640, 600), (560, 830), (420, 950), (180, 990),
             (-30, 1010), growth="villas", names="victorian"),
    district("semi", (610, 400), (760, 450), (940, 495), (1090, 640), (1220, 760), (1250, 920), (1060, 900), (920, 810),
             (740, 860), (570, 830), growth="suburb", names="birds"),
    district("estate", (60, 1440), (420, 1430), (900, 1310), (1100, 1450), (1240, 1700), (1180, 1960), (900, 2060),
             (700, 2400), (110, 2380), (60, 1800), growth="estate", names="birds"),
    district("estate", (30, 1430), (20, 1800), (70, 2200), (-300, 2220), (-820, 2120), (-700, 1660), (-300, 1530),
             growth="estate", names="fells"),
)  # fmt: skip

SPOTS = (
    ((540, 1654), {"shop": "convenience", "name": "Hazelmoor Stores"}),
    ((560, 1660), {"amenity": "pharmacy", "name": "Moor Pharmacy"}),
    ((500, 1546), {"highway": "bus_stop", "name": "Hazelmoor Centre"}),
)

HAZELMOOR = Quarter("Hazelmoor", (300, 1790), STREETS, SITES, HALLS, DISTRICTS, SPOTS)

"""Southbridge: villas by the river park, railwaymen's streets, the hospital, and the council's garden estate."""

from kithmap.demo.town.curves import arc, outline, soft
from kithmap.demo.town.plan import Quarter
from kithmap.demo.town.quarters.pens import bend, district, hall, park, path, pitch, site, street

GARDEN = (-330, -1130)
"""The middle of the garden estate of 1922."""

STREETS = (
    bend("Garden Circle", arc(GARDEN, 84, 60, 240)),
    bend("Garden Circle", arc(GARDEN, 84, 60, -120)),
    bend("Outer Circle", arc(GARDEN, 190, -38, 212)),
    street("Addison Road", (36, -930), (-120, -1010), (-288, -1058)),
    street("Unwin Road", (-372, -1203), (-400, -1300), (-440, -1452)),
    street("Wheatley Road", (-402, -1088), (-560, -1040), (-760, -1060), (-860, -1200), (-880, -1492)),
    street("Hospital Lane", (70, -1230), (260, -1280), (520, -1260), (700, -1180), (780, -990)),
    street("Linden Road", (-300, -492), (-310, -600), (-300, -690)),
    street("Riverside Terrace", (-300, -492), (-480, -540), (-620, -440), fronts="villas"),
    street("Cavendish Road", (-620, -440), (-660, -620), (-640, -780), (-610, -860)),
    street("Portland Road", (-15, -600), (-160, -640), (-300, -690), (-480, -760), (-610, -860), (-760, -960)),
    street("Engineers' Row", (230, -410), (210, -470), (140, -540), (70, -590), (-8, -610), fronts="terrace"),
    street("Signal Street", (100, -462), (110, -500), (140, -540), fronts="terrace"),
    street("Pasture Lane", (170, -1800), (420, -1760), (760, -1800), (1100, -1700), (1300, -1500), (1400, -1110)),
    street("Gallows Hill", (170, -1800), (-160, -1860), (-420, -1760), (-480, -1470)),
    street("Oakham Way", (260, -1010), (300, -1140), (260, -1280)),
    street("Nightingale Way", (520, -1260), (560, -1440), (500, -1600), (420, -1760)),
    street("Meadow Bank", (400, -290), (480, -330), (560, -320), (600, -270), fronts="council"),
    path((-58, -395), (-180, -380), (-330, -420), (-450, -470)),
    path((-180, -380), (-260, -330), (-400, -280), (-600, -240)),
    path((-55, -400), (80, -330), (200, -330), (330, -260), (470, -170), (600, -160), (720, -190), (900, -260),
         (1000, -320), (1060, -420), (1240, -580), (1556, -660), name="River Path"),
)  # fmt: skip

SITES = (
    park("Victoria Park", (-75, -330), (-70, -470), (-300, -482), (-470, -520), (-610, -432), (-640, -250),
         (-560, -190), (-440, -230), (-200, -330)),
    site("", soft((-330, -370), (-310, -340), (-280, -350), (-290, -380)), leisure="playground"),
    pitch((-520, -400), (38, 38), 12, "bowls"),
    site("Tarrow General Hospital", outline((290, -1060), (620, -1000), (760, -1010), (690, -1170), (520, -1240),
                                            (300, -1250)), amenity="hospital"),
    site("Garden Circle Green", soft((-380, -1130), (-330, -1080), (-280, -1130), (-330, -1180)), leisure="park"),
    site("Southbridge Recreation Ground", outline((-60, -1060), (30, -1000), (60, -1260), (-120, -1340), (-150, -1200)),
         leisure="recreation_ground"),
    pitch((-40, -1190), (60, 92), 8, "soccer"),
    site("Southbridge School", outline((-460, -1500), (-200, -1440), (-160, -1640), (-300, -1740), (-440, -1690)),
         amenity="school"),
    pitch((-330, -1640), (84, 50), -14, "soccer"),
    site("Railway Allotments", outline((-440, -770), (-300, -712), (-100, -660), (-60, -690), (-180, -760), (-420, -870),
                                       (-560, -930), (-570, -880)), landuse="allotments"),
    site("Gallows Wood", soft((-260, -1900), (-120, -1930), (-20, -2050), (-120, -2160), (-300, -2120), (-360, -1990)),
         natural="wood"),
    site("Riverside Meadow", outline((60, -320), (380, -220), (440, -150), (540, -150), (430, -280), (240, -380),
                                     (60, -440)), landuse="meadow"),
    site("Southbridge Cricket Club", soft((-960, -1120), (-900, -1180), (-910, -1330), (-1050, -1350), (-1110, -1230)),
         leisure="recreation_ground"),
)  # fmt: skip

HALLS = (
    hall("Tarrow General Hospital", (420, -1120), (120, 44), 6, building="hospital"),
    hall("", (560, -1110), (60, 70), 6, building="hospital"),
    hall("", (400, -1190), (70, 30), 6, building="hospital"),
    hall("Hospital Chapel", (330, -1110), (12, 20), 6, building="chapel"),
    hall("Gurdwara Guru Nanak Sahib", (70, -1010), (32, 26), 82, building="temple", amenity="place_of_worship",
         religion="sikh"),
    hall("Southbridge Community Centre", (-420, -1186), (30, 18), 30, building="civic", amenity="community_centre"),
    hall("St Barnabas Church", (-236, -1040), (18, 36), 40, building="church", amenity="place_of_worship",
         religion="christian", denomination="anglican"),
    hall("Southbridge School", (-330, -1530), (84, 32), 14, building="school"),
    hall("Bandstand", (-400, -330), (9, 9), 20, building="yes", amenity="theatre"),
    hall("Park Lodge", (-84, -462), (12, 10), 0, building="house"),
    hall("The Navvy", (-26, -560), (16, 14), 80, building="pub", amenity="pub"),
    hall("The Bridge Inn", (-88, -420), (18, 16), 86, building="pub", amenity="pub"),
    hall("London Road Parade", (12, -870), (52, 13), 82, building="retail"),
    hall("Tarrowby Rowing Club", (350, -236), (28, 13), 30, building="boathouse", leisure="social_club"),
)  # fmt: skip

DISTRICTS = (
    district("villas", (-55, -490), (-300, -500), (-620, -450), (-760, -420), (-880, -410), (-860, -600), (-820, -940),
             (-620, -850), (-300, -690), (-30, -600), growth="villas", names="dukes"),
    district("terrace", (-30, -490), (110, -470), (230, -425), (320, -450), (200, -570), (20, -660), (-30, -610)),
    district("council", (20, -950), (-140, -830), (-420, -900), (-740, -1020), (-1060, -1160), (-1100, -1420),
             (-700, -1480), (-280, -1410), (60, -1290), growth="council", names="reformers"),
    district("semi", (90, -1310), (-280, -1430), (-480, -1470), (-480, -1760), (-160, -1850), (160, -1790),
             growth="suburb", names="flowers"),
    district("semi", (90, -1310), (260, -1290), (520, -1270), (800, -1190), (800, -1000), (1040, -1040), (1400, -1120),
             (1300, -1500), (1100, -1690), (760, -1780), (420, -1750), (180, -1790), growth="suburb", names="flowers"),
    district("semi", (50, -960), (260, -1015), (290, -1140), (250, -1270), (80, -1290), growth="suburb",
             names="flowers"),
    district("terrace", (20, -760), (60, -780), (66, -940), (24, -940)),
    district("semi", (210, -1820), (420, -1770), (760, -1810), (740, -1960), (260, -2000), growth="modern",
             names="flowers"),
)  # fmt: skip

SPOTS = (
    ((20, -856), {"shop": "bakery", "name": "Southbridge Bakery"}),
    ((24, -880), {"shop": "hairdresser", "name": "Cutting Lane"}),
    ((250, -1270), {"highway": "bus_stop", "name": "Hospital"}),
)

SOUTHBRIDGE = Quarter("Southbridge", (-300, -900), STREETS, SITES, HALLS, DISTRICTS, SPOTS)

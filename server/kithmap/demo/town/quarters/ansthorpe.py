"""Ansthorpe: a village with its green, church and pond, and the houses that joined it to the town."""

from kithmap.demo.town.curves import outline, soft
from kithmap.demo.town.plan import Quarter
from kithmap.demo.town.quarters.pens import district, hall, lane, park, path, pitch, site, street

STREETS = (
    street("The Green", (-2180, -300), (-2140, -210), (-2060, -170), (-1985, -222), (-1960, -318), fronts="village"),
    street("Church Street", (-2060, -170), (-2100, -80), (-2200, -20), (-2330, -60), (-2400, -180), (-2330, -318),
           fronts="village"),
    street("Back Lane", (-2160, -420), (-2300, -440), (-2420, -410), (-2480, -300), fronts="village"),
    street("Manor Lane", (-2200, -20), (-2180, 120), (-2080, 260), (-2000, 330), fronts="village"),
    street("Water Lane", (-1985, -222), (-1860, -120), (-1800, 40), (-1680, 120), (-1562, 120), fronts="village"),
    street("Pinfold Lane", (-2040, -900), (-2240, -880), (-2400, -760), (-2380, -560), (-2300, -440), fronts="village"),
    street("Glebe Road", (-1500, -100), (-1660, -130), (-1800, -190), (-1900, -170)),
    street("Lime Avenue", (-1250, -340), (-1230, -560), (-1280, -800), (-1420, -920), (-1640, -960), (-2020, -930)),
    street("Whinfield Road", (-1640, -372), (-1660, -560), (-1600, -760), (-1640, -960)),
    street("Sycamore Drive", (-1230, -560), (-1400, -600), (-1560, -580), (-1655, -540)),
    street("Rowan Road", (-950, -386), (-920, -600), (-980, -800), (-1130, -860), (-1290, -810)),
    street("Bridge Meadow", (-1490, -160), (-1320, -140), (-1180, -80), (-1060, -90)),
    street("Eastfield Road", (-1250, -340), (-1220, -200), (-1180, -80)),
    path((-1562, 150), (-1700, 260), (-1900, 470), (-2240, 560), (-2600, 560), name="River Path"),
    path((-1540, 300), (-1350, 140), (-1150, 20), (-900, 0), (-760, -40), (-600, -240), (-470, -380), (-300, -440),
         name="River Path"),
    path((-2330, -60), (-2480, 60), (-2700, 200), (-2900, 420)),
    lane((-2380, -560), (-2560, -600), (-2760, -720)),
)  # fmt: skip

SITES = (
    site("Ansthorpe Green", outline((-2170, -292), (-2138, -216), (-2060, -178), (-1992, -226), (-1970, -310)),
         leisure="common", landuse="grass"),
    site("St Mary's Churchyard", soft((-2270, -110), (-2200, -70), (-2150, -110), (-2170, -180), (-2250, -190)),
         landuse="cemetery"),
    site("Ansthorpe Manor", soft((-2170, 0), (-2090, 20), (-2030, 120), (-2080, 210), (-2150, 120)), leisure="garden"),
    site("Ansthorpe Cricket Ground", soft((-1960, -20), (-1880, 30), (-1850, 130), (-1930, 190), (-2030, 130), (-2030, 20)),
         leisure="recreation_ground"),
    pitch((-1940, 85), (80, 70), 20, "cricket"),
    park("Whinfield Park", (-1300, -600), (-1420, -620), (-1600, -600), (-1590, -740), (-1620, -900), (-1430, -890),
         (-1300, -790)),
    site("Whinfield Primary School", outline((-1260, -380), (-1420, -400), (-1430, -570), (-1250, -540)),
         amenity="school"),
    pitch((-1345, -520), (62, 38), 8, "soccer"),
    site("Hollow Wood", soft((-2040, -1040), (-1960, -1100), (-1960, -1260), (-2080, -1350), (-2180, -1240), (-2140, -1080)),
         natural="wood"),
    site("Ansthorpe Allotments", outline((-2220, -460), (-2370, -470), (-2370, -640), (-2230, -640)),
         landuse="allotments"),
    site("Ferry Meadow", soft((-1440, 20), (-1300, 40), (-1140, -10), (-960, -40), (-900, -120), (-1040, -60),
                              (-1180, -50), (-1320, -110), (-1450, -60)), landuse="meadow"),
    site("Orchard Piece", outline((-2420, -60), (-2520, -120), (-2500, -260), (-2400, -270)), landuse="orchard"),
)  # fmt: skip

HALLS = (
    hall("St Mary's Church", (-2212, -130), (34, 14), 4, building="church", amenity="place_of_worship",
         religion="christian", denomination="anglican"),
    hall("Ansthorpe Village Hall", (-2078, -142), (24, 13), 16, building="hall", amenity="community_centre"),
    hall("The Plough", (-2202, -270), (20, 12), 64, building="pub", amenity="pub"),
    hall("Ansthorpe Manor", (-2105, 90), (34, 18), 60, building="manor"),
    hall("Manor Farm Barns", (-2236, 60), (40, 12), 70, building="barn"),
    hall("Ansthorpe Stores", (-2010, -330), (16, 11), 6, building="retail", shop="convenience"),
    hall("Cricket Pavilion", (-1990, 100), (16, 8), 70, building="pavilion"),
    hall("Whinfield Primary School", (-1330, -440), (64, 30), 4, building="school"),
    hall("Whinfield Community Rooms", (-1585, -545), (22, 14), -8, building="hall", amenity="community_centre"),
    hall("Whinfield Shops", (-1690, -400), (52, 13), 3, building="retail"),
    hall("Ferry Inn", (-1590, 232), (18, 13), 60, building="pub", amenity="pub"),
)  # fmt: skip

DISTRICTS = (
    district("village", (-1960, -318), (-1900, -120), (-2040, -60), (-2200, 120), (-2420, 0), (-2500, -250),
             (-2660, -280), (-2660, -340), (-2480, -380), (-2320, -480), (-2140, -480), (-2060, -330),
             growth="village", names="village"),
    district("semi", (-1100, -345), (-960, -400), (-880, -620), (-960, -860), (-1140, -900), (-1260, -830),
             (-1220, -600), growth="suburb", names="trees"),
    district("bungalows", (-1640, -360), (-1680, -560), (-1620, -760), (-1660, -980), (-2010, -910), (-2130, -560),
             (-2160, -330), (-1960, -330), growth="suburb", names="trees"),
    district("council", (-1260, -350), (-1640, -372), (-1940, -310), (-1880, -150), (-1640, -90), (-1500, -80),
             (-1180, -60), (-1040, -70), (-1000, -370), growth="council", names="village"),
    district("semi", (-1640, -960), (-1420, -900), (-1280, -800), (-1140, -870), (-1100, -1000), (-1500, -1200),
             (-1860, -1200), (-2000, -950), growth="modern", names="trees"),
)  # fmt: skip

ANSTHORPE = Quarter("Ansthorpe", (-2010, -420), STREETS, SITES, HALLS, DISTRICTS, ())

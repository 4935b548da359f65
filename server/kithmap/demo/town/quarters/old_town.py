"""The Old Town: market place, church, castle green, and crooked streets inside a bend of the river."""

from kithmap.demo.town.curves import outline, soft, straight
from kithmap.demo.town.plan import Quarter
from kithmap.demo.town.quarters.pens import bend, district, hall, lane, park, path, site, street

STREETS = (
    bend("Market Place", straight((-62, 30), (14, 66), (4, 124), (-42, 150)), "shops"),
    bend("Market Place", straight((-62, 30), (-66, 84), (-42, 150)), "shops"),
    street("Church Lane", (-66, 20), (-120, 2), (-136, -52), (-230, -74), (-300, -30), (-322, 60), (-330, 122),
           fronts="old"),
    street("Butter Row", (14, 66), (34, 36), (40, -14), (20, -76), (-84, -80), fronts="shops", highway="pedestrian"),
    street("Castle Street", (270, 92), (252, 20), (262, -36), (160, -66), (40, -14), fronts="old"),
    street("Waterside", (-72, -262), (20, -240), (120, -238), (230, -214), (350, -130), (420, -70), (470, 0), (545, 10),
           fronts="old"),
    street("Tanner's Lane", (20, -76), (40, -150), (20, -240), fronts="old"),
    street("Salter's Row", (160, -66), (150, -150), (120, -238), fronts="old"),
    street("Fishergate", (-66, -200), (-150, -206), (-260, -190), (-372, -122), (-440, -10), (-480, 196), fronts="old"),
    street("Sheep Street", (-190, 108), (-214, 200), (-190, 290), (-120, 340), (-60, 350), fronts="old"),
    street("Cross Keys Lane", (70, 87), (76, 170), (40, 262), (-62, 290), fronts="shops"),
    street("Friargate", (270, 92), (282, 190), (250, 320), (290, 450), (340, 596), fronts="old"),
    street("Hog Hill", (-60, 350), (60, 372), (160, 350), (250, 320), fronts="old"),
    street("Vine Street", (390, 118), (430, 210), (420, 320), (470, 420), (492, 504), fronts="old"),
    street("Bell Lane", (282, 190), (350, 215), (430, 210), fronts="old"),
    street("Spitalgate", (-112, 500), (0, 486), (150, 470), (290, 450), (450, 400), fronts="old"),
    street("Gaol Street", (-330, 122), (-360, 240), (-330, 370), (-230, 430), (-110, 460), fronts="old"),
    street("Swinegate", (-214, 200), (-290, 230), (-356, 250), fronts="old"),
    street("Paradise Row", (-360, 240), (-470, 330), (-540, 420), fronts="old"),
    street("Abbot's Walk", (390, 118), (400, 40), (380, -40), (372, -110), fronts="old"),
    street("Bank Street", (500, 150), (520, 70), (545, 10), fronts="old"),
    street("Maltings Way", (628, 165), (700, 60), (690, -20), fronts="none"),
    street("Station Square", (868, 165), (900, 190), (960, 250), (960, 330), (950, 478), fronts="none"),
    lane((868, 165), (880, 110), (915, 60)),
    lane((250, 320), (320, 310), (400, 330), (420, 320)),
    lane((150, 470), (140, 400), (160, 350)),
    path((40, -240), (40, -262), (150, -248), (262, -226), (420, -96), (490, -50), (640, -56), (720, -60),
         name="River Walk"),
    path((-66, -275), (-170, -262), (-260, -240), (-420, -190), (-560, -100), (-790, 95), (-1000, 80),
         (-1160, 205), (-1462, 340), name="River Walk"),
    path((-560, -100), (-500, 30), (-480, 196)),
    path((720, -60), (760, -20), (740, 90), (740, 178)),
    path((180, 77), (188, 170), (176, 260), (160, 350), name="Friars' Walk", highway="pedestrian"),
    path((74, 150), (186, 147), (277, 150), highway="pedestrian"),
)  # fmt: skip

SITES = (
    site("", outline((-57, 38), (8, 69), (0, 121), (-42, 143), (-61, 84)), highway="pedestrian", area="yes"),
    site("St Oswin's Churchyard", soft((-280, 70), (-290, -20), (-220, -58), (-146, -40), (-128, 20), (-180, 80)),
         landuse="cemetery"),
    park("Castle Green", (262, -40), (270, 20), (376, 20), (372, -110), (262, -190), (160, -150), (160, -70)),
    site("The Motte", soft((286, -60), (310, -40), (330, -64), (310, -92)), historic="castle", natural="scrub"),
    park("Westgate Meadows", (-500, 170), (-690, 250), (-830, 330), (-860, 200), (-780, 100), (-560, -100), (-460, -60)),
    site("Friars' Walk Shopping Centre", outline((86, 108), (262, 106), (272, 200), (238, 310), (150, 330), (84, 262)),
         landuse="retail"),
    site("Tarrowby Bus Station", outline((290, 250), (410, 240), (410, 315), (270, 316)), amenity="bus_station"),
    site("", outline((450, 250), (600, 240), (600, 330), (480, 400), (440, 330)), amenity="parking"),
    site("The Maltings", outline((650, 140), (700, 80), (800, 120), (790, 160)), landuse="retail"),
    site("", outline((770, 120), (850, 60), (900, 120), (868, 150)), amenity="parking"),
    site("St Oswin's School", outline((-320, 390), (-250, 450), (-330, 560), (-450, 520), (-440, 400)),
         amenity="school"),
    site("Station Car Park", outline((975, 240), (1000, 232), (1085, 360), (1130, 430), (970, 440)), amenity="parking"),
    site("Spital Gardens", outline((0, 500), (150, 486), (170, 610), (20, 640)), leisure="garden"),
)  # fmt: skip

HALLS = (
    hall("St Oswin's Church", (-212, 12), (52, 20), -8, building="church", amenity="place_of_worship",
         religion="christian", denomination="anglican"),
    hall("", (-240, 16), (12, 12), -8, building="tower"),
    hall("Tarrowby Town Hall", (-22, 108), (26, 16), -30, building="civic", amenity="townhall"),
    hall("Corn Exchange", (-92, 30), (20, 34), 82, building="civic", amenity="theatre"),
    hall("Market Cross", (-40, 74), (5, 5), 20, historic="wayside_cross"),
    hall("Tarrowby Library", (216, 372), (38, 24), -8, building="civic", amenity="library"),
    hall("Tarrowby Museum", (330, 66), (24, 20), 5, building="civic", tourism="museum"),
    hall("Friars' Walk", (130, 225), (56, 120), -8, building="retail"),
    hall("", (232, 220), (54, 110), -4, building="retail"),
    hall("Bus Station", (340, 280), (96, 12), 3, building="transportation"),
    hall("Tarrowby Station", (912, 132), (46, 13), 58, building="train_station"),
    hall("The Maltings", (735, 122), (30, 66), 60, building="retail"),
    hall("Quaker Meeting House", (-250, 262), (14, 18), 20, amenity="place_of_worship", religion="christian",
         denomination="quaker"),
    hall("Spital Almshouses", (66, 520), (80, 9), 5, building="residential", historic="building"),
    hall("St Oswin's School", (-370, 470), (58, 26), 20, building="school"),
    hall("Salvation Army Hall", (330, 400), (18, 24), 12, amenity="social_facility", building="hall"),
    hall("Castle Street Baptist Church", (232, 8), (18, 26), 10, building="church", amenity="place_of_worship",
         religion="christian", denomination="baptist"),
    hall("The Regal", (560, 186), (28, 40), 8, building="civic", amenity="cinema"),
)  # fmt: skip

DISTRICTS = (
    district("old", (-700, 260), (-560, 420), (-360, 590), (-95, 680), (200, 630), (450, 500), (600, 330), (616, 165),
             (540, 10), (420, -90), (150, -260), (-200, -280), (-420, -150), (-520, 20), (-500, 190),
             growth="old", names="old"),
    district("old", (628, 140), (860, 150), (940, 300), (940, 450), (760, 410), (622, 330), growth="old", names="old"),
)  # fmt: skip

SPOTS = (
    ((-20, 84), {"amenity": "marketplace", "name": "Tarrowby Market"}),
    ((880, 150), {"highway": "bus_stop", "name": "Railway Station"}),
)

OLD_TOWN = Quarter("Old Town", (-20, 210), STREETS, SITES, HALLS, DISTRICTS, SPOTS)

"""Where people of Tenterfields meet. Words of the story: CC BY 4.0."""

from kithmap.demo.marking import along, at
from kithmap.demo.model import Meeting, Place

MEETING_PLACES: tuple[Place, ...] = (
    Place("laundrette", "meeting_place", "The laundrette, where everybody talks",
          "Forty minutes while the wash goes round and nobody's in a hurry. If something has happened in Tenterfields "
          "it was said by them dryers first.", at(1385, 358), "jean", 13, "public",
          meeting=Meeting("anyone with a bag of washing and plenty without", "daily", "up_to_10", "everyone")),
    Place("tuesday_dinner", "meeting_place", "Tuesday dinner at St Columba's Hall",
          "Two courses, no forms, no questions. You eat next to whoever you sit next to. We started with 12 and "
          "last week laid 71.", at(1488, 464), "sue", 13, "public",
          meeting=Meeting("whoever is hungry or fed up of their own four walls", "weekly", "up_to_100", "everyone")),
    Place("school_gate", "meeting_place", "School gate, ten to nine and quarter past 3",
          "not joking this is the real council. evrything gets sorted here, who needs shoes whos mum is in hospital",
          at(2010, 346), "shaz", 14, "partners",
          meeting=Meeting("mums dads nans, mostly the same faces", "daily", "up_to_100", "everyone")),
    Place("masjid_friday", "meeting_place", "After Friday prayer",
          "The prayer is half an hour. The talking in the yard after is an hour, and that is also good for people.",
          at(1634, 563), "hussain", 15, "public",
          meeting=Meeting("men, women and children of the mosque, and neighbours are welcome for tea", "weekly", "more",
                          "everyone")),
    Place("shed_mornings", "meeting_place", "Men's Shed, Mondays and Wednesdays",
          "You talk shoulder to shoulder not face to face. Easier. Women come Wednesdays and they're better at joints.",
          at(1668, 322), "pete", 16, "public",
          meeting=Meeting("mostly retired, some signed off work, two lads from the college", "weekly", "up_to_30",
                          "everyone")),
    Place("allotment_tea", "meeting_place", "Sunday tea at the allotment hut",
          "Members' tea, 3 pm prompt. I should add that non-members have been attending since 2021 and the roof has "
          "not fallen in.", at(1862, 151), "brian", 17, "partners",
          meeting=Meeting("plot holders, their children, latterly half the Comfort Lodge", "weekly", "up_to_30",
                          "everyone")),
    Place("bench_club", "meeting_place", "Thursday bench, Beckside",
          "Five of us and a flask. We look at the ducks and put the world right. If someone is missing we go and knock.",
          at(1800, 655), "dot", 18, "partners",
          meeting=Meeting("ladies from the Rise and Gladstone Street, and Arthur", "weekly", "up_to_10", "everyone")),
    Place("bike_night", "meeting_place", "bike workshop weds night",
          "you come in with a broken bike and go out with one that works and u did it yourself. warm. theres toast",
          at(1330, 344), "callum", 19, "public",
          meeting=Meeting("13 to 19 mostly, little brothers get in if theyre quiet", "weekly", "up_to_30", "everyone")),
    Place("bingo", "meeting_place", "Railway Club bingo Thursdays",
          "Last working mans club in Tarrowby. 40 on a good night used to be 200. Beer still 2.80", at(1363, 663), "gaz",
          21, "partners", meeting=Meeting("members and guests signed in", "weekly", "up_to_100", "members")),
    Place("warm_room", "meeting_place", "The warm room, Rise Community Centre",
          "OPEN NOVEMBER TO MARCH BECAUSE OF US NOT THE COUNCIL. Soup, jigsaw, phone charging, company.", at(2196, 804),
          "maureen", 22, "public",
          meeting=Meeting("people from the towers who can't put the heating on", "weekly", "up_to_30", "everyone")),
    Place("story_time", "meeting_place", "Story time in the library",
          "Ten-thirty on Saturdays, in English and one other language. So far: Polish, Urdu, Arabic, Twi and "
          "(by popular demand) Pirate.", at(1563, 414), "ruth", 24, "public",
          meeting=Meeting("under-sevens and whoever brings them", "weekly", "up_to_30", "everyone")),
    Place("choir", "meeting_place", "Chapel Street choir",
          "No audition! If you can say good morning you can sing. We did the hospital and the Christmas market.",
          at(1412, 576), "grace", 26, "public",
          meeting=Meeting("28 people, six churches, one mosque and some who believe in nothing but alto", "weekly",
                          "up_to_30", "everyone")),
    Place("the_wall", "meeting_place", "The wall by Star Kebab",
          "This is where they go now the club is shut. They are not bad kids. Please don't put this on the big screen, "
          "they get moved on enough.", at(2292, 798), "delroy", 28, "facilitators", "neighbourhood",
          meeting=Meeting("ten or so young people, 14 to 18", "daily", "up_to_10", "not_sure")),
    Place("walking_bus", "meeting_place", "The walking bus",
          "Eleven kids, two hi-vis, rain or shine, from the top of Rise Way to the school door. Began when they took the "
          "real bus off us.", along((2258, 1040), (2160, 1030), (2062, 962), (2012, 805), (2036, 620), (2052, 465),
                                   (2078, 478), (2110, 420), (2012, 351)), "ross", 30, "partners", "street",
          meeting=Meeting("reception to year 6, whichever parents are on the rota", "daily", "up_to_30", "everyone")),
)  # fmt: skip

"""What particular people can do and give. None is placed at anyone's home. Words of the story: CC BY 4.0."""

from kithmap.demo.marking import at
from kithmap.demo.model import Place

GIFTS: tuple[Place, ...] = (
    Place("jean_listens", "gift_or_skill", "Jean notices",
          "She clocked my dad was washing the same one shirt every week after mum died. Never said a word, just asked him to "
          "carry her bag home. He's at the shed now. Thank you Jean.", at(1394, 366), "quiet_one", 33, "partners", "street"),
    Place("letters", "gift_or_skill", "Mr Hussain reads letters",
          "I was thirty years a clerk at the dye works. Bring the brown envelope, we open it together. English, Urdu, "
          "Punjabi. Most of the time it is not as bad as you fear.", at(1567, 409), "hussain", 27, "public"),
    Place("pete_mends", "gift_or_skill", "Anything with a motor, Pete",
          "Mowers, mobility scooters, mixers. I don't charge. Cake is accepted.", at(1662, 319), "pete", 29, "public"),
    Place("amina_cooks", "gift_or_skill", "I can cook for 60",
          "In Khartoum I had a small restaurant. Here I was in one room with kettle. Now Tuesdays I cook again. "
          "My hands are happy.", at(1482, 456), "amina", 25, "public"),
    Place("nuala_names", "gift_or_skill", "Nuala knows every name",
          "19 years with the lollipop. I know who's had no breakfast by how they cross the road. I tell school, quiet like.",
          at(2068, 449), "nuala", 23, "partners", "street"),
    Place("grace_sings", "gift_or_skill", "Grace gets a room singing",
          "I have seen her do it to a bus queue.", at(1418, 579), "sue", 35, "public"),
    Place("lena_engines", "gift_or_skill", "Stoves, engines, frozen locks",
          "Been on the cut 11 years. If your boiler's dead and the landlord won't answer I'll have a look. Knock on the "
          "green boat.", at(1462, 52), "lena", 31, "partners", "100m"),
    Place("delroy_youth", "gift_or_skill", "A youth worker with no youth club",
          "22 years at the club till they locked it. I still walk round of an evening. They still talk to me. Nobody pays me "
          "and I'm not stopping.", at(1722, 604), "delroy", 32, "partners", "neighbourhood"),
    Place("kasia_translates", "gift_or_skill", "I go with people to doctor",
          "I help with Polish, Russian, also Ukrainian a little bit. It is frightening to be ill in second language.",
          at(1693, 358), "kasia", 34, "partners"),
    Place("dots_list", "gift_or_skill", "Dot's list",
          "Fourteen of us. I ring three, they ring three, and round it comes back to me by half past nine. It started as "
          "lifts to the doctor's when the 14 stopped.", at(2064, 560), "dot", 36, "partners", "neighbourhood"),
    Place("callum_teaches", "gift_or_skill", "teaching the little ones punctures",
          "im good at it turns out. got my level 1. never passed nothing at school", at(1322, 348), "callum", 38),
)  # fmt: skip

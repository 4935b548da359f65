"""What is remembered in Tenterfields. Words of the story: CC BY 4.0."""

from kithmap.demo.marking import along, at
from kithmap.demo.model import Place

LORE: tuple[Place, ...] = (
    Place("tenter_frames", "story_or_culture", "Cloth on the hill",
          "Before the estate this was all frames, half a mile of wet cloth hooked out to dry. On tenterhooks, that's us. "
          "My great-gran said when the madder was out the hill looked like it was bleeding.", at(2140, 985), "jean", 37, "public"),
    Place("hooter", "story_or_culture", "The dye works hooter",
          "Ten to eight every morning. When it stopped in 1981 babies on Fuller Street wouldn't settle for a week.", at(1706, 246),
          "gaz", 32, "public"),
    Place("flood", "story_or_culture", "The flood of 77",
          "Canal came up through the grates. We were passed out the bedroom window into a coal boat. Whole street slept in the "
          "mosque, it was still the old chapel then.", along((1300, 146), (1398, 106), (1500, 84), (1600, 80)), "gaz", 45, "public",
          "street"),
    Place("eid_carnival", "story_or_culture", "The year Eid and Carnival fell together",
          "2019. Two processions, one road. Nobody had planned it, and they just... merged. Steel band and biryani.",
          along((1290, 428), (1400, 404), (1500, 396), (1600, 388), (1780, 373)), "tariq", 47, "public"),
    Place("mural", "story_or_culture", "Our faces on the club wall",
          "We painted it in 2009. I'm the one with the football. Half of us have moved, one of us has died, and it's never once been "
          "tagged.", at(1708, 590), "late", 41, "public"),
    Place("strike", "story_or_culture", "The dye girls' strike, 1911",
          "Eleven weeks, out over their ruined hands. They met in Chapel Street schoolroom. The banner is in the library, ask me.",
          at(1690, 276), "ruth", 43, "public"),
    Place("ghost_14", "story_or_culture", "Where the 14 went",
          "I still hear it change gear at the bottom of the hill. You could go from the towers to your doctor to your sister on one "
          "ticket. That road was a thread and they pulled it.",
          along((2258, 1040), (2120, 1012), (2040, 930), (2012, 800), (2034, 620), (2056, 468), (1960, 410), (1790, 373),
                (1600, 389), (1420, 402)), "maureen", 50, "public", "street"),
)  # fmt: skip

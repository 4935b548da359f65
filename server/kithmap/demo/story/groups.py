"""Associations and institutions of Tenterfields. Words of the story: CC BY 4.0."""

from kithmap.demo.marking import around, at
from kithmap.demo.model import Place

GROUPS: tuple[Place, ...] = (
    Place("allotment_society", "association", "Tenterfields Allotment Society, est. 1919",
          "62 plots, 58 in cultivation. In 2020 it was 31. I opposed opening the far side to the people from the Comfort "
          "Lodge. I was wrong, and it is in the minutes that I was wrong.",
          around((1775, 60), (1870, 45), (1975, 70), (1930, 145), (1880, 228), (1825, 215), (1780, 120)), "brian", 15, "public"),
    Place("save_the_14", "association", "SAVE THE 14",
          "They cut our bus in 2021 and split the estate off from the doctor, the shops and each other. 1,104 signatures. "
          "We got a reply in SEVEN MONTHS.", at(2256, 1040), "maureen", 14, "public"),
    Place("together", "association", "Tenterfields Together",
          "Two part-time staff, 40 volunteers and a photocopier. We hold the keys, the insurance and the tea urn for nearly "
          "everybody on this map.", at(1478, 468), "ruth", 20, "public"),
    Place("van_crew", "association", "The food van crew",
          "Started with my uncle's van and the mosque car park. Nine of us now, two from the church, one lad who used to be in "
          "the queue.", at(1646, 562), "tariq", 18, "public"),
    Place("beckside_friends", "association", "Friends of Beckside",
          "We pulled 14 trolleys and a motorbike out the beck. Kingfisher came back in March.", at(1776, 782), "ross", 40, "public"),
    Place("rise_tenants", "association", "Rise Tenants and Residents",
          "Meets when there's trouble so we meet a lot", at(2187, 806), "maureen", 41, "partners"),
    Place("scouts", "association", "7th Tarrowby Scouts",
          "Waiting list of 30 because we have two leaders. If you can tie your own shoes we want you.", at(2082, 94), "ross", 33,
          "public"),
    Place("juniors", "association", "Rec juniors football",
          "under 9s under 11s and girls team. subs is £2 and if you cant you cant, nobody says anything", at(2062, 112), "shaz", 37,
          "public"),
    Place("boaters", "association", "Tarrow boaters",
          "About a dozen boats, moves with the seasons. We look out for the towpath at night, folk feel safer with a lit "
          "window.", at(1580, 26), "lena", 43, "partners", "100m"),
    Place("bench_scheme", "association", "The bench scheme",
          "One bench every 200 paces from the Rise to the surgery, so you can walk it with bad knees. Shed builds them. "
          "Seven down, four to go.", at(1790, 702), "pete", 20, "public"),
    Place("st_columbas", "institution", "St Columba's",
          "Congregation of 34, roof fund of £212, and the busiest kitchen in the town.", at(1484, 428), "sue", 16, "public"),
    Place("masjid", "institution", "Jamia Masjid",
          "My father and his friends bought the chapel building for £4,000 in 1972. Every brick of the new one was paid by "
          "people on wages.", at(1637, 571), "hussain", 17, "public"),
    Place("primary_school", "institution", "Tenterfields Primary",
          "31 languages and one school dinner hall. Head stands at the gate every single day.", at(1995, 292), "nuala", 19, "public"),
    Place("surgery", "institution", "Beckside Surgery",
          "I work here. What people come with is very often not what is wrong. We are starting to ask: who do you see in a "
          "week?", at(1687, 362), "priya", 21, "public"),
    Place("library", "institution", "Tenterfields Library",
          "Carnegie, 1908. Council let it go in 2016, we didn't. Run by volunteers four days a week. The heating is an "
          "adventure.", at(1558, 411), "ruth", 18, "public"),
    Place("chapel", "institution", "Chapel Street Methodist",
          "Small and faithful. The schoolroom is let to anybody who will put the chairs back.", at(1411, 570), "grace", 22, "public"),
    Place("post_office", "institution", "The Post Office",
          "only place left to pay cash for owt. she explains it without making you feel thick", at(1533, 373), "quiet_two", 39),
)  # fmt: skip

"""Who came to St Columba's Hall. All are invented; words of the story: CC BY 4.0."""

from kithmap.demo.model import Participant

PEOPLE: tuple[Participant, ...] = (
    Participant("sue", "Rev Sue", 0),
    Participant("jean", "Jean", 1),
    Participant("dot", "Dot", 1),
    Participant("tariq", "Tariq", 2),
    Participant("brian", "Brian (allotments)", 2),
    Participant("maureen", "Maureen", 3),
    Participant("hussain", "Mr Hussain", 3),
    Participant("pete", "Pete", 3),
    Participant("grace", "Grace", 4),
    Participant("kasia", "Kasia", 4),
    Participant("amina", "Amina", 5),
    Participant("ruth", "Ruth", 5),
    Participant("delroy", "Delroy", 5),
    Participant("priya", "Priya", 6),
    Participant("nuala", "Nuala", 6),
    Participant("ross", "Ross", 6),
    Participant("gaz", "Gaz", 7),
    Participant("shaz", "Shaz", 7),
    Participant("lena", "Lena", 8),
    Participant("vik", "Vik from Rise Stores", 8),
    Participant("callum", "Callum", 9),
    Participant("quiet_one", "", 9),
    Participant("quiet_two", "", 11),
    Participant("late", "", 19),
)

"""Where each common term stands, as arithmetic that is read out."""

from collections.abc import Iterable, Sequence

from kithmap.basics.words import said
from kithmap.common_glossary.model import Group, Round, Sheet
from kithmap.glossary.common import Equivalent, Standing, Verdict, verdict


def verdict_on(sheet: Sheet, group: Group) -> Verdict:
    """Apply the programme's rule to a group as it is now."""
    answers = {area: answer.accepts for area, answer in sheet.answers_to(group).items()}
    return verdict(Equivalent(group.holds(), answers), sheet.round.areas, sheet.round.share)


def entering(sheet: Sheet) -> list[Group]:
    """Return the groups that become common terms: worded, held by enough areas, answered by all that hold them, objected to by none."""
    return [
        group
        for group in sheet.groups
        if group.label and verdict_on(sheet, group).standing is Standing.ENTERS
    ]


def arithmetic(found: Verdict) -> str:
    """Return the rule with its numbers in, in one sentence to be read out."""
    holding, areas, needed = found.holding, found.areas, found.needed
    match found.standing:
        case Standing.TOO_FEW:
            return said(
                f"{holding} of {areas} areas hold it, and {needed} are needed: too few. Areas keep their own."
            )
        case Standing.OBJECTED:
            return said(
                f"{holding} of {areas} areas hold it, and {needed} are needed, but an area objects: it stays out. Areas keep their own."
            )
        case Standing.OPEN:
            return said(
                f"{holding} of {areas} areas hold it, and {needed} are needed. Not every area that holds it has answered yet."
            )
        case Standing.ENTERS:
            return said(
                f"{holding} of {areas} areas hold it, and {needed} are needed. No area objects: it enters."
            )


def lacking(round_: Round, group: Group) -> tuple[str, ...]:
    """Return the names of the areas that hold nothing that means the same."""
    holding = group.holds()
    return tuple(source.name for source in round_.sources if source.area not in holding)


def names_of(round_: Round, areas: Iterable[str]) -> tuple[str, ...]:
    """Return what people call these areas, in the order in which areas are listed."""
    wanted = set(areas)
    return tuple(source.name for source in round_.sources if source.area in wanted)


def hindrances(sheet: Sheet) -> Sequence[str]:
    """Return what keeps the second round from being opened, in words; nothing if it can be."""
    found = []
    if not any(source.version for source in sheet.round.sources):
        found.append(
            said(
                "No area has published a glossary yet. The first round begins with what areas have published."
            )
        )
    if not any(group.label for group in sheet.groups):
        found.append(
            said("No group has a common wording yet. Areas need words that they can accept or object to.")
        )
    return found

"""The desk of a round, as it is shown to an account."""

from collections import Counter
from collections.abc import Iterable

from fastapi import Request
from sqlmodel import Session

from kithmap.common_glossary.access import answers_for
from kithmap.common_glossary.exports import Told, told
from kithmap.common_glossary.grouping import proposals
from kithmap.common_glossary.model import Group, Phase, Sheet, Source
from kithmap.common_glossary.pages.contexts import DeskPage, ShownSource
from kithmap.common_glossary.pages.ground import Ground, ground, newer, shelf_of
from kithmap.common_glossary.pages.preparing import shown_draft
from kithmap.common_glossary.standing import hindrances, names_of
from kithmap.people.model import Account
from kithmap.web.dependencies import Services


def desk(
    session: Session, request: Request, services: Services, account: Account, programme_id: str
) -> DeskPage:
    """Return the desk of a programme's newest round.

    Raises:
        NotFoundError: if there is no such programme, or the account has no role in it.
    """
    on = ground(session, request, account, programme_id)
    shelf = shelf_of(request, session)
    now = shelf.sources(programme_id)
    common = shelf.common(programme_id)
    sheet = on.sheet
    closed = sheet is not None and sheet.round.phase is Phase.CLOSED
    return DeskPage(
        programme=on.programme.id,
        programme_title=on.programme.title,
        round=sheet.round if sheet else None,
        leads=on.leads,
        groups=on.groups,
        language=on.language,
        sources=tuple(_sources(on, now)),
        changed=sheet is not None and bool(newer(sheet.round, now)),
        terms=tuple(_by_areas(told(sheet, on.releases))) if sheet else (),
        proposed=_proposed(session, request, on),
        mine=tuple(_mine(on.account, sheet)) if sheet else (),
        hindrances=tuple(hindrances(sheet)) if sheet else (),
        draft=shown_draft(session, request, services, account, sheet.round) if sheet and closed else None,
        common=common.name if common and shelf.library.publications(session, common) else "",
    )


def _sources(on: Ground, now: Iterable[Source]) -> Iterable[ShownSource]:
    """Return the areas of the round, or those of today before the first one."""
    published = {each.area: each.version for each in now}
    round_ = on.sheet.round if on.sheet else None
    counted = Counter(area for area, _ in on.concepts)
    answered = _answered(on.sheet) if on.sheet else Counter()
    for source in round_.sources if round_ else now:
        version = published.get(source.area)
        yield ShownSource(
            source=source,
            concepts=counted[source.area],
            newer=version if round_ and version != source.version else None,
            answers=answered[source.area],
        )


def _answered(sheet: Sheet) -> Counter[str]:
    return Counter(area for group in sheet.groups if group.label for area in sheet.answers_to(group))


def _by_areas(terms: Iterable[Told]) -> list[Told]:
    return sorted(terms, key=lambda each: -each.verdict.holding)


def _proposed(session: Session, request: Request, on: Ground) -> int:
    """Count the proposals that wait, where somebody looks who is asked to look at them."""
    if on.sheet is None or on.sheet.round.phase is not Phase.GROUPING or not on.groups:
        return 0
    pairs = shelf_of(request, session).pairs(on.sheet.round, on.releases)
    return len(proposals(pairs, on.sheet.group_of(), on.sheet.apart))


def _mine(account: Account, sheet: Sheet) -> Iterable[tuple[Group, tuple[str, ...]]]:
    """Return what the account's areas have yet to answer: wordings of groups that they are part of, first those with a term."""
    if sheet.round.phase is not Phase.ANSWERING:
        return
    areas = {source.area for source in answers_for(account, sheet.round)}
    for group in sheet.groups:
        missing = areas & group.holds().keys() - sheet.answers_to(group).keys()
        if group.label and missing:
            yield group, names_of(sheet.round, missing)

"""One group: what is in it, the common words, and what each area answers."""

from collections.abc import Callable
from dataclasses import replace

from fastapi import APIRouter, Request, Response
from sqlmodel import Session

from kithmap.basics.actors import Role
from kithmap.basics.errors import BadInputError, NotFoundError
from kithmap.common_glossary import actions
from kithmap.common_glossary.access import answers_for, require_answering, require_grouping, round_under_way
from kithmap.common_glossary.exports import told_of
from kithmap.common_glossary.grouping import near_to
from kithmap.common_glossary.model import Answer, Group, Phase, Round, Sheet
from kithmap.common_glossary.pages.choosing import LONGEST_WORDS, Choice
from kithmap.common_glossary.pages.contexts import GroupPage, RoundPage
from kithmap.common_glossary.pages.doing import SAVED, Form, act
from kithmap.common_glossary.pages.forms import number, one, ticked
from kithmap.common_glossary.pages.ground import Ground, ground, shelf_of
from kithmap.common_glossary.standing import arithmetic, lacking
from kithmap.glossary.in_words import preferred
from kithmap.people.access import require_account
from kithmap.people.model import Account
from kithmap.web.dependencies import AccountDep, Now, Services, ServicesDep
from kithmap.web.templates import render

router = APIRouter(include_in_schema=False, prefix="/programmes/{programme_id}/common/groups/{group_id}")

MOST_NEAR = 20
"""Concepts shown that are like one of the group: more would not be read."""


@router.get("")
async def group_page(
    programme_id: str,
    group_id: str,
    request: Request,
    services: ServicesDep,
    account: AccountDep,
    find: str = "",
    saved: str = "",
) -> Response:
    """Show one group."""
    page = await services.read(_page, request, require_account(account), programme_id, group_id, find)
    return render(request, replace(page, saved=SAVED.get(saved, "")))


@router.post("/members")
async def change_members(
    programme_id: str,
    group_id: str,
    request: Request,
    services: ServicesDep,
    account: AccountDep,
    now: Now,
) -> Response:
    """Keep what is ticked and how it is alike, or take what is ticked out into a group of its own."""
    asking = require_account(account)

    def work(session: Session, form: Form) -> str:
        round_ = _round_for(session, asking, programme_id)
        revision, members = number(form, "revision"), ticked(form)
        match one(form, "do"):
            case "split":
                actions.split(session, round_.id, group_id, revision, members, now)
            case "keep":
                known = ground(session, request, asking, programme_id).concepts.keys()
                actions.change_members(session, round_.id, group_id, revision, members, known, now)
            case "dissolve":
                actions.dissolve(session, round_.id, group_id, revision)
                return f"/programmes/{programme_id}/common"
            case _:
                raise BadInputError("This form is not as it was made. Please load the page again.")
        return "changed"

    return await _done(request, services, asking, programme_id, group_id, work)


@router.post("/add")
async def add_members(
    programme_id: str,
    group_id: str,
    request: Request,
    services: ServicesDep,
    account: AccountDep,
    now: Now,
) -> Response:
    """Put what is ticked into the group as well."""
    asking = require_account(account)

    def work(session: Session, form: Form) -> str:
        round_ = _round_for(session, asking, programme_id)
        on = ground(session, request, asking, programme_id)
        group = _group(on.sheet, group_id)
        members = {**group.members, **ticked(form)}
        revision = number(form, "revision")
        actions.change_members(session, round_.id, group_id, revision, members, on.concepts.keys(), now)
        return "changed"

    return await _done(request, services, asking, programme_id, group_id, work)


@router.post("/join")
async def join(
    programme_id: str,
    group_id: str,
    request: Request,
    services: ServicesDep,
    account: AccountDep,
    now: Now,
) -> Response:
    """Put another group into this one."""
    asking = require_account(account)

    def work(session: Session, form: Form) -> str:
        round_ = _round_for(session, asking, programme_id)
        actions.join(session, round_.id, group_id, number(form, "revision"), one(form, "other"), now)
        return "changed"

    return await _done(request, services, asking, programme_id, group_id, work)


@router.post("/words")
async def word(
    programme_id: str,
    group_id: str,
    request: Request,
    services: ServicesDep,
    account: AccountDep,
    now: Now,
) -> Response:
    """Give the group its common words: written, or an area's."""
    asking = require_account(account)

    def work(session: Session, form: Form) -> str:
        round_ = _round_for(session, asking, programme_id)
        label, definition, taken_from = one(form, "label"), one(form, "definition"), one(form, "taken_from")
        if taken_from:
            on = ground(session, request, asking, programme_id)
            label, definition = _words_of(on, _group(on.sheet, group_id), taken_from)
        revision = number(form, "revision")
        actions.word(session, round_.id, group_id, revision, label, definition, taken_from, now)
        return "worded"

    return await _done(request, services, asking, programme_id, group_id, work)


@router.post("/answer")
async def answer(
    programme_id: str,
    group_id: str,
    request: Request,
    services: ServicesDep,
    account: AccountDep,
    now: Now,
) -> Response:
    """Keep what an area says of the common words: its facilitators say it."""
    asking = require_account(account)

    def work(session: Session, form: Form) -> str:
        round_, area = round_under_way(session, programme_id), one(form, "area")
        require_answering(asking, area)
        said = one(form, "says")
        if said not in ("accepts", "objects"):
            raise BadInputError("Please choose whether your area accepts these words or objects.")
        role = asking.role_in(area) or Role.FACILITATOR
        given = Answer(
            group_id, area, said == "accepts", one(form, "reason"), number(form, "revision"), role.value, now
        )
        actions.answer(session, round_.id, given, asking.id)
        return "answered"

    return await _done(request, services, asking, programme_id, group_id, work)


async def _done(
    request: Request,
    services: Services,
    account: Account,
    programme_id: str,
    group_id: str,
    work: Callable[[Session, Form], str],
) -> Response:
    """Do something to the group, and lead back to it: to an address if the work names one, else with a word on what was done."""

    def lead(session: Session, form: Form) -> str:
        done = work(session, form)
        here = f"/programmes/{programme_id}/common/groups/{group_id}"
        return done if done.startswith("/") else f"{here}?saved={done}"

    def page(session: Session, form: Form) -> RoundPage:
        shown = _page(session, request, account, programme_id, group_id, one(form, "find"))
        if "label" in form:
            shown = replace(shown, label=one(form, "label"), definition=one(form, "definition"))
        return replace(shown, reasons={one(form, "area"): one(form, "reason")})

    return await act(request, services, account, programme_id, lead, page)


def _round_for(session: Session, account: Account, programme_id: str) -> Round:
    """Return the round that goes on, for whoever puts words together."""
    round_ = round_under_way(session, programme_id)
    require_grouping(account, round_.areas)
    return round_


def _group(sheet: Sheet | None, group_id: str) -> Group:
    found = sheet.group(group_id) if sheet else None
    if found is None:
        raise NotFoundError("This group is not there any more. Somebody may have joined it with another.")
    return found


def _words_of(on: Ground, group: Group, area: str) -> tuple[str, str]:
    """Return an area's name and meaning for a group's term."""
    concept = on.concepts.get((area, group.holds().get(area, "")))
    if concept is None:
        raise BadInputError("This area has no word here that means the same.")
    return preferred(concept.label, on.language), preferred(concept.definition, on.language)


def _called(on: Ground, group: Group) -> str:
    """Return what a group is called: by its common name, or else by the first of its words that is in use."""
    words = (on.concepts[held].label for held in group.members if held in on.concepts)
    return group.label or next((preferred(each, on.language) for each in words), "")


def _page(
    session: Session, request: Request, account: Account, programme_id: str, group_id: str, find: str
) -> GroupPage:
    on = ground(session, request, account, programme_id)
    group = _group(on.sheet, group_id)
    assert on.sheet is not None
    sheet, choice, grouping = on.sheet, Choice(on), on.sheet.round.phase is Phase.GROUPING
    free = {}
    if grouping and on.groups:
        near = near_to(group.members.keys(), shelf_of(request, session).pairs(sheet.round, on.releases))
        free = {held: match for held, match in near.items() if held not in sheet.group_of()}
    told = told_of(sheet, group, on.concepts)
    return GroupPage(
        programme=on.programme.id,
        programme_title=on.programme.title,
        round=sheet.round,
        leads=on.leads,
        groups=on.groups,
        language=on.language,
        told=told,
        members=choice.shown(group.members),
        near=choice.shown(dict(list(free.items())[:MOST_NEAR])),
        others=tuple(each for each in sheet.groups if each.id != group.id) if grouping else (),
        find=find[:LONGEST_WORDS],
        found=choice.looked_for(find, group.members),
        lacking=lacking(sheet.round, group),
        answering=answers_for(account, sheet.round) if sheet.round.phase is Phase.ANSWERING else (),
        label=group.label,
        definition=group.definition,
        reasons={},
        names={source.area: source.name for source in sheet.round.sources},
        called={each.id: _called(on, each) for each in sheet.groups},
        arithmetic=arithmetic(told.verdict),
    )

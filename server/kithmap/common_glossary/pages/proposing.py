"""The first round: what may belong together is shown, and a person says yes or no."""

from dataclasses import replace
from itertools import combinations

from fastapi import APIRouter, Request, Response
from sqlmodel import Session

from kithmap.basics.errors import BadInputError
from kithmap.common_glossary import actions
from kithmap.common_glossary.access import require_grouping, round_under_way
from kithmap.common_glossary.grouping import proposals
from kithmap.common_glossary.model import Round
from kithmap.common_glossary.pages.choosing import LONGEST_WORDS, Choice
from kithmap.common_glossary.pages.contexts import ProposalsPage, RoundPage, ShownProposal
from kithmap.common_glossary.pages.doing import SAVED, Form, act
from kithmap.common_glossary.pages.forms import one, shown, ticked
from kithmap.common_glossary.pages.ground import ground, shelf_of
from kithmap.people.access import require_account
from kithmap.people.model import Account
from kithmap.web.dependencies import AccountDep, Now, ServicesDep
from kithmap.web.templates import render

router = APIRouter(include_in_schema=False, prefix="/programmes/{programme_id}/common/proposals")

ON_A_PAGE = 8
"""Proposals: each is some seven definitions to be read."""


@router.get("")
async def proposals_page(
    programme_id: str,
    request: Request,
    services: ServicesDep,
    account: AccountDep,
    page: int = 1,
    find: str = "",
    saved: str = "",
) -> Response:
    """Show what may belong together."""
    found = await services.read(_page, request, require_account(account), programme_id, page, find)
    return render(request, replace(found, saved=SAVED.get(saved, "")))


@router.post("")
async def decide(
    programme_id: str, request: Request, services: ServicesDep, account: AccountDep, now: Now
) -> Response:
    """Make the ticked ones a group, keep all apart, or let all be proposed once more."""
    asking = require_account(account)

    def work(session: Session, form: Form) -> str:
        round_ = _round(session, asking, programme_id)
        match one(form, "do"):
            case "group":
                members = ticked(form)
                known = ground(session, request, asking, programme_id).concepts
                left_out = shown(form) - members.keys()
                group = actions.confirm(session, round_.id, members, left_out, known.keys(), now)
                return f"/programmes/{programme_id}/common/groups/{group.id}?saved=grouped"
            case "apart":
                actions.keep_apart(session, round_.id, combinations(sorted(shown(form)), 2))
                return f"/programmes/{programme_id}/common/proposals?saved=apart"
            case "again":
                actions.propose_again(session, round_.id)
                return f"/programmes/{programme_id}/common/proposals"
            case _:
                raise BadInputError("This form is not as it was made. Please load the page again.")

    def page(session: Session, form: Form) -> RoundPage:
        return _page(session, request, asking, programme_id, 1, one(form, "find"))

    return await act(request, services, asking, programme_id, work, page)


def _round(session: Session, account: Account, programme_id: str) -> Round:
    round_ = round_under_way(session, programme_id)
    require_grouping(account, round_.areas)
    return round_


def _page(
    session: Session, request: Request, account: Account, programme_id: str, page: int, find: str
) -> ProposalsPage:
    on = ground(session, request, account, programme_id)
    round_ = round_under_way(session, programme_id)
    assert on.sheet is not None
    choice = Choice(on)
    pairs = shelf_of(request, session).pairs(round_, on.releases)
    waiting = proposals(pairs, on.sheet.group_of(), on.sheet.apart)
    pages = max(1, -(-len(waiting) // ON_A_PAGE))
    here = min(max(page, 1), pages)
    return ProposalsPage(
        programme=on.programme.id,
        programme_title=on.programme.title,
        round=round_,
        leads=on.leads,
        groups=on.groups,
        language=on.language,
        proposals=tuple(
            ShownProposal(members=choice.shown(each.members), near=choice.shown(each.near))
            for each in waiting[(here - 1) * ON_A_PAGE : here * ON_A_PAGE]
        ),
        count=len(waiting),
        page=here,
        pages=pages,
        find=find[:LONGEST_WORDS],
        found=choice.looked_for(find),
        apart=len(on.sheet.apart),
    )

"""What admins do to lead a round, and who signs what comes of it."""

from collections.abc import Callable
from dataclasses import replace

from fastapi import APIRouter, Request, Response
from sqlmodel import Session

from kithmap.basics.actors import Role
from kithmap.basics.errors import BadInputError, NotAllowedError
from kithmap.common_glossary import actions
from kithmap.common_glossary.access import common_role, round_under_way
from kithmap.common_glossary.pages.contexts import RoundPage
from kithmap.common_glossary.pages.doing import SAVED, Form, act
from kithmap.common_glossary.pages.forms import number, one
from kithmap.common_glossary.pages.ground import shelf_of
from kithmap.common_glossary.pages.preparing import Preparing
from kithmap.common_glossary.pages.showing import desk
from kithmap.glossary.actions import Founding, Publishing, found, publish, sign
from kithmap.people.access import require_account, require_admin
from kithmap.people.model import Account
from kithmap.programme.access import known_programme
from kithmap.web.dependencies import AccountDep, Now, Services, ServicesDep
from kithmap.web.templates import render

router = APIRouter(include_in_schema=False, prefix="/programmes/{programme_id}/common")


@router.get("")
async def desk_page(
    programme_id: str, request: Request, services: ServicesDep, account: AccountDep, saved: str = ""
) -> Response:
    """Show how far the common glossary is."""
    page = await services.read(desk, request, services, require_account(account), programme_id)
    return render(request, replace(page, saved=SAVED.get(saved, "")))


@router.post("/begin")
async def begin(
    programme_id: str, request: Request, services: ServicesDep, account: AccountDep, now: Now
) -> Response:
    """Begin a round."""

    def work(session: Session, _form: Form) -> str:
        shelf = shelf_of(request, session)
        actions.begin(session, programme_id, shelf.sources(programme_id), shelf.releases, now)
        return ""

    return await _done(request, services, require_admin(account), programme_id, work)


@router.post("/newest")
async def take_newest(
    programme_id: str, request: Request, services: ServicesDep, account: AccountDep, now: Now
) -> Response:
    """Let the round stand on what areas have published by now."""

    def work(session: Session, _form: Form) -> str:
        shelf = shelf_of(request, session)
        round_ = round_under_way(session, programme_id)
        actions.take_newest(session, round_.id, shelf.sources(programme_id), shelf.releases, now)
        return "newest"

    return await _done(request, services, require_admin(account), programme_id, work)


@router.post("/share")
async def set_share(
    programme_id: str, request: Request, services: ServicesDep, account: AccountDep
) -> Response:
    """Say how many areas must hold a term."""

    def work(session: Session, form: Form) -> str:
        round_ = round_under_way(session, programme_id)
        actions.set_share(session, round_.id, number(form, "of"), number(form, "among"))
        return ""

    return await _done(request, services, require_admin(account), programme_id, work)


@router.post("/phase")
async def change_phase(
    programme_id: str, request: Request, services: ServicesDep, account: AccountDep, now: Now
) -> Response:
    """Go on to the next part of the round, or back to the one before."""

    def work(session: Session, form: Form) -> str:
        round_id = round_under_way(session, programme_id).id
        match one(form, "to"):
            case "answers":
                actions.open_answers(session, round_id, now)
            case "grouping":
                actions.back_to_grouping(session, round_id)
            case "closed":
                actions.close_answers(session, round_id)
                if shelf_of(request, session).common(programme_id) is None:
                    title = known_programme(session, programme_id).title
                    found(session, Founding(programme_id, None, title, services.public_address), now)
            case "answers_again":
                actions.back_to_answers(session, round_id)
            case "end":
                actions.end_without_release(session, round_id)
                return "ended"
            case _:
                raise BadInputError("This form is not as it was made. Please load the page again.")
        return ""

    return await _done(request, services, require_admin(account), programme_id, work)


@router.post("/sign")
async def sign_draft(
    programme_id: str, request: Request, services: ServicesDep, account: AccountDep, now: Now
) -> Response:
    """Stand for the draft: an admin and a researcher do."""
    signer = require_account(account)

    def work(session: Session, form: Form) -> str:
        round_ = actions.closed_round(session, round_under_way(session, programme_id).id)
        role = common_role(signer, round_.areas)
        if role not in (Role.ADMIN, Role.RESEARCHER):
            raise NotAllowedError("An admin and a researcher sign the common glossary.")
        preparing = Preparing(session, request, round_, now.date())
        sign(session, preparing.glossary.id, preparing.build, (signer.id, role), one(form, "seen"), now)
        return "signed"

    return await _done(request, services, signer, programme_id, work)


@router.post("/publish")
async def publish_draft(
    programme_id: str, request: Request, services: ServicesDep, account: AccountDep, now: Now
) -> Response:
    """Publish what both signed."""

    def work(session: Session, form: Form) -> str:
        round_ = actions.closed_round(session, round_under_way(session, programme_id).id)
        preparing = Preparing(session, request, round_, now.date())
        concept_of = preparing.draft().concept_of
        asked = Publishing(preparing.build, one(form, "seen"), preparing.roles(services))
        published = publish(session, preparing.glossary.id, asked, now)
        actions.mark_released(session, round_.id, published.version, concept_of)
        return "published"

    return await _done(request, services, require_admin(account), programme_id, work)


async def _done(
    request: Request,
    services: Services,
    account: Account,
    programme_id: str,
    work: Callable[[Session, Form], str],
) -> Response:
    """Do something to the round, and lead back to the desk."""

    def lead(session: Session, form: Form) -> str:
        saved = work(session, form)
        return f"/programmes/{programme_id}/common{f'?saved={saved}' if saved else ''}"

    def page(session: Session, _form: Form) -> RoundPage:
        return desk(session, request, services, account, programme_id)

    return await act(request, services, account, programme_id, lead, page)

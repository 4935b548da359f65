"""Doing something in one transaction, and showing the page again with what went wrong if it did."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any

from fastapi import Request, Response
from fastapi.responses import RedirectResponse
from sqlmodel import Session

from kithmap.basics.errors import KithmapError
from kithmap.basics.words import said
from kithmap.common_glossary.pages.contexts import RoundPage
from kithmap.common_glossary.pages.forms import sent
from kithmap.people.model import Account
from kithmap.programme.access import readable_programme
from kithmap.web.dependencies import Services
from kithmap.web.errors import status_of
from kithmap.web.templates import render

Form = Mapping[str, Any]

SAVED = {
    "signed": said("You have signed this draft. If anything in it changes, your signature lapses."),
    "published": said("The common glossary is published. It stays as it is, for ever."),
    "ended": said("The round has ended. Nothing new came of it, so nothing was published."),
    "answered": said("Your area's answer is kept. You can change it until the round is closed."),
    "grouped": said("These words are one group now. Give it a common wording, or go on with the next."),
    "worded": said("The common wording is kept."),
    "apart": said("These words are kept apart. They will not be proposed together again."),
    "newest": said("The round stands on what areas have published by now."),
    "changed": said("The group is changed."),
}
"""What a page says after something was done, by the word in its address."""


async def act(
    request: Request,
    services: Services,
    account: Account,
    programme_id: str,
    work: Callable[[Session, Form], str],
    page: Callable[[Session, Form], RoundPage],
) -> Response:
    """Do something in one transaction, and lead to where it is seen.

    Args:
        request: what was sent.
        services: the application's.
        account: who asks; what they may is the work's affair.
        programme_id: in which programme they must have a role.
        work: does it; returns where it leads.
        page: what is shown again if it is refused.

    Raises:
        NotFoundError: if there is no such programme for this account.
    """
    form = await sent(request)
    await services.read(readable_programme, account, programme_id)
    try:
        leads_to = await services.write(work, form)
    except KithmapError as error:
        again = await services.read(page, form)
        return render(request, replace(again, problem=error.message), status=status_of(error))
    return RedirectResponse(leads_to, 303)

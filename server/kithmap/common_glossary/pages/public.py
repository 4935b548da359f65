"""How each area says it, term by term, for everybody: as a page, a table and JSON."""

import json
from dataclasses import dataclass

from fastapi import APIRouter, Request, Response
from sqlmodel import Session

from kithmap.basics.errors import BadInputError, NotFoundError
from kithmap.common_glossary import store
from kithmap.common_glossary.access import released_round
from kithmap.common_glossary.carrying import language_of
from kithmap.common_glossary.exports import Told, terms_csv, terms_document, told
from kithmap.common_glossary.model import Round
from kithmap.common_glossary.pages.choosing import LONGEST_WORDS
from kithmap.common_glossary.pages.contexts import TermsPage
from kithmap.common_glossary.pages.ground import shelf_of
from kithmap.common_glossary.standing import arithmetic
from kithmap.glossary.common import Standing
from kithmap.glossary.model import Version
from kithmap.programme.access import known_programme
from kithmap.web.dependencies import AccountDep, ServicesDep
from kithmap.web.templates import render

router = APIRouter(include_in_schema=False, prefix="/programmes/{programme_id}/common/terms")

ON_A_PAGE = 25
"""Terms: each with a row for every area."""


@dataclass(frozen=True, slots=True)
class _Released:
    """A released round with all that is told of it."""

    round: Round
    terms: list[Told]
    language: str
    common: str
    title: str
    versions: tuple[Version, ...]


@router.get("")
async def terms_page(
    programme_id: str,
    request: Request,
    services: ServicesDep,
    _account: AccountDep,
    version: str = "",
    page: int = 1,
    find: str = "",
) -> Response:
    """Show how each area says each common term, and what areas keep for themselves."""
    released = await services.read(_released, request, programme_id, version)
    return render(request, _page(programme_id, released, page, find[:LONGEST_WORDS]))


@router.get(".csv")
async def terms_table(
    programme_id: str, request: Request, services: ServicesDep, version: str = ""
) -> Response:
    """Give the same as a table."""
    released = await services.read(_released, request, programme_id, version)
    name = f"{released.common}-{released.round.released}-by-area.csv"
    headers = {"Content-Disposition": f'attachment; filename="{name}"'}
    content = terms_csv(released.terms, released.language)
    return Response(content, media_type="text/csv; charset=utf-8", headers=headers)


@router.get(".json")
async def terms_json(
    programme_id: str, request: Request, services: ServicesDep, version: str = ""
) -> Response:
    """Give the same as JSON."""
    released = await services.read(_released, request, programme_id, version)
    round_ = released.round
    document = {
        "programme": released.title,
        "glossary": released.common,
        "version": str(round_.released),
        "language": released.language,
        "rule": {"share": list(round_.share), "areas": len(round_.sources), "needed": round_.needed},
        "areas": [
            {"name": each.name, "glossary": each.glossary, "version": str(each.version or "")}
            for each in round_.sources
        ],
        "terms": terms_document(released.terms, released.language),
    }
    content = json.dumps(document, ensure_ascii=False, indent=1)
    return Response(content, media_type="application/json")


def _released(session: Session, request: Request, programme_id: str, version: str) -> _Released:
    title = known_programme(session, programme_id).title
    round_ = released_round(session, programme_id, _version(version))
    shelf = shelf_of(request, session)
    releases = shelf.releases(round_.sources)
    common = shelf.common(programme_id)
    assert common is not None
    return _Released(
        round=round_,
        terms=[each for each in told(store.sheet(session, round_), releases) if each.group.label],
        language=language_of(releases),
        common=common.name,
        title=title,
        versions=tuple(each.released for each in store.rounds(session, programme_id) if each.released),
    )


def _version(text: str) -> Version | None:
    try:
        return Version.parse(text) if text else None
    except BadInputError:
        raise NotFoundError("There is no such version of the common glossary.") from None


def _page(programme_id: str, released: _Released, page: int, find: str) -> TermsPage:
    wanted = find.casefold().split()
    terms = [each for each in released.terms if _is_called(each, wanted)]
    pages = max(1, -(-len(terms) // ON_A_PAGE))
    here = min(max(page, 1), pages)
    on_page = terms[(here - 1) * ON_A_PAGE : here * ON_A_PAGE]
    count = sum(_is_common(each) for each in terms)
    return TermsPage(
        programme=programme_id,
        programme_title=released.title,
        round=released.round,
        versions=released.versions,
        terms=tuple(each for each in on_page if _is_common(each)),
        kept=tuple(each for each in on_page if not _is_common(each)),
        count=count,
        kept_count=len(terms) - count,
        page=here,
        pages=pages,
        find=find,
        language=released.language,
        common=released.common,
        arithmetic={each.group.id: arithmetic(each.verdict) for each in on_page},
    )


def _is_common(each: Told) -> bool:
    return each.verdict.standing is Standing.ENTERS


def _is_called(each: Told, wanted: list[str]) -> bool:
    names = [each.group.label]
    for saying in each.sayings:
        for _, concept in saying.concepts:
            names += concept.label.values()
    text = " ".join(names).casefold()
    return all(word in text for word in wanted)

"""A draft of layers as its page shows it."""

from collections import defaultdict
from collections.abc import Iterator

from kithmap.basics.words import said
from kithmap.glossary.founding import UNNAMED
from kithmap.layers.checks import Finding
from kithmap.layers.differences import Differences
from kithmap.layers.model import LICENCES, Edition
from kithmap.layers.pages.contexts.checks import ShownAbout, ShownCheck, ShownFinding
from kithmap.layers.pages.contexts.desk import DeskPage, ShownDifference, ShownItself, ShownSort, ShownSource
from kithmap.layers.pages.contexts.waves import BeginLayersPage
from kithmap.layers.pages.desk import Desk, OnTable
from kithmap.layers.pages.picturing import circles, drawn, map_context, marks, picture
from kithmap.layers.privacy import WORDS as WITHHELD_WORDS
from kithmap.layers.privacy import Why
from kithmap.layers.release import WORDS as WEIGHTS
from kithmap.layers.release import weight
from kithmap.layers.schema import SCHEMAS
from kithmap.layers.settling import CHOICE_WORDS, Choice
from kithmap.layers.statistical import MOST_MEGABYTES
from kithmap.layers.to_go import ToGo
from kithmap.sign_off.shown import shown_signatures
from kithmap.sign_off.standing import may_be_published
from kithmap.workshop.model import Life

FIRST = said("It is the first.")
MOST_DIFFERENCES = 500
"""Shown one by one; there may be as many as there are places."""


def begin_page(desk: Desk) -> BeginLayersPage:
    """Return the page on which layers are begun."""
    setting = desk.standing.setting
    return BeginLayersPage(
        path=desk.path,
        area=setting.area_id,
        area_name=setting.area,
        wave=setting.wave,
        address=setting.address,
        has_address=not setting.address.startswith(UNNAMED),
        workshops=len(desk.workshops),
        closed=sum(each.life is Life.CLOSED for each in desk.workshops),
    )


def desk_page(desk: Desk, table: OnTable, edition: Edition, gone: ToGo) -> DeskPage:
    """Return the page of a draft.

    Args:
        desk: what is on the table.
        table: the draft.
        edition: which is previewed.
        gone: how much of the last release is to go from the next.
    """
    draft, standing = table.draft, desk.standing
    release, header = draft.editions[edition], draft.header
    newest = table.versions[0] if table.versions else None
    drawing = drawn(desk, table, release)
    picked = {each.listed.id for each in desk.chosen}
    viewer = (desk.account.id, desk.role)
    is_sound = draft.is_new and not draft.unsettled
    return DeskPage(
        path=desk.path,
        area=standing.area.id,
        area_name=standing.area.name,
        wave=standing.wave.name,
        slug=desk.series.slug,
        address=desk.series.address,
        published=str(newest.header.version) if newest else "",
        published_on=newest.header.day if newest else None,
        edition=edition.value,
        version=str(header.version),
        why=_why(table),
        is_new=draft.is_new,
        layers=tuple((SCHEMAS[each.name].title, len(each.features)) for each in release.layers),
        withheld=tuple(
            ShownSort(words=WITHHELD_WORDS[Why(why)], count=count)
            for why, count in release.report.withheld.items()
        ),
        withheld_count=sum(release.report.withheld.values()),
        masked=tuple((metres, count) for metres, count in release.report.masked.items() if count),
        counts_hidden=release.report.counts_hidden,
        words_left_out=release.report.words_left_out,
        threshold=header.threshold,
        drawing=drawing,
        circles=circles(desk, release),
        picture=picture(desk),
        context=map_context(desk, table, release),
        checks=tuple(_checks(table)),
        unsettled=len(draft.unsettled),
        differences=tuple(_differences(draft.found[edition]))[:MOST_DIFFERENCES] if table.last else (),
        marks=marks(desk, draft.found[edition], release) if table.last else (),
        sources=tuple(
            ShownSource(
                id=each.listed.id,
                title=each.listed.title,
                held_on=each.held_on,
                closed=each.life is Life.CLOSED,
                chosen=each.listed.id in picked,
            )
            for each in desk.workshops
        ),
        itself=_itself(desk, table),
        signatures=shown_signatures(table.signatures, table.signers, viewer, is_sound=is_sound),
        may_publish=is_sound and may_be_published(table.signatures),
        checksum=draft.checksum,
        gone=(gone.things, gone.words),
        files=f"/api/layers/{desk.series.slug}/versions/{newest.header.version}/files" if newest else "",
    )


def _itself(desk: Desk, table: OnTable) -> ShownItself:
    header, details = table.draft.header, desk.standing.details
    statistical = desk.standing.statistical
    return ShownItself(
        licences=LICENCES,
        licence=details.licence,
        creators="\n".join(details.creators or ()),
        named=header.creators,
        own_attribution=details.attribution or "",
        attribution=header.attribution,
        note=details.note,
        glossary=f"{header.glossary.name} {header.glossary.version}" if header.glossary else "",
        statistical_file=statistical.file if statistical else "",
        statistical_count=len(statistical.areas) if statistical else 0,
        most_megabytes=MOST_MEGABYTES,
    )


def _why(table: OnTable) -> str:
    if table.last is None:
        return FIRST
    order = list(WEIGHTS)
    return WEIGHTS[min((weight(each) for each in table.draft.found.values()), key=order.index)]


def _checks(table: OnTable) -> Iterator[ShownCheck]:
    """Yield the findings by sort and by what can be decided about them, in their order."""
    groups: defaultdict[tuple[str, tuple[Choice, ...]], list[Finding]] = defaultdict(list)
    for each in table.draft.findings:
        groups[each.check.value, each.choices].append(each)
    for number, ((check, choices), group) in enumerate(groups.items()):
        shown = [(each, _finding(each, table)) for each in group]
        unsettled = table.draft.unsettled
        yield ShownCheck(
            name=f"{check}-{number}",
            words=group[0].words,
            choices=tuple((each.value, CHOICE_WORDS[each]) for each in choices),
            open=tuple(seen for each, seen in shown if each.key in unsettled),
            settled=tuple(seen for each, seen in shown if each.must_be_settled and each.key not in unsettled),
            known=tuple(seen for each, seen in shown if not each.must_be_settled),
        )


def _finding(each: Finding, table: OnTable) -> ShownFinding:
    settlement = table.ground.settlements.get(each.key)
    holds = settlement is not None and settlement.choice in each.choices
    return ShownFinding(
        key=each.key,
        about=tuple(ShownAbout(title=one.title, workshop=one.workshop) for one in each.about),
        quote=each.quote,
        count=each.count,
        settled=CHOICE_WORDS[Choice(settlement.choice)] if settlement and holds else "",
        reason=settlement.reason if settlement and holds else "",
    )


def _differences(found: Differences) -> Iterator[ShownDifference]:
    for what, named in (("added", found.added), ("gone", found.gone)):
        for one in named:
            yield ShownDifference(what=what, layer=SCHEMAS[one.layer].title, title=one.title)
    for moved in found.moved:
        yield ShownDifference(
            what="moved", layer=SCHEMAS[moved.layer].title, title=moved.title, metres=moved.metres
        )
    for changed in found.changed:
        yield ShownDifference(
            what="changed",
            layer=SCHEMAS[changed.layer].title,
            title=changed.title,
            columns=tuple(changed.columns),
        )

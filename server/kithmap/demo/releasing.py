"""Releases of the demo's layers: begun, its checks settled, signed by two, published, as at the desk."""

from kithmap.basemap.catalogue import BasemapDescription
from kithmap.layers import actions
from kithmap.layers.actions import Beginning
from kithmap.layers.checks import Finding
from kithmap.layers.details import Details
from kithmap.layers.ground import Settlement
from kithmap.layers.pages.desk import Desk, desk_of, on_table, proposed, roles_of_signers
from kithmap.layers.published import PublishedRelease
from kithmap.layers.settling import Check, Choice
from kithmap.people.model import Account
from kithmap.web.dependencies import Services
from kithmap.workshop.joining import Listed

REASONS = {
    Check.DUPLICATE: "They are two things that happen near each other.",
    Check.OUTSIDE: "It is shown away from where it is, or goes on beyond the boundary, as people do.",
    Check.ALARM: "The room talked about it, and those it concerns want it known.",
    Check.PHONE: "It is no telephone number.",
    Check.EMAIL: "It is no address of a person.",
    Check.ADDRESS: "It is where a shop or a hall stands.",
    Check.HOME: "It tells of a place that is open to all, and of nobody's home.",
    Check.KIND: "The glossary takes this kind up next time.",
}
"""Why something is published as it is, by what was looked for."""

SAME = Settlement(Choice.FIRST_STANDS.value, "Both evenings thought of the same hall and the same dinner.")


async def publish_layers(
    services: Services,
    signers: tuple[Account, Account],
    workshop: Listed,
    basemap: BasemapDescription | None,
    note: str,
) -> PublishedRelease:
    """Publish what an area mapped in a wave, so far.

    Args:
        services: with a clock that stands where the story is.
        signers: a facilitator and a researcher of the area.
        workshop: the last one, which is over.
        basemap: the area's ground, or None.
        note: what is new.
    """
    wave = workshop.wave
    assert wave is not None

    async def desk() -> Desk:
        return await desk_of(services, signers[0], workshop.area, wave, basemap)

    at = await desk()
    if at.standing.series is None:
        area, of = at.standing.area, at.standing.wave
        asked = Beginning(area.id, area.name, of.id, of.name, services.public_address)
        await services.write(actions.begin, asked, services.clock())
        at = await desk()
    await services.write(actions.set_details, at.series.id, Details(note=note), services.clock())
    at = await desk()
    for finding in (await on_table(services, at)).draft.findings:
        if finding.must_be_settled:
            await services.write(
                actions.settle, at.series.id, {finding.key}, decided(finding), services.clock()
            )
    at = await desk()
    draft = proposed(at, await on_table(services, at))
    for account in signers:
        signer = (account.id, account.role_in(workshop.area))
        await services.write(actions.sign, at.series.id, draft, signer, draft.checksum, services.clock())
    roles = await roles_of_signers(services, at)
    return await services.write(actions.publish, at.series.id, draft, draft.checksum, roles, services.clock())


def decided(finding: Finding) -> Settlement:
    """Return what is decided about a finding: two with nearly one name, of two evenings, are one place; all else is published."""
    titles = [frozenset(each.title.lower().replace(",", "").split()) for each in finding.about]
    workshops = {each.workshop for each in finding.about}
    if Choice.FIRST_STANDS in finding.choices and len(workshops) > 1 and len(titles[0] & titles[1]) > 2:
        return SAME
    return Settlement(Choice.KEEP.value, REASONS[finding.check])

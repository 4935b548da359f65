"""The draft of the next release: both its editions with their number, what is different, and what is still to be settled."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass

from kithmap.glossary.model import Version
from kithmap.layers.build import editions
from kithmap.layers.checks import Finding, findings, unsettled
from kithmap.layers.differences import Differences
from kithmap.layers.ground import Ground
from kithmap.layers.model import Edition, Header, ReleaseEdition
from kithmap.layers.release import Editions, checksum_of, numbered, since

NOT_COMPARED = frozenset({"version", "day", "previous", "note"})
"""Of a header: what is another in every release."""


@dataclass(frozen=True, slots=True)
class Draft:
    """The next release.

    Attributes:
        editions: what each kind of reader would get, with the number that it deserves.
        previous: the number of the last release, or None.
        found: what is different from the last release, in each edition.
        findings: what to look at, what was settled too.
        unsettled: keys of those that somebody has to decide about before it can be published.
        is_new: whether it says anything that the last release does not.
        checksum: over both editions: what is signed.
    """

    editions: Mapping[Edition, ReleaseEdition]
    previous: Version | None
    found: Mapping[Edition, Differences]
    findings: tuple[Finding, ...]
    unsettled: frozenset[str]
    is_new: bool
    checksum: str

    @property
    def header(self) -> Header:
        """What it says of itself."""
        return self.editions[Edition.PUBLIC].header


def drafted(ground: Ground, last: Editions | None) -> Draft:
    """Work out the draft.

    Args:
        ground: from what it is built.
        last: the last release of its series; None before the first.
    """
    made = numbered(last, editions(ground))
    found = since(last, made)
    seen = findings(ground)
    return Draft(
        editions=made,
        previous=None if last is None else last[Edition.PUBLIC].header.version,
        found=found,
        findings=seen,
        unsettled=frozenset(each.key for each in unsettled(ground, seen)),
        is_new=last is None or any(found.values()) or _says_else(last, made),
        checksum=checksum_of(made),
    )


def _says_else(last: Editions, made: Editions) -> bool:
    """Tell whether a release says something else of itself."""

    def of(release: ReleaseEdition) -> dict[str, object]:
        said = asdict(release.header)
        return {name: value for name, value in said.items() if name not in NOT_COMPARED}

    return any(of(last[each]) != of(made[each]) for each in Edition)

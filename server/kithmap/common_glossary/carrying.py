"""What stays of groups and answers when areas have published anew: meanings that changed are asked about again."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import replace

from kithmap.common_glossary.model import Group, Held
from kithmap.glossary.model import Concept, Release, Status

Releases = Mapping[str, Release]
"""By area; areas without one are missing."""


def concepts_of(releases: Releases) -> dict[Held, Concept]:
    """Return the concepts in use of all areas."""
    return {
        (area, concept.id): concept
        for area, release in releases.items()
        for concept in release.concepts
        if concept.status is Status.CURRENT
    }


def carried(groups: Iterable[Group], before: Releases, after: Releases) -> list[Group]:
    """Return the groups as they stand on newer releases.

    Concepts that are no longer used leave their group; a group that nothing is left of is gone. A group counts as changed, so that
    areas are asked about it again, if it lost one or if one came to mean something else. Other words for the same meaning leave it.

    Args:
        groups: as they are.
        before: the releases on which they stood.
        after: the releases on which they shall stand.
    """
    old, new = concepts_of(before), concepts_of(after)
    found = []
    for group in groups:
        members = {held: match for held, match in group.members.items() if held in new}
        if not members:
            continue
        changed = len(members) < len(group.members) or any(
            _means_other(old.get(held), new[held]) for held in members
        )
        found.append(replace(group, members=members, revision=group.revision + changed))
    return found


def _means_other(old: Concept | None, new: Concept) -> bool:
    return old is None or old.meaning != new.meaning


def language_of(releases: Releases) -> str:
    """Return the first language of most areas' words; English where nobody has published."""
    counted = Counter(release.scheme.language for _, release in sorted(releases.items()))
    return min(counted, key=lambda tag: (-counted[tag], tag), default="en")

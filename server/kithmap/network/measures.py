"""Figures of a net, each by a name that indicators refer to.

A net is given as its ties: pairs of names, undirected, each tie once or twice, none to itself. Checked against networkx.
"""

from collections import defaultdict, deque
from collections.abc import Callable, Collection, Hashable, Iterable, Mapping
from itertools import combinations

Name = Hashable
Ties = Iterable[tuple[Name, Name]]


def neighbours(ties: Ties, names: Iterable[Name] = ()) -> dict[Name, set[Name]]:
    """Return whom each is tied to.

    Args:
        ties: the net.
        names: those who are in it even without a tie.
    """
    found: defaultdict[Name, set[Name]] = defaultdict(set)
    for name in names:
        found[name]
    for one, other in ties:
        if one != other:
            found[one].add(other)
            found[other].add(one)
    return dict(found)


def effective_size(alters: Collection[Name], ties: Ties) -> float | None:
    """Return how many of a person's contacts are not reached through another of them.

    After Burt (1992) in the form of Borgatti (1997): the number of contacts less the average number of ties that each has to the
    others.

    Args:
        alters: whom the person named.
        ties: among those.
    """
    if not alters:
        return None
    known = neighbours(ties, alters)
    inside = sum(len(known[alter] & set(alters)) for alter in set(alters))
    return len(set(alters)) - inside / len(set(alters))


def constraint(alters: Collection[Name], ties: Ties) -> float | None:
    """Return how far a person's contacts lead back to one another (Burt 1992): 0 for none, above 1 at the most.

    Args:
        alters: whom the person named; each tie weighs the same.
        ties: among those.
    """
    if not alters:
        return None
    people = set(alters)
    known = {alter: (found & people) for alter, found in neighbours(ties, people).items()}
    # The person's own share in each contact, and each contact's in the others; the person is tied to all of them.
    own = 1 / len(people)
    total = 0.0
    for alter in people:
        through = sum(own / (len(known[other]) + 1) for other in people if alter in known[other])
        total += (own + through) ** 2
    return total


def external_internal(same: Iterable[bool]) -> float | None:
    """Return the E-I index (Krackhardt and Stern 1988): from -1, all ties among the like, to +1, none.

    Args:
        same: for each tie, whether both are alike.
    """
    ties = list(same)
    return (len(ties) - 2 * sum(ties)) / len(ties) if ties else None


def components(ties: Ties, names: Iterable[Name] = ()) -> int:
    """Return into how many parts the net falls; somebody without a tie is a part."""
    return len(_parts(neighbours(ties, names)))


def largest_share(ties: Ties, names: Iterable[Name] = ()) -> float | None:
    """Return which share of the net its largest part holds."""
    known = neighbours(ties, names)
    return max(map(len, _parts(known))) / len(known) if known else None


def reach_in_two_steps(ties: Ties, names: Iterable[Name] = ()) -> float | None:
    """Return which share of the others one reaches in at most two steps, on average over all."""
    known = neighbours(ties, names)
    if len(known) < 2:  # noqa: PLR2004 - nobody else
        return None
    reached = (len(set(near).union(*(known[each] for each in near)) - {name}) for name, near in known.items())
    return sum(reached) / (len(known) * (len(known) - 1))


def jaccard(before: Ties, after: Ties) -> float | None:
    """Return which share of all ties there were or are is in both waves."""
    one, other = _pairs(before), _pairs(after)
    return len(one & other) / len(one | other) if one | other else None


def churn(before: Ties, after: Ties) -> dict[str, int]:
    """Return how many ties were kept, lost and made."""
    one, other = _pairs(before), _pairs(after)
    return {"kept": len(one & other), "lost": len(one - other), "made": len(other - one)}


def _pairs(ties: Ties) -> set[frozenset[Name]]:
    return {frozenset(tie) for tie in ties if len(set(tie)) > 1}


def _parts(known: Mapping[Name, set[Name]]) -> list[set[Name]]:
    found: list[set[Name]] = []
    left = set(known)
    while left:
        part: set[Name] = set()
        waiting = deque([next(iter(left))])
        while waiting:
            name = waiting.popleft()
            if name not in part:
                part.add(name)
                waiting.extend(known[name] - part)
        found.append(part)
        left -= part
    return found


def complete(names: Collection[Name]) -> list[tuple[Name, Name]]:
    """Return the ties of a net in which everybody knows everybody."""
    return list(combinations(names, 2))


FUNCTIONS: Mapping[str, Callable[..., float | int | dict[str, int] | None]] = {
    "effective_size": effective_size,
    "constraint": constraint,
    "external_internal": external_internal,
    "components": components,
    "largest_share": largest_share,
    "reach_in_two_steps": reach_in_two_steps,
    "jaccard": jaccard,
    "churn": churn,
}
"""By the name under ``compute`` in an indicator."""

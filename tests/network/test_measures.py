import networkx as nx
import pytest
from hypothesis import given
from hypothesis import strategies as st

from kithmap.network.measures import (
    churn,
    complete,
    components,
    constraint,
    effective_size,
    external_internal,
    jaccard,
    largest_share,
    neighbours,
    reach_in_two_steps,
)

NAMES = "abcdefg"
pairs = st.lists(st.tuples(st.sampled_from(NAMES), st.sampled_from(NAMES)), max_size=15)
alters = st.lists(st.sampled_from(NAMES), unique=True, min_size=1)


def ego_net(named: list[str], ties: list[tuple[str, str]]) -> "nx.Graph[str]":
    """Return the net of a person with their contacts, as another library takes it."""
    net = nx.Graph(("ego", alter) for alter in named)
    net.add_edges_from((one, other) for one, other in ties if one != other and {one, other} <= set(named))
    return net


@given(alters, pairs)
def test_effective_size_and_constraint_are_those_of_networkx(
    named: list[str], ties: list[tuple[str, str]]
) -> None:
    net = ego_net(named, ties)
    assert effective_size(named, ties) == pytest.approx(nx.effective_size(net)["ego"])
    assert constraint(named, ties) == pytest.approx(nx.constraint(net)["ego"])


@given(pairs)
def test_parts_are_those_of_networkx(ties: list[tuple[str, str]]) -> None:
    net = nx.Graph(tie for tie in ties if tie[0] != tie[1])
    net.add_nodes_from(NAMES)
    assert components(ties, NAMES) == nx.number_connected_components(net)
    largest = max(len(part) for part in nx.connected_components(net))
    assert largest_share(ties, NAMES) == pytest.approx(largest / len(NAMES))


@given(pairs)
def test_the_reach_is_that_of_networkx(ties: list[tuple[str, str]]) -> None:
    net = nx.Graph(tie for tie in ties if tie[0] != tie[1])
    net.add_nodes_from(NAMES)
    steps = dict(nx.all_pairs_shortest_path_length(net, cutoff=2))
    reached = sum(len(found) - 1 for found in steps.values())
    assert reach_in_two_steps(ties, NAMES) == pytest.approx(reached / (len(NAMES) * (len(NAMES) - 1)))


def test_worked_cases() -> None:
    assert effective_size("abc", complete("abc")) == 1.0
    assert effective_size("abc", []) == 3.0
    assert constraint("a", []) == 1.0
    assert external_internal([True, True, False, False]) == 0.0
    assert external_internal([True]) == -1.0
    assert jaccard([("a", "b"), ("b", "c")], [("c", "b"), ("c", "d")]) == pytest.approx(1 / 3)
    assert churn([("a", "b"), ("b", "c")], [("c", "b"), ("c", "d")]) == {"kept": 1, "lost": 1, "made": 1}
    assert neighbours([("a", "a")], "ab") == {"a": set(), "b": set()}


def test_of_nothing_there_is_no_figure() -> None:
    assert effective_size([], []) is constraint([], []) is external_internal([]) is jaccard([], []) is None
    assert largest_share([]) is reach_in_two_steps([], "a") is None
    assert components([]) == 0


@given(pairs, pairs)
def test_likeness_of_waves_does_not_depend_on_which_comes_first(
    before: list[tuple[str, str]], after: list[tuple[str, str]]
) -> None:
    assert jaccard(before, after) == jaccard(after, before)
    found, back = churn(before, after), churn(after, before)
    assert (found["lost"], found["made"], found["kept"]) == (back["made"], back["lost"], back["kept"])

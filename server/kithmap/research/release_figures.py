"""The figures of one release."""

from collections.abc import Iterator, Mapping

from kithmap.basics.words import said
from kithmap.layers.model import LayerName, PrivacyReport
from kithmap.layers.privacy import WORDS as WHY_WITHHELD
from kithmap.layers.privacy import Why
from kithmap.research.code_words import BY_COLUMN, LAYERS
from kithmap.research.counting import PLACES, Counts, Net
from kithmap.research.figures import NO_FIGURE, Cell, Column, Drawn, Figure, Words
from kithmap.research.topics import NOTHING_MORE, TOPICS, Topic, has_any, values

COUNT = Words(said("How many"))
SHARE = Words(said("In 100"))


def figures(counts: Counts) -> list[Figure]:
    """Return what is drawn of a release, a figure for each topic of which it tells something."""
    drawn = [_of_topic(topic, counts) for topic in TOPICS if has_any(topic, [counts])]
    if any(counts.layers.get(name) for name in PLACES):
        drawn += [_by_source(counts), _by_precision(counts)]
    if counts.net.ties:
        drawn.append(net_figure(counts.net))
    return drawn


def layers_figure(counts: Mapping[LayerName, int]) -> Figure:
    """Return how many features are in each layer."""
    rows = tuple((LAYERS[name], count) for name, count in counts.items())
    return Figure(
        "layers",
        Words(said("What is in it")),
        NOTHING_MORE,
        Words(said("Layer")),
        (Column(Words(said("Rows"))),),
        rows,
    )


def _of_topic(topic: Topic, counts: Counts) -> Figure:
    tally, of = counts.of(topic.layer, topic.column), counts.layers[topic.layer]
    rows = tuple(
        (words, tally.get(value, 0), 100 * tally.get(value, 0) / of)
        for value, words in values(topic, [counts])
    )
    columns = (Column(COUNT), Column(SHARE, decimals=1, drawn=False))
    return Figure(topic.name, topic.title, topic.says, topic.head, columns, rows, Drawn.BARS)


def _places_by(column: str, title: Words, says: Words, head: Words, counts: Counts) -> Figure:
    """Return how many assets, meeting places and both together have each code in a column."""
    tallies = [counts.of(name, column) for name in PLACES]
    by_code = {code: [tally.get(code, 0) for tally in tallies] for code in BY_COLUMN[column]}
    rows: tuple[tuple[Cell, ...], ...] = tuple(
        (words, *by_code[code], sum(by_code[code])) for code, words in BY_COLUMN[column].items()
    )
    heads = (
        *(Column(LAYERS[name], drawn=False) for name in PLACES),
        Column(Words(said("Places together"))),
    )
    return Figure(f"places-by-{column}", title, says, head, heads, rows, Drawn.BARS)


def _by_precision(counts: Counts) -> Figure:
    says = said(
        "A place that is not shown where it is was moved once, and stands at the same spot in every version and format."
    )
    title, head = said("Places by how exactly they are shown"), said("How exactly")
    return _places_by("precision", Words(title), Words(says), Words(head), counts)


def _by_source(counts: Counts) -> Figure:
    says = said(
        "Whoever led a workshop can bring in places from a file that others made; nobody in the room placed those. They count in "
        "the other figures, too."
    )
    title, head = said("Places by how they came onto the map"), said("How they came")
    return _places_by("source", Words(title), Words(says), Words(head), counts)


def net_rows(net: Net) -> Iterator[tuple[Words, Words]]:
    """Yield what there is to tell of a net, each with what it means."""
    yield Words(said("Places, assets and meeting places together")), _plain(net.places)
    yield Words(said("Pairs of places that are connected")), _plain(net.ties)
    yield Words(said("Places without a connection")), _plain(net.without)
    yield Words(said("Parts into which the map falls")), _plain(net.components)
    yield Words(said("Places in the largest part, in 100")), _in_100(net.largest_share)
    reach = _in_100(net.reach_in_two_steps)
    yield Words(said("Other places that are at most two steps away, on average, in 100")), reach


def _plain(value: int) -> Words:
    return Words(str(value), own=True)


def _in_100(share: float | None) -> Words:
    return NO_FIGURE if share is None else Words(f"{100 * share:.1f}", own=True)


NET_SAYS = Words(
    said(
        "Two places are connected where somebody said so. These figures tell of the map that people made, not of every tie there "
        "is; the more people mapped, the more ties are on it."
    )
)


def net_figure(net: Net) -> Figure:
    """Return what the connections make of the places."""
    return Figure(
        "how-places-hang-together",
        Words(said("How places hang together")),
        NET_SAYS,
        Words(said("Figure")),
        (Column(Words(said("Value")), drawn=False),),
        tuple(net_rows(net)),
    )


def privacy_figure(report: PrivacyReport) -> Figure:
    """Return what was left out or changed so that nobody is found out."""
    withheld = ((Words(WHY_WITHHELD[Why(why)]), count) for why, count in report.withheld.items())
    moved = (
        (Words(said(f"Places moved by up to {metres} metres")), count)
        for metres, count in sorted(report.masked.items())
    )
    rows = (
        *withheld,
        *moved,
        (Words(said("Counts of people that are too small to be told")), report.counts_hidden),
        (Words(said("Notes and words whose authors did not agree to be quoted")), report.words_left_out),
    )
    return Figure(
        "privacy",
        Words(said("What was left out or changed")),
        NOTHING_MORE,
        Words(said("What, and why")),
        (Column(COUNT, drawn=False),),
        tuple((words, count) for words, count in rows if count),
    )

from kithmap.layers.model import LayerName
from kithmap.research.counting import COUNTED, EMPTY, Counts
from kithmap.research.topics import TOPICS, has_any, values

BY_NAME = {each.name: each for each in TOPICS}


def counted(layer: LayerName, column: str, **tally: int) -> Counts:
    return Counts(
        {layer: sum(tally.values())}, {(layer, column): tally}, {kind: kind.upper() for kind in tally}
    )


def test_every_topic_is_counted_and_has_a_name_of_its_own() -> None:
    assert len(BY_NAME) == len(TOPICS)
    assert all(each.column in COUNTED[each.layer] for each in TOPICS)


def test_kinds_stand_with_the_most_frequent_first_over_all_areas() -> None:
    first = counted(LayerName.ASSETS, "kind", hall=1, club=3)
    second = counted(LayerName.ASSETS, "kind", hall=7, bench=2)
    assert [words.text for _, words in values(BY_NAME["assets-by-kind"], [first, second])] == [
        "HALL",
        "CLUB",
        "BENCH",
    ]


def test_codes_stand_in_their_own_order_with_those_that_nobody_chose() -> None:
    topic = BY_NAME["connections-by-how"]
    given = Counts(
        by={(LayerName.CONNECTIONS, "how_mode"): {"phone": 1, EMPTY: 2, "by_drum": 1}},
    )
    assert [value for value, _ in values(topic, [given])] == [
        "in_person",
        "phone",
        "online",
        "written",
        "mixed",
        "by_drum",
        EMPTY,
    ]


def test_where_nobody_said_anything_there_is_nothing_to_show() -> None:
    topic = BY_NAME["connections-by-how"]
    assert not has_any(topic, [Counts(by={(LayerName.CONNECTIONS, "how_mode"): {EMPTY: 4}})])
    assert has_any(topic, [Counts(), Counts(by={(LayerName.CONNECTIONS, "how_mode"): {"phone": 1}})])

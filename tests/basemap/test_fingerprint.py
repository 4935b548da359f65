from hypothesis import given
from hypothesis import strategies as st

from kithmap.basemap.fingerprint import ContentHash

drawings = st.lists(st.tuples(st.text(max_size=5), st.binary(max_size=5)), max_size=4)


def short(made: list[tuple[str, bytes]]) -> str:
    content = ContentHash()
    for address, body in made:
        content.add(address, body)
    return content.short()


@given(drawings, drawings)
def test_the_same_drawings_and_only_they_have_the_same_name(
    one: list[tuple[str, bytes]], other: list[tuple[str, bytes]]
) -> None:
    assert (short(one) == short(other)) == (one == other)
    assert len(short(one)) == 12

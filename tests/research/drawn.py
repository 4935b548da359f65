"""Figures of every shape, to be drawn, shown and taken away."""

from hypothesis import strategies as st

from kithmap.research.figures import Column, Drawn, Figure, Words

texts = st.text(st.characters(exclude_characters="\x00", exclude_categories=["Cs"]), max_size=40)
names = st.one_of(
    texts,
    st.sampled_from(["", "<script>alert(1)</script>", "a" * 200, "Éclair & co", '"]]>', "مرکز", "=1+1"]),
)
numbers = st.one_of(
    st.none(), st.integers(0, 10**6), st.floats(0, 1e6, allow_nan=False, allow_infinity=False)
)


@st.composite
def figures(draw: st.DrawFn, drawn: Drawn) -> Figure:
    """Return a figure of up to seven columns of numbers."""
    width = draw(st.integers(1, 7))
    columns = tuple(Column(Words(draw(names), own=True), draw(st.integers(0, 2))) for _ in range(width))
    rows = draw(
        st.lists(st.tuples(names, *(numbers for _ in range(width))), max_size=6).map(
            lambda rows: tuple((Words(head, own=True), *cells) for head, *cells in rows)
        )
    )
    title, says = Words(draw(names), own=True), Words(draw(names), own=True)
    return Figure("some-figure", title, says, Words("Row"), columns, rows, drawn)


def small(drawn: Drawn, *rows: tuple[str, float | None, float | None]) -> Figure:
    """Return a figure of two columns."""
    columns = (Column(Words("Oakham", own=True)), Column(Words("Mill Side", own=True)))
    return Figure(
        "small",
        Words("Assets by kind"),
        Words("How many"),
        Words("Kind"),
        columns,
        tuple((Words(label, own=True), *cells) for label, *cells in rows),
        drawn,
    )

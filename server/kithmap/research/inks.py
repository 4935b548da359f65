"""What tells the bars of a chart apart: colours, each with a pattern of its own, so that colour is never alone."""

COLOURS = ("#0b5d52", "#b91c67", "#5563ab", "#9a6b00", "#8935cb", "#85230c", "#1b2957")
"""On white, for a drawing that is taken away; safe for the common colour-blindnesses like the kinds of place."""

PATTERNS: tuple[str, ...] = (
    '<rect width="8" height="8" fill="currentColor"/>',
    '<path d="M-2 2 2-2M0 8 8 0M6 10 10 6" stroke="currentColor" stroke-width="3"/>',
    '<circle cx="4" cy="4" r="2.6" fill="currentColor"/>',
    '<path d="M0 4H8M4 0V8" stroke="currentColor" stroke-width="2"/>',
    '<path d="M0 2H8M0 6H8" stroke="currentColor" stroke-width="2"/>',
    '<path d="M0 0H4V4H0ZM4 4H8V8H4Z" fill="currentColor"/>',
    '<path d="M2 0V8M6 0V8" stroke="currentColor" stroke-width="2"/>',
)
"""One for each colour; the first is a plain surface."""


def ink(colour: int) -> str:
    """Return the attributes that give a mark its colour: by a class on a page, and by themselves where there is no style.

    Args:
        colour: its number, from 0.
    """
    return f'class="chart-ink-{colour}" color="{COLOURS[colour]}"'

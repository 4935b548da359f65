"""How a dead line is noticed: a phone that walked out of the hall closes nothing.

The server's pings are answered by the browser itself, asleep pages too. The page's own ``ping`` asks the other way round,
because a browser tells a page nothing of the pings that it answers; the engine answers it with ``pong``.
"""

PING_EVERY = 15.0
"""Seconds between a pong and the next ping. Below 20 s, so that no proxy or phone network closes a quiet line (30 s is common)."""

PONG_WITHIN = 13.0
"""Seconds for the answer; a phone on a crowded hall's network answers within five. Together with the above under 30 s."""

GOODBYE_WITHIN = 5.0
"""Seconds for the other side to read the last bytes and close; then the line is cut."""

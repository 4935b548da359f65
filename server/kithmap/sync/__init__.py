"""The engine: rooms, order, audience and catch-up, as pure code. Its rules are numbered in SPEC.md.

It knows no feature, no socket, no clock and no database: messages and times go in, effects come out.
"""

"""Tarrowby: a seeded, pure generator of an invented town.

The lines a person would remember (river, railway, main roads, halls, parks) are drawn by hand in metres on a plan;
streets between them, houses, fields and paths grow from a seed. `build.make_town` puts it together.
"""

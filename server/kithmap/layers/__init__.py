"""Baseline layers of an area in a wave: built, checked, signed, published, and given away in the forms that others read."""

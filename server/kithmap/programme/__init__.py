"""Programmes, their areas with boundary, partners and basemap, and their waves."""

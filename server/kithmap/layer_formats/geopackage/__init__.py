"""A release as a GeoPackage: all layers in one file, with what their columns mean and how they are drawn.

Source: OGC GeoPackage Encoding Standard 1.3 (OGC 12-128r17).
"""

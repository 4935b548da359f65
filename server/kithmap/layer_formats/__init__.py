"""A layer release in the forms that others read: GeoPackage, FlatGeobuf, GeoParquet, KML, CSV, GraphML."""

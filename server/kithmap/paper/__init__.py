"""Paper: an area's sheet to point at, cards to write on, and the grid by which both come back onto the map."""

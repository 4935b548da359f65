"""Photos of places: checked, stripped and kept as files beside the database."""

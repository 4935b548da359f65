"""The desk at which layers are made: for those who have a role in the area."""

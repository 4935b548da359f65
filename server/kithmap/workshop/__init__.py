"""A workshop: its life, its stages and rounds, who joins it and who may see it."""

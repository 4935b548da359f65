"""Everything of a layer release in one archive, with what describes it."""

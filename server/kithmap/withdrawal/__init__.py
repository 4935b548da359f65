"""Taking back, from every feature at once, all that one person said."""

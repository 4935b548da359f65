"""Agreeing on what words and indicators mean: proposing, rewording, rating, deciding."""

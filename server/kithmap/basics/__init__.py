"""Leaves: words that every other part of Kithmap shares. Nothing here imports from elsewhere in the package."""

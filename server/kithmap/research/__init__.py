"""Pages for those who work with what was mapped: catalogue, search, areas side by side, charts."""

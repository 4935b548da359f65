"""Layer releases, and live maps for those allowed, by OGC API - Features."""

"""HTTP plumbing that every feature's pages and routes share."""

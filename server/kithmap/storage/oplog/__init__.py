"""The operation log: in memory for tests, in a database for workshops. One contract suite holds for both."""

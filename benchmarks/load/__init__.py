"""The load for the live benchmarks: servers to measure, and phones to measure them with."""

"""Benchmarks: each goal of speed or quality as a command, with peers measured beside us in the same run."""

"""The demo's far end: a made-up harbour town, Larkmouth, and its publishers, served on loopback as real sites.

Everything here is invented: the town, its people, its firms. Articles are text files in ``town/``; what an
editor expects of each stands in ``expectations.toml``.
"""

from __future__ import annotations

from standfirst.production.demo.expectations import Expectation, expectations
from standfirst.production.demo.server import Request, RunningTown, serve
from standfirst.production.demo.town import Block, Feed, Piece, Publisher, Town, load

__all__ = [
    "Block",
    "Expectation",
    "Feed",
    "Piece",
    "Publisher",
    "Request",
    "RunningTown",
    "Town",
    "expectations",
    "load",
    "serve",
]

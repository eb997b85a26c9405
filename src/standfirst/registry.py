"""Open lists: item sources, page sources, writers, checks, marks and formats.

A list belongs to a package; its members are what the modules of that package register. Adding one touches
one new file, and the built-in ones are entered the same way.
"""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Callable, Iterator
from typing import Generic, TypeVar

T = TypeVar("T")


class Registry(Generic[T]):
    """Members by name, in the order of their rank, loaded on first use from every module of ``package``."""

    def __init__(self, package: str) -> None:
        self.package = package
        self._members: dict[str, tuple[int, T]] = {}
        self._loaded = False

    def register(self, name: str, *, rank: int = 100) -> Callable[[T], T]:
        """Enter a member under ``name``; a decorator. Lower ranks come first. A name is taken once."""

        def enter(member: T) -> T:
            if name in self._members:
                raise ValueError(f"{name!r} is already entered in {self.package}")
            self._members[name] = (rank, member)
            return member

        return enter

    def _load(self) -> None:
        if not self._loaded:
            self._loaded = True
            package = importlib.import_module(self.package)
            for module in sorted(pkgutil.iter_modules(package.__path__), key=lambda found: found.name):
                importlib.import_module(f"{self.package}.{module.name}")

    def __getitem__(self, name: str) -> T:
        self._load()
        return self._members[name][1]

    def __contains__(self, name: object) -> bool:
        self._load()
        return name in self._members

    def __iter__(self) -> Iterator[str]:
        self._load()
        return iter(sorted(self._members, key=lambda name: (self._members[name][0], name)))

    def items(self) -> Iterator[tuple[str, T]]:
        """Names and members, in order."""
        return ((name, self[name]) for name in self)

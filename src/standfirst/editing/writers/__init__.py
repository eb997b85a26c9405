"""The writers, one module each; each enters itself in the list of writers."""

from __future__ import annotations

from standfirst.editing import Writer
from standfirst.registry import Registry

#: Who writes, by name. The built-in one is ``excerpt``.
writers: Registry[Writer] = Registry(__name__)

__all__ = ["writers"]

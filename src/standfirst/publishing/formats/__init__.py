"""The formats, one module each; each enters itself in the list of formats."""

from __future__ import annotations

from standfirst.publishing import Format
from standfirst.registry import Registry

#: The formats by name, in the order pages offer them.
formats: Registry[Format] = Registry(__name__)

__all__ = ["formats"]

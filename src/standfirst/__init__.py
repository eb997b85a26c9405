"""Standfirst: run your own network of news-digest sites.

The library's face is two functions: :func:`read` makes an article of a page, :func:`edit` a brief of an
article. Everything is imported on first use, so that ``import standfirst`` stays light.
"""

from __future__ import annotations

import importlib
from typing import Any

__version__ = "0.1.0"

_FACE = {
    "read": "standfirst.reading",
    "edit": "standfirst.editing",
    "Item": "standfirst.gathering",
    "Page": "standfirst.gathering",
    "Article": "standfirst.reading",
    "NotArticle": "standfirst.reading",
    "Brief": "standfirst.editing",
    "Story": "standfirst.stories",
}
__all__ = ["Article", "Brief", "Item", "NotArticle", "Page", "Story", "__version__", "edit", "read"]


def __getattr__(name: str) -> Any:
    if name in _FACE:
        return getattr(importlib.import_module(_FACE[name]), name)
    raise AttributeError(f"module 'standfirst' has no attribute {name!r}")

"""Invented pages to tell apart: those that are no articles, by kind, and articles easily taken for such.

Texts are made up here in six languages and dressed in twelve styles of markup as sites have them. Texts and
styles have two halves: rules are developed on one and measured on the other. See :func:`pages`.
"""

from __future__ import annotations

from benchmarks.strangers.made import ARTICLES, STRANGERS, Made, pages

__all__ = ["ARTICLES", "STRANGERS", "Made", "pages"]

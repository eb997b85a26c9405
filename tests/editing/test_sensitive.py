from __future__ import annotations

import pytest

from standfirst.editing import facts, sensitive
from tests.editing.articles import BRIDGE, WAHL, article


@pytest.mark.parametrize(
    ("title", "text", "language", "matter"),
    [
        ("Two killed as boat sinks off Marlby", "Two people died when a boat sank.", "en", "death"),
        ("Man charged with bridge fraud", "Tom Abery was arrested and charged with fraud in Leeds.", "en", "crime"),
        (
            "New doses for a vaccine",
            "The vaccine is given in two doses. Its symptoms and side effects are few.",
            "en",
            "health advice",
        ),
        ("Bürgermeisterwahl in Brenkhausen: Wahl am 14. März", WAHL, "de", "election"),
        ("Shares fell", "Shares fell on the stock market. The Nasdaq lost and investors sold bonds.", "en", "markets"),
        ("Marlby bridge to close", BRIDGE, "en", ""),
        ("A man is charged", "A man was arrested and charged with fraud.", "en", ""),
    ],
)
def test_matter(title, text, language, matter):
    made = article(text, title, language=language)
    assert sensitive.matter(made, facts.find(made)) == matter

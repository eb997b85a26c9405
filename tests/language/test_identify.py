from __future__ import annotations

import pytest

from standfirst.language import identify

GERMAN = "Der Stadtrat hat am Dienstag beschlossen, die alte Brücke bis zum Herbst zu sperren und neu zu bauen. "
ENGLISH = (
    "The council decided on Tuesday to close the old bridge over the river until the autumn and to build it anew. "
)


@pytest.mark.parametrize(
    ("text", "hint", "expected"),
    [
        (GERMAN * 2, "de-AT", "de"),
        (GERMAN * 2, "en", "de"),
        (GERMAN * 2, "", "de"),
        (ENGLISH * 2, "en-GB", "en"),
        ("Short text", "fr", "fr"),
        ("", "", "und"),
        ("12345 !!", "es", "es"),
        ("これは日本語の文です。町の議会は橋を閉じると決めた。", "", "ja"),
        (ENGLISH * 2, "not a tag", "en"),
    ],
)
def test_language(text, hint, expected):
    assert identify.language(text, hint) == expected

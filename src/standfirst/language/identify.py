"""Which language a text is in."""

from __future__ import annotations

import re
from functools import cache
from typing import Any

from standfirst.language.words import primary

#: Under this many letters a guess is worth less than what the page declares.
SHORT = 120
#: Code points looked at; more do not change the answer.
SAMPLE = 6000
#: A declared language stands unless the text speaks against it with this probability.
SURE = 0.95

_LETTER = re.compile(r"[^\W\d_]")
_TAG = re.compile(r"[a-z]{2,3}$")
# Pairs that a classifier of n-grams confuses: what the page declares decides between them.
_KIN = (
    frozenset({"no", "nb", "nn", "da"}),
    frozenset({"hr", "bs", "sr", "sh", "sl"}),
    frozenset({"id", "ms", "jv"}),
    frozenset({"cs", "sk"}),
    frozenset({"es", "gl", "ca", "an"}),
    frozenset({"pt", "gl"}),
    frozenset({"zh", "yue", "wuu"}),
    frozenset({"af", "nl"}),
    frozenset({"ur", "fa", "ps", "ar"}),
)


def language(text: str, hint: str = "") -> str:
    """The primary BCP 47 subtag of ``text``'s language; ``hint`` is what the page declares.

    The hint wins where the text is short, agrees, is a near relative, or does not speak clearly against it.
    Without text and hint the answer is ``und``.
    """
    declared = primary(hint)
    if not _TAG.match(declared) or declared == "und":
        declared = ""
    sample = text[:SAMPLE]
    letters = sum(1 for _ in _LETTER.finditer(sample))
    if letters == 0 or (letters < SHORT and declared):
        return declared or "und"
    script = _by_script(sample, letters)
    if script:
        return declared if declared and (declared == script or _kin(declared, script)) else script
    found, probability = _classify(sample)
    if declared and (found == declared or _kin(found, declared) or probability < SURE):
        return declared
    return str(found)


def _kin(one: str, other: str) -> bool:
    return any(one in family and other in family for family in _KIN)


def _by_script(sample: str, letters: int) -> str:
    """Scripts that one language alone is written in, among those read on the web."""
    kana = len(re.findall(r"[\u3040-\u30ff]", sample))
    hangul = len(re.findall(r"[\uac00-\ud7af]", sample))
    han = len(re.findall(r"[\u4e00-\u9fff]", sample))
    if (kana + han) * 2 > letters:
        return "ja" if kana * 10 > kana + han else "zh"
    if hangul * 2 > letters:
        return "ko"
    for code, block in (("th", r"[\u0e00-\u0e7f]"), ("el", r"[\u0370-\u03ff]"), ("ka", r"[\u10a0-\u10ff]")):
        if len(re.findall(block, sample)) * 2 > letters:
            return code
    return ""


@cache
def _model() -> Any:
    """The classifier, loaded once a process on first use."""
    from py3langid.langid import MODEL_FILE, LanguageIdentifier

    return LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)


def _classify(sample: str) -> tuple[str, float]:
    found, probability = _model().classify(sample)
    return str(found), float(probability)

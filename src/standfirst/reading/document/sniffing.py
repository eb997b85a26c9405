"""In which encoding bytes are written that do not say so, or say it wrongly: the one in which they read best.

A wrong encoding gives letters that no one language uses together, or not so often, or puts them where they do
not stand. So each likely one is tried on a sample. Latin letters beyond ASCII must stand among ASCII's and come
from one language; other scripts must stand in runs, and their letters be about as frequent as they should.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from functools import cache
from math import exp, sqrt

from standfirst.reading.document import encodings

SAMPLE = 60_000
#: A score from which a declared encoding is believed without trying others, and one under which none is.
SURE, GOOD = 0.85, 0.5
#: What being declared, or usual in the page's language, is worth.
DECLARED, USUAL = 0.15, 0.1

_MARKS = "“”‘’„‚–—…«»‹›€£©®°·•™§\u00a0"
#: Letters beyond ASCII of each language that an encoding serves.
_LATIN: dict[str, tuple[str, ...]] = {
    "cp1252": (
        "éèàùâêîôûçëïœÉÀÊÇ", "äöüßÄÖÜé", "áéíóúñü¿¡ÁÉÍÓÚÑªº", "ãõçáéíóúâêôàÁÉÓÇÃ", "àèéìòùÈ", "äåöéÄÅÖ", "æøåéÆØÅ",
        "áéíóúýðþæöÁÉÍÓÚÐÞÆÖ", "éëïóèöü",
    ),
    "cp1250": (
        "ąćęłńóśźżĄĆĘŁŃÓŚŹŻ", "áčďéěíňóřšťúůýžČĎŘŠŽ", "áäčďéíĺľňóôŕšťúýžČĽŠŽ", "áéíóöőúüűÁÉÖŐÜŰ", "ăâîşţĂÎŞŢ",
        "čšžćđČŠŽ",
    ),
    "cp1254": ("ğışçöüİŞÇÖÜâîû",),
    "cp1257": ("ąčęėįšųūžĄČĘĖĮŠŲŪŽ", "āčēģīķļņšūžĀČĒĢĪĶĻŅŠŪŽ", "äõöüšžÄÕÖÜŠŽ"),
}  # fmt: skip
_LATIN["iso8859-2"] = _LATIN["cp1250"]
_CYRILLIC = "оеаинтсрвлкмдпуяыьгзбчйхжшюцщэфіїє"
_GREEK = "ατιεονσκρπμυλςήίγδόάύέθωχφβώξζψ"
_HEBREW = "יוהלמאברתשנםכעדקפחטסגצןזךףץ"
_ARABIC = "اليمنورتبعهدسفكقحجشصأطخذىثزةئضغظء"
_HIRAGANA = "のにはをたがでとしるいてなかられこりもさっんまくよきすあうー、。"
_CHINESE = "的，一。是不了在人有我他中上大和地到以要就出年月日"
#: The characters of other scripts in the order of their frequency, and the cosine of real text to their falling
#: weights: many characters that share the text leave a lower one.
_OTHERS: dict[str, tuple[str, float]] = {
    **{name: (_CYRILLIC, 0.9) for name in ("cp1251", "koi8-u", "koi8-r", "iso8859-5", "cp866", "mac-cyrillic")},
    **{name: (_GREEK, 0.9) for name in ("cp1253", "iso8859-7")},
    **{name: (_HEBREW, 0.9) for name in ("cp1255", "iso8859-8")},
    **{name: (_ARABIC, 0.9) for name in ("cp1256", "iso8859-6")},
    "cp874": ("านรอกเงมยล่วดทสต้ะีิัปบคไ็แหใพชโำจข์ผูึืุ", 0.9),
    "cp932": (_HIRAGANA, 0.7),
    "euc_jp": (_HIRAGANA, 0.7),
    "cp949": ("이다는의에을가고하지로한를은사어기나리도자대인해서시일정부", 0.5),
    "gb18030": (_CHINESE + "这个们来为国说时会对发后里过于着", 0.4),
    "big5hkscs": (_CHINESE + "這個們來為國說時會對發後裡過於著", 0.4),
}
#: Languages (BCP 47's first part) with the encodings usual before UTF-8, the likelier first.
_USUAL = {
    "pl": ("iso8859-2", "cp1250"), "cs": ("cp1250", "iso8859-2"), "sk": ("cp1250", "iso8859-2"),
    "hu": ("iso8859-2", "cp1250"), "ro": ("iso8859-2", "cp1250"), "sl": ("cp1250",), "hr": ("cp1250",),
    "tr": ("cp1254",), "az": ("cp1254",), "lt": ("cp1257",), "lv": ("cp1257",), "et": ("cp1257",),
    "zh-tw": ("big5hkscs",), "zh-hk": ("big5hkscs",), "zh": ("gb18030",), "ja": ("cp932", "euc_jp"), "ko": ("cp949",),
}  # fmt: skip
_TAG = re.compile(rb"<[^<>]{0,2000}>")
_LANG = re.compile(rb"<html[^<>]{0,500}?\slang\s{0,9}=\s{0,9}[\"']?([A-Za-z]{2,3}(?:-[A-Za-z]{2,4})?)", re.IGNORECASE)
_HIGH = re.compile("[^\x00-\x7f]+")
#: For a declared encoding that is in neither table: the letters of all Latin languages.
_ANY = ("".join(letters for languages in _LATIN.values() for letters in languages),)


def likeliest(body: bytes, declared: Iterable[str] = ()) -> str:
    """The codec in which ``body``, which is not UTF-8, reads best; ``declared`` names are believed while they do."""
    declared = tuple(dict.fromkeys(declared))
    piece = sample(body)
    scores: dict[str, float] = {}
    for name in declared:
        scores[name] = score(piece, name)
        if scores[name] >= SURE:
            return name
    lang = _LANG.search(body[:4096])
    tag = lang[1].decode("ascii").lower() if lang else ""
    usual = _USUAL.get(tag) or _USUAL.get(tag.partition("-")[0], ())
    for name in (*usual, *_LATIN, *_OTHERS):
        if name not in scores:
            scores[name] = score(piece, name)
    for name in scores:
        scores[name] += DECLARED * (name in declared) + USUAL * (name in usual)
    best = max(scores, key=lambda name: scores[name])
    return best if scores[best] >= GOOD else next(iter(declared), "cp1252")


def sample(body: bytes) -> bytes:
    """The beginning of what is no ASCII, line by line, without tags."""
    lines = (line for line in _TAG.sub(b"\n", body[:1_000_000]).split(b"\n") if not line.isascii())
    kept: list[bytes] = []
    left = SAMPLE
    for line in lines:
        kept.append(line[:left])
        left -= len(line)
        if left <= 0:
            break
    return b"\n".join(kept)


def score(piece: bytes, name: str) -> float:
    """How much ``piece`` reads like a language of that encoding: 0 not at all, 1 wholly."""
    text = encodings.decode(piece, name, "replace")
    runs = _HIGH.findall(text)
    high = "".join(runs)
    if not high:
        return 0.0
    counts = Counter(high)
    long = sum(len(run) for run in runs if len(run) > 2) / len(high)
    gaps = counts["\ufffd"] / len(high)
    if name in _OTHERS:
        weights, real = _weights(name)
        product = sum(counts[each] * weight for each, weight in weights.items())
        likeness = product / sqrt(sum(count * count for count in counts.values())) / real * long
    else:
        marks = sum(counts[each] for each in _MARKS)
        used = max(sum(counts[each] for each in letters) for letters in _LATIN.get(name, _ANY))
        likeness = (used + marks) / len(high) * (1 - long)
    return min(1.0, likeness) * max(0.0, 1 - 20 * gaps)


@cache
def _weights(name: str) -> tuple[dict[str, float], float]:
    letters, real = _OTHERS[name]
    raw = {each: exp(-place / 10) for place, each in enumerate(letters)}
    length = sqrt(sum(weight * weight for weight in raw.values()))
    return {each: weight / length for each, weight in raw.items()}, real

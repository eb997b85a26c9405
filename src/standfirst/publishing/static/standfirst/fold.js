// Words as they are compared, here and in newsroom/finding/words.py: without accents, capitals and punctuation.
"use strict";

// Letters that Unicode does not decompose; accents and vowel points; scripts written without spaces.
const PLAIN = { "ß": "ss", "ς": "σ", "ø": "o", "đ": "d", "ð": "d", "ł": "l", "ħ": "h", "ı": "i", "æ": "ae", "œ": "oe", "þ": "th" };
const POINTS = /[\u0300-\u0333\u0339-\u036f\u0483-\u0487\u0591-\u05c7\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06ed\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20dc\u20e1\ufe20-\ufe2f]/g;
const UNSPACED = /[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3005-\u3007\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7af\uf900-\ufaff\u{20000}-\u{323af}]+/gu;

const fold = (text) => text.normalize("NFKC").toLowerCase().normalize("NFKD").replace(POINTS, "")
  .replace(/\p{Cf}/gu, "").replace(/[^\p{L}\p{N}\p{M}]+/gu, " ").normalize("NFC")
  .replace(/[ßςøđðłħıæœþ]/g, (letter) => PLAIN[letter]);

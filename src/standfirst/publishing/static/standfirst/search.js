// Search without a server: words are cut and folded as the build's index has them, looked up in the shards of their
// first letters, and what all of them find is listed, latest first. Nothing but the site's own files is asked for.
"use strict";

const box = document.getElementById("find");
const said = document.getElementById("said");
const found = document.getElementById("found");
const more = document.getElementById("more");
const PAGE = 30, MOST = 16;
document.getElementById("without").hidden = true;

// As standfirst/newsroom/search.py folds: letters that Unicode does not decompose, and accents and vowel points.
const PLAIN = { "ß": "ss", "ς": "σ", "ø": "o", "đ": "d", "ð": "d", "ł": "l", "ħ": "h", "ı": "i", "æ": "ae", "œ": "oe", "þ": "th" };
const POINTS = /[\u0300-\u0333\u0339-\u036f\u0483-\u0487\u0591-\u05c7\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06ed\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20dc\u20e1\ufe20-\ufe2f]/g;
const UNSPACED = /[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3005-\u3007\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7af\uf900-\ufaff\u{20000}-\u{323af}]+/gu;

const fold = (text) => text.normalize("NFKC").toLowerCase().normalize("NFKD").replace(POINTS, "")
  .replace(/\p{Cf}/gu, "").replace(/[^\p{L}\p{N}\p{M}]+/gu, " ").normalize("NFC")
  .replace(/[ßςøđðłħıæœþ]/g, (letter) => PLAIN[letter]);

// The words of a text; scripts written without spaces as overlapping pairs of letters.
function words(text) {
  const cut = [];
  for (const run of fold(text).split(" ")) {
    let at = 0;
    for (const part of run.matchAll(UNSPACED)) {
      if (part.index > at) cut.push(run.slice(at, part.index));
      const letters = [...part[0]];
      if (letters.length === 1) cut.push(letters[0]);
      for (let i = 0; i + 1 < letters.length; i++) cut.push(letters[i] + letters[i + 1]);
      at = part.index + part[0].length;
    }
    if (at < run.length) cut.push(run.slice(at));
  }
  return cut.map((word) => [...word].slice(0, 64).join(""));
}

const loaded = new Map();
function load(path) {
  if (!loaded.has(path)) {
    loaded.set(path, fetch(path).then((answer) => { if (!answer.ok) throw new Error(path); return answer.json(); }));
  }
  return loaded.get(path);
}

async function lookup(word, index) {
  const letters = [...word].slice(0, index.letters).join("");
  const name = /^[\x00-\x7f]*$/.test(letters) ? letters : "u" + word.codePointAt(0).toString(16);
  if (!index.shards.includes(name)) return new Set();
  const shard = await load(`/search/words/${name}.json`);
  if (/^.$/u.test(word) && word.replace(UNSPACED, "") === "") {  // one letter of an unspaced script begins a pair
    return new Set(Object.keys(shard).filter((pair) => pair.startsWith(word)).flatMap((pair) => shard[pair]));
  }
  return new Set(Object.hasOwn(shard, word) ? shard[word] : []);
}

// A query: words that must be there and, after a minus, words that must not.
async function search(query, index) {
  const wanted = [], unwanted = [];
  for (const term of query.match(/-?(?:"[^"]*"?|[^\s"]+)/g) || []) {
    (term.startsWith("-") ? unwanted : wanted).push(...words(term));
  }
  if (!wanted.length) return [];
  const sets = await Promise.all(wanted.slice(0, MOST).map((word) => lookup(word, index)));
  const not = await Promise.all(unwanted.slice(0, MOST).map((word) => lookup(word, index)));
  sets.sort((a, b) => a.size - b.size);
  return [...sets[0]].filter((number) => sets.every((set) => set.has(number)) && !not.some((set) => set.has(number)))
    .sort((a, b) => b - a);
}

function element(name, text, attributes = {}) {
  const made = document.createElement(name);
  if (text) made.textContent = text;
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  return made;
}

function row([path, headline, lead, source, at, language, marks]) {
  const tongue = { lang: language || "und", dir: "auto" };
  const article = element("article", "", { class: "brief" });
  const head = element("h3", "", tongue);
  head.append(element("a", headline, { href: path }));
  article.append(head);
  if (lead) article.append(element("p", lead, { class: "first", ...tongue }));
  const meta = element("p", "", { class: "meta" });
  const day = new Date(at).toLocaleDateString(found.dataset.language, { dateStyle: "medium", timeZone: found.dataset.zone });
  meta.append(element("bdi", source), " ", element("time", day, { datetime: at }));
  for (const mark of marks) meta.append(" ", element("span", mark, { class: "mark" }));
  article.append(meta);
  return article;
}

let latest = 0;
async function answer(query) {
  const turn = ++latest;
  found.replaceChildren();
  said.textContent = "";
  more.hidden = true;
  if (!query.trim()) return;
  try {
    const index = await load("/search/index.json");
    const numbers = await search(query, index);
    if (turn !== latest) return;
    said.textContent = numbers.length ? `${said.dataset.found} ${numbers.length}` : said.dataset.none;
    if (numbers.length) found.append(element("h2", said.dataset.found, { class: "vh" }));
    let shown = 0;
    const next = async () => {
      const page = numbers.slice(shown, shown + PAGE);
      const chunks = await Promise.all(page.map((number) => load(`/search/documents/${Math.floor(number / index.chunk)}.json`)));
      if (turn !== latest) return;
      page.forEach((number, place) => {
        const document = chunks[place][number % index.chunk];
        if (document) found.append(row(document));
      });
      shown += page.length;
      more.hidden = shown >= numbers.length;
    };
    more.onclick = () => next().catch(failed);
    await next();
  } catch { failed(); }
}
const failed = () => { said.textContent = said.dataset.failed; };

box.form.addEventListener("submit", (event) => {
  event.preventDefault();
  history.pushState(null, "", `?q=${encodeURIComponent(box.value)}`);
  answer(box.value);
});
const asked = () => { box.value = new URLSearchParams(location.search).get("q") || ""; answer(box.value); };
window.addEventListener("popstate", asked);
asked();

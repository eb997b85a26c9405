// Search without a server: words are cut and folded as the build's index has them, looked up in the shards of their
// first letters, and what all of them find is listed, latest first. Nothing but the site's own files is asked for.
// fold.js comes first.
"use strict";

const box = document.getElementById("find");
const said = document.getElementById("said");
const found = document.getElementById("found");
const more = document.getElementById("more");
const PAGE = 30, MOST = 16, LATEST = 5000;
document.getElementById("without").hidden = true;

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

// The numbers of what has a word in a field, "" for any text.
async function lookup(word, field, index) {
  const letters = [...word].slice(0, index.letters).join("");
  const first = /^[\x00-\x7f]*$/.test(letters) ? letters : "u" + word.codePointAt(0).toString(16);
  const name = field ? `${FIELDS[field]}-${first}` : first;
  const key = field ? `§${FIELDS[field]}${word}` : word;
  if (!index.shards.includes(name)) return [];
  const shard = await load(`/search/words/${name}.json`);
  if (/^.$/u.test(word) && word.replace(UNSPACED, "") === "") {  // one letter of an unspaced script begins a pair
    return Object.keys(shard).filter((pair) => pair.startsWith(key)).flatMap((pair) => shard[pair]);
  }
  return Object.hasOwn(shard, key) ? shard[key] : [];
}

// A query's terms, as newsroom/queries.py reads them; the words of a phrase need not stand beside each other here.
const FIELDS = { headline: "h", author: "a", source: "s", section: "c", mark: "m", lang: "l" };
const TERM = /(-?)(?:(headline|author|source|section|mark|lang)[:：])?(?:"([^"]*)"?|([^\s"]+))/gi;
function terms(query) {
  return [...query.matchAll(TERM)].map(([, minus, field = "", phrase, word]) => {
    const cut = words(phrase || word || "").filter(Boolean);
    const name = field.toLowerCase();
    return { unwanted: minus !== "", field: name, words: name === "lang" && cut.length ? [cut.join("·")] : cut };
  }).filter((term) => term.words.length).slice(0, MOST);
}

// What has all that is wanted and none of what is not, latest first. Unwanted terms alone leave the latest.
async function search(query, index) {
  const asked = terms(query);
  if (!asked.length) return [];
  for (const term of asked) {
    const found = await Promise.all(term.words.map(async (word) => new Set(await lookup(word, term.field, index))));
    found.sort((a, b) => a.size - b.size);
    term.found = new Set([...found[0]].filter((number) => found.every((set) => set.has(number))));
  }
  const wanted = asked.filter((term) => !term.unwanted).sort((a, b) => a.found.size - b.found.size);
  const not = asked.filter((term) => term.unwanted);
  const gone = new Set(index.gone);
  const all = () => Array.from({ length: Math.min(index.count, LATEST) }, (_, at) => index.count - 1 - at);
  return (wanted.length ? [...wanted[0].found] : all())
    .filter((number) => wanted.every((term) => term.found.has(number)) && !not.some((term) => term.found.has(number)))
    .filter((number) => !gone.has(number)).sort((a, b) => b - a);
}

function element(name, text, attributes = {}) {
  const made = document.createElement(name);
  if (text) made.textContent = text;
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  return made;
}

// A text with the words that were wanted marked: whole words, and in unspaced scripts the letters of a pair.
function marked(node, text, wanted) {
  for (const run of text.split(/([\p{L}\p{N}\p{M}\p{Cf}]+)/u)) {
    const letters = [...run], unspaced = run.search(UNSPACED) >= 0;
    const on = letters.map(() => !unspaced && words(run).some((word) => wanted.has(word)));
    for (let at = 0; unspaced && at < letters.length; at++) {
      if (wanted.has(fold(letters[at]).trim())) on[at] = true;
      if (at + 1 < letters.length && wanted.has(fold(letters[at] + letters[at + 1]).trim())) on[at] = on[at + 1] = true;
    }
    for (let at = 0, end = 0; at < letters.length; at = end) {
      while (end < letters.length && on[end] === on[at]) end++;
      const piece = letters.slice(at, end).join("");
      node.append(on[at] ? element("mark", piece) : piece);
    }
  }
  return node;
}

function row([path, headline, lead, source, at, language, marks, card], query) {
  const asked = terms(query).filter((term) => !term.unwanted);
  const wanted = (...fields) => new Set(asked.filter((term) => fields.includes(term.field)).flatMap((term) => term.words));
  const tongue = { lang: language || "und", dir: "auto" };
  const article = element("article", "", { class: "brief" });
  const head = element("h3", "", tongue);
  head.append(marked(element("a", "", { href: path }), headline, wanted("", "headline")));
  article.append(head);
  if (lead) article.append(marked(element("p", "", { class: "first", ...tongue }), lead, wanted("")));
  const meta = element("p", "", { class: "meta" });
  const day = new Date(at).toLocaleDateString(found.dataset.language, { dateStyle: "medium", timeZone: found.dataset.zone });
  meta.append(marked(element("bdi", ""), source, wanted("", "source")), " ", element("time", day, { datetime: at }));
  for (const mark of marks) meta.append(" ", element("span", mark, { class: "mark" }));
  if (card) meta.append(" ", element("span", card, { class: "mark plain" }));
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
        if (document) found.append(row(document, query));
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

// What a reader chose, kept in this browser alone and never sent anywhere. This file is small and runs before the
// first paint, so that no page shows in another theme or size first; the other scripts read and change it here.
"use strict";

const reader = (() => {
  const KEY = "standfirst", VERSION = 1;
  const KINDS = ["section", "source", "word"];
  const CHOICES = { theme: ["system", "light", "dark"], size: ["usual", "small", "large", "largest"] };
  const SWITCHES = ["contrast", "marks", "unread", "keys"];
  // Rules of one kind, characters of one, and publications remembered as read: about 200 kB at the very most.
  const MOST_RULES = 200, LONGEST = 120, MOST_READ = 2000, LONGEST_PATH = 300;

  const list = (value) => (Array.isArray(value) ? value : []);
  const text = (value, most) => (typeof value === "string" && value.length <= most ? value.trim() : "");

  // Pairs of key and name, each key once, the latest last.
  function rules(value) {
    const found = new Map();
    for (const each of list(value)) {
      const [key, name] = list(each).map((part) => text(part, LONGEST));
      if (key) found.set(key, name || key);
    }
    return [...found].slice(-MOST_RULES);
  }

  // Whatever was stored or imported, as a value that can be relied on; what is not understood is left out.
  function clean(value) {
    const given = value !== null && typeof value === "object" ? value : {};
    const made = { version: VERSION };
    for (const [name, known] of Object.entries(CHOICES)) {
      made[name] = known.includes(given[name]) ? given[name] : known[0];
    }
    for (const name of SWITCHES) made[name] = given[name] === true;
    for (const name of ["follow", "mute"]) {
      const part = given[name] !== null && typeof given[name] === "object" ? given[name] : {};
      made[name] = Object.fromEntries(KINDS.map((kind) => [kind, rules(part[kind])]));
    }
    const paths = list(given.read).map((path) => text(path, LONGEST_PATH)).filter((path) => path.startsWith("/"));
    made.read = [...new Set(paths)].slice(-MOST_READ);
    return made;
  }

  let state = clean(null);
  function load() {
    let stored;
    try { stored = localStorage.getItem(KEY); } catch { return; }  // no storage: kept for as long as the page stands
    try { state = clean(JSON.parse(stored)); } catch { state = clean(null); }
  }

  const root = document.documentElement;
  function dress() {
    root.dataset.theme = state.theme;
    root.dataset.size = state.size;
    root.toggleAttribute("data-contrast", state.contrast);
    root.toggleAttribute("data-marks", state.marks);
  }

  const heard = [];
  function tell() {
    dress();
    for (const each of heard) each(state);
  }

  // Another tab may have changed it meanwhile, so it is read again before every change.
  function change(how) {
    load();
    how(state);
    replace(state);
  }
  function replace(value) {
    state = clean(value);
    try { localStorage.setItem(KEY, JSON.stringify(state)); } catch { /* full or forbidden: see load */ }
    tell();
  }
  function forget() {
    state = clean(null);
    try { localStorage.removeItem(KEY); } catch { /* nothing was kept */ }
    tell();
  }

  window.addEventListener("storage", (event) => {
    if (event.key === KEY || event.key === null) { load(); tell(); }
  });
  window.addEventListener("pageshow", (event) => {  // a page that comes back as it was left
    if (event.persisted) { load(); tell(); }
  });

  load();
  dress();
  root.classList.add("js");
  root.classList.toggle("clip", Boolean(navigator.clipboard && navigator.clipboard.writeText));
  // What is muted must not flash by: the news waits until the page is read to its end and rows are folded.
  const narrows = KINDS.some((kind) => state.mute[kind].length || state.follow[kind].length) || state.unread;
  if (narrows) {
    root.classList.add("wait");
    document.addEventListener("DOMContentLoaded", () => root.classList.remove("wait"));
  }

  // As the server writes numbers: the language's separators, the digits of Latin scripts.
  const number = (value) => value.toLocaleString(`${root.lang}-u-nu-latn`);

  const listen = (each) => heard.push(each);
  return { KEY, KINDS, number, change, replace, forget, clean, listen, get state() { return state; } };
})();

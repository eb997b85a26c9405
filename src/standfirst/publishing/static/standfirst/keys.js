// Shortcuts of single keys, loaded only where a reader chose them (WCAG 2.2, 2.1.4). They are silent in fields, with
// modifiers, and while a dialog is open.
"use strict";

(() => {
  const dialog = document.getElementById("keys");
  const rows = () => [...document.querySelectorAll("main .brief, main .lead")]
    .filter((row) => row.checkVisibility() && row.querySelector("h2 a, h3 a"));
  const link = (row) => row.querySelector("h2 a, h3 a");
  const at = () => document.activeElement && document.activeElement.closest("main .brief, main .lead");
  const publication = document.body.classList.contains("publication");

  function step(by) {
    const all = rows(), now = all.indexOf(at());
    // From nowhere: the first one that is on the screen.
    const first = all.findIndex((row) => row.getBoundingClientRect().bottom > 0);
    const next = all[now < 0 ? first : now + by];
    if (next) link(next).focus();
  }

  function mark() {
    const row = at(), canonical = document.querySelector("link[rel=canonical]");
    const address = row ? link(row).href : publication && canonical ? canonical.href : "";
    if (!address) return;
    const path = new URL(address).pathname;
    reader.change((state) => {
      const read = state.marks && state.read.includes(path);
      state.marks = true;
      state.read = state.read.filter((each) => each !== path);
      if (!read) state.read.push(path);
    });
    if (row && row.checkVisibility()) link(row).focus();
  }

  const press = (selector) => { const found = document.querySelector(selector); if (found) found.click(); };
  const DOES = {
    j: () => step(1),
    k: () => step(-1),
    o: () => { const row = at(); if (row) link(row).click(); else press(".go"); },
    m: mark,
    u: () => press("main [data-unread]"),
    h: () => press(".mast .name a"),
    s: () => press(".ear.end a"),
    "?": () => dialog.showModal(),
  };

  document.addEventListener("keydown", (event) => {
    const modified = event.ctrlKey || event.altKey || event.metaKey || event.isComposing;
    if (!reader.state.keys || modified || dialog.open) return;
    if (event.target.closest("input, textarea, select, [contenteditable]")) return;
    // The key's letter; its place on the board where the layout has other letters than these.
    const key = event.key.length === 1 && event.key > "~" ? event.code.replace("Key", "").toLowerCase() : event.key;
    if (!Object.hasOwn(DOES, key)) return;
    event.preventDefault();
    DOES[key]();
  });
})();

// Following, muting and read marks on pages of news. What is muted is folded to a line that says so and can be opened;
// nothing is silently gone, and no order is changed. store.js and fold.js come first.
"use strict";

(() => {
  const say = document.getElementById("says").dataset;
  const ROWS = "main .brief, main .lead, main .slide";
  const own = document.querySelector(".bar > .own[data-kind]");  // a section's or source's own page shows it
  const canonical = document.querySelector("body.publication") && document.querySelector("link[rel=canonical]");
  const path = canonical ? new URL(canonical.href).pathname : "";  // of the publication that this page is

  const headline = (row) => row.querySelector("h2 a, h3 a, .slide > a");
  const pathOf = (row) => new URL(headline(row).href).pathname;
  const title = (row) => [...headline(row).childNodes].filter((part) => part.className !== "vh")
    .map((part) => part.textContent).join("");
  const source = (row) => row.querySelector(".meta bdi, .teller bdi");
  const textOf = (part) => (part ? part.textContent : "");
  const words = (row) => ` ${[title(row), textOf(row.querySelector(".first")), textOf(source(row))]
    .map((part) => fold(part).trim()).join(" | ")} `;

  // What a list of rules, state.follow or state.mute, finds in rows: whole words, whatever their case and accents.
  function finder(rules) {
    const plain = rules.word.map(([word]) => fold(word).trim()).filter(Boolean)
      .map((word) => (word.match(UNSPACED) ? word : ` ${word} `));
    const sections = new Set(rules.section.map(([key]) => key));
    const sources = new Set(rules.source.flat());  // by address, or by name where no address stands
    const here = own && own.dataset.kind === "section" ? sections : sources;
    if (own) for (const each of [own.dataset.key, own.dataset.name]) here.delete(each);
    return (row) => {
      if (sections.has(row.dataset.in)) return true;
      const by = source(row), link = by && by.closest("a");
      if (by && sources.has(link ? decodeURIComponent(link.pathname.split("/").pop()) : by.textContent)) return true;
      if (!plain.length) return false;
      const text = words(row);
      return plain.some((word) => text.includes(word));
    };
  }

  // One line for the rows of a list that are folded for one reason, in the place of the first of them.
  const opened = new WeakMap();
  function tuck(rows, label) {
    for (const parent of new Set(rows.map((row) => row.parentElement))) {
      const folded = rows.filter((row) => row.parentElement === parent);
      const open = opened.get(parent) || new Set();
      opened.set(parent, open);
      const line = document.createElement("p");
      const button = document.createElement("button");
      const show = () => {
        for (const row of folded) row.hidden = !open.has(label);
        button.textContent = open.has(label) ? say.hide : say.show;
        button.setAttribute("aria-expanded", String(open.has(label)));
      };
      line.className = "folded meta";
      button.type = "button";
      button.addEventListener("click", () => { open[open.has(label) ? "delete" : "add"](label); show(); });
      line.append(`${label} ${reader.number(folded.length)} `, button);
      folded[0].before(line);
      show();
    }
  }

  function mark(row, read) {
    if (row.classList.contains("seen") === read) return;
    row.classList.toggle("seen", read);
    const note = headline(row).querySelector(".vh");
    if (note) note.remove();
    if (!read) return;
    const said = document.createElement("span");
    said.className = "vh";
    said.lang = document.documentElement.lang;
    said.textContent = ` (${say.seen})`;
    headline(row).append(said);
  }

  // On an edition: what it has of what the reader follows, above it; the edition below stays whole.
  function gather(rows) {
    const old = document.querySelector(".followed");
    if (old) old.remove();
    const after = document.querySelector(".edition .dateline");
    if (!after || !rows.length) return;
    const box = document.createElement("section"), head = document.createElement("h2");
    const list = document.createElement("ul");
    box.className = "followed";
    head.className = "head";
    head.id = "followed-head";
    head.textContent = say.followed;
    box.setAttribute("aria-labelledby", head.id);
    for (const row of rows.slice(0, 6)) {
      const line = document.createElement("li"), link = document.createElement("a");
      const by = document.createElement("bdi");
      const tongue = headline(row).closest("[lang]");
      link.href = headline(row).href;
      link.textContent = title(row);
      link.lang = tongue.lang;
      link.dir = tongue.dir;
      by.textContent = textOf(source(row));
      by.className = "meta";
      line.append(link, " ", by);
      list.append(line);
    }
    box.append(head, list);
    after.after(box);
  }

  function apply(state) {
    for (const line of document.querySelectorAll("main .folded")) line.remove();
    const rows = [...document.querySelectorAll(ROWS)].filter(headline);
    const read = new Set(state.marks ? state.read : []);
    for (const row of rows) {
      row.hidden = false;
      mark(row, read.has(pathOf(row)));
    }
    const muted = new Set(rows.filter(finder(state.mute)));
    tuck([...muted], say.muted);
    const left = rows.filter((row) => !muted.has(row));
    if (state.marks && state.unread) tuck(left.filter((row) => row.classList.contains("seen")), say.old);
    gather(left.filter(finder(state.follow)));
    buttons(state);
  }

  const has = (rules, key) => rules.some(([each]) => each === key);
  function buttons(state) {
    for (const group of document.querySelectorAll(".own[data-kind]")) {
      const { kind, key } = group.dataset;
      for (const button of group.querySelectorAll("[data-list]")) {
        const set = has(state[button.dataset.list][kind], key);
        button.textContent = say[(set ? "un" : "") + button.dataset.list];
        button.classList.toggle("set", set);
      }
    }
    for (const button of document.querySelectorAll("[data-unread]")) {
      button.textContent = state.marks ? say.unread : say.marks;
      if (state.marks) button.setAttribute("aria-pressed", String(state.unread));
      else button.removeAttribute("aria-pressed");
    }
    for (const each of document.querySelectorAll(".own.kept")) each.hidden = false;
  }

  // Following ends muting and the other way round.
  function toggle(state, name, kind, key, title) {
    const other = name === "follow" ? "mute" : "follow";
    const set = has(state[name][kind], key);
    for (const each of [name, other]) state[each][kind] = state[each][kind].filter(([one]) => one !== key);
    if (!set) state[name][kind].push([key, title]);
  }

  document.addEventListener("click", (event) => {
    const button = event.target.closest("[data-list], [data-unread]");
    if (!button) return;
    const { list } = button.dataset, group = button.closest("[data-kind]");
    reader.change((state) => {
      if (list) toggle(state, list, group.dataset.kind, group.dataset.key, group.dataset.name);
      else if (state.marks) state.unread = !state.unread;
      else state.marks = true;
    });
  });

  // A publication that is on the screen is read, once a reader wants such marks; it can be unmarked again.
  let done = false;
  function visited() {
    if (done || !path || !reader.state.marks) return;
    done = true;
    if (!reader.state.read.includes(path)) reader.change((state) => state.read.push(path));
  }
  reader.label = buttons;
  reader.listen(apply);
  reader.listen(visited);
  apply(reader.state);
  visited();

  // Rows that the search in the browser adds.
  const found = document.getElementById("found");
  if (found) new MutationObserver((changes) => {
    const added = changes.flatMap((change) => [...change.addedNodes]);
    if (added.some((node) => node.matches && node.matches(".brief"))) apply(reader.state);
  }).observe(found, { childList: true });

  if (reader.state.keys) {
    const script = document.createElement("script");
    script.src = say.keys;
    document.head.append(script);
  }
})();

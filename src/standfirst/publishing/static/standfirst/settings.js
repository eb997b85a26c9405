// The page of reading settings: what a reader chose, shown, changed, saved as a file, loaded from one, deleted.
"use strict";

(() => {
  const page = document.getElementById("settings");
  const looks = document.getElementById("looks");
  const rules = document.getElementById("rules");
  const said = document.getElementById("settings-said");
  const undo = document.getElementById("undo");
  const file = document.getElementById("file");
  const MOST_BYTES = 1000000;
  let gone = null;

  // What is followed and muted, with the same buttons as elsewhere (reader.js).
  function listed(state) {
    const parts = [];
    for (const kind of reader.KINDS) {
      const found = new Map([...state.follow[kind], ...state.mute[kind]]);
      if (!found.size) continue;
      const head = document.createElement("h3");
      head.textContent = rules.dataset[kind];
      parts.push(head);
      for (const [key, name] of found) {
        const group = document.createElement("div"), title = document.createElement("bdi");
        group.className = "own";
        group.setAttribute("role", "group");
        group.setAttribute("aria-label", name);
        Object.assign(group.dataset, { kind, key, name });
        title.textContent = name;
        group.append(title);
        for (const each of ["follow", "mute"]) {
          const button = document.createElement("button");
          button.type = "button";
          button.dataset.list = each;
          group.append(" ", button);
        }
        parts.push(group);
      }
    }
    rules.replaceChildren(...parts);
  }

  function show(state) {
    for (const box of looks.elements) {
      if (box.type === "radio") box.checked = state[box.name] === box.value;
      if (box.type === "checkbox") box.checked = state[box.name];
    }
    looks.elements.unread.disabled = !state.marks;
    const at = document.activeElement;
    const from = at && rules.contains(at) ? [at.closest(".own").dataset, at.dataset.list] : null;
    listed(state);
    reader.label(state);
    // Focus stays with what was pressed, or goes to the words where that has left the list.
    if (from) {
      const same = ({ dataset }) => dataset.kind === from[0].kind && dataset.key === from[0].key;
      const again = [...rules.querySelectorAll(".own")].find(same);
      (again ? again.querySelector(`[data-list=${from[1]}]`) : document.getElementById("word")).focus();
    }
    let bytes = 0;
    try { bytes = new Blob([localStorage.getItem(reader.KEY) || ""]).size; } catch { /* no storage */ }
    document.getElementById("kept").textContent = bytes
      ? `${said.dataset.kept} ${reader.number(bytes)}` : said.dataset.nothing;
  }

  looks.addEventListener("change", ({ target }) => reader.change((state) => {
    state[target.name] = target.type === "checkbox" ? target.checked : target.value;
    if (!state.marks) state.unread = false;
    if (target.name === "marks" && !state.marks) state.read = [];
  }));

  document.getElementById("add-word").addEventListener("submit", (event) => {
    event.preventDefault();
    const box = document.getElementById("word");
    const word = box.value.trim(), name = (event.submitter || {}).value || "mute";
    if (fold(word).trim()) reader.change((state) => {
      for (const each of ["follow", "mute"]) state[each].word = state[each].word.filter(([key]) => key !== word);
      state[name].word.push([word, word]);
    });
    box.value = "";
  });

  document.getElementById("export").addEventListener("click", () => {
    const link = document.createElement("a");
    link.href = URL.createObjectURL(new Blob([JSON.stringify(reader.state, null, 1)], { type: "application/json" }));
    link.download = "standfirst-reader.json";
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 60000);
  });

  document.getElementById("load").addEventListener("click", () => file.click());
  file.addEventListener("change", async () => {
    const [chosen] = file.files;
    file.value = "";
    if (!chosen) return;
    let given = null;
    try { given = chosen.size <= MOST_BYTES ? JSON.parse(await chosen.text()) : null; } catch { /* told below */ }
    const ours = given !== null && typeof given === "object" && Number.isInteger(given.version);
    if (ours) {
      gone = reader.state;
      undo.hidden = false;
      reader.replace(given);
    }
    said.textContent = ours ? said.dataset.loaded : said.dataset.failed;
  });

  document.getElementById("forget").addEventListener("click", () => {
    gone = reader.state;
    reader.forget();
    undo.hidden = false;
    said.textContent = said.dataset.forgotten;
  });
  undo.addEventListener("click", () => {
    reader.replace(gone);
    undo.hidden = true;
    document.getElementById("forget").focus();
    said.textContent = said.dataset.undone;
  });

  reader.listen(show);
  show(reader.state);
  page.hidden = false;
})();

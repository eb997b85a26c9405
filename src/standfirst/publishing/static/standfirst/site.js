// What a publication gains with JavaScript: copying the permalink, printing, and slides that move when asked to.
// Everything else works without it, and everything here that needs it is hidden until this file runs.
"use strict";

// Copy link: the address as shown. The button appears only where there is a clipboard.
for (const button of document.querySelectorAll("[data-copy]")) {
  if (!navigator.clipboard || !navigator.clipboard.writeText) continue;
  const said = button.parentElement.querySelector("[role=status]");
  const shown = document.querySelector(button.dataset.copy);
  button.hidden = false;
  button.addEventListener("click", () => {
    said.textContent = "";
    navigator.clipboard.writeText(shown.textContent.trim()).then(
      () => { said.textContent = button.dataset.done; },
      () => { said.textContent = button.dataset.failed; });
  });
}

for (const button of document.querySelectorAll("[data-print]")) {
  button.parentElement.hidden = false;
  button.addEventListener("click", () => window.print());
}

// The slider, after the carousel pattern of the WAI-ARIA Authoring Practices. It is locked until a reader lets it
// move. Focus or a pointer on the slides locks it again, as do a hidden page and a wish for less motion.
const PAUSE = 6000;
for (const slider of document.querySelectorAll(".slider")) {
  const strip = slider.querySelector(".strip");
  const slides = () => [...strip.children].filter((each) => !each.hidden);
  const controls = slider.querySelector(".controls");
  const lock = slider.querySelector(".lock");
  if (!lock) continue;  // one slide
  const still = window.matchMedia("(prefers-reduced-motion: reduce)");
  let timer = 0;

  // Where the slides stand, from the start of the line, whichever side that is.
  const stands = () => Math.abs(strip.scrollLeft);
  const end = () => strip.scrollWidth - strip.clientWidth;
  const go = (to) => {
    const sign = getComputedStyle(strip).direction === "rtl" ? -1 : 1;
    strip.scrollTo({ left: sign * to, behavior: still.matches ? "auto" : "smooth" });
  };
  const width = () => {
    const [first, second] = slides();
    return second ? Math.abs(second.offsetLeft - first.offsetLeft) : strip.clientWidth;
  };
  const next = () => go(stands() >= end() - 2 ? 0 : stands() + width());
  const previous = () => go(stands() <= 2 ? end() : stands() - width());

  const moving = () => timer !== 0;
  const set = (move) => {
    window.clearInterval(timer);
    timer = move ? window.setInterval(next, PAUSE) : 0;
    lock.textContent = move ? lock.dataset.stop : lock.dataset.start;
    strip.setAttribute("aria-live", move ? "off" : "polite");
    slider.classList.toggle("moving", move);
  };
  const stop = () => { if (moving()) set(false); };

  lock.addEventListener("click", () => set(!moving()));
  slider.querySelector(".on").addEventListener("click", () => { stop(); next(); });
  slider.querySelector(".back").addEventListener("click", () => { stop(); previous(); });
  slider.addEventListener("focusin", (event) => { if (event.target !== lock) stop(); });
  strip.addEventListener("pointerenter", stop);
  strip.addEventListener("pointerdown", stop);
  document.addEventListener("visibilitychange", () => { if (document.hidden) stop(); });
  still.addEventListener("change", () => { if (still.matches) stop(); });
  controls.hidden = false;
}

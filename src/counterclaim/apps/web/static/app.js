// What makes pages better and none of them needs: keys, copying, filters that answer while one types.
// A page works without this file; nothing here draws what the server has not said. Further keys of a section are in
// a file of its own, which listens as this one does and leaves these letters alone: / ? j k o f h c Enter Esc.
"use strict";

(() => {
  const told = document.getElementById("told");
  let quiet;

  /** Says something in passing, aloud for those who listen. */
  const tell = (words) => {
    told.textContent = words;
    told.classList.add("shown");
    clearTimeout(quiet);
    quiet = setTimeout(() => told.classList.remove("shown"), 1600);
  };

  /** Copies text; by the old way where a page that is not on this machine has no clipboard. */
  const copy = async (text) => {
    if (navigator.clipboard) {
      await navigator.clipboard.writeText(text);
      return;
    }
    const field = Object.assign(document.createElement("textarea"), { value: text });
    document.body.append(field);
    field.select();
    document.execCommand("copy");
    field.remove();
  };

  /** What stands in the element that a button names, on one line. `data-copy="#id"`, or "address" for this page's. */
  const wanted = (button) => {
    if (button.dataset.copy === "address") return location.href;
    const source = document.querySelector(button.dataset.copy);
    return source ? source.textContent.replace(/\s+/g, " ").trim() : "";
  };

  const copyFor = (button) =>
    copy(wanted(button)).then(
      () => tell(button.dataset.copy === "address" ? "Address copied" : "Citation copied"),
      () => tell("Your browser did not let this be copied; select the words instead"),
    );

  /** Buttons that do nothing without this file are hidden until it is here. */
  const show = (root) => root.querySelectorAll("button[data-copy], button[data-opens], button[data-print]")
    .forEach((button) => { button.hidden = false; });

  document.addEventListener("click", (event) => {
    const button = event.target.closest("button");
    if (!button) return;
    if (button.dataset.copy) copyFor(button);
    if (button.dataset.opens) document.getElementById(button.dataset.opens).showModal();
    if ("print" in button.dataset) window.print();
  });

  // On a narrow screen the pages are a line that is moved sideways: the one that is open is brought into view.
  const line = document.querySelector(".top nav");
  const open = line?.querySelector("[aria-current]");
  if (open) line.scrollLeft = open.offsetLeft - line.offsetLeft - (line.clientWidth - open.offsetWidth) / 2;

  // Moving through a list: whatever has the attribute data-item, in the order of the page.

  const items = () => [...document.querySelectorAll("[data-item]")];
  const at = () => document.querySelector("[data-item].at");

  const move = (by) => {
    const all = items();
    if (!all.length) return;
    const here = at();
    const next = all[Math.min(all.length - 1, Math.max(0, here ? all.indexOf(here) + by : 0))];
    here?.classList.remove("at");
    next.classList.add("at");
    (next.querySelector("[data-open]") ?? next.querySelector("a"))?.focus({ preventScroll: true });
    next.scrollIntoView({ block: "nearest" });
  };

  document.addEventListener("focusin", (event) => {
    const item = event.target.closest("[data-item]");
    if (item && item !== at()) {
      at()?.classList.remove("at");
      item.classList.add("at");
    }
  });

  const focus = (selector) => {
    const field = document.querySelector(selector);
    const fold = document.querySelector(".unfold");
    if (fold && field?.closest(".folded")) fold.checked = true;
    field?.focus();
    field?.select?.();
  };

  const KEYS = {
    j: () => move(1),
    k: () => move(-1),
    o: () => (at()?.querySelector("[data-open]") ?? at()?.querySelector("a"))?.click(),
    "/": () => focus(".seek input"),
    f: () => focus("form.filters input"),
    h: () => location.assign("/"),
    c: () => { const button = document.querySelector("button[data-copy^='#']"); if (button) copyFor(button); },
    "?": () => document.getElementById("help").showModal(),
  };

  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing || document.querySelector("dialog[open]")) return;
    if (event.target.closest("input, select, textarea, [contenteditable]")) {
      if (event.key === "Escape") {
        event.preventDefault(); // which would empty a field of search
        event.target.blur();
      }
      return;
    }
    const act = KEYS[event.key];
    if (act) {
      event.preventDefault();
      act();
    }
  });

  show(document);
  document.addEventListener("htmx:afterSwap", () => show(document));
  // An empty field asks for nothing, and need not stand in the address.
  document.addEventListener("htmx:configRequest", (event) => {
    if (event.detail.verb !== "get") return;
    for (const [name, value] of Object.entries(event.detail.parameters)) {
      if (value === "") delete event.detail.parameters[name];
    }
  });
})();

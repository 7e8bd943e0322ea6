// Review by keyboard: j and k walk the queue, y and n begin a word, 1 to 5 give a usual reason, Enter sends it, u undoes.
// All of it are links, buttons and forms that work without this file.
"use strict";

(() => {
  if (window.reviewing) return; // a page may hold several boxes, each of which asks for this file
  window.reviewing = true;

  const ruling = () => document.querySelector("form[data-ruling]");
  const button = (key) => ruling()?.querySelector(`button[data-key="${key}"]`);
  const field = () => ruling()?.querySelector("input[name=reason]");

  document.querySelectorAll(".stock").forEach((part) => { part.hidden = false; });

  /** Marks which of the two is meant, so that Enter sends that one. */
  const mark = (key) => {
    const chosen = button(key);
    if (!chosen) return;
    ruling().querySelectorAll("button.meant").forEach((one) => one.classList.remove("meant"));
    chosen.classList.add("meant");
  };

  const mean = (key) => {
    mark(key);
    field()?.focus();
  };

  const meant = () => ruling()?.querySelector("button.meant");

  const send = () => {
    if (meant()) ruling().requestSubmit(meant());
  };

  /** Sends what is meant, or leads to what it still lacks. */
  const enter = () => {
    const name = ruling().querySelector("input[name=by]");
    if (field().value.trim() && name && !name.value.trim()) name.focus();
    else send();
  };

  document.addEventListener("click", (event) => {
    const chosen = event.target.closest("button[data-reason]");
    if (!chosen) return;
    const reason = chosen.closest("form").querySelector("input[name=reason]");
    reason.value = chosen.dataset.reason;
    reason.focus();
  });

  const walk = (key) => {
    const link = document.querySelector(`a[data-key="${key}"]`);
    if (link) link.click();
    return Boolean(link);
  };

  const KEYS = {
    y: () => mean("y"),
    n: () => mean("n"),
    u: () => document.querySelector("button[data-undo]")?.click(),
  };

  /** The usual reason with this number goes into the field; nothing happens where there is none. */
  const fill = (key) => {
    const stock = ruling()?.querySelectorAll("button[data-reason]")[Number(key) - 1];
    if (stock) field().value = stock.dataset.reason;
    return Boolean(stock);
  };

  // A click on Yes or No without a reason leaves the focus in no field, so that y, n and 1 to 5 go on working.
  document.addEventListener("click", (event) => {
    const chosen = event.target.closest("form[data-ruling] button[data-key]");
    if (!chosen || !event.isTrusted || field().value.trim()) return;
    event.preventDefault();
    mark(chosen.dataset.key);
    chosen.focus();
  });

  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing || document.querySelector("dialog[open]")) return;
    const inReason = event.target === field();
    if (inReason && !field().value && fill(event.key)) {
      event.preventDefault();
      return;
    }
    if (inReason && meant()) {
      if (event.key === "Enter") {
        event.preventDefault();
        enter();
      } else if (event.key === "Escape") {
        meant().classList.remove("meant");
        field().blur();
      } else if (!field().value && (event.key === "y" || event.key === "n") && button(event.key) !== meant()) {
        event.preventDefault();
        mark(event.key);
      }
      return;
    }
    if (event.key === "Enter" && meant() && event.target.name === "by") {
      event.preventDefault();
      send();
      return;
    }
    if (event.target.closest("input, select, textarea, [contenteditable]")) return;
    if ((event.key === "j" || event.key === "k") && document.querySelector("[data-review]")) {
      event.preventDefault();
      event.stopImmediatePropagation();
      walk(event.key);
      return;
    }
    if (fill(event.key)) {
      event.preventDefault();
      return;
    }
    if (event.key === "Enter" && meant() && !event.target.closest("a, summary, button:not([data-key])")) {
      event.preventDefault();
      enter();
      return;
    }
    if (KEYS[event.key]) {
      event.preventDefault();
      KEYS[event.key]();
    }
  }, { capture: true });
})();

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

  /** Marks which of the two is meant, so that Enter in the reason sends that one. */
  const mean = (key) => {
    const chosen = button(key);
    if (!chosen) return;
    ruling().querySelectorAll("button.meant").forEach((one) => one.classList.remove("meant"));
    chosen.classList.add("meant");
    field().focus();
  };

  const meant = () => ruling()?.querySelector("button.meant");

  const send = () => {
    if (meant()) ruling().requestSubmit(meant());
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

  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing || document.querySelector("dialog[open]")) return;
    const inReason = event.target === field();
    if (inReason && meant()) {
      const stock = [...ruling().querySelectorAll("button[data-reason]")];
      if (event.key === "Enter") {
        event.preventDefault();
        const name = ruling().querySelector("input[name=by]");
        if (field().value.trim() && name && !name.value.trim()) name.focus();
        else send();
      } else if (!field().value && stock[Number(event.key) - 1]) {
        event.preventDefault();
        field().value = stock[Number(event.key) - 1].dataset.reason;
      } else if (event.key === "Escape") {
        meant().classList.remove("meant");
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
    if (KEYS[event.key]) {
      event.preventDefault();
      KEYS[event.key]();
    }
  }, { capture: true });
})();

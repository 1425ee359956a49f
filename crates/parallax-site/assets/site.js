"use strict";
// Keys, and word of news. Pages do without it; nothing of it writes markup.
(() => {
  const root = document.documentElement;
  const all = (what, within = document) => Array.from(within.querySelectorAll(what));
  const one = (what) => document.querySelector(what);

  // A state of the archive other than the page's: say so, and leave the page as it is.
  if (root.dataset.live && root.dataset.state && window.EventSource) {
    const live = new EventSource(root.dataset.live);
    live.addEventListener("state", (event) => {
      if (event.data === root.dataset.state) return;
      one(".news").hidden = false;
      live.close();
    });
  }

  // One open cell at a time, closed by Escape and by a click beside it.
  const cells = () => all("details.cell[open]");
  document.addEventListener("click", (event) => {
    for (const cell of cells()) if (!cell.contains(event.target)) cell.open = false;
  });

  // Copying what is to be copied.
  for (const button of all("button[data-copy]")) {
    button.hidden = !navigator.clipboard;
    button.addEventListener("click", async () => {
      const text = document.getElementById(button.dataset.copy);
      await navigator.clipboard.writeText(text.textContent.trim());
      button.textContent = button.dataset.done;
    });
  }
  for (const button of all("button[data-print]")) {
    button.hidden = false;
    button.addEventListener("click", () => print());
  }

  if (root.dataset.keys !== "on") return;
  let going = false;
  const items = () => all("[data-item]").filter((item) => item.offsetParent !== null);
  const move = (by) => {
    const list = items();
    const now = list.findIndex((item) => item.contains(document.activeElement));
    const next = list[Math.max(0, Math.min(list.length - 1, now < 0 ? (by > 0 ? 0 : 0) : now + by))];
    if (!next) return;
    const link = next.querySelector("a[href], summary") || next;
    link.focus({ preventScroll: true });
    next.scrollIntoView({ block: "nearest" });
  };
  const follow = (what) => {
    const link = one(what);
    if (link) link.click();
    return Boolean(link);
  };
  const grid = (by, along) => {
    const cell = document.activeElement.closest("td, th");
    if (!cell || !cell.closest("table.matrix")) return false;
    const row = along ? cell.parentElement : (by > 0 ? cell.parentElement.nextElementSibling : cell.parentElement.previousElementSibling);
    const to = along ? (by > 0 ? cell.nextElementSibling : cell.previousElementSibling) : row && row.children[cell.cellIndex];
    const target = to && (to.querySelector("summary, a") || to);
    if (!target) return true;
    if (!target.matches("summary, a")) target.tabIndex = -1;
    target.focus();
    return true;
  };
  const rtl = getComputedStyle(root).direction === "rtl";
  const doing = {
    j: () => move(1),
    k: () => move(-1),
    o: () => document.activeElement && document.activeElement.click(),
    "/": () => { const field = one("[data-search]"); if (field) { field.focus(); field.select(); } },
    "?": () => one("dialog.keys").showModal(),
    "]": () => follow(".tabs [aria-current] + a, .tabs li:has([aria-current]) + li a"),
    "[": () => { const tabs = all(".tabs a"); const now = tabs.findIndex((tab) => tab.hasAttribute("aria-current")); if (now > 0) tabs[now - 1].click(); },
    d: () => follow("[data-only=differing]"),
    u: () => follow("[data-only=unique]"),
    ArrowDown: () => grid(1, false),
    ArrowUp: () => grid(-1, false),
    ArrowRight: () => grid(rtl ? -1 : 1, true),
    ArrowLeft: () => grid(rtl ? 1 : -1, true),
  };
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape") {
      for (const cell of cells()) { cell.open = false; cell.querySelector("summary").focus(); }
      return;
    }
    if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
    const at = event.target;
    if (at.matches("input, textarea, select, [contenteditable]") || one("dialog[open]")) return;
    if (going) {
      going = false;
      if (follow(`[data-go="${CSS.escape(event.key)}"]`)) event.preventDefault();
      return;
    }
    if (event.key === "g") { going = true; setTimeout(() => { going = false; }, 1500); return; }
    const does = doing[event.key];
    if (does && does() !== false) event.preventDefault();
  });
})();

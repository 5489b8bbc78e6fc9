// Before the form starts: its language, and a lock on the ids of records that exist.
(() => {
  "use strict";

  // The form follows the browser's language; here it is Indonesian unless someone chooses another in its settings.
  Object.defineProperty(navigator, "language", { value: "id" });
  Object.defineProperty(navigator, "languages", { value: ["id"] });

  // An id is an address: it never changes once a record has one. A field that was empty when it came up
  // belongs to a new record and stays open.
  const open = new Set();

  const lock = () => {
    const page = location.hash.split("?")[0];
    for (const field of document.querySelectorAll('[data-key-path="id"], [data-key-path$=".id"]')) {
      const input = field.querySelector("input");
      if (!input || input.dataset.seen) continue;
      const name = `${page} ${field.dataset.keyPath}`;
      input.dataset.seen = "1";
      if (!input.value || page.endsWith("/new")) open.add(name);
      if (!open.has(name)) input.readOnly = true;
    }
  };

  addEventListener("hashchange", () => open.clear());
  addEventListener("DOMContentLoaded", () => {
    new MutationObserver(lock).observe(document.body, { childList: true, subtree: true });
  });
})();

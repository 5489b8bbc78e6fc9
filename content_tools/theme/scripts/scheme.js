/* The switch between light and dark. The choice stays in this browser and is the only thing stored. */
(function () {
  "use strict";
  var button = document.querySelector("[data-scheme]");
  var root = document.documentElement;
  if (!button) return;

  function show() {
    button.setAttribute("aria-pressed", String(root.getAttribute("data-md-color-scheme") === "slate"));
  }

  button.addEventListener("click", function () {
    var dark = root.getAttribute("data-md-color-scheme") !== "slate";
    root.setAttribute("data-md-color-scheme", dark ? "slate" : "default");
    try {
      localStorage.setItem("warna", dark ? "gelap" : "terang");
    } catch (error) {
      /* Not stored: the choice holds for this page. */
    }
    show();
  });
  button.hidden = false;
  show();
})();

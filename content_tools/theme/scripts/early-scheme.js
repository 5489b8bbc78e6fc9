/* Before anything is drawn: says that scripts run, and applies the colours this browser chose or prefers. */
(function () {
  "use strict";
  var root = document.documentElement;
  var chosen = null;
  root.className = "js";
  try {
    chosen = localStorage.getItem("warna");
  } catch (error) {
    /* Private windows may refuse; the device's choice is used. */
  }
  if (chosen !== "gelap" && chosen !== "terang") {
    chosen = window.matchMedia && matchMedia("(prefers-color-scheme: dark)").matches ? "gelap" : "terang";
  }
  root.setAttribute("data-md-color-scheme", chosen === "gelap" ? "slate" : "default");
})();

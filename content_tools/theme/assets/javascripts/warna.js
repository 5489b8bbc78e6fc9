/* Applies the colour scheme this browser chose, before the page is drawn. */
(function () {
  "use strict";
  var chosen = window.__md_get("__palette");
  if (!chosen || !chosen.color) return;
  Object.keys(chosen.color).forEach(function (part) {
    if (["media", "scheme", "primary", "accent"].indexOf(part) >= 0) {
      document.body.setAttribute("data-md-color-" + part, String(chosen.color[part]));
    }
  });
})();

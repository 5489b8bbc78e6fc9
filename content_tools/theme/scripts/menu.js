/* The menu on narrow screens. It opens without this script; with it, focus enters, Esc closes and returns. */
(function () {
  "use strict";
  var menu = document.querySelector("[data-menu]");
  if (!menu) return;
  var opener = menu.querySelector("summary");

  menu.addEventListener("toggle", function () {
    var first = menu.querySelector("a");
    if (menu.open && document.activeElement === opener && first) first.focus();
  });
  document.addEventListener("keydown", function (event) {
    if (event.key !== "Escape" || !menu.open) return;
    var inside = menu.contains(document.activeElement);
    menu.open = false;
    if (inside) opener.focus();
  });
  document.addEventListener("click", function (event) {
    if (menu.open && !menu.contains(event.target)) menu.open = false;
  });
  menu.addEventListener("focusout", function (event) {
    if (event.relatedTarget && !menu.contains(event.relatedTarget)) menu.open = false;
  });
})();

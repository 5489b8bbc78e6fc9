/* The print button, which is of no use without this script and hidden until it runs. */
(function () {
  "use strict";
  Array.prototype.forEach.call(document.querySelectorAll("[data-print]"), function (holder) {
    holder.hidden = false;
    holder.addEventListener("click", function () {
      window.print();
    });
  });
})();

/* The way to the search: it is loaded when a reader turns to a search field, comes with a question, or comes from a
   result. Without this script the forms lead to the list of everything. */
(function () {
  "use strict";
  var engine = document.currentScript.getAttribute("data-search");
  if (!engine) return;
  var asked = new URLSearchParams(location.search);
  var finder = document.querySelector("[data-finder]");
  var loading = null;
  /* The field that was last written into, perhaps before anything could answer. */
  var typed = null;

  function load() {
    if (!loading) {
      loading = new Promise(function (resolve, reject) {
        var script = document.createElement("script");
        script.src = engine;
        script.onload = function () {
          resolve(window.masterplanSearch);
        };
        script.onerror = function () {
          loading = null;
          script.remove();
          reject(new Error(engine));
        };
        document.head.appendChild(script);
      });
    }
    return loading;
  }

  function isField(element) {
    return element.matches("input[type=search][name=q]");
  }

  function suggest(event) {
    var field = event.target;
    if (!isField(field)) return;
    if (event.type === "input") typed = field;
    load().then(
      function (search) {
        search.suggestFor(field, field === typed);
      },
      function () {
        /* The form works all the same. */
      }
    );
  }
  document.addEventListener("focusin", suggest);
  document.addEventListener("input", suggest);

  document.addEventListener("keydown", function (event) {
    if (event.key !== "/" || event.ctrlKey || event.altKey || event.metaKey || event.defaultPrevented) return;
    if (event.target.closest("input, textarea, select, [contenteditable]")) return;
    /* The page's own field comes after the head's. */
    var seen = Array.prototype.filter.call(document.querySelectorAll("input[type=search][name=q]"), function (field) {
      return field.offsetParent !== null;
    });
    if (!seen.length) return;
    event.preventDefault();
    seen[seen.length - 1].focus();
  });

  if (finder) {
    load().then(
      function (search) {
        search.openResults(finder);
      },
      function () {
        finder.querySelector("[data-found]").textContent =
          "Pencarian tidak dapat dimuat. Muat ulang halaman ini, atau pilih dari daftar di bawah.";
      }
    );
  } else if (asked.get("sorot")) {
    load().then(
      function (search) {
        search.markPage(asked.get("sorot"));
      },
      function () {
        /* The page is complete without marks. */
      }
    );
  }
})();

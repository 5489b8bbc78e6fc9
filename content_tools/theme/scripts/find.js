/* The list of everything, narrowed to the words of the search field. Without this script it stands complete. */
(function () {
  "use strict";
  var finder = document.querySelector("[data-finder]");
  if (!finder) return;

  function all(selector) {
    return Array.prototype.slice.call(finder.querySelectorAll(selector));
  }

  function plain(text) {
    return text.toLowerCase().normalize("NFD").replace(/[\u0300-\u036f]/g, "");
  }

  var form = finder.querySelector("form");
  var field = form.querySelector("input");
  var count = finder.querySelector("[data-found]");
  var nothing = finder.querySelector("[data-nothing]");
  var unsearched = all("[data-unsearched]");
  var letters = all("[data-letter]").map(function (section) {
    var lines = Array.prototype.map.call(section.querySelectorAll("li"), function (line) {
      return { line: line, text: plain(line.textContent), alias: line.hasAttribute("data-alias") };
    });
    return { section: section, lines: lines };
  });

  function narrow() {
    var asked = field.value.trim();
    var wanted = plain(asked).split(/\s+/).filter(Boolean);
    var shown = 0;
    letters.forEach(function (letter) {
      var before = shown;
      letter.lines.forEach(function (entry) {
        /* A full name says its abbreviation too, so that nothing is counted twice. */
        entry.line.hidden =
          wanted.length > 0 &&
          (entry.alias ||
            !wanted.every(function (word) {
              return entry.text.indexOf(word) >= 0;
            }));
        if (!entry.line.hidden) shown += 1;
      });
      letter.section.hidden = shown === before;
    });
    unsearched.forEach(function (part) {
      part.hidden = wanted.length > 0 && (shown > 0 || part.hasAttribute("data-letters"));
    });
    finder.classList.toggle("finder--asked", wanted.length > 0);
    nothing.hidden = shown > 0;
    count.textContent = !wanted.length
      ? ""
      : (shown ? shown + " hasil untuk “" : "Tidak ada hasil untuk “") + asked + (shown ? "”" : "”.");
  }

  function remember() {
    try {
      history.replaceState(null, "", field.value ? "?q=" + encodeURIComponent(field.value) : location.pathname);
    } catch (error) {
      /* From a folder some browsers refuse; the list is narrowed all the same. */
    }
  }

  form.addEventListener("submit", function (event) {
    event.preventDefault();
  });
  field.addEventListener("input", function () {
    narrow();
    remember();
  });
  field.value = new URLSearchParams(location.search).get("q") || "";
  narrow();
  form.hidden = false;
})();

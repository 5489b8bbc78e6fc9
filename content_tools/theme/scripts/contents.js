/* The table of contents: open beside the text where there is room, and marking where the reader is. */
(function () {
  "use strict";
  var contents = document.querySelector("details.toc");
  if (!contents || !window.matchMedia) return;
  var beside = matchMedia("(min-width: 76.25em)");

  function fit() {
    contents.open = beside.matches;
  }

  fit();
  if (beside.addEventListener) beside.addEventListener("change", fit);
  if (!("IntersectionObserver" in window)) return;

  var links = Array.prototype.slice.call(contents.querySelectorAll("a"));
  var headings = links.map(function (link) {
    return document.getElementById(link.hash.slice(1));
  });

  /* The reader is in the last section whose heading has passed the upper part of the window. */
  function mark() {
    var current = -1;
    headings.forEach(function (heading, index) {
      if (heading && heading.getBoundingClientRect().top <= window.innerHeight * 0.15) current = index;
    });
    links.forEach(function (link, index) {
      if (index === current) link.setAttribute("aria-current", "location");
      else link.removeAttribute("aria-current");
    });
  }

  var watcher = new IntersectionObserver(mark, { rootMargin: "0px 0px -85% 0px" });
  headings.forEach(function (heading) {
    if (heading) watcher.observe(heading);
  });
})();

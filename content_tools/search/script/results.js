/* The page of results: what was found, narrowed by filters, remembered in the address. */
(function (search) {
  "use strict";
  var STEP = 10;
  var FAILED = "Pencarian tidak dapat dimuat. Periksa sambungan internet, lalu cari lagi.";

  /* The address of a page from here; from a folder the file in it. */
  search.address = function (path, query) {
    var parts = path.split("#");
    var page = search.root + parts[0] + (location.protocol === "file:" && !/\.[a-z]+$/.test(parts[0]) ? "index.html" : "");
    return page + (query ? "?sorot=" + encodeURIComponent(query) : "") + (parts[1] ? "#" + parts[1] : "");
  };

  function made(name, className, text) {
    var element = document.createElement(name);
    if (className) element.className = className;
    if (text) element.textContent = text;
    return element;
  }

  function result(shown, marker, query) {
    var item = made("li", "result");
    var title = made("h2", "result__title");
    var link = made("a");
    link.href = search.address(shown.path, query);
    if (shown.lang) link.lang = shown.lang;
    link.appendChild(search.marked(shown.title, marker(shown.title)));
    title.appendChild(link);
    item.appendChild(title);
    item.appendChild(made("p", "result__kind", shown.kind[1] + (shown.belongs ? " · " + shown.belongs : "")));
    if (shown.summary) {
      var text = made("p", "result__text");
      text.appendChild(search.marked(shown.summary, marker(shown.summary)));
      item.appendChild(text);
    }
    return item;
  }

  search.openResults = function (finder) {
    var form = finder.querySelector("form[role=search]");
    var field = form.querySelector("input[name=q]");
    var told = finder.querySelector("[data-found]");
    var meant = finder.querySelector("[data-meant]");
    var results = finder.querySelector("[data-results]");
    var list = made("ol", "results__list");
    var more = finder.querySelector("[data-more]");
    var nothing = finder.querySelector("[data-nothing]");
    var filterForm = finder.querySelector("form[data-narrow]");
    var unsearched = finder.querySelectorAll("[data-unsearched]");
    var filters = new search.Filters(filterForm, function () {
      remember(true);
      narrow().catch(failed);
    });
    var siteName = document.title.replace(/^.*?(?= · )/, "");
    finder.querySelector("[data-list]").appendChild(list);
    var asking = 0;
    var showing = 0;
    var answer = null;
    var query = "";
    var kept = [];
    /* Filters that the address asks for; from a folder it may be older than the query. */
    var wanted = new URLSearchParams();

    function remember(push) {
      var address = new URLSearchParams();
      if (query) address.set("q", query);
      filters.write(address);
      var text = address.toString() && "?" + address;
      try {
        history[push && text !== location.search ? "pushState" : "replaceState"](null, "", text || location.pathname);
      } catch (error) {
        /* From a folder some browsers refuse; the search works all the same. */
      }
    }

    function unsearchedHidden(hide) {
      Array.prototype.forEach.call(unsearched, function (part) {
        part.hidden = hide;
      });
    }

    function tell(shown) {
      told.textContent = shown;
      meant.textContent = "";
      var repaired = answer ? answer.tokens.filter(function (token) { return token.meant && token.postings; }) : [];
      var lost = answer ? answer.tokens.filter(function (token) { return !token.postings && !token.inside; }) : [];
      if (repaired.length) {
        meant.textContent =
          "Maksud Anda " + repaired.map(function (token) { return "“" + token.meant + "”"; }).join(" dan ") + "? Kata " +
          repaired.map(function (token) { return "“" + token.word + "”"; }).join(" dan ") + " tidak ada di situs ini.";
      } else if (lost.length && answer.hits.length) {
        meant.textContent = "Tidak ditemukan di situs ini: " + lost.map(function (token) { return "“" + token.word + "”"; }).join(", ") + ".";
      }
      meant.hidden = !meant.textContent;
    }

    function tellFound() {
      var all = answer.hits.length;
      var part = kept.length < all ? kept.length + " dari " : "";
      tell(all ? part + all + " hasil untuk “" + query + "”" : "Tidak ada hasil untuk “" + query + "”.");
    }

    function show(from) {
      showing += 1;
      var mine = showing;
      var part = kept.slice(from, from + STEP);
      var said = answer.tokens
        .filter(function (token) { return token.postings || token.inside; })
        .map(function (token) { return token.meant || token.word; })
        .join(" ");
      return search.shown(part.map(function (hit) { return hit.entry; })).then(function (rows) {
        if (mine !== showing) return;
        if (told.textContent === FAILED) tellFound();
        var marker = search.marker(answer.tokens);
        if (!from) list.textContent = "";
        rows.forEach(function (row) {
          list.appendChild(result(row, marker, said));
        });
        var left = kept.length - from - rows.length;
        more.hidden = left <= 0;
        more.textContent = "Tampilkan " + Math.min(STEP, left) + " hasil lagi";
        if (from) list.children[from].querySelector("a").focus();
      });
    }

    /* The hits through the filters, the first of them in the list. */
    function narrow() {
      kept = filters.narrow(answer.hits);
      var all = answer.hits.length;
      results.hidden = !all;
      nothing.hidden = all > 0;
      filterForm.hidden = !all;
      unsearchedHidden(all > 0);
      tellFound();
      return show(0);
    }

    function failed() {
      told.textContent = FAILED;
    }

    function ask(push) {
      asking += 1;
      showing += 1;
      var mine = asking;
      query = field.value.trim();
      if (push !== undefined) remember(push);
      document.title = (query ? "Cari “" + query + "”" : "Cari dan daftar A–Z") + siteName;
      if (!query) {
        answer = null;
        results.hidden = nothing.hidden = true;
        unsearchedHidden(false);
        tell("");
        return Promise.resolve();
      }
      told.textContent = "Mencari …";
      return Promise.all([search.ask(query), filters.ready()]).then(
        function (both) {
          if (mine !== asking) return null;
          answer = both[0];
          filters.read(wanted);
          return narrow();
        }
      ).catch(function () {
        if (mine !== asking) return;
        failed();
        results.hidden = nothing.hidden = meant.hidden = true;
        unsearchedHidden(false);
      });
    }

    function readAddress() {
      wanted = new URLSearchParams(location.search);
      field.value = wanted.get("q") || "";
      ask();
    }

    form.addEventListener("submit", function (event) {
      event.preventDefault();
      filters.clear();
      wanted = new URLSearchParams();
      ask(true);
    });
    filterForm.addEventListener("submit", function (event) {
      event.preventDefault();
    });
    filterForm.querySelector("[data-clear]").addEventListener("click", function () {
      filters.clear();
      remember(true);
      narrow().catch(failed);
      filterForm.querySelector("summary").focus();
    });
    more.addEventListener("click", function () {
      show(list.children.length).catch(failed);
    });
    window.addEventListener("popstate", readAddress);
    filterForm.querySelector("details").open = matchMedia("(min-width: 60em)").matches;
    form.hidden = false;
    readAddress();
  };
})(masterplanSearch);

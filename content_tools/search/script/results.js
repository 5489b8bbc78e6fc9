/* The page of results: what was found, narrowed by filters, remembered in the address. */
(function (search) {
  "use strict";
  var STEP = 10;

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

  /* The filters: for each a list of `[value, words, entries]`; how many of the hits each value would leave. */
  function Filters(form, changed) {
    var fields = [];
    var summary = form.querySelector("summary");
    var chosen = form.querySelector("[data-chosen]");
    var list = made("ul");
    var sets = null;

    list.setAttribute("aria-label", "Saringan yang dipilih");
    chosen.insertBefore(list, chosen.firstChild);

    function build(facets) {
      var room = form.querySelector(".filters__fields");
      sets = facets.map(function (facet) {
        return facet[2].map(function (option) {
          return new Set(search.rising(option[2]));
        });
      });
      fields = facets.map(function (facet) {
        var line = made("p");
        var label = made("label", "", facet[1]);
        var field = made("select");
        field.name = facet[0];
        field.id = "hasil-" + facet[0];
        label.htmlFor = field.id;
        field.appendChild(new Option("Semua", ""));
        facet[2].forEach(function (option) {
          field.appendChild(new Option(option[1], option[0]));
        });
        field.addEventListener("change", changed);
        line.appendChild(label);
        line.appendChild(field);
        room.appendChild(line);
        return field;
      });
    }

    this.ready = search.load("saring").then(build);

    this.read = function (query) {
      fields.forEach(function (field) {
        field.value = query.get(field.name) || "";
        if (field.selectedIndex < 0) field.value = "";
      });
    };

    this.write = function (query) {
      fields.forEach(function (field) {
        if (field.value) query.set(field.name, field.value);
      });
    };

    this.clear = function () {
      fields.forEach(function (field) {
        field.value = "";
      });
    };

    function words(field) {
      return field.options[field.selectedIndex].getAttribute("data-words");
    }

    function removal(field) {
      var item = made("li");
      var text = field.labels[0].textContent + ": " + words(field);
      var button = made("button", "", text);
      button.type = "button";
      button.setAttribute("aria-label", "Hapus saringan " + text);
      button.addEventListener("click", function () {
        field.value = "";
        changed();
        (list.querySelector("button") || summary).focus();
      });
      item.appendChild(button);
      return item;
    }

    /* Keeps the hits that fit all filters; tells each choice how many it would leave. */
    this.narrow = function (hits) {
      var wanted = fields.map(function (field, number) {
        return field.value ? sets[number][field.selectedIndex - 1] : null;
      });
      var kept = [];
      var counts = fields.map(function (field) {
        return new Array(field.options.length).fill(0);
      });
      hits.forEach(function (hit) {
        var misses = [];
        wanted.forEach(function (set, number) {
          if (set && !set.has(hit.entry)) misses.push(number);
        });
        if (!misses.length) kept.push(hit);
        sets.forEach(function (options, number) {
          if (misses.length > 1 || (misses.length && misses[0] !== number)) return;
          options.forEach(function (set, place) {
            if (set.has(hit.entry)) counts[number][place + 1] += 1;
          });
        });
      });
      list.textContent = "";
      fields.forEach(function (field, number) {
        Array.prototype.forEach.call(field.options, function (option, place) {
          if (!place) return;
          if (!option.hasAttribute("data-words")) option.setAttribute("data-words", option.textContent);
          option.textContent = option.getAttribute("data-words") + " (" + counts[number][place] + ")";
          option.disabled = !counts[number][place] && !option.selected;
          option.hidden = option.disabled;
        });
        /* A filter that offers nothing to choose is not shown. */
        field.parentNode.hidden = !field.value && counts[number].every(function (count) { return !count; });
        if (field.value) list.appendChild(removal(field));
      });
      chosen.hidden = !list.firstChild;
      return kept;
    };
  }

  search.openResults = function (finder) {
    var form = finder.querySelector("form[role=search]");
    var field = form.querySelector("input[name=q]");
    var told = finder.querySelector("[data-found]");
    var meant = finder.querySelector("[data-meant]");
    var results = finder.querySelector("[data-results]");
    var list = finder.querySelector("[data-list]");
    var more = finder.querySelector("[data-more]");
    var nothing = finder.querySelector("[data-nothing]");
    var filterForm = finder.querySelector("form[data-narrow]");
    var unsearched = finder.querySelectorAll("[data-unsearched]");
    var filters = new Filters(filterForm, function () {
      remember(true);
      narrow();
    });
    var asking = 0;
    var answer = null;
    var query = "";
    var kept = [];

    function remember(push) {
      var address = new URLSearchParams();
      if (query) address.set("q", query);
      filters.write(address);
      var text = address.toString();
      try {
        history[push ? "pushState" : "replaceState"](null, "", text ? "?" + text : location.pathname);
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

    function show(from) {
      var mine = asking;
      var part = kept.slice(from, from + STEP);
      var said = answer.tokens
        .filter(function (token) { return token.postings || token.inside; })
        .map(function (token) { return token.meant || token.word; })
        .join(" ");
      return search.shown(part.map(function (hit) { return hit.entry; })).then(function (rows) {
        if (mine !== asking) return;
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

    /* The hits through the filters. Counts come when the filters have arrived; the first results do not wait for them. */
    function narrow() {
      kept = filters.narrow(answer.hits);
      var all = answer.hits.length;
      var found = kept.length;
      results.hidden = !all;
      nothing.hidden = all > 0;
      filterForm.hidden = !all;
      unsearchedHidden(all > 0);
      tell(
        !all
          ? "Tidak ada hasil untuk “" + query + "”."
          : (found < all ? found + " dari " : "") + all + " hasil untuk “" + query + "”"
      );
      return show(0);
    }

    function failed() {
      told.textContent = "Pencarian tidak dapat dimuat. Periksa sambungan internet, lalu cari lagi.";
    }

    function ask(push) {
      asking += 1;
      var mine = asking;
      query = field.value.trim();
      if (push !== undefined) remember(push);
      document.title = document.title.replace(/^.*?(?= · )/, query ? "Cari “" + query + "”" : "Cari dan daftar A–Z");
      if (!query) {
        answer = null;
        results.hidden = nothing.hidden = true;
        unsearchedHidden(false);
        tell("");
        return Promise.resolve();
      }
      told.textContent = "Mencari …";
      return Promise.all([search.ask(query), filters.ready]).then(
        function (both) {
          if (mine !== asking) return null;
          answer = both[0];
          filters.read(new URLSearchParams(location.search));
          return narrow();
        }
      ).catch(function () {
        if (mine === asking) failed();
      });
    }

    function readAddress() {
      field.value = new URLSearchParams(location.search).get("q") || "";
      ask();
    }

    form.addEventListener("submit", function (event) {
      event.preventDefault();
      filters.clear();
      ask(true);
    });
    filterForm.addEventListener("submit", function (event) {
      event.preventDefault();
    });
    filterForm.querySelector("[data-clear]").addEventListener("click", function () {
      filters.clear();
      remember(true);
      narrow();
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

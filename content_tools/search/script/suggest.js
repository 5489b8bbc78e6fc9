/* Names while typing: a combobox with a list, as the ARIA practices describe it. */
(function (search) {
  "use strict";
  var MOST = 7;
  var SHORTEST = 2;
  var started = new WeakSet();

  function lines(word) {
    return Promise.all(search.runsOf("n", word).map(search.load)).then(function (texts) {
      return texts.join("\n").split("\n");
    });
  }

  /* An abbreviation that was typed whole first; then the sooner a name says what was typed, then by kind. */
  function rank(label, kind, typed) {
    var said = search.words(label);
    if (search.words(label.replace(/.*\((.*)\)$/, "$1")).join(" ") === typed) return kind;
    var sooner = said.findIndex(function (word, place) {
      return said.slice(place).join(" ").indexOf(typed) === 0;
    });
    return 100 * (sooner < 0 ? said.length : sooner + 1) + kind * 2 + label.length / 200;
  }

  /* A promise of the names that all the words typed so far begin a word of. */
  search.suggest = function (text) {
    var typed = search.words(text);
    var asked = typed.filter(function (word, place) {
      return word.length >= SHORTEST && (place === typed.length - 1 || search.tells(word));
    });
    if (!asked.length) return Promise.resolve([]);
    var key = asked.reduce(function (best, word) {
      return word.length > best.length ? word : best;
    });
    return lines(key).then(function (all) {
      var found = new Map();
      all.forEach(function (line) {
        if (line.indexOf(key) !== 0) return;
        var parts = line.split("\t");
        if (found.has(parts[3])) return;
        var own = search.words(parts[1]).concat(parts[0]);
        var fits = asked.every(function (word) {
          return own.some(function (each) {
            return each.indexOf(word) === 0;
          });
        });
        if (!fits) return;
        var kind = search.codeOf(parts[2]);
        found.set(parts[3], { label: parts[1], kind: search.known.kinds[kind][1], path: parts[3], rank: rank(parts[1], kind, typed.join(" ")) });
      });
      return Array.from(found.values())
        .sort(function (one, other) {
          return one.rank - other.rank || (one.label < other.label ? -1 : 1);
        })
        .slice(0, MOST);
    });
  };

  /* Turns a search field into a combobox; once. `already`: something was typed before this script was there. */
  search.suggestFor = function (field, already) {
    if (started.has(field)) return;
    started.add(field);
    var list = document.createElement("ul");
    var told = document.createElement("span");
    var shown = [];
    var active = -1;
    var asking = 0;

    list.id = field.id + "-saran";
    list.className = "suggestions";
    list.hidden = true;
    list.setAttribute("role", "listbox");
    list.setAttribute("aria-label", "Saran");
    told.className = "visually-hidden";
    told.setAttribute("role", "status");
    field.setAttribute("role", "combobox");
    field.setAttribute("aria-autocomplete", "list");
    field.setAttribute("aria-expanded", "false");
    field.setAttribute("aria-controls", list.id);
    field.parentNode.appendChild(list);
    field.parentNode.appendChild(told);

    function choose(number) {
      active = number;
      Array.prototype.forEach.call(list.children, function (option, place) {
        option.setAttribute("aria-selected", place === active ? "true" : "false");
      });
      if (active < 0) field.removeAttribute("aria-activedescendant");
      else {
        field.setAttribute("aria-activedescendant", list.children[active].id);
        list.children[active].scrollIntoView({ block: "nearest" });
      }
    }

    function close() {
      asking += 1;
      list.hidden = true;
      list.textContent = "";
      shown = [];
      told.textContent = "";
      field.setAttribute("aria-expanded", "false");
      choose(-1);
    }

    function go(number) {
      var path = shown[number].path;
      close();
      location.href = search.address(path);
    }

    function isShown(names) {
      return (
        !list.hidden &&
        names.length === shown.length &&
        names.every(function (name, place) {
          return name.path === shown[place].path;
        })
      );
    }

    function show(names) {
      /* The same names again keep the one that was chosen. */
      if (isShown(names)) return;
      shown = names;
      list.textContent = "";
      names.forEach(function (name, place) {
        var option = document.createElement("li");
        var kind = document.createElement("span");
        option.id = list.id + "-" + place;
        option.setAttribute("role", "option");
        option.setAttribute("aria-selected", "false");
        option.textContent = name.label + " ";
        kind.className = "suggestions__kind";
        kind.textContent = name.kind;
        option.appendChild(kind);
        option.addEventListener("click", function () {
          go(place);
        });
        list.appendChild(option);
      });
      choose(-1);
      list.hidden = !names.length;
      field.setAttribute("aria-expanded", names.length ? "true" : "false");
      told.textContent = names.length ? names.length + " saran. Pilih dengan panah bawah." : "";
    }

    function typed() {
      asking += 1;
      var mine = asking;
      search.suggest(field.value).then(
        function (names) {
          if (mine === asking && document.activeElement === field) show(names);
        },
        function () {
          if (mine === asking) close();
        }
      );
    }

    /* The field keeps the focus, whatever of the list is pressed. */
    list.addEventListener("mousedown", function (event) {
      event.preventDefault();
    });
    field.addEventListener("input", typed);
    field.addEventListener("blur", close);
    field.form.addEventListener("submit", close);
    field.addEventListener("keydown", function (event) {
      var open = !list.hidden;
      if (event.key === "ArrowDown" || event.key === "ArrowUp") {
        if (!open) {
          typed();
        } else {
          var step = event.key === "ArrowDown" ? 1 : -1;
          var places = shown.length + 1;
          choose(((active + 1 + step + places) % places) - 1);
        }
        event.preventDefault();
      } else if (event.key === "Escape" && open) {
        close();
        event.preventDefault();
      } else if (event.key === "Enter" && open && active >= 0) {
        event.preventDefault();
        go(active);
      }
    });
    if (already) typed();
  };
})(masterplanSearch);

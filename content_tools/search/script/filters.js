/* The filters of the results: for each a list of `[value, words, entries]`; how many of the hits each value would leave. */
(function (search) {
  "use strict";
  search.Filters = function (form, changed) {
    var fields = [];
    var summary = form.querySelector("summary");
    var chosen = form.querySelector("[data-chosen]");
    var list = document.createElement("ul");
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
        var line = document.createElement("p");
        var label = document.createElement("label");
        var field = document.createElement("select");
        label.textContent = facet[1];
        field.name = facet[0];
        field.id = "hasil-" + facet[0];
        label.htmlFor = field.id;
        field.appendChild(new Option("Semua", ""));
        facet[2].forEach(function (option) {
          field.appendChild(new Option(option[1], option[0])).setAttribute("data-words", option[1]);
        });
        field.addEventListener("change", changed);
        line.appendChild(label);
        line.appendChild(field);
        room.appendChild(line);
        return field;
      });
    }

    /* A promise that the fields are there; what could not be loaded is asked for again the next time. */
    this.ready = function () {
      return search.load("saring").then(function (facets) {
        if (!sets) build(facets);
      });
    };

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
      var item = document.createElement("li");
      var text = field.labels[0].textContent + ": " + words(field);
      var button = document.createElement("button");
      button.type = "button";
      button.textContent = text;
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
  };
})(masterplanSearch);

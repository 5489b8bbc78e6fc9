/* Filters of the program list: they combine, each says what it would leave, and the address remembers them.
   Without this script the list stands complete, and every choice is a page. */
(function () {
  "use strict";
  var form = document.querySelector("form[data-filter-table]");
  var holder = form && document.getElementById(form.getAttribute("data-filter-table"));
  var table = holder && holder.querySelector("table");
  if (!table) return;

  function all(inside, selector) {
    return Array.prototype.slice.call(inside.querySelectorAll(selector));
  }

  function plain(text) {
    return text.toLowerCase().normalize("NFD").replace(/[\u0300-\u036f]/g, "");
  }

  var rows = Array.prototype.slice.call(table.tBodies[0].rows);
  var fields = all(form, "select");
  var words = form.querySelector("input[name=kata]");
  var folded = form.querySelector("details");
  var status = form.querySelector("[role=status]");
  var chosen = form.querySelector("[data-chosen]");
  var list = document.createElement("ul");
  var texts = rows.map(function (row) {
    return plain(row.textContent);
  });
  var values = rows.map(function (row) {
    return fields.map(function (field) {
      return (row.getAttribute("data-" + field.name) || "").split(" ");
    });
  });
  var names = fields.map(function (field) {
    return all(field, "option").map(function (option) {
      return option.textContent.replace(/ \(\d+\)$/, "");
    });
  });

  /* Hides what does not fit. Returns how many rows stay, and how many each choice would leave. */
  function narrow() {
    var wanted = plain(words.value).split(/\s+/).filter(Boolean);
    var counts = fields.map(function () {
      return {};
    });
    var shown = 0;
    rows.forEach(function (row, index) {
      var said = wanted.every(function (word) {
        return texts[index].indexOf(word) >= 0;
      });
      var misses = fields.filter(function (field, number) {
        return field.value && values[index][number].indexOf(field.value) < 0;
      });
      row.hidden = !said || misses.length > 0;
      if (!row.hidden) shown += 1;
      fields.forEach(function (field, number) {
        if (!said || misses.length > 1 || (misses.length && misses[0] !== field)) return;
        values[index][number].forEach(function (value) {
          counts[number][value] = (counts[number][value] || 0) + 1;
        });
      });
    });
    return { shown: shown, counts: counts };
  }

  function tellChoices(counts) {
    fields.forEach(function (field, number) {
      all(field, "option").forEach(function (option, place) {
        if (!option.value) return;
        var count = counts[number][option.value] || 0;
        option.disabled = !count && !option.selected;
        option.textContent = names[number][place] + " (" + count + ")";
      });
    });
  }

  function removal(field, text) {
    var item = document.createElement("li");
    var button = document.createElement("button");
    button.type = "button";
    button.textContent = form.querySelector("label[for=" + field.id + "]").textContent + ": " + text;
    button.setAttribute("aria-label", "Hapus saringan " + button.textContent);
    button.addEventListener("click", function () {
      field.value = "";
      apply(true);
      (chosen.querySelector("button:not([data-clear])") || folded.querySelector("summary")).focus();
    });
    item.appendChild(button);
    return item;
  }

  function tellChosen() {
    list.textContent = "";
    if (words.value.trim()) list.appendChild(removal(words, words.value.trim()));
    fields.forEach(function (field, number) {
      if (field.value) list.appendChild(removal(field, names[number][field.selectedIndex]));
    });
    chosen.hidden = !list.firstChild;
  }

  function remember(push) {
    var query = new URLSearchParams();
    if (words.value) query.set("kata", words.value);
    fields.forEach(function (field) {
      if (field.value) query.set(field.name, field.value);
    });
    var text = query.toString();
    try {
      history[push ? "pushState" : "replaceState"](null, "", text ? "?" + text : location.pathname);
    } catch (error) {
      /* From a folder some browsers refuse; the filter works all the same. */
    }
  }

  /* `push`: true for a step that “back” undoes, false for typing, undefined when the address already says it. */
  function apply(push) {
    var found = narrow();
    tellChoices(found.counts);
    tellChosen();
    holder.hidden = !found.shown;
    status.textContent = !found.shown
      ? "Tidak ada program yang cocok. Hapus satu saringan, atau pakai kata lain."
      : (found.shown < rows.length ? found.shown + " dari " : "") + rows.length + " program";
    if (push !== undefined) remember(push);
  }

  function readAddress() {
    var asked = new URLSearchParams(location.search);
    words.value = asked.get("kata") || asked.get("q") || "";
    fields.forEach(function (field) {
      field.value = asked.get(field.name) || "";
      if (field.selectedIndex < 0) field.value = "";
    });
    apply();
  }

  form.addEventListener("change", function (event) {
    if (event.target !== words) apply(true);
  });
  words.addEventListener("input", function () {
    apply(false);
  });
  chosen.querySelector("[data-clear]").addEventListener("click", function () {
    words.value = "";
    fields.forEach(function (field) {
      field.value = "";
    });
    apply(true);
    folded.querySelector("summary").focus();
  });
  form.addEventListener("submit", function (event) {
    event.preventDefault();
  });
  window.addEventListener("popstate", readAddress);
  list.setAttribute("aria-label", "Saringan yang dipilih");
  chosen.insertBefore(list, chosen.firstChild);
  folded.open = matchMedia("(min-width: 45em)").matches;
  readAddress();
  form.hidden = false;
})();

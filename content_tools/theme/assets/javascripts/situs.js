/* Sorting and filtering of program tables. Without this script the tables stand complete. */
(function () {
  "use strict";

  function cellText(row, index) {
    var cell = row.cells[index];
    return cell.getAttribute("data-sort") || cell.textContent.trim();
  }

  function makeSortable(table) {
    var body = table.tBodies[0];
    Array.prototype.forEach.call(table.tHead.rows[0].cells, function (heading, index) {
      var button = document.createElement("button");
      button.type = "button";
      button.className = "sort";
      button.textContent = heading.textContent;
      heading.textContent = "";
      heading.appendChild(button);
      button.addEventListener("click", function () {
        var down = heading.getAttribute("aria-sort") === "ascending";
        Array.prototype.forEach.call(table.tHead.rows[0].cells, function (other) {
          other.removeAttribute("aria-sort");
        });
        heading.setAttribute("aria-sort", down ? "descending" : "ascending");
        var rows = Array.prototype.slice.call(body.rows);
        rows.sort(function (a, b) {
          return cellText(a, index).localeCompare(cellText(b, index), "id", { numeric: true }) * (down ? -1 : 1);
        });
        rows.forEach(function (row) {
          body.appendChild(row);
        });
      });
    });
  }

  function makeFilter(form) {
    var holder = document.getElementById(form.getAttribute("data-filter-table"));
    var table = holder && holder.querySelector("table");
    if (!table) return;
    var rows = Array.prototype.slice.call(table.tBodies[0].rows);
    var status = form.querySelector("[role=status]");
    var fields = Array.prototype.slice.call(form.querySelectorAll("select"));
    var words = form.querySelector("input[name=kata]");
    var texts = rows.map(function (row) {
      return row.textContent.toLowerCase();
    });

    function apply(write) {
      var shown = 0;
      var wanted = words.value.toLowerCase().split(/\s+/).filter(Boolean);
      rows.forEach(function (row, index) {
        var fits = fields.every(function (field) {
          if (!field.value) return true;
          return (row.getAttribute("data-" + field.name) || "").split(" ").indexOf(field.value) >= 0;
        });
        fits = fits && wanted.every(function (word) {
          return texts[index].indexOf(word) >= 0;
        });
        row.hidden = !fits;
        if (fits) shown += 1;
      });
      status.textContent = shown === rows.length ? rows.length + " program" : shown + " dari " + rows.length + " program";
      if (write) {
        var query = new URLSearchParams();
        if (words.value) query.set("kata", words.value);
        fields.forEach(function (field) {
          if (field.value) query.set(field.name, field.value);
        });
        var text = query.toString();
        history.replaceState(null, "", text ? "?" + text : location.pathname);
      }
    }

    var asked = new URLSearchParams(location.search);
    fields.forEach(function (field) {
      var value = asked.get(field.name);
      var known = Array.prototype.some.call(field.options, function (option) {
        return option.value === value;
      });
      if (value && known) {
        field.value = value;
        form.querySelector("details").open = true;
      }
      field.addEventListener("change", function () {
        apply(true);
      });
    });
    if (asked.get("kata")) {
      words.value = asked.get("kata");
      form.querySelector("details").open = true;
    }
    words.addEventListener("input", function () {
      apply(true);
    });
    form.addEventListener("submit", function (event) {
      event.preventDefault();
    });
    form.hidden = false;
    apply(false);
  }

  Array.prototype.forEach.call(document.querySelectorAll("table[data-sortable]"), makeSortable);
  Array.prototype.forEach.call(document.querySelectorAll("form[data-filter-table]"), makeFilter);
})();

/* Sorting of program tables by their headings. Without this script the tables stand in the order of the data. */
(function () {
  "use strict";

  function cellText(row, index) {
    var cell = row.cells[index];
    return cell.getAttribute("data-sort") || cell.textContent.trim();
  }

  function makeSortable(table) {
    var body = table.tBodies[0];
    var told = document.createElement("p");
    told.className = "visually-hidden";
    told.setAttribute("role", "status");
    table.parentNode.insertBefore(told, table);
    Array.prototype.forEach.call(table.tHead.rows[0].cells, function (heading, index) {
      var button = document.createElement("button");
      button.type = "button";
      button.className = "sort";
      button.textContent = heading.textContent;
      heading.textContent = "";
      heading.appendChild(button);
      var newest = heading.hasAttribute("data-newest");
      button.addEventListener("click", function () {
        var sorted = heading.getAttribute("aria-sort");
        var down = newest ? sorted !== "descending" : sorted === "ascending";
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
        told.textContent = "Diurutkan menurut " + button.textContent + (down ? ", turun." : ", naik.");
      });
    });
  }

  Array.prototype.forEach.call(document.querySelectorAll("table[data-sortable]"), makeSortable);
})();

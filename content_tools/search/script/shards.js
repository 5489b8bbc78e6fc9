/* The files beside this one: loaded when a query needs them, each once, as scripts, so that it works from a folder. */
(function (search) {
  "use strict";
  var known = search.known;
  var MOST_RUNS = 3;
  var folder = document.currentScript.src.replace(/[^/]*$/, "");
  var half = known.letters.length / 2;
  var codes = {};
  Array.prototype.forEach.call(known.letters, function (letter, code) {
    codes[letter] = code;
  });
  var arrived = {};
  var asked = {};
  var tables = {};

  /* The way to the site's root, with a slash at its end. */
  search.root = folder.replace(/assets\/[^/]*\/$/, "");

  search.take = function (name, content) {
    arrived[name] = content;
  };

  search.load = function (name) {
    if (!asked[name]) {
      asked[name] = new Promise(function (resolve, reject) {
        var script = document.createElement("script");
        script.src = folder + name + ".js";
        script.onload = function () {
          resolve(arrived[name]);
        };
        script.onerror = function () {
          /* The next try asks again. */
          delete asked[name];
          script.remove();
          reject(new Error(name));
        };
        document.head.appendChild(script);
      });
    }
    return asked[name];
  };

  /* In which run of sorted keys a key must stand: the last that does not begin after it. */
  search.runOf = function (kind, key) {
    var first = known.first[kind];
    var low = 0;
    var high = first.length - 1;
    while (low < high) {
      var middle = (low + high + 1) >> 1;
      if (first[middle] <= key) low = middle;
      else high = middle - 1;
    }
    return low;
  };

  /* The names of the files that hold the keys with a beginning; the first few when there are many. */
  search.runsOf = function (kind, beginning) {
    var names = [];
    var last = search.runOf(kind, beginning + "\uffff");
    for (var run = search.runOf(kind, beginning); run <= last && names.length < MOST_RUNS; run += 1) names.push(kind + run);
    return names;
  };

  /* The lines of a run as a map from key to what follows it. */
  search.table = function (name) {
    return search.load(name).then(function (text) {
      if (!tables[name]) {
        tables[name] = new Map();
        text.split("\n").forEach(function (line) {
          var end = line.indexOf("\t");
          tables[name].set(line.slice(0, end), line.slice(end + 1));
        });
      }
      return tables[name];
    });
  };

  /* Reads numbers and single characters from a text, one after the other. */
  function Reader(text) {
    this.text = text;
    this.at = 0;
  }
  Reader.prototype.more = function () {
    return this.at < this.text.length;
  };
  Reader.prototype.code = function () {
    return codes[this.text[this.at++]];
  };
  Reader.prototype.number = function () {
    var value = 0;
    var place = 1;
    for (;;) {
      var code = this.code();
      if (code < half) return value + code * place;
      value += (code - half) * place;
      place *= half;
    }
  };

  search.postings = function (text) {
    var reader = new Reader(text);
    var found = new Map();
    var entry = 0;
    while (reader.more()) {
      entry += reader.number();
      found.set(entry, reader.code());
    }
    return found;
  };

  search.rising = function (text) {
    var reader = new Reader(text);
    var found = [];
    var value = 0;
    while (reader.more()) {
      value += reader.number();
      found.push(value);
    }
    return found;
  };

  search.places = function (text) {
    var reader = new Reader(text);
    var found = new Map();
    var entry = 0;
    while (reader.more()) {
      entry += reader.number();
      var places = new Set();
      var place = 0;
      for (var left = reader.number(); left > 0; left -= 1) {
        place += reader.number();
        places.add(place);
      }
      found.set(entry, places);
    }
    return found;
  };

  search.codeOf = function (letter) {
    return codes[letter];
  };
})(masterplanSearch);

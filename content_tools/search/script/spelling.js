/* Words that nothing is found by: the likeliest word of the site that was meant. */
(function (search) {
  "use strict";
  var SHORTEST = 5;
  var LONG = 8;

  /* Optimal string alignment: letters added, lost, changed, two neighbours swapped; stops beyond `most`. */
  function distance(one, other, most) {
    if (Math.abs(one.length - other.length) > most) return most + 1;
    var before = [];
    var last = [];
    var row = [];
    for (var column = 0; column <= other.length; column += 1) last.push(column);
    for (var line = 1; line <= one.length; line += 1) {
      row = [line];
      var least = line;
      for (var at = 1; at <= other.length; at += 1) {
        var same = one[line - 1] === other[at - 1] ? 0 : 1;
        var value = Math.min(row[at - 1] + 1, last[at] + 1, last[at - 1] + same);
        if (line > 1 && at > 1 && one[line - 1] === other[at - 2] && one[line - 2] === other[at - 1]) {
          value = Math.min(value, before[at - 2] + 1);
        }
        row.push(value);
        least = Math.min(least, value);
      }
      if (least > most) return most + 1;
      before = last;
      last = row;
    }
    return row[other.length];
  }

  function among(text, word, most) {
    var best = null;
    text.split("\n").forEach(function (line) {
      var spelling = line.slice(0, -1);
      var away = distance(word, spelling, most);
      if (away > most) return;
      var count = search.codeOf(line[line.length - 1]);
      var better =
        !best ||
        away < best.away ||
        (away === best.away && count > best.count);
      if (better) best = { word: spelling, away: away, count: count };
    });
    return best;
  }

  /* A promise of the word that was meant, or null. The first letter is taken for right, else the second for the first. */
  search.meant = function (word) {
    if (word.length < SHORTEST || /[^a-z]/.test(word) || search.isWord(word)) return Promise.resolve(null);
    var most = word.length < LONG ? 1 : 2;
    function at(letter) {
      if (search.known.spellings.indexOf(letter) < 0) return Promise.resolve(null);
      return search.load("e" + letter).then(function (text) {
        return among(text, word, most);
      });
    }
    return at(word[0]).then(function (best) {
      if (best || word[1] === word[0]) return best && best.word;
      return at(word[1]).then(function (other) {
        return other && other.word;
      });
    });
  };
})(masterplanSearch);

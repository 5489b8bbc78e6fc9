/* Text to words, the same way as words.py; tests/search/words.tsv holds them together. */
(function (search) {
  "use strict";
  var known = search.known;
  var stopwords = new Set(known.stopwords.split(" "));

  search.fold = function (text) {
    return text
      .toLowerCase()
      .normalize("NFKD")
      .replace(/[\u0300-\u036f]/g, "")
      .replace(/([0-9])[.,](?=[0-9])/g, "$1")
      .replace(/([a-z])['’‘`](?=[a-z])/g, "$1");
  };

  search.words = function (text) {
    return (search.fold(text).match(/[a-z0-9]+/g) || []).map(function (word) {
      return word.slice(0, known.longestWord);
    });
  };

  search.tells = function (word) {
    return !stopwords.has(word) && (word.length > 1 || /[0-9]/.test(word));
  };
})(masterplanSearch);

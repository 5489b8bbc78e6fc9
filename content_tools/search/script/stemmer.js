/* Words to roots, the same way as stemmer.py, which says how; tests/search/stems.tsv holds them together. */
(function (search) {
  "use strict";
  var listed = new Set(search.known.roots.split(" "));
  var own = new Set(search.known.ownRoots.split(" "));
  var stems = new Map();
  var NO_PAIR = { be: ["i"], di: ["an"], ke: ["i", "kan"], me: ["an"], se: ["i", "kan"], te: ["an"] };
  var PREFIXES_AT_MOST = 3;
  var SUFFIXES = ["kan", "an", "i"];
  var PREFIXES = [
    [/^(?:di|ke|se|pe)(?=..)/, ""],
    [/^(?:be|te|pe)(?=r|[^aeiou]er)/, ""],
    [/^(?:ber|ter|per)/, ""],
    [/^(?:bel|pel|tel)(?=a)/, ""],
    [/^[mp]e(?=[lmnrwy])/, ""],
    [/^[mp]eng(?=[aiueogh])/, ""],
    [/^[mp]eng(?=k)/, ""],
    [/^[mp]eng(?=[aiueo])/, "k"],
    [/^[mp]enge(?=.{3,4}$)/, ""],
    [/^[mp]eny(?=[aiueo])/, "s"],
    [/^[mp]em(?=[bfpv])/, ""],
    [/^[mp]em(?=[aiueor])/, "p"],
    [/^[mp]en(?=[cdjstz])/, ""],
    [/^[mp]en(?=[aiueo])/, "t"],
  ];

  function shorter(forms) {
    var found = new Set();
    forms.forEach(function (form) {
      PREFIXES.forEach(function (prefix) {
        var rest = form.replace(prefix[0], prefix[1]);
        if (rest !== form) found.add(rest);
      });
    });
    return found;
  }

  function candidates(word) {
    var bare = new Set([word, word.replace(/(?:lah|kah|pun|tah)$/, "")]);
    Array.from(bare).forEach(function (form) {
      bare.add(form.replace(/(?:ku|mu|nya)$/, ""));
    });
    var found = new Set();
    bare.forEach(function (form) {
      [""].concat(SUFFIXES).forEach(function (suffix) {
        if (!form.endsWith(suffix)) return;
        var forms = new Set([form.slice(0, form.length - suffix.length)]);
        var paired = (NO_PAIR[word.slice(0, 2)] || []).indexOf(suffix) < 0;
        for (var prefixes = 0; prefixes <= (paired ? PREFIXES_AT_MOST : 0); prefixes += 1) {
          forms.forEach(function (each) {
            found.add(each);
          });
          forms = shorter(forms);
        }
      });
    });
    found.delete(word);
    return found;
  }

  function longest(forms, roots, fewest) {
    var best = null;
    forms.forEach(function (form) {
      if (form.length < fewest || !roots.has(form)) return;
      if (!best || form.length > best.length || (form.length === best.length && form < best)) best = form;
    });
    return best;
  }

  /* Whether the language has the word, so that nobody mistyped it. */
  search.isWord = function (word) {
    return listed.has(search.stem(word));
  };

  search.stem = function (word) {
    if (word.length < 5 || /[^a-z]/.test(word) || listed.has(word)) return word;
    if (!stems.has(word)) {
      var forms = candidates(word);
      stems.set(word, longest(forms, listed, 3) || longest(forms, own, 4) || word);
    }
    return stems.get(word);
  };
})(masterplanSearch);

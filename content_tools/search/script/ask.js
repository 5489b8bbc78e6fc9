/* A query to entries in their order. ranking.py says how the weights come about; here they are added up. */
(function (search) {
  "use strict";
  var known = search.known;
  /* Words of a query that are looked at. */
  var MOST_LETTERS = 2000;
  var MOST_WORDS = 16;
  /* Shares of a weight: of a word only begun, of neighbours joined to one term. */
  var BEGUN = 0.6;
  var JOINED = 0.8;
  /* How much the covered share of a query counts. */
  var COVERED = 1.5;
  /* An entry whose whole name was asked for leads. */
  var NAMED = 20;
  var SHORTEST_BEGUN = 3;

  function lookedUp(keys) {
    var names = Array.from(
      new Set(
        keys.map(function (key) {
          return "p" + search.runOf("p", key);
        })
      )
    );
    return Promise.all(names.map(search.table)).then(function (tables) {
      return function (key) {
        var text = tables[names.indexOf("p" + search.runOf("p", key))].get(key);
        return text ? search.postings(text) : null;
      };
    });
  }

  /* What a query says: all its words; those that tell something, with their places; its quoted phrases. */
  search.parsed = function (query) {
    var text = query.slice(0, MOST_LETTERS);
    var every = search.words(text).slice(0, MOST_WORDS * 2);
    var tokens = [];
    every.forEach(function (word, place) {
      if (tokens.length === MOST_WORDS || !search.tells(word)) return;
      tokens.push({ word: word, root: search.stem(word), place: place, postings: null, meant: null, begun: false, inside: false });
    });
    var phrases = (text.match(/["“”][^"“”]+["“”]/g) || []).map(search.words);
    return {
      roots: every.map(search.stem),
      tokens: tokens,
      phrases: phrases.filter(function (phrase) {
        return phrase.filter(search.tells).length > 1;
      }),
    };
  };

  /* Neighbours joined to one term, `from` and `to` counting words; `least` words or more. */
  function spans(roots, least) {
    var found = [];
    roots.forEach(function (root, from) {
      var key = "";
      for (var to = from; to < roots.length && to - from < known.longestCompound; to += 1) {
        key += roots[to];
        if (to - from + 1 >= least) found.push({ key: key, from: from, to: to, postings: null });
      }
    });
    return found;
  }

  function rootOf(token) {
    return token.root;
  }

  function keyOf(span) {
    return span.key;
  }

  /* Entries of all terms that begin with these letters, each with a share of its highest weight. */
  function begun(word) {
    return Promise.all(search.runsOf("p", word).map(search.table)).then(function (tables) {
      var found = new Map();
      tables.forEach(function (table) {
        table.forEach(function (text, term) {
          if (term.indexOf(word) !== 0 || term[term.length - 1] === known.whole) return;
          search.postings(text).forEach(function (weight, entry) {
            found.set(entry, Math.max(found.get(entry) || 0, weight * BEGUN));
          });
        });
      });
      return found.size ? found : null;
    });
  }

  /* A word that nothing has: as the beginning of others, then as a typing error. */
  function repair(token, last) {
    var first = last && token.word.length >= SHORTEST_BEGUN ? begun(token.word) : Promise.resolve(null);
    return first.then(function (found) {
      if (found) {
        token.postings = found;
        token.begun = true;
        return null;
      }
      return search.meant(token.word).then(function (word) {
        if (!word) return;
        token.meant = word;
        token.root = search.stem(word);
      });
    });
  }

  function rarity(postings) {
    return Math.log(1 + (known.entries - postings.size + 0.5) / (postings.size + 0.5));
  }

  /* How much each word of a query counts for its coverage; 0 for one that nothing has. */
  function rarities(tokens, joined) {
    var found = tokens.map(function (token) {
      return token.postings ? rarity(token.postings) : 0;
    });
    joined.forEach(function (span) {
      if (!span.postings) return;
      var each = rarity(span.postings) / (span.to - span.from + 1);
      for (var at = span.from; at <= span.to; at += 1) found[at] = found[at] || each;
    });
    return found;
  }

  function sum(numbers) {
    return numbers.reduce(function (total, each) {
      return total + each;
    }, 0);
  }

  /* Adds up the weights: entries with all the words before those with one of them. */
  function scored(tokens, joined, named) {
    var rare = rarities(tokens, joined);
    var whole = sum(rare);
    var scores = new Map();

    function at(entry) {
      if (!scores.has(entry)) scores.set(entry, { words: new Array(tokens.length).fill(0), named: 0 });
      return scores.get(entry);
    }

    tokens.forEach(function (token, place) {
      if (!token.postings) return;
      token.postings.forEach(function (weight, entry) {
        at(entry).words[place] = weight;
      });
    });
    joined.forEach(function (span) {
      if (!span.postings) return;
      span.postings.forEach(function (weight, entry) {
        var words = at(entry).words;
        for (var place = span.from; place <= span.to; place += 1) words[place] = Math.max(words[place], weight * JOINED);
      });
    });
    named.forEach(function (span) {
      if (!span.postings) return;
      var all = tokens.every(function (token) {
        return span.from <= token.place && token.place <= span.to;
      });
      if (!all) return;
      span.postings.forEach(function (weight, entry) {
        var score = at(entry);
        score.named = Math.max(score.named, weight * NAMED);
      });
    });
    var found = [];
    scores.forEach(function (score, entry) {
      var covered = sum(
        rare.map(function (each, place) {
          return score.words[place] ? each : 0;
        })
      );
      var share = whole ? covered / whole : 1;
      found.push({ entry: entry, score: sum(score.words) * Math.pow(share, COVERED) + score.named });
    });
    found.sort(function (one, other) {
      return other.score - one.score || one.entry - other.entry;
    });
    return found;
  }

  /* Keeps the entries in which a quoted phrase stands word for word, as roots. */
  function withPhrase(found, phrase) {
    var steps = [];
    phrase.forEach(function (word, at) {
      if (search.tells(word)) steps.push({ key: search.stem(word), at: at });
    });
    return Promise.all(
      steps.map(function (step) {
        return search.table("f" + search.runOf("f", step.key)).then(function (table) {
          return search.places(table.get(step.key) || "");
        });
      })
    ).then(function (places) {
      return found.filter(function (hit) {
        var begins = places[0].get(hit.entry);
        return (
          begins &&
          Array.from(begins).some(function (begin) {
            return steps.every(function (step, number) {
              var others = places[number].get(hit.entry);
              return others && others.has(begin + step.at - steps[0].at);
            });
          })
        );
      });
    });
  }

  function fill(parts, keyed, postings) {
    parts.forEach(function (part) {
      part.postings = part.postings || postings(keyed(part));
    });
  }

  /* Looks up the words, their compounds and the names they may be; then once more when words were corrected. */
  function gathered(parsed) {
    var tokens = parsed.tokens;
    var joined = spans(tokens.map(rootOf), 2);
    var named = spans(parsed.roots, 1).map(function (span) {
      span.key += known.whole;
      return span;
    });
    var keys = tokens.map(rootOf).concat(joined.map(keyOf), named.map(keyOf));
    return lookedUp(keys).then(function (postings) {
      fill(tokens, rootOf, postings);
      fill(joined, keyOf, postings);
      fill(named, keyOf, postings);
      joined.forEach(function (span) {
        if (!span.postings) return;
        for (var at = span.from; at <= span.to; at += 1) tokens[at].inside = true;
      });
      return { joined: joined, named: named };
    });
  }

  /* A promise of what a query finds: the entries' numbers in their order, the words as they were taken. */
  search.ask = function (query) {
    var parsed = search.parsed(query);
    var tokens = parsed.tokens;
    if (!parsed.roots.length) return Promise.resolve({ hits: [], tokens: [] });
    return gathered(parsed)
      .then(function (parts) {
        return Promise.all(
          tokens.map(function (token, place) {
            return token.postings || token.inside ? null : repair(token, place === tokens.length - 1);
          })
        ).then(function () {
          var corrected = tokens.filter(function (token) {
            return token.meant;
          });
          corrected.forEach(function (token) {
            parsed.roots[token.place] = token.root;
          });
          return corrected.length ? gathered(parsed) : parts;
        });
      })
      .then(function (parts) {
        return parsed.phrases.reduce(
          function (promise, phrase) {
            return promise.then(function (left) {
              return withPhrase(left, phrase);
            });
          },
          Promise.resolve(scored(tokens, parts.joined, parts.named))
        );
      })
      .then(function (found) {
        return { hits: found, tokens: tokens };
      });
  };

  /* What a result shows of each entry. */
  search.shown = function (entries) {
    return Promise.all(
      entries.map(function (entry) {
        return search.load("m" + Math.floor(entry / known.perChunk)).then(function (rows) {
          var row = rows[entry % known.perChunk];
          return { path: row[0], kind: known.kinds[row[1]], title: row[2], summary: row[3], belongs: row[4], lang: row[5] || null };
        });
      })
    );
  };
})(masterplanSearch);

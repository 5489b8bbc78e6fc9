/* A query to entries in their order. ranking.py says how the weights come about; here they are added up. */
(function (search) {
  "use strict";
  var known = search.known;
  var MOST_WORDS = 16;
  var BEGUN = 0.6;
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

  /* What a query says: its words that tell something, its name key, its quoted phrases. */
  search.parsed = function (query) {
    var every = search.words(query.slice(0, 2000));
    var quoted = (query.match(/["“”][^"“”]+["“”]/g) || []).map(function (text) {
      return search.words(text);
    });
    var tokens = every.filter(search.tells).slice(0, MOST_WORDS);
    return {
      name: "=" + every.slice(0, MOST_WORDS * 2).join(""),
      tokens: tokens.map(function (word) {
        return { word: word, root: search.stem(word), postings: null, meant: null };
      }),
      phrases: quoted.filter(function (phrase) {
        return phrase.filter(search.tells).length > 1;
      }),
    };
  };

  function compounds(tokens) {
    var found = [];
    tokens.forEach(function (token, from) {
      var key = token.root;
      for (var to = from + 1; to < tokens.length && to - from < known.longestCompound; to += 1) {
        key += tokens[to].root;
        found.push({ key: key, from: from, to: to, postings: null });
      }
    });
    return found;
  }

  /* Entries of all terms that begin with these letters, each with a share of its highest weight. */
  function begun(word) {
    return search.table("p" + search.runOf("p", word)).then(function (table) {
      var found = new Map();
      table.forEach(function (text, term) {
        if (term.indexOf(word) !== 0) return;
        search.postings(text).forEach(function (weight, entry) {
          found.set(entry, Math.max(found.get(entry) || 0, weight * BEGUN));
        });
      });
      return found.size ? found : null;
    });
  }

  /* A word that nothing has: as the beginning of others, then as a typing error. */
  function repaired(token, last) {
    var first = last && token.word.length >= SHORTEST_BEGUN ? begun(token.word) : Promise.resolve(null);
    return first.then(function (found) {
      if (found) {
        token.postings = found;
        token.begun = true;
        return null;
      }
      return search.meant(token.word).then(function (word) {
        if (!word) return null;
        token.meant = word;
        token.root = search.stem(word);
        return lookedUp([token.root]).then(function (postings) {
          token.postings = postings(token.root);
        });
      });
    });
  }

  function rarity(postings) {
    return Math.log(1 + (known.entries - postings.size + 0.5) / (postings.size + 0.5));
  }

  /* Adds up the weights: entries with all the words before those with one of them. */
  function scored(tokens, joined, named) {
    var scores = new Map();
    var rarities = tokens.map(function (token) {
      return token.postings ? rarity(token.postings) : 0;
    });
    var whole = rarities.reduce(function (sum, each) {
      return sum + each;
    }, 0);
    function at(entry) {
      if (!scores.has(entry)) scores.set(entry, { sum: 0, has: tokens.map(function () { return 0; }), named: 0 });
      return scores.get(entry);
    }
    tokens.forEach(function (token, place) {
      if (!token.postings) return;
      token.postings.forEach(function (weight, entry) {
        var score = at(entry);
        score.sum += weight;
        score.has[place] = 1;
      });
    });
    joined.forEach(function (compound) {
      if (!compound.postings) return;
      compound.postings.forEach(function (weight, entry) {
        var score = at(entry);
        score.sum += weight;
        for (var place = compound.from; place <= compound.to; place += 1) score.has[place] = 1;
      });
    });
    if (named) {
      named.forEach(function (weight, entry) {
        at(entry).named = weight * NAMED;
      });
    }
    var found = [];
    scores.forEach(function (score, entry) {
      var covered = score.has.reduce(function (sum, has, place) {
        return sum + has * rarities[place];
      }, 0);
      var share = whole ? covered / whole : 1;
      found.push({ entry: entry, score: score.sum * share * share + score.named });
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

  /* A promise of what a query finds: the entries' numbers in their order, the words as they were taken. */
  search.ask = function (query) {
    var parsed = search.parsed(query);
    var tokens = parsed.tokens;
    var joined = compounds(tokens);
    var keys = tokens.map(function (token) {
      return token.root;
    });
    var all = keys.concat(
      joined.map(function (compound) {
        return compound.key;
      })
    );
    var named = null;
    if (parsed.name === "=") return Promise.resolve({ hits: [], tokens: [], phrases: [] });
    return lookedUp(all.concat(parsed.name))
      .then(function (postings) {
        named = postings(parsed.name);
        joined.forEach(function (compound) {
          compound.postings = postings(compound.key);
        });
        return Promise.all(
          tokens.map(function (token, place) {
            token.postings = postings(token.root);
            var inside = joined.some(function (compound) {
              return compound.postings && compound.from <= place && place <= compound.to;
            });
            token.inside = inside;
            return token.postings || inside ? null : repaired(token, place === tokens.length - 1);
          })
        );
      })
      .then(function () {
        var found = scored(tokens, joined, named);
        return parsed.phrases.reduce(function (promise, phrase) {
          return promise.then(function (left) {
            return withPhrase(left, phrase);
          });
        }, Promise.resolve(found));
      })
      .then(function (found) {
        return { hits: found, tokens: tokens, phrases: parsed.phrases };
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

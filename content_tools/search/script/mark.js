/* Words of a query where they stand in a text: marked by the same roots. */
(function (search) {
  "use strict";
  var MOST = 400;
  var PIECES = /[A-Za-z0-9\u00c0-\u024f\u1e00-\u1eff]+/g;

  /* What is marked: roots; beginnings of words; two neighbours that a query wrote as one, one word that it wrote as two. */
  search.marker = function (tokens) {
    var roots = new Set();
    tokens.forEach(function (token, place) {
      roots.add(token.root);
      if (place) roots.add(search.stem(tokens[place - 1].word + token.word));
    });
    var begun = tokens
      .filter(function (token) {
        return token.begun;
      })
      .map(function (token) {
        return token.word;
      });
    return function (text) {
      var spans = [];
      var before = null;
      text.replace(PIECES, function (piece, at) {
        var word = search.words(piece).join("");
        var root = search.stem(word);
        var hit =
          roots.has(root) ||
          begun.some(function (start) {
            return word.indexOf(start) === 0;
          });
        var neighbours = !hit && before && /^[\s\-–]+$/.test(text.slice(before.end, at)) && roots.has(before.root + root);
        if (neighbours && spans.length && spans[spans.length - 1].to === before.end) spans.pop();
        if (hit || neighbours) spans.push({ from: neighbours ? before.at : at, to: at + piece.length });
        before = { at: at, end: at + piece.length, root: root };
        return piece;
      });
      return spans;
    };
  };

  /* A text as nodes, its hits in <mark>. */
  search.marked = function (text, spans) {
    var found = document.createDocumentFragment();
    var at = 0;
    spans.forEach(function (span) {
      found.appendChild(document.createTextNode(text.slice(at, span.from)));
      var mark = document.createElement("mark");
      mark.textContent = text.slice(span.from, span.to);
      found.appendChild(mark);
      at = span.to;
    });
    found.appendChild(document.createTextNode(text.slice(at)));
    return found;
  };

  function textNodes(article) {
    var walker = document.createTreeWalker(article, NodeFilter.SHOW_TEXT, {
      acceptNode: function (node) {
        var inside = node.parentElement.closest("svg, script, style, form, button, mark, nav, [hidden], .visually-hidden");
        return inside || !node.data.trim() ? NodeFilter.FILTER_REJECT : NodeFilter.FILTER_ACCEPT;
      },
    });
    var nodes = [];
    while (walker.nextNode()) nodes.push(walker.currentNode);
    return nodes;
  }

  /* The bar that says what is marked, and takes it away. */
  function bar(article, count, query) {
    var line = document.createElement("p");
    var words = document.createElement("span");
    var button = document.createElement("button");
    line.className = "marked";
    words.setAttribute("role", "status");
    button.type = "button";
    button.textContent = "Hapus sorotan";
    button.addEventListener("click", function () {
      Array.prototype.forEach.call(article.querySelectorAll("mark[data-hit]"), function (mark) {
        var parent = mark.parentNode;
        parent.replaceChild(document.createTextNode(mark.textContent), mark);
        parent.normalize();
      });
      line.remove();
      document.getElementById("isi").focus();
    });
    line.appendChild(words);
    line.appendChild(button);
    article.insertBefore(line, article.firstChild);
    /* Written after it stands there, so that it is spoken. */
    words.textContent = count + " kata dari pencarian “" + query + "” disorot di halaman ini.";
  }

  /* What the address names on this page; null when it names nothing. */
  function named() {
    try {
      return document.getElementById(decodeURIComponent(location.hash.slice(1)));
    } catch (error) {
      return null;
    }
  }

  /* The address without the words to mark: it is the page's own again. */
  function forget() {
    var left = new URLSearchParams(location.search);
    left.delete("sorot");
    var rest = left.toString();
    try {
      history.replaceState(null, "", location.pathname + (rest ? "?" + rest : "") + location.hash);
    } catch (error) {
      /* From a folder some browsers refuse. */
    }
  }

  /* Marks the hits of a query on this page and scrolls to the first of them. */
  search.markPage = function (query) {
    var article = document.querySelector("main article");
    var asked = search.parsed(query).tokens;
    forget();
    if (!article || !asked.length) return;
    /* A last word that does not stand here was found as the beginning of one that does. */
    var last = asked[asked.length - 1];
    last.begun = last.word.length >= 3 && !search.marker([last])(article.textContent).length;
    var marker = search.marker(asked);
    var count = 0;
    textNodes(article).forEach(function (node) {
      var spans = count < MOST ? marker(node.data) : [];
      if (!spans.length) return;
      count += spans.length;
      var found = search.marked(node.data, spans);
      Array.prototype.forEach.call(found.querySelectorAll("mark"), function (mark) {
        mark.setAttribute("data-hit", "");
      });
      node.parentNode.replaceChild(found, node);
    });
    if (!count) return;
    bar(article, count, query);
    var target = named();
    var first = (target && target.querySelector("mark[data-hit]")) || target || article.querySelector("mark[data-hit]");
    var folded = first.closest("details:not([open])");
    while (folded) {
      folded.open = true;
      folded = folded.parentElement.closest("details:not([open])");
    }
    var seen = first.getBoundingClientRect();
    if (seen.top < 0 || seen.bottom > window.innerHeight) first.scrollIntoView({ block: "center" });
  };
})(masterplanSearch);

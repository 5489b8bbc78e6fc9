/* Contrast of everything that a page shows now, by WCAG 2.2 (1.4.3 and 1.4.11). Runs in the page; changes nothing.

   A colour is [red, green, blue, alpha], 0 to 1, not premultiplied. What lies behind a spot can be several colours (a
   gradient, a pattern): each is judged and the worst counts. Layers are laid over each other from the inside out,
   with the opacity of every group, as a browser paints them; siblings that happen to lie over a text are not seen. */
(aids) => {
  "use strict";
  const CLEAR = [0, 0, 0, 0];
  const MOST = 24; /* colours kept for one spot */
  const SHAPES = "rect, path, line, circle, ellipse, polyline, polygon";
  const STORES = "defs, pattern, clipPath, mask, symbol, marker";
  const TYPED = /^(text|search|email|tel|url|number|password|date|month|time)$/;
  const pen = Object.assign(document.createElement("canvas"), { width: 1, height: 1 }).getContext("2d", { willReadFrequently: true });
  const colours = new Map();
  const layers = new Map();
  const found = new Map();
  let judged = 0;

  /* --- Colours --- */
  function colour(text) {
    if (!colours.has(text)) {
      const plain = /^rgba?\(([\d.]+), ([\d.]+), ([\d.]+)(?:, ([\d.]+))?\)$/.exec(text);
      if (plain) colours.set(text, [plain[1] / 255, plain[2] / 255, plain[3] / 255, plain[4] === undefined ? 1 : +plain[4]]);
      else {
        pen.clearRect(0, 0, 1, 1);
        pen.fillStyle = text;
        pen.fillRect(0, 0, 1, 1);
        colours.set(text, Array.from(pen.getImageData(0, 0, 1, 1).data, (part) => part / 255));
      }
    }
    return colours.get(text);
  }
  function over(top, below) {
    const alpha = top[3] + below[3] * (1 - top[3]);
    if (!alpha) return CLEAR;
    const mix = (part) => (top[part] * top[3] + below[part] * below[3] * (1 - top[3])) / alpha;
    return [mix(0), mix(1), mix(2), alpha];
  }
  const faded = (one, share) => [one[0], one[1], one[2], one[3] * share];
  function luminance(one) {
    const [red, green, blue] = one.map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  }
  function ratio(one, other) {
    const [low, high] = [luminance(one), luminance(other)].sort((a, b) => a - b);
    return (high + 0.05) / (low + 0.05);
  }
  const hex = (one) => "#" + one.slice(0, 3).map((part) => Math.round(part * 255).toString(16).padStart(2, "0")).join("");

  /* --- What an element paints behind its content --- */
  function layer(element) {
    if (!layers.has(element)) {
      const style = getComputedStyle(element);
      let grounds = [colour(style.backgroundColor)];
      const image = style.backgroundImage;
      if (image.includes("gradient(")) {
        const stops = image.match(/(?:rgba?|color|oklch|oklab|lab|lch)\([^()]*\)/g) || [];
        if (stops.length) grounds = stops.map((stop) => over(colour(stop), grounds[0]));
      } else if (image.includes("url(") && style.backgroundRepeat !== "no-repeat") grounds = [null];
      layers.set(element, { grounds, opacity: +style.opacity });
    }
    return layers.get(element);
  }
  function canvasColour() {
    const dark = getComputedStyle(document.documentElement).colorScheme.startsWith("dark");
    return dark ? [18 / 255, 18 / 255, 18 / 255, 1] : [1, 1, 1, 1];
  }
  /* Pairs of [ink, ground] as the spot looks in the end, from what lies inside `element`; null: behind a picture. */
  function painted(pairs, element) {
    for (let at = element; at; at = at.parentElement) {
      const { grounds, opacity } = layer(at);
      const unknown = grounds.includes(null);
      if (unknown && pairs.some((pair) => pair[1][3] < 1)) return null;
      if (unknown || grounds.length > 1 || grounds[0][3] || opacity < 1) {
        pairs = pairs.flatMap(([ink, ground]) =>
          (unknown ? [CLEAR] : grounds).map((behind) => [faded(over(ink, behind), opacity), faded(over(ground, behind), opacity)])
        ).slice(0, MOST);
      }
    }
    const last = canvasColour();
    return pairs.map(([ink, ground]) => [over(ink, last), over(ground, last)]);
  }

  /* --- What is inside a drawing --- */
  function within(element, root) {
    let share = 1;
    for (let at = element; at && at !== root; at = at.parentElement) share *= +getComputedStyle(at).opacity;
    return share;
  }
  function paints(element, property) {
    const style = getComputedStyle(element);
    const value = style[property];
    const share = +style[property + "Opacity"];
    if (value === "none" || (property === "stroke" && !parseFloat(style.strokeWidth))) return [];
    const named = /^url\("?#([^")]+)"?\)/.exec(value);
    if (!named) return [faded(colour(value), share)];
    const store = document.getElementById(named[1]);
    return store ? [...store.querySelectorAll(SHAPES)].flatMap((part) => paints(part, "fill")).map((one) => faded(one, share)) : [];
  }
  const outermost = (element) => {
    let root = element.ownerSVGElement;
    while (root.ownerSVGElement) root = root.ownerSVGElement;
    return root;
  };
  /* A straight line has no inside, whatever its fill. */
  const flat = (shape) => { const box = shape.getBBox(); return !box.width || !box.height; };
  /* Colours that earlier shapes of the drawing put at a spot of the window. */
  function beneath(element, root, x, y) {
    let stack = [CLEAR];
    for (const shape of root.querySelectorAll(SHAPES)) {
      if (!(element.compareDocumentPosition(shape) & Node.DOCUMENT_POSITION_PRECEDING)) break;
      if (shape.contains(element) || shape.closest(STORES) || !shape.checkVisibility({ visibilityProperty: true })) continue;
      const fills = paints(shape, "fill");
      const matrix = shape.getScreenCTM();
      if (!fills.length || !matrix || !shape.isPointInFill(new DOMPoint(x, y).matrixTransform(matrix.inverse()))) continue;
      const share = within(shape, root);
      stack = fills.flatMap((fill) => stack.map((below) => over(faded(fill, share), below))).slice(0, MOST);
    }
    return stack;
  }

  /* --- What is shown --- */
  function clipped(element) {
    for (let at = element; at && at !== document.body; at = at.parentElement) {
      if (at.ownerSVGElement) continue;
      const style = getComputedStyle(at);
      if (style.clipPath.startsWith("inset(50%") || (style.clip !== "auto" && style.position === "absolute")) return true;
      if (style.overflow !== "visible" && (at.clientWidth <= 1 || at.clientHeight <= 1) && style.display !== "inline") return true;
    }
    return false;
  }
  const shown = (element) => element.checkVisibility({ opacityProperty: true, visibilityProperty: true }) && !clipped(element);
  const idle = (element) => element.closest(":disabled, [aria-disabled=true]");
  function needed(style, scale = 1) {
    const size = parseFloat(style.fontSize) * scale;
    return size >= 24 || (size >= 18.66 && +style.fontWeight >= 700) ? 3 : 4.5;
  }

  /* --- The report --- */
  function path(element) {
    const parts = [];
    for (let at = element; at && at !== document.body; at = at.parentElement) {
      if (at.id) { parts.unshift("#" + at.id); break; }
      parts.unshift([at.localName, ...at.classList].join("."));
    }
    return parts.join(" > ");
  }
  function judge(kind, element, text, pairs, least) {
    judged += 1;
    const worst = pairs && pairs.map((pair) => [ratio(...pair), ...pair]).sort((a, b) => a[0] - b[0])[0];
    if (worst && worst[0] >= least) return;
    const told = {
      kind, selector: path(element), text: text.trim().replace(/\s+/g, " ").slice(0, 60), needed: least,
      ink: worst ? hex(worst[1]) : "", ground: worst ? hex(worst[2]) : "gambar", ratio: worst ? worst[0] : 0, count: 1,
    };
    const key = [kind, told.selector, told.ink, told.ground].join("|");
    if (found.has(key)) found.get(key).count += 1;
    else found.set(key, told);
  }

  /* --- Texts --- */
  function textInDrawing(element, text) {
    const root = outermost(element);
    const box = element.getBoundingClientRect();
    const matrix = element.getScreenCTM();
    if (!box.width || !matrix) return;
    const share = within(element, root);
    const ink = paints(element, "fill").map((one) => faded(one, share))[0] || CLEAR;
    const pairs = [0.1, 0.5, 0.9].flatMap((part) =>
      beneath(element, root, box.left + box.width * part, box.top + box.height / 2).map((below) => [over(ink, below), below])
    );
    const scale = Math.sqrt(Math.abs(matrix.a * matrix.d - matrix.b * matrix.c));
    judge("teks gambar", element, text, painted(pairs, root), needed(getComputedStyle(element), scale));
  }
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const range = document.createRange();
  while (walker.nextNode()) {
    const node = walker.currentNode;
    const element = node.parentElement;
    if (!node.data.trim() || !shown(element) || idle(element)) continue;
    if (element instanceof SVGElement) {
      if (element.ownerSVGElement) textInDrawing(element, node.data);
      continue;
    }
    range.selectNodeContents(node);
    if (![...range.getClientRects()].some((box) => box.width > 0 && box.height > 0)) continue;
    const style = getComputedStyle(element);
    judge("teks", element, node.data, painted([[colour(style.color), CLEAR]], element), needed(style));
  }
  for (const element of document.body.querySelectorAll("*")) {
    for (const pseudo of ["::before", "::after"]) {
      const style = getComputedStyle(element, pseudo);
      if (!/[\p{L}\p{N}]/u.test(style.content) || !style.content.startsWith('"') || style.display === "none" || !shown(element)) continue;
      const ground = colour(style.backgroundColor);
      const pair = [over(colour(style.color), ground), ground].map((one) => faded(one, +style.opacity));
      judge("teks " + pseudo, element, style.content, painted([pair], element), needed(style));
    }
  }

  /* --- Fields: what is typed or hinted in them, and their edges --- */
  for (const field of document.querySelectorAll("input, select, textarea")) {
    const style = getComputedStyle(field);
    const typed = field.localName !== "input" || TYPED.test(field.type);
    if (!shown(field) || idle(field) || (!typed && style.appearance !== "none")) continue;
    if (typed) judge("isian", field, field.value || field.name, painted([[colour(style.color), CLEAR]], field), needed(style));
    if (field.placeholder && !field.value) {
      const hint = getComputedStyle(field, "::placeholder");
      judge("petunjuk isian", field, field.placeholder, painted([[faded(colour(hint.color), +hint.opacity), CLEAR]], field), needed(hint));
    }
    const edges = ["Top", "Right", "Bottom", "Left"]
      .filter((side) => parseFloat(style[`border${side}Width`]) >= 1 && !/none|hidden/.test(style[`border${side}Style`]))
      .map((side) => colour(style[`border${side}Color`]));
    const best = [colour(style.backgroundColor), ...edges]
      .map((one) => painted([[faded(one, +style.opacity), CLEAR]], field.parentElement))
      .sort((a, b) => (b ? Math.min(...b.map((pair) => ratio(...pair))) : 0) - (a ? Math.min(...a.map((pair) => ratio(...pair))) : 0))[0];
    judge("tepi isian", field, field.name, best, 3);
  }

  /* --- Drawings: a shape is told from its ground by its fill or by its outline --- */
  for (const root of document.querySelectorAll("svg")) {
    if (root.ownerSVGElement || !root.getBoundingClientRect().width || !shown(root) || idle(root)) continue;
    for (const shape of root.querySelectorAll(SHAPES)) {
      if (shape.closest(STORES) || (aids && shape.matches(aids)) || !shape.checkVisibility({ visibilityProperty: true })) continue;
      const inks = [...(flat(shape) ? [] : paints(shape, "fill")), ...paints(shape, "stroke")];
      const matrix = shape.getScreenCTM();
      if (!inks.length || !matrix) continue;
      const share = within(shape, root);
      const pairs = inks.map((ink) => painted([[faded(ink, share), CLEAR]], root));
      const best = pairs.sort((a, b) => (b ? ratio(...b[0]) : 0) - (a ? ratio(...a[0]) : 0))[0];
      judge("gambar", shape, root.getAttribute("aria-label") || root.querySelector("title")?.textContent || "", best, 3);
    }
  }
  return { judged, found: [...found.values()] };
}

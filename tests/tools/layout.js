/* How the page that is shown now is laid out: one question per call. Runs in the page; changes nothing. */
(asked) => {
  "use strict";
  const [ask, selector] = asked;
  const TARGETS = "a[href], button, summary, input:not([type=hidden]), select, textarea, [role=button], [tabindex='0'][role=tab]";
  const shown = (element) => element.checkVisibility({ opacityProperty: true, visibilityProperty: true });
  const hidden = (element) => {
    /* For ears only: clipped to nothing, or moved out of the page until it has the focus. */
    for (let at = element; at; at = at.parentElement) {
      const style = getComputedStyle(at);
      if (style.clipPath.startsWith("inset(50%") || (style.overflow !== "visible" && style.display !== "inline" && (at.clientWidth <= 1 || at.clientHeight <= 1))) return true;
    }
    const box = element.getBoundingClientRect();
    return box.bottom + scrollY <= 0 || box.right + scrollX <= 0;
  };
  const named = (element) => (element.textContent || element.value || element.name || "").trim().replace(/\s+/g, " ").slice(0, 40);
  const path = (element) => {
    const parts = [];
    for (let at = element; at && at !== document.body && parts.length < 4; at = at.parentElement) parts.unshift([at.localName, ...at.classList].join("."));
    return parts.join(" > ");
  };
  const told = (element, words) => `${path(element)} “${named(element)}”: ${words}`;
  const size = (box) => `${box.width.toFixed(1)} × ${box.height.toFixed(1)} px`;

  /* What a finger hits: the element, its label, or the box that a pseudo-element spreads over. */
  function area(element) {
    const boxes = [element.getBoundingClientRect()];
    for (const pseudo of ["::before", "::after"]) {
      const style = getComputedStyle(element, pseudo);
      const around = element.offsetParent;
      if (style.content !== "none" && style.position === "absolute" && parseFloat(style.top) <= 0 && parseFloat(style.bottom) <= 0 && around) boxes.push(around.getBoundingClientRect());
    }
    if (/checkbox|radio/.test(element.type)) for (const label of element.labels) boxes.push(label.getBoundingClientRect());
    const left = Math.min(...boxes.map((box) => box.left)), top = Math.min(...boxes.map((box) => box.top));
    return new DOMRect(left, top, Math.max(...boxes.map((box) => box.right)) - left, Math.max(...boxes.map((box) => box.bottom)) - top);
  }
  const targets = (which) => [...document.querySelectorAll(which)].filter((element) => shown(element) && !hidden(element) && element.getBoundingClientRect().width);

  /* Within a sentence: an inline link in a block that has text of its own beside its targets. */
  function inText(element) {
    if (getComputedStyle(element).display !== "inline") return false;
    let block = element.parentElement;
    while (/^inline/.test(getComputedStyle(block).display)) block = block.parentElement;
    const walker = document.createTreeWalker(block, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
      const node = walker.currentNode;
      if (node.data.trim() && !node.parentElement.closest(TARGETS) && !hidden(node.parentElement)) return true;
    }
    return false;
  }

  const questions = {
    sideways() {
      const root = document.scrollingElement;
      const before = root.scrollLeft;
      root.scrollLeft = 9999;
      const most = Math.max(root.scrollLeft, root.scrollWidth - root.clientWidth);
      root.scrollLeft = before;
      if (most <= 0) return [];
      const wide = [...document.body.querySelectorAll("*")].filter((element) => shown(element) && element.getBoundingClientRect().right > root.clientWidth + 1);
      const first = wide.find((element) => !wide.some((other) => other !== element && element.contains(other))) || root;
      return [told(first, `dokumen dapat digeser ${most} px ke samping`)];
    },
    clipped() {
      const range = document.createRange();
      return [...document.body.querySelectorAll("*")].flatMap((element) => {
        if (element instanceof SVGElement || !shown(element) || hidden(element)) return [];
        const style = getComputedStyle(element);
        const [wide, high] = [/hidden|clip/.test(style.overflowX), /hidden|clip/.test(style.overflowY)];
        if (!(wide && element.scrollWidth > element.clientWidth + 1) && !(high && element.scrollHeight > element.clientHeight + 1)) return [];
        const room = element.getBoundingClientRect();
        const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
        while (walker.nextNode()) {
          const node = walker.currentNode;
          if (!node.data.trim() || !shown(node.parentElement) || hidden(node.parentElement)) continue;
          range.selectNodeContents(node);
          for (const box of range.getClientRects()) {
            const lost = Math.max(wide ? Math.max(box.right - room.right, room.left - box.left) : 0, high ? Math.max(box.bottom - room.bottom, room.top - box.top) : 0);
            if (lost > 2) return [told(element, `${lost.toFixed(0)} px dari “${node.data.trim().slice(0, 40)}” terpotong`)];
          }
        }
        return [];
      });
    },
    overlapping() {
      /* Lines of text that lie over lines of other elements by more than a third of their height and 4 px. */
      const lines = [];
      const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
      const range = document.createRange();
      while (walker.nextNode()) {
        const node = walker.currentNode, element = node.parentElement;
        if (!node.data.trim() || element.localName === "title" || !shown(element) || hidden(element)) continue;
        range.selectNodeContents(node);
        for (const box of range.getClientRects()) if (box.width > 1 && box.height > 1) lines.push([box, element]);
      }
      lines.sort((a, b) => a[0].top - b[0].top);
      const found = [];
      lines.forEach(([box, element], index) => {
        for (let next = index + 1; next < lines.length && lines[next][0].top < box.bottom; next += 1) {
          const [other, its] = lines[next];
          const high = Math.min(box.bottom, other.bottom) - other.top;
          const wide = Math.min(box.right, other.right) - Math.max(box.left, other.left);
          if (its === element || wide < 4 || high < Math.min(box.height, other.height) / 3) continue;
          found.push(told(element, `tertimpa ${path(its)} “${named(its)}”`));
        }
      });
      return found;
    },
    small() {
      const all = targets(TARGETS).map((element) => ({ element, box: area(element) }));
      const small = (one) => one.box.width < 23.99 || one.box.height < 23.99;
      const middle = ({ box }) => [box.left + box.width / 2, box.top + box.height / 2];
      const crowded = (one) => all.some((other) => {
        if (other === one || other.element.contains(one.element) || one.element.contains(other.element)) return false;
        const [x, y] = middle(one);
        if (small(other) && Math.hypot(x - middle(other)[0], y - middle(other)[1]) < 24) return true;
        return Math.hypot(Math.max(other.box.left - x, 0, x - other.box.right), Math.max(other.box.top - y, 0, y - other.box.bottom)) < 12;
      });
      return all.filter((one) => one.element.matches(`:is(${selector || "body"}) *`) && small(one) && !inText(one.element) && crowded(one)).map((one) => told(one.element, size(one.box)));
    },
    low() {
      return targets(selector).map((element) => [element, area(element)]).filter(([, box]) => box.height < 43.99).map(([element, box]) => told(element, size(box)));
    },
    targets() {
      return targets(selector || TARGETS).map(named);
    },
  };
  return questions[ask]();
}

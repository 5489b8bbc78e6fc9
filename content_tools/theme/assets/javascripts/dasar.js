/* The four names Material's scripts expect, for storing the colour scheme in this browser only.
   This file lies two folders below the site's root, which is where stored names belong. */
(function () {
  "use strict";
  window.__md_scope = new URL("../../", document.currentScript.src);
  function named(name, scope) {
    return (scope || window.__md_scope).pathname + "." + name;
  }
  window.__md_hash = function (text) {
    var sum = 0;
    for (var i = 0; i < text.length; i += 1) sum = ((sum << 5) - sum + text.charCodeAt(i)) | 0;
    return sum;
  };
  window.__md_get = function (name, store, scope) {
    try {
      return JSON.parse((store || localStorage).getItem(named(name, scope)));
    } catch (error) {
      return null;
    }
  };
  window.__md_set = function (name, value, store, scope) {
    try {
      (store || localStorage).setItem(named(name, scope), JSON.stringify(value));
    } catch (error) {
      /* Private windows may refuse to store; the page works without. */
    }
  };
})();

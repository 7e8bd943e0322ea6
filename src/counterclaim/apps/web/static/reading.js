// A report: what is marked follows the boxes at once, and the place in the text stays where it is.
// Without a script the form has a button that does the same by loading the page.
(function () {
  "use strict";

  var form = document.querySelector("form.shows");
  if (!form || !window.fetch || !window.DOMParser) return;
  form.querySelector("button").hidden = true;
  var asked = 0;

  form.addEventListener("change", function () {
    var number = (asked += 1);
    var query = new URLSearchParams(new FormData(form)).toString();
    var address = form.getAttribute("action") + (query ? "?" + query : "");
    fetch(address, { headers: { Accept: "text/html" } })
      .then(function (answer) {
        if (!answer.ok) throw new Error(answer.statusText);
        return answer.text();
      })
      .then(function (text) {
        if (number !== asked) return;
        var come = new DOMParser().parseFromString(text, "text/html").querySelector("article");
        document.querySelector("article").replaceWith(document.importNode(come, true));
        history.replaceState(null, "", address + location.hash);
      })
      .catch(function () {
        form.submit();
      });
  });
})();

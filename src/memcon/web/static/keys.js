// Keys for what the page can do without them: "/" goes to the search, j and k step through the entries of a list, and in
// review c, a, r and m go to the forms of the entry at hand. Nothing happens while someone writes.
"use strict";
(function () {
  const writing = (e) => e.target.closest("input, select, textarea, [contenteditable]") || e.ctrlKey || e.metaKey || e.altKey;
  const stops = () => Array.from(document.querySelectorAll("a.title, .review-item h2 a"));
  // The stop that comes after where the keyboard is, or (step -1) before it: also from within an entry, and from the
  // words that stand where a decided one was.
  const beside = (all, step) => {
    const here = document.activeElement, held = all.indexOf(here);
    if (held >= 0) return held + step;
    if (here === document.body) return step > 0 ? 0 : all.length - 1;
    const after = all.findIndex((stop) => here.compareDocumentPosition(stop) & Node.DOCUMENT_POSITION_FOLLOWING);
    const next = after < 0 ? all.length : after;
    return step > 0 ? next : next - 1;
  };
  document.addEventListener("keydown", (e) => {
    if (e.key === "Escape" && e.target.matches("input, textarea")) { e.target.blur(); return; }
    if (writing(e)) return;
    if (e.key === "/") { e.preventDefault(); document.getElementById("q").focus(); return; }
    if (e.key === "j" || e.key === "k") {
      const all = stops();
      const at = Math.max(0, Math.min(all.length - 1, beside(all, e.key === "j" ? 1 : -1)));
      if (all[at]) all[at].focus();
      return;
    }
    const form = { c: "confirm", a: "amend", r: "reject", m: "merge" }[e.key];
    const all = Array.from(document.querySelectorAll(".review-item"));
    const item = document.activeElement.closest(".review-item") || all[Math.min(all.length - 1, beside(all, 1))];
    if (form && item) {
      const field = item.querySelector("form[data-key=" + form + "] input:not([type=hidden])");
      if (field) { e.preventDefault(); const box = field.closest("details"); if (box) box.open = true; field.focus(); }
    }
  });
  // Who decides once need not write the name again, and what was decided is where the keyboard goes on.
  document.addEventListener("change", (e) => {
    if (e.target.name === "author") document.querySelectorAll("input[name=author]").forEach((i) => { i.value = e.target.value; });
  });
  document.addEventListener("htmx:after:swap", () => {
    const done = document.querySelectorAll(".decided [role=status]");
    if (done.length && document.activeElement === document.body) done[done.length - 1].focus();
  });
})();

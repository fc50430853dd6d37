"use strict";
// The page reads without this. With it, a passage lights up in full, a highlight lists
// what rests on it, and a narrow screen shows one pane at a time.
(() => {
  const root = document.documentElement;
  const record = document.getElementById("record");
  const reports = document.getElementById("reports");
  const resting = document.getElementById("resting");
  const list = resting.querySelector("ul");
  const tabs = [...document.querySelectorAll(".tabs a")];
  let before = null;

  const show = (pane) => {
    root.dataset.pane = pane;
    for (const tab of tabs) {
      if (tab.hash === `#${pane}`) tab.setAttribute("aria-current", "true");
      else tab.removeAttribute("aria-current");
    }
  };

  const light = (spot) => {
    const on = [];
    for (const lit of reports.querySelectorAll(".lit")) {
      const held = lit.dataset.spots.split(" ").includes(spot);
      lit.classList.toggle("on", held);
      if (held) on.push(lit);
    }
    return on;
  };

  const goTo = (id) => {
    const target = id && document.getElementById(id);
    if (!target) return;
    for (let up = target.parentElement; up; up = up.parentElement) {
      if (up.tagName === "DETAILS") up.open = true;
    }
    show(reports.contains(target) ? "reports" : "record");
    for (const old of document.querySelectorAll(".chosen")) old.classList.remove("chosen");
    if (target.classList.contains("place")) {
      const [first] = light(id.slice(1));
      if (first) {
        first.scrollIntoView({ block: "center" });
        first.focus({ preventScroll: true });
      }
      return;
    }
    if (target.matches(".line, .card")) target.classList.add("chosen");
    target.scrollIntoView({ block: target.matches(".line, .card") ? "center" : "start" });
    target.focus({ preventScroll: true });
  };

  const close = () => {
    if (resting.hidden) return;
    resting.hidden = true;
    if (before) before.focus({ preventScroll: true });
  };

  const listResting = (lit) => {
    const seen = new Set();
    list.replaceChildren();
    for (const spot of lit.dataset.spots.split(" ")) {
      for (const link of document.querySelectorAll(`[data-spot="${spot}"] li a`)) {
        if (seen.has(link.hash)) continue;
        seen.add(link.hash);
        const row = document.createElement("li");
        row.append(link.cloneNode(true));
        list.append(row);
      }
    }
    light(lit.dataset.spots.split(" ")[0]);
    before = lit;
    resting.hidden = false;
    document.getElementById("resting-title").focus({ preventScroll: true });
  };

  document.addEventListener("click", (event) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey) return;
    const link = event.target.closest("a[href^='#']");
    if (!link) return;
    if (link.classList.contains("lit")) {
      event.preventDefault();
      listResting(link);
      return;
    }
    if (resting.contains(link)) resting.hidden = true;
    if (link.hash === location.hash) goTo(link.hash.slice(1));
  });
  resting.querySelector("button").addEventListener("click", close);
  document.addEventListener("keydown", (event) => { if (event.key === "Escape") close(); });
  window.addEventListener("hashchange", () => goTo(location.hash.slice(1)));
  window.addEventListener("beforeprint", () => {
    for (const folded of document.querySelectorAll("details")) folded.open = true;
  });

  root.classList.add("scripted");
  show("record");
  if (location.hash) goTo(location.hash.slice(1));
})();

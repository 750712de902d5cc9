/** The points of a good response: each to tick, with where it comes from below. */

import { make, ownText } from "./dom.js";
import { briefProvenance } from "./provenance.js";

/** @typedef {import("./mains_state.js").MainsPoint} MainsPoint */

/**
 * @param {import("./mains_state.js").MainsQuestion} question
 * @param {{prefix: string, ticked: string[], said: string, tick: (point: number) => void}} given `said` is how many are ticked, in words
 */
export function pointsBlock(question, { prefix, ticked, said, tick }) {
  const rows = question.points.map((point, n) => pointRow(point, n, ticked.includes(point.id), () => tick(n)));
  return make("div", { class: "lessons-mains-points", role: "group", "aria-labelledby": `${prefix}-points` },
    make("p", { class: "lessons-mains-title", id: `${prefix}-points`, tabindex: -1, "data-part": "points" }, "What a good response says"),
    make("p", { class: "lessons-mains-hint" }, "Tick what yours said. You judge: nothing is marked here."),
    make("ul", { role: "list" }, ...rows),
    question.since ? sourceOfPoint({ since: question.since }) : null,
    make("p", { class: "lessons-ticked" }, said));
}

/** @param {MainsPoint} point @param {number} n @param {boolean} checked @param {() => void} tick */
function pointRow(point, n, checked, tick) {
  const box = make("input", { type: "checkbox", "data-part": `point-${n}`, "aria-keyshortcuts": n < 9 ? n + 1 : null, onchange: tick });
  box.checked = checked;
  return make("li", { class: "lessons-mains-point" },
    make("label", { class: "lessons-tick" }, box, ownText(point.text),
      n < 9 ? make("span", { class: "lessons-tick-key", "aria-hidden": "true" }, n + 1) : null),
    sourceOfPoint(point));
}

/** As elsewhere, without the note's words: a point is these words. @param {import("./provenance.js").Sourced} said */
function sourceOfPoint(said) {
  const told = briefProvenance(said);
  told.querySelector("details")?.remove();
  const source = told.querySelector(".lessons-brief-source");
  if (!source?.hasChildNodes()) source?.remove();
  return told;
}

/** What stands around the questions of a paper: the rules before, the counting before it is handed in, the wait and the result after. */

import { make } from "./dom.js";
import { CELL_SIGNS, cellCounts, cellName, placesOf } from "./exam_cells.js";
import { examButton } from "./exam_desk.js";
import { mayGoBack } from "./exam_state.js";
import { cellSign } from "./palette.js";
import { reportOf } from "./report.js";
import { reportView } from "./report_view.js";

/** @typedef {import("./exam_state.js").ExamState} ExamState @typedef {import("./exam_desk.js").Drawn} Drawn */

/** The line of a page that takes the focus. @param {string} text */
const pageTitle = (text) => make("p", { class: "lessons-page-title", tabindex: -1, "data-part": "title" }, text);

/** What must be known before; nothing of what is asked. @param {ExamState} state @param {Drawn} drawn */
export function beforePage(state, { rules, act }) {
  if (!state.items.length) return [make("p", { class: "lessons-page-words" }, "There is nothing to ask here.")];
  return [
    pageTitle("Before you start"),
    make("ul", { class: "lessons-rules" }, ...rules.map((rule) => make("li", {}, rule))),
    make("div", { class: "lessons-actions" }, examButton("start", "Start", "lessons-primary", () => act({ type: "start" })),
      state.clock.limit === null ? null : make("span", { class: "lessons-hint" }, "The time runs from here."))];
}

/** How many are answered, blank and flagged, and the way to those. @param {ExamState} state @param {Drawn} drawn */
export function confirmPage(state, { act }) {
  const rows = cellCounts(state).map(([mark, n]) => make("li", {}, cellSign(mark), make("strong", {}, n), ` ${CELL_SIGNS[mark][1]}`));
  return [
    pageTitle("Hand in your paper?"),
    make("ul", { class: "lessons-handing-counts", role: "list" }, ...rows),
    make("p", { class: "lessons-page-words" }, "After this nothing can be changed."),
    make("div", { class: "lessons-actions" },
      examButton("hand-in", "Hand in", "lessons-primary", () => act({ type: "handIn" })),
      examButton("back", "Go back", "", () => act({ type: "back" }))),
    ...placeLinks(state, "Blank", placesOf(state, "blank"), act), ...placeLinks(state, "Flagged", placesOf(state, "flagged"), act)];
}

/** @param {ExamState} state @param {string} label @param {number[]} places @param {Drawn["act"]} act */
function placeLinks(state, label, places, act) {
  if (!places.length) return [];
  const links = places.map((n) => make("button", {
    type: "button", class: "lessons-place", "aria-label": `Go to ${cellName(state, n)}`, onclick: () => act({ type: "go", at: n }) },
  n + 1));
  return [make("div", { class: "lessons-places", role: "group", "aria-label": `${label} questions` },
    make("p", { class: "lessons-label" }, label), make("div", { class: "lessons-place-links" }, ...links))];
}

/** Until the marks come; if none do, what can be done. @param {ExamState} state @param {Drawn} drawn @param {number} now */
export function waitingPage(state, { act }, now) {
  if (!state.silent) return [pageTitle("Handed in"), make("p", { class: "lessons-page-words" }, WAITING)];
  return [
    pageTitle("Not marked yet"), make("p", { class: "lessons-page-words" }, SILENT),
    make("div", { class: "lessons-actions" },
      examButton("try-again", "Try again", "lessons-primary", () => act({ type: "handIn" })),
      mayGoBack(state, now) ? examButton("back", "Go back", "", () => act({ type: "back" })) : null)];
}
export const WAITING = "Your paper is being marked.";
export const SILENT = "Your paper is not marked yet, as the kernel does not answer. Your responses are kept here.";

/**
 * Marks, counts and rule, where the paper stands, what was missed, and the way through the paper.
 * @param {ExamState} state @param {Drawn & {standing?: () => import("./report.js").Standing | null}} drawn
 */
export function resultPage(state, { rules, title, act, say, standing = () => null }) {
  const { marked, responses } = state;
  if (!marked) return [];
  const report = resultOf(state);
  const missed = report.missed.length;
  const actions = [
    examButton("look", "Look through the paper", "lessons-primary", () => act({ type: "look", missed: false })),
    missed && missed < report.n
      ? examButton("look-missed", `Look through the missed ones (${missed})`, "", () => act({ type: "look", missed: true })) : null];
  const words = rules[1] ?? ""; // the second rule is the marking's
  return [reportView(report, { responses, say, title, words, actions, standing: standing() })];
}

/** @param {ExamState} state */
export const resultOf = ({ marked, seconds }) =>
  reportOf(marked?.items ?? [], marked?.scores ?? {}, seconds, marked?.marking ?? { right: 1, wrong: 0 });

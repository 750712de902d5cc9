/** Where the focus goes after a step in a paper, and what is said: each thing once, by the one or the other. */

import { idList } from "./arranging.js";
import { CELL_SIGNS, cellCounts, isFlagged } from "./exam_cells.js";
import { resultOf, SILENT, WAITING } from "./exam_pages.js";
import { askedItem } from "./exam_state.js";
import { spokenPlace } from "./exam_view.js";
import { firstPart } from "./quiz_parts.js";
import { countsText, marksWords } from "./report.js";

/** @typedef {import("./exam_state.js").ExamState} ExamState @typedef {import("./exam_state.js").ExamAction} ExamAction */

/**
 * The part that a step gives the focus to; empty where it stays.
 * @param {ExamAction} action @param {ExamState} before @param {ExamState} state @param {string} focused
 */
export function examFocus(action, before, state, focused) {
  const item = askedItem(state);
  if (action.type === "keys") return focused === "keys" ? "keys" : "";
  if (action.type === "keep") return "next";
  if (action.type === "missed" || !item) return focused;
  if (action.type === "clear") return firstPart(item);
  if (before.stage === state.stage && before.at === state.at) return ["late", "handIn"].includes(action.type) ? "title" : "";
  if (state.stage === "result") return "score";
  if (state.stage === "sitting") return item.options.length ? "stem" : "field";
  return state.stage === "review" ? "stem" : "title";
}

/**
 * What the live region says.
 * @param {ExamAction} action @param {ExamState} before @param {ExamState} state @param {boolean} inside whether the focus is in the widget
 */
export function examWords(action, before, state, inside) {
  if (action.type === "flag") return isFlagged(state, state.at) ? "Flagged" : "Flag taken away";
  if (action.type === "clear") return "Response cleared";
  if (action.type === "keep") return "Your order is kept";
  if (action.type === "review") return markedWords(state, inside);
  if (state.stage === "waiting") {
    if (state.silent) return SILENT;
    return before.stage === "waiting" ? "Handed in again." : action.type === "tick" ? "Time is up. Your paper is handed in." : WAITING;
  }
  if (before.stage === state.stage && before.at === state.at) return "";
  if (state.stage === "confirm") return cellCounts(state).map(([mark, n]) => `${n} ${CELL_SIGNS[mark][1]}`).join(", ");
  return state.stage === "sitting" || state.stage === "review" ? spokenPlace(state) : "";
}

/** The score is read where the focus is on it. @param {ExamState} state @param {boolean} inside */
function markedWords(state, inside) {
  const report = resultOf(state);
  return inside ? countsText(report) : `Your paper is marked: ${marksWords(report).join("")}, ${countsText(report)}.`;
}

/** Tick an option that was chosen by its key; one chosen by mouse is ticked. @param {HTMLElement} body @param {ExamState} state
 * @param {number} n */
export function examChoice(body, state, n) {
  const input = /** @type {HTMLInputElement | null} */ (body.querySelector(`[data-part="option-${n}"]`));
  const item = state.items[state.at];
  if (state.stage !== "sitting") return;
  if (input) input.checked = idList(state.responses[item.id]).includes(item.options[n].id);
  input?.focus();
}

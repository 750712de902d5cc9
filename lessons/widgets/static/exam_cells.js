/** What the palette says of each question of a paper, in a sign and in words. */

import { isBlank } from "./exam_state.js";

/** @typedef {import("./exam_state.js").ExamState} ExamState */
/** @typedef {"answered" | "blank" | "right" | "partly" | "wrong"} CellMark */

/** @type {Record<CellMark | "flagged", [string, string]>} */
export const CELL_SIGNS = {
  right: ["✓", "right"], partly: ["◐", "partly right"], wrong: ["✗", "wrong"], answered: ["●", "answered"], blank: ["○", "blank"],
  flagged: ["⚑", "flagged"] };

/** How it stands with the n-th question; once the paper is marked, how it was marked. @param {ExamState} state @param {number} n
 * @returns {CellMark} */
export function cellMark(state, n) {
  const { id } = state.items[n];
  if (state.marked) return /** @type {CellMark} */ (state.marked.scores[id]?.verdict ?? "blank");
  return isBlank(state.responses[id]) ? "blank" : "answered";
}

/** @param {ExamState} state @param {number} n */
export const isFlagged = (state, n) => state.flags.includes(state.items[n]?.id);

/** "Question 7, answered, flagged". @param {ExamState} state @param {number} n */
export const cellName = (state, n) =>
  [`Question ${n + 1}`, CELL_SIGNS[cellMark(state, n)][1], isFlagged(state, n) && "flagged"].filter(Boolean).join(", ");

/** The places of the questions with a mark, or with a flag. @param {ExamState} state @param {CellMark | "flagged"} mark */
export const placesOf = (state, mark) =>
  state.items.map((_, n) => n).filter((n) => (mark === "flagged" ? isFlagged(state, n) : cellMark(state, n) === mark));

/** How many questions there are of each mark, in the order in which a legend tells them; nobody is told of none that are partly right.
 * @param {ExamState} state @returns {[CellMark | "flagged", number][]} */
export function cellCounts(state) {
  /** @type {(CellMark | "flagged")[]} */
  const marks = state.marked ? ["right", "partly", "wrong", "blank", "flagged"] : ["answered", "blank", "flagged"];
  const counts = Object.fromEntries(marks.map((mark) => [mark, 0]));
  state.items.forEach((_, n) => (counts[cellMark(state, n)] += 1));
  counts.flagged = state.flags.length;
  return marks.map((mark) => /** @type {[CellMark | "flagged", number]} */ ([mark, counts[mark]]))
    .filter(([mark, n]) => n > 0 || !["partly", "flagged"].includes(mark) || (mark === "flagged" && !state.marked));
}

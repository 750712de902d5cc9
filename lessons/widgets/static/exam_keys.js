/** The keys of a paper: what each does in which state, and how they are listed. */

import { KIND_KEYS } from "./quiz_parts.js";

/** @typedef {import("./exam_state.js").ExamState} ExamState @typedef {import("./exam_state.js").ExamAction} ExamAction */

/** @type {[string, string][]} */
const MOVING_KEYS = [["N →", "next question"], ["P ←", "previous question"]];
/** @type {[string, string]} */
const LISTING_KEY = ["?", "show or hide the keys"];

/** The keys that do something now. @param {ExamState} state @returns {[string, string][]} */
export function examKeys(state) {
  if (state.stage === "sitting") {
    const own = KIND_KEYS[state.items[state.at].kind] ?? [["1–9 A–E", "choose an option"]];
    return [...own, ["Enter", "go on"], ...MOVING_KEYS, ["F", "flag the question, or take the flag away"], LISTING_KEY];
  }
  if (state.stage === "review") return [["Enter", "go on"], ...MOVING_KEYS, ["Esc", "back to the result"], LISTING_KEY];
  if (state.stage === "result") return [["N →", "look through the questions"], LISTING_KEY];
  return state.stage === "confirm" ? [["Esc", "go back to the questions"], LISTING_KEY] : [LISTING_KEY];
}

/**
 * What a key does; null for nothing. Letters and arrows are the field's own while one types; Enter and space press a button that has the
 * focus. No key starts a paper or hands it in.
 * @param {ExamState} state @param {string} key @param {{typing?: boolean, pressable?: boolean}} [focus] @returns {ExamAction | null}
 */
export function examKey(state, key, { typing = false, pressable = false } = {}) {
  const inside = state.stage === "sitting" || state.stage === "review";
  if (key === "Enter") return pressable || !inside ? null : { type: "next" };
  if (key === "Escape") return state.keys ? { type: "keys" } : leaving(state);
  if (typing) return null;
  if (key === "?") return { type: "keys" };
  if (key === "ArrowRight" || /^n$/i.test(key)) return inside || state.stage === "result" ? { type: "next" } : null;
  if (key === "ArrowLeft" || /^p$/i.test(key)) return inside ? { type: "previous" } : null;
  return state.stage === "sitting" ? respondingKey(state, key) : null;
}

/** @param {ExamState} state @returns {ExamAction | null} */
const leaving = ({ stage }) => (stage === "confirm" ? { type: "back" } : stage === "review" ? { type: "summary" } : null);

/** F flags; digits and the letters before F choose an option, or lead to a row. @param {ExamState} state @param {string} key
 * @returns {ExamAction | null} */
function respondingKey(state, key) {
  if (/^f$/i.test(key)) return { type: "flag" };
  const item = state.items[state.at];
  const option = /^[1-9]$/.test(key) ? Number(key) - 1 : /^[a-e]$/i.test(key) ? key.toLowerCase().charCodeAt(0) - 97 : -1;
  const row = item.kind === "ordering" ? "row" : item.kind === "matching" ? "match" : "";
  const rows = item.kind === "matching" ? item.statements ?? [] : item.options;
  if (!rows[option]) return null;
  return row ? { type: "reach", part: `${row}-${option}` } : { type: "choose", option };
}

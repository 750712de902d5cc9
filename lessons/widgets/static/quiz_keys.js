/** The keys of practice: what each does in which state, and how they are listed. */

import { currentItem, currentScore } from "./quiz_state.js";

/** @typedef {import("./quiz_state.js").QuizState} QuizState @typedef {import("./quiz_state.js").QuizAction} QuizAction */

/** @type {[string, string][]} the keys that every question has */
export const QUIZ_KEYS = [
  ["Enter", "check, then go on"], ["N →", "next question"], ["P ←", "previous question"], ["?", "show or hide the keys"]];

/**
 * What a key does; null for nothing. Letters and arrows are the field's own while one types; Enter and space press a button that has the
 * focus. Where rows are put in order or matched, digits and letters lead to a row. In a pause
 * there is nothing to do but to resume.
 * @param {QuizState} state @param {string} key @param {{typing?: boolean, pressable?: boolean}} [focus] @returns {QuizAction | null}
 */
export function quizKey(state, key, { typing = false, pressable = false } = {}) {
  const item = currentItem(state);
  if (state.paused && key !== "?" && key !== "Escape") return key === "Enter" && !pressable ? { type: "resume" } : null;
  if (key === "Enter") return pressable || !item ? null : { type: currentScore(state) ? "next" : "check" };
  if (typing) return null;
  if (key === "?" || (key === "Escape" && state.keys)) return { type: "keys" };
  if (key === "ArrowRight" || /^n$/i.test(key)) return item ? { type: "next" } : null;
  if (key === "ArrowLeft" || /^p$/i.test(key)) return { type: "previous" };
  const place = placeOfKey(key);
  if (!item || currentScore(state)) return null;
  const row = item.kind === "ordering" ? "row" : item.kind === "matching" ? "match" : "";
  const rows = item.kind === "matching" ? item.statements ?? [] : item.options;
  if (!rows[place]) return null;
  return row ? { type: "reach", part: `${row}-${place}` } : { type: "choose", option: place };
}

/** The place that a digit, or a letter up to E, stands for; -1 for other keys. @param {string} key */
export function placeOfKey(key) {
  if (/^[1-9]$/.test(key)) return Number(key) - 1;
  return /^[a-e]$/i.test(key) ? key.toLowerCase().charCodeAt(0) - 97 : -1;
}

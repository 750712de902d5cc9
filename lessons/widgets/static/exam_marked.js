/** A paper that was marked: what Python says of it, and the way through its questions, all of them or the missed ones. */

import { withFacts } from "./facts.js";

/**
 * @typedef {import("./exam_state.js").ExamState} ExamState @typedef {import("./exam_state.js").ExamAction} ExamAction
 * @typedef {import("./score_records.js").Score} Score @typedef {import("./quiz_state.js").QuizItem} QuizItem
 * @typedef {import("./report.js").MarkingRule} MarkingRule
 * @typedef {{items: any[], facts: import("./facts.js").FactTable, scores: Record<string, Score>, marking: MarkingRule,
 *   responses?: Record<string, import("./quiz_state.js").Given>}} Review as Python gives it; `responses` are those that were marked
 * @typedef {{items: QuizItem[], scores: Record<string, Score>, marking: MarkingRule}} Marked
 */

/** A review with what its items rest on. What could not be marked in practice would be asked again; in a paper it is wrong.
 * @param {Review} review @returns {Marked} */
export function markedOf({ items, facts, scores, marking }) {
  const told = Object.entries(scores).map(([id, score]) => [id, score.verdict === "ask"
    ? { ...score, verdict: "wrong", message: `Counted as wrong. ${score.message}`.trim() } : score]);
  return { items: withFacts(items, facts), scores: Object.fromEntries(told), marking };
}

/** The places that the review goes through. @param {ExamState} state */
export function reviewOrder(state) {
  const all = state.items.map((_, n) => n);
  return state.missedOnly ? all.filter((n) => state.marked?.scores[state.items[n].id]?.verdict !== "right") : all;
}

/** @param {ExamState} state @param {ExamAction} action @returns {ExamState} */
export function stepReview(state, action) {
  const order = reviewOrder(state);
  switch (action.type) {
    case "go":
      return examAt({ ...state, stage: "review" }, action.at);
    case "summary":
      return { ...state, stage: "result" };
    case "look": {
      const among = reviewOrder({ ...state, missedOnly: action.missed });
      return { ...state, stage: "review", missedOnly: action.missed, at: among[0] ?? state.at };
    }
    case "missed": {
      const turned = { ...state, missedOnly: !state.missedOnly };
      const among = reviewOrder(turned);
      return among.includes(state.at) || !among.length ? turned : { ...turned, at: among.find((n) => n > state.at) ?? among[0] };
    }
    case "next": {
      const at = state.stage === "result" ? order[0] : order.find((n) => n > state.at);
      return at === undefined ? { ...state, stage: "result" } : { ...state, stage: "review", at };
    }
    case "previous":
      return state.stage === "result" ? state : examAt(state, order.findLast((n) => n < state.at) ?? state.at);
    default:
      return state;
  }
}

/** At another question, if there is one. @param {ExamState} state @param {number} at @returns {ExamState} */
export const examAt = (state, at) => (state.items[at] && at !== state.at ? { ...state, at } : state);

/** A paper's state as the traits of its model: what is read when a view is opened, and what is recorded of each step. */

import { spentSeconds } from "./clock.js";
import { secondsAt } from "./exam_state.js";
import { withFacts } from "./facts.js";

/** @typedef {import("./exam_state.js").ExamState} ExamState @typedef {import("./exam_state.js").ExamGiven} ExamGiven */
/** @typedef {import("./quiz.js").Model} Model */

/** @param {Model} model @returns {ExamGiven} */
export const givenExam = (model) => ({
  items: withFacts(model.get("items") ?? []), minutes: model.get("minutes") ?? null, ends_itself: Boolean(model.get("ends_itself")),
  responses: model.get("responses") ?? {}, seconds: model.get("seconds") ?? {}, flags: model.get("flags") ?? [],
  started: Boolean(model.get("started")), spent: model.get("spent") ?? 0, handed_in: Boolean(model.get("handed_in")),
  review: model.get("review") ?? null });

/** @param {ExamState} state @param {number} now */
export const examTraits = (state, now) => ({
  responses: state.responses, flags: state.flags, seconds: secondsAt(state, now),
  spent: Math.round(spentSeconds(state.clock, now) * 10) / 10,
  started: state.stage !== "before", handed_in: ["waiting", "result", "review"].includes(state.stage) });

/** What must be told of a step: the time always, of the rest what is another than when it was told last.
 * @param {ExamState} told @param {ExamState} state @param {number} now @returns {Record<string, unknown>} */
export function examChanges(told, state, now) {
  const [before, after] = [examTraits(told, now), examTraits(state, now)];
  const always = ["seconds", "spent"];
  return Object.fromEntries(Object.entries(after).filter(([name, value]) =>
    always.includes(name) || value !== before[/** @type {keyof typeof before} */ (name)]));
}

/** Whether what a model holds is what the state holds, the time apart. @param {ExamGiven} given @param {ExamState} state */
export function agrees(given, state) {
  const { seconds, spent, ...own } = examTraits(state, 0);
  return Object.entries(own).every(([name, value]) =>
    JSON.stringify(given[/** @type {keyof ExamGiven} */ (name)]) === JSON.stringify(value));
}

/**
 * A paper as states and steps, apart from drawing: what is asked, responded to and flagged, how far the sitting is, how it was marked.
 *
 * @typedef {import("./quiz_state.js").QuizItem} QuizItem @typedef {import("./quiz_state.js").Given} Given
 * @typedef {import("./clock.js").Clock} Clock
 * @typedef {import("./exam_marked.js").Review} Review @typedef {import("./exam_marked.js").Marked} Marked
 * @typedef {"before" | "sitting" | "confirm" | "waiting" | "result" | "review"} ExamStage
 *   "confirm" counts before handing in, "waiting" is for the marks, "review" goes through the marked paper
 * @typedef {{items: QuizItem[], minutes: number | null, ends_itself: boolean, responses: Record<string, Given>,
 *   seconds: Record<string, number>, flags: string[], started: boolean, spent: number, handed_in: boolean,
 *   review: Review | null}} ExamGiven
 *
 * @typedef {object} ExamState
 * @property {QuizItem[]} items the questions, without their keys
 * @property {ExamStage} stage
 * @property {number} at the place of the question shown
 * @property {Record<string, Given>} responses by item id; a blank one has none
 * @property {Record<string, number>} seconds how long each was looked at, up to `since`
 * @property {number | null} since when the question came to be shown, in ms; null while none is worked on
 * @property {string[]} flags item ids
 * @property {Clock} clock of the whole paper
 * @property {boolean} endsItself whether the paper is handed in when the time is up
 * @property {boolean} silent whether the marks are long in coming
 * @property {Marked | null} marked
 * @property {boolean} missedOnly whether the review goes through the missed ones alone
 * @property {boolean} keys whether the list of keys is shown
 *
 * @typedef {import("./quiz_state.js").Responding | {type: "go", at: number} | {type: "reach", part: string} |
 *   {type: "review", review: Review} | {type: "look", missed: boolean} | {type: "seen", seen: boolean} | {type: "start" | "keep" |
 *   "clear" | "flag" | "next" | "previous" | "finish" | "back" | "handIn" | "late" | "tick" | "summary" | "missed" | "keys"}} ExamAction
 *   "keep" takes an order as it stands, "late" says that no marks have come, "tick" that time has passed, "look" goes through the marked
 *   paper, "seen" says whether the paper is in sight
 */

import { idList, toggled } from "./arranging.js";
import { leftSeconds, openClock, pauseClock, runClock } from "./clock.js";
import { examAt, markedOf, stepReview } from "./exam_marked.js";

/** A paper as it is opened, or opened anew: at the first question that is blank. @param {ExamGiven} given @param {number} now in ms
 * @returns {ExamState} */
export function openExam(given, now) {
  const { items, review } = given;
  const responses = review?.responses ?? given.responses;
  const blank = items.findIndex((item) => isBlank(responses[item.id]));
  const stage = review ? "result" : given.handed_in ? "waiting" : given.started ? "sitting" : "before";
  const clock = openClock(given.minutes ? given.minutes * 60 : null, given.spent);
  return {
    items, stage, at: Math.max(blank, 0), responses, seconds: given.seconds, since: stage === "sitting" ? now : null, flags: given.flags,
    clock: stage === "sitting" ? runClock(clock, now) : clock, endsItself: given.ends_itself, silent: false,
    marked: review ? markedOf(review) : null, missedOnly: false, keys: false };
}

/** Nothing chosen, typed or matched. @param {Given | undefined} response */
export const isBlank = (response) => ![response ?? ""].flat().some((one) => one.trim());

/** The question shown: with its key once the paper is marked. @param {ExamState} state @returns {QuizItem | undefined} */
export const askedItem = (state) => (state.marked?.items ?? state.items)[state.at];

/** Whether the time is over; never without a limit. @param {ExamState} state @param {number} now */
export const timeIsUp = (state, now) => leftSeconds(state.clock, now) === 0;

/** Whether the learner may still go back to the questions: not where the end of the time handed them in.
 * @param {ExamState} state @param {number} now */
export const mayGoBack = (state, now) => !(state.endsItself && timeIsUp(state, now));

/** How long each question was looked at, in tenths of a second. @param {ExamState} state @param {number} now */
export function secondsAt(state, now) {
  const id = state.items[state.at]?.id;
  if (state.since === null || !id) return state.seconds;
  const looked = (state.seconds[id] ?? 0) + Math.max(0, now - state.since) / 1000;
  return { ...state.seconds, [id]: Math.round(looked * 10) / 10 };
}

/** @param {ExamState} state @param {ExamAction} action @param {number} now in ms @returns {ExamState} */
export function stepExam(state, action, now) {
  const after = action.type === "seen" ? { ...state } : examStage(state, action, now);
  if (after === state || (action.type !== "seen" && after.stage === state.stage && after.at === state.at)) return after;
  const seen = action.type !== "seen" || action.seen;
  return { ...after, seconds: secondsAt(state, now), since: seen && after.stage === "sitting" ? now : null };
}

/** @param {ExamState} state @param {ExamAction} action @param {number} now @returns {ExamState} */
function examStage(state, action, now) {
  if (action.type === "keys") return { ...state, keys: !state.keys };
  if (action.type === "review") {
    const responses = action.review.responses ?? state.responses; // what was marked
    return { ...state, stage: "result", responses, clock: pauseClock(state.clock, now), marked: markedOf(action.review) };
  }
  switch (state.stage) {
    case "before":
      return action.type === "start" && state.items.length ? { ...state, stage: "sitting", clock: runClock(state.clock, now) } : state;
    case "sitting":
      return stepSitting(state, action, now);
    case "confirm":
      if (action.type === "go") return examAt({ ...state, stage: "sitting" }, action.at);
      if (action.type === "back") return { ...state, stage: "sitting" };
      return action.type === "handIn" || outOfTime(state, action, now) ? handedInAt(state, now) : state;
    case "waiting":
      if (action.type === "late") return { ...state, silent: true };
      if (action.type === "handIn") return { ...state, silent: false };
      const goesBack = action.type === "back" && state.silent && mayGoBack(state, now);
      return goesBack ? { ...state, stage: "sitting", silent: false, clock: runClock(state.clock, now) } : state;
    case "result":
    case "review":
      return stepReview(state, action);
  }
}

/** @param {ExamState} state @param {ExamAction} action @param {number} now @returns {ExamState} */
function stepSitting(state, action, now) {
  const item = state.items[state.at];
  switch (action.type) {
    case "draft":
      return responded(state, item, action.response);
    case "choose":
      return item.options[action.option] ? responded(state, item, chosenIds(state, item, item.options[action.option].id)) : state;
    case "keep":
      return responded(state, item, item.options.map((option) => option.id));
    case "clear":
      return responded(state, item, "");
    case "flag":
      return { ...state, flags: toggled(state.items.map(({ id }) => id), state.flags, item.id) };
    case "go":
      return examAt(state, action.at);
    case "previous":
      return examAt(state, state.at - 1);
    case "next":
      return state.at + 1 < state.items.length ? examAt(state, state.at + 1) : { ...state, stage: "confirm" };
    case "finish":
      return { ...state, stage: "confirm" };
    default:
      return outOfTime(state, action, now) ? handedInAt(state, now) : state;
  }
}

/** @param {ExamState} state @param {ExamAction} action @param {number} now */
const outOfTime = (state, action, now) => action.type === "tick" && state.endsItself && timeIsUp(state, now);

/** @param {ExamState} state @param {number} now @returns {ExamState} */
const handedInAt = (state, now) => ({ ...state, stage: "waiting", silent: false, clock: pauseClock(state.clock, now) });

/** @param {ExamState} state @param {QuizItem} item @param {Given} response @returns {ExamState} */
function responded(state, item, response) {
  if (JSON.stringify(response) === JSON.stringify(state.responses[item.id])) return state;
  const { [item.id]: before, ...others } = state.responses;
  if (isBlank(response)) return before === undefined ? state : { ...state, responses: others };
  return { ...state, responses: { ...state.responses, [item.id]: response } };
}

/** @param {ExamState} state @param {QuizItem} item @param {string} id @returns {Given} */
function chosenIds(state, item, id) {
  const several = item.kind === "multiple_response";
  return several ? toggled(item.options.map((option) => option.id), idList(state.responses[item.id]), id) : id;
}

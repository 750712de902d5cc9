/**
 * Practice as states and steps, apart from drawing: what is asked, what was responded, how long it took, what a key does.
 *
 * @typedef {import("./score_records.js").Score} Score @typedef {import("./scoring.js").Option} Option
 * @typedef {import("./provenance.js").Sourced} Sourced @typedef {import("./clock.js").Clock} Clock
 * @typedef {Sourced & {label: string, correct: boolean | null, text: string}} Part
 * @typedef {Sourced & {id: string, kind: string, form?: string, lesson?: string, label?: string, stem: string, statements?: string[],
 *   list_two?: string[], headings?: string[], closing?: string, options: Option[], key: string[] | number | string, key_text: string,
 *   hint?: string, explanation?: string, whys?: Record<string, string>, parts?: Part[]}} QuizItem
 * @typedef {string | string[]} Given what was chosen, put in order, matched or typed: an id, a list of ids, or a text; empty for "show me"
 *
 * @typedef {object} QuizState
 * @property {QuizItem[]} items all of the quiz
 * @property {number} due how many more there are that have not come yet: a long quiz is shown before all of it is there
 * @property {number[]} round those of this round, by their place in `items`
 * @property {number} at the place in the round; `round.length` is the end
 * @property {Record<string, Given>} drafts what is given and not yet checked, by item id
 * @property {Record<string, Given>} responses what was marked last, by item id
 * @property {Record<string, Score>} scores of this round, by item id
 * @property {Record<string, number>} seconds how long each was shown before it was marked, by item id; up to `since`
 * @property {number | null} since when the open item came to be shown, in ms; null where none is, or time does not count
 * @property {Clock} clock of the round; the missed ones again have no limit
 * @property {number | null} limit in seconds, of a round of all items
 * @property {boolean} paused by the learner
 * @property {boolean} met whether the widget has ever been in the reader's sight for sure
 * @property {boolean} away whether it is out of it now
 * @property {string} notice what to tell the learner about a response that was not marked
 * @property {boolean} keys whether the list of keys is shown
 *
 * @typedef {{type: "draft", response: Given} | {type: "choose", option: number}} Responding what a question itself may do
 * @typedef {Responding | {type: "reach", part: string} | {type: "check" | "show" | "next" | "previous" | "retry" | "restart" | "keys" |
 *   "pause" | "resume" | "leave" | "return"} | {type: "rest", items: QuizItem[]}} QuizAction
 *   "reach" moves the focus and nothing else; "leave" and "return" are the reader's sight; "rest" brings the items that were due
 */

import { idList, toggled } from "./arranging.js";
import { openClock } from "./clock.js";
import { timed } from "./quiz_time.js";
import { score } from "./scoring.js";

/** @type {Record<string, string>} what to say to Check with nothing given */
const NOTHING_YET = {
  gap: "Type a response first.", multiple_response: "Choose at least one option first.", ordering: "Put them in order first.",
  matching: "Match at least one first." };
const NOT_YET = "The other questions have not come yet. Try again in a moment.";

/** A quiz as it is opened: at the first item with no response yet, its clock at what was spent on all of them.
 * @param {QuizItem[]} items @param {Record<string, Given>} [responses]
 * @param {{seconds?: Record<string, number>, limit?: number | null, now?: number, met?: boolean, away?: boolean, due?: number}} [more]
 *   `now` in ms
 * @returns {QuizState} */
export function openQuiz(items, responses = {}, { seconds = {}, limit = null, now = 0, met = false, away = false, due = 0 } = {}) {
  /** @type {Record<string, Score>} */
  const scores = {};
  for (const item of items.filter(({ id }) => isGiven(responses[id]))) {
    const known = score(item, responses[item.id]);
    if (known.verdict !== "ask") scores[item.id] = known;
  }
  const open = items.findIndex((item) => !(item.id in scores));
  const round = items.map((_, n) => n);
  const spent = items.reduce((sum, { id }) => sum + (seconds[id] ?? 0), 0);
  const state = {
    items, due, round, at: open < 0 ? round.length : open, drafts: {}, responses: { ...responses }, scores, seconds, since: null,
    clock: openClock(limit, spent), limit, paused: false, met, away, notice: "", keys: false };
  return timed(state, state, now);
}

/** @param {unknown} stored */
const isGiven = (stored) => (Array.isArray(stored) ? stored : [stored]).every((one) => typeof one === "string");

/** @param {QuizState} state @returns {QuizItem | undefined} none at the end */
export const currentItem = (state) => state.items[state.round[state.at]];

/** @param {QuizState} state @returns {Score | undefined} none before the response was marked */
export const currentScore = (state) => state.scores[currentItem(state)?.id ?? ""];

/** The items of the round that were not got right, in order; those left open too. @param {QuizState} state */
export const missedItems = (state) => state.round.filter((n) => state.scores[state.items[n].id]?.verdict !== "right");

/** @param {QuizState} state @param {QuizAction} action @param {number} [now] in ms @returns {QuizState} */
export function stepQuiz(state, action, now = 0) {
  const after = stepped(state, action);
  return after === state ? state : timed(state, after, now);
}

/** @param {QuizState} state @param {QuizAction} action @returns {QuizState} */
function stepped(state, action) {
  const item = currentItem(state);
  const open = item && !currentScore(state) && !state.paused;
  switch (action.type) {
    case "draft":
      return open ? drafted(state, item, action.response) : state;
    case "choose":
      return open && item.options[action.option] ? chosen(state, item, item.options[action.option].id) : state;
    case "reach":
      return state;
    case "check":
      return open ? checked(state, item, state.drafts[item.id] ?? "") : state;
    case "show":
      return open ? marked(state, item, "", score(item, "")) : state;
    case "next":
      if (!item || state.paused) return state;
      return state.due && state.at + 1 === state.round.length ? { ...state, notice: NOT_YET } : { ...state, notice: "", at: state.at + 1 };
    case "previous":
      return state.at > 0 && !state.paused ? { ...state, notice: "", at: state.at - 1 } : state;
    case "retry":
      return anew(state, missedItems(state), { clock: openClock(), responses: state.responses });
    case "restart":
      return anew(state, state.items.map((_, n) => n), { clock: openClock(state.limit), responses: {} });
    case "keys":
      return { ...state, keys: !state.keys };
    case "pause":
      return item && state.clock.limit !== null && !state.paused ? { ...state, paused: true } : state;
    case "resume":
      return state.paused ? { ...state, paused: false } : state;
    case "leave":
      return { ...state, away: true };
    case "return":
      return { ...state, away: false, met: true };
    case "rest":
      return { ...state, items: [...state.items, ...action.items], due: 0, round: [...state.round, ...places(state.items, action.items)] };
  }
}

/** Where items that come behind others will be. @param {QuizItem[]} items @param {QuizItem[]} more */
const places = (items, more) => more.map((_, n) => items.length + n);

/** A notice about words stays while they are mended; one about a list goes.
 * @param {QuizState} state @param {QuizItem} item @param {Given} response */
function drafted(state, item, response) {
  return { ...state, notice: Array.isArray(response) ? "" : state.notice, drafts: { ...state.drafts, [item.id]: response } };
}

/** @param {QuizState} state @param {QuizItem} item @param {string} id */
function chosen(state, item, id) {
  const ticked = idList(state.drafts[item.id]);
  const given = item.kind === "multiple_response" ? toggled(item.options.map((option) => option.id), ticked, id) : id;
  return { ...drafted(state, item, given), notice: "" };
}

/** @param {QuizState} state @param {QuizItem} item @param {Given} response */
function checked(state, item, response) {
  const result = score(item, response);
  if (result.verdict === "blank") return { ...state, notice: NOTHING_YET[item.kind] ?? "Choose an option first." };
  return result.verdict === "ask" ? { ...state, notice: result.message } : marked(state, item, response, result);
}

/** @param {QuizState} state @param {QuizItem} item @param {Given} response @param {Score} result @returns {QuizState} */
function marked(state, item, response, result) {
  const [responses, scores] = [{ ...state.responses, [item.id]: response }, { ...state.scores, [item.id]: result }];
  return { ...state, responses, scores, notice: "" };
}

/** Another round: what it asks has neither scores nor times yet.
 * @param {QuizState} state @param {number[]} round @param {Pick<QuizState, "clock" | "responses">} given @returns {QuizState} */
function anew(state, round, given) {
  const asked = new Set(round.map((n) => state.items[n].id));
  const seconds = Object.fromEntries(Object.entries(state.seconds).filter(([id]) => !asked.has(id)));
  return { ...state, ...given, round, at: 0, drafts: {}, scores: {}, seconds, notice: "" };
}

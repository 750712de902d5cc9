/**
 * Practice as states and steps, apart from drawing: what is asked, what was responded, what a key does.
 *
 * @typedef {import("./score_records.js").Score} Score @typedef {import("./scoring.js").Option} Option
 * @typedef {import("./provenance.js").Sourced} Sourced
 * @typedef {Sourced & {label: string, correct: boolean | null, text: string}} Part
 * @typedef {Sourced & {id: string, kind: string, form?: string, lesson?: string, label?: string, stem: string, statements?: string[],
 *   list_two?: string[], headings?: string[], closing?: string, options: Option[], key: string[] | number | string, key_text: string,
 *   hint?: string, explanation?: string, whys?: Record<string, string>, parts?: Part[]}} QuizItem
 * @typedef {string | string[]} Given what was chosen, put in order, matched or typed: an id, a list of ids, or a text; empty for "show me"
 *
 * @typedef {object} QuizState
 * @property {QuizItem[]} items all of the quiz
 * @property {number[]} round those of this round, by their place in `items`
 * @property {number} at the place in the round; `round.length` is the end
 * @property {Record<string, Given>} drafts what is given and not yet checked, by item id
 * @property {Record<string, Given>} responses what was marked last, by item id
 * @property {Record<string, Score>} scores of this round, by item id
 * @property {string} notice what to tell the learner about a response that was not marked
 * @property {boolean} keys whether the list of keys is shown
 *
 * @typedef {{type: "draft", response: Given} | {type: "choose", option: number} | {type: "reach", part: string} | {type: "check" | "show" |
 *   "next" | "previous" | "retry" | "restart" | "keys"}} QuizAction "reach" moves the focus and nothing else
 */

import { idList, toggled } from "./arranging.js";
import { score } from "./scoring.js";

/** @type {Record<string, string>} what to say to Check with nothing given */
const NOTHING_YET = {
  gap: "Type a response first.", multiple_response: "Choose at least one option first.", ordering: "Put them in order first.",
  matching: "Match at least one first." };

/** A quiz as it is opened: at the first item with no response yet.
 * @param {QuizItem[]} items @param {Record<string, Given>} [responses] @returns {QuizState} */
export function openQuiz(items, responses = {}) {
  /** @type {Record<string, Score>} */
  const scores = {};
  for (const item of items.filter(({ id }) => isGiven(responses[id]))) {
    const known = score(item, responses[item.id]);
    if (known.verdict !== "ask") scores[item.id] = known;
  }
  const open = items.findIndex((item) => !(item.id in scores));
  const round = items.map((_, n) => n);
  return { items, round, at: open < 0 ? round.length : open, drafts: {}, responses: { ...responses }, scores, notice: "", keys: false };
}

/** @param {unknown} stored */
const isGiven = (stored) => (Array.isArray(stored) ? stored : [stored]).every((one) => typeof one === "string");

/** @param {QuizState} state @returns {QuizItem | undefined} none at the end */
export const currentItem = (state) => state.items[state.round[state.at]];

/** @param {QuizState} state @returns {Score | undefined} none before the response was marked */
export const currentScore = (state) => state.scores[currentItem(state)?.id ?? ""];

/** The items of the round that were not got right, in order; those left open too. @param {QuizState} state */
export const missedItems = (state) => state.round.filter((n) => state.scores[state.items[n].id]?.verdict !== "right");

/** @param {QuizState} state @param {QuizAction} action @returns {QuizState} */
export function stepQuiz(state, action) {
  const item = currentItem(state);
  const open = item && !currentScore(state);
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
      return { ...state, notice: "", at: Math.min(state.at + 1, state.round.length) };
    case "previous":
      return state.at > 0 ? { ...state, notice: "", at: state.at - 1 } : state;
    case "retry":
      return anew(state, missedItems(state), state.responses);
    case "restart":
      return anew(state, state.items.map((_, n) => n), {});
    case "keys":
      return { ...state, keys: !state.keys };
  }
}

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

/**
 * What a key does; null for nothing. Letters and arrows are the field's own while one types; Enter and space press a button that has the
 * focus. Where rows are put in order or matched, digits and letters lead to a row.
 * @param {QuizState} state @param {string} key @param {{typing?: boolean, pressable?: boolean}} [focus] @returns {QuizAction | null}
 */
export function quizKey(state, key, { typing = false, pressable = false } = {}) {
  const item = currentItem(state);
  if (key === "Enter") return pressable || !item ? null : { type: currentScore(state) ? "next" : "check" };
  if (typing) return null;
  if (key === "?" || (key === "Escape" && state.keys)) return { type: "keys" };
  if (key === "ArrowRight" || /^n$/i.test(key)) return item ? { type: "next" } : null;
  if (key === "ArrowLeft" || /^p$/i.test(key)) return { type: "previous" };
  const option = /^[1-9]$/.test(key) ? Number(key) - 1 : /^[a-i]$/i.test(key) ? key.toLowerCase().charCodeAt(0) - 97 : -1;
  if (!item || currentScore(state)) return null;
  const row = item.kind === "ordering" ? "row" : item.kind === "matching" ? "match" : "";
  const rows = item.kind === "matching" ? item.statements ?? [] : item.options;
  if (!rows[option]) return null;
  return row ? { type: "reach", part: `${row}-${option}` } : { type: "choose", option };
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

/** @param {QuizState} state @param {number[]} round @param {Record<string, Given>} responses @returns {QuizState} */
function anew(state, round, responses) {
  return { ...state, round, at: 0, drafts: {}, scores: {}, responses, notice: "" };
}

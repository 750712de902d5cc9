/**
 * Mains practice as states and steps, apart from drawing.
 *
 * @typedef {import("./provenance.js").Sourced & {id: string, text: string}} MainsPoint
 * @typedef {{id: string, lesson?: string, marks: number, words: number, minutes: number, question: string, as_of_text?: string,
 *   since?: string, points: MainsPoint[]}} MainsQuestion
 * @typedef {{text: string, ticked: string[], shown: boolean}} MainsResponse what was written, the ids of the points ticked, and whether the
 *   points are shown
 *
 * @typedef {object} MainsState
 * @property {MainsQuestion[]} questions
 * @property {number} at the place among the questions; behind the last one at the end
 * @property {Record<string, string>} drafts what is being written and not yet kept, by question id
 * @property {Record<string, MainsResponse>} responses by question id
 * @property {Record<string, number>} seconds how long each was in sight before its points were shown, by question id; up to `since`
 * @property {number | null} since when the time of the open question began to run, in ms; null where none runs
 * @property {boolean} away whether the widget is out of the reader's sight
 * @property {boolean} keys whether the list of keys is shown
 *
 * @typedef {{type: "show" | "next" | "previous" | "restart" | "keys" | "keep" | "write" | "leave" | "return"} |
 *   {type: "draft", text: string} | {type: "tick", point: number} | {type: "open", at: number} |
 *   {type: "known", responses: Record<string, unknown>}} MainsAction
 *   "keep" is leaving the text, "write" going to it; "known" is what another view of the same questions, or Python, recorded; "leave" and
 *   "return" are the reader's sight
 */

/** What a response is where nothing was done yet. @type {MainsResponse} */
const UNTOUCHED = { text: "", ticked: [], shown: false };

/** At the first question whose points were not yet shown.
 * @param {MainsQuestion[]} questions @param {Record<string, unknown>} [responses]
 * @param {{seconds?: Record<string, number>, now?: number}} [more] `now` in ms @returns {MainsState} */
export function openMains(questions, responses = {}, { seconds = {}, now = 0 } = {}) {
  const known = knownResponses(questions, responses);
  const open = questions.findIndex(({ id }) => !known[id]?.shown);
  const state = { questions, at: Math.max(open, 0), drafts: {}, responses: known, seconds, since: null, away: false, keys: false };
  return mainsTimed(state, state, now);
}

/** Stored responses as far as they can be read. @param {MainsQuestion[]} questions @param {Record<string, unknown>} stored */
function knownResponses(questions, stored) {
  const found = questions.filter(({ id }) => stored[id] && typeof stored[id] === "object").map(({ id, points }) => {
    const { text, ticked, shown } = /** @type {Record<string, unknown>} */ (stored[id]);
    const ids = points.map((point) => point.id).filter((one) => Array.isArray(ticked) && ticked.includes(one));
    return [id, { text: typeof text === "string" ? text : "", ticked: ids, shown: shown === true }];
  });
  return /** @type {Record<string, MainsResponse>} */ (Object.fromEntries(found));
}

/** @param {MainsState} state @returns {MainsQuestion | undefined} none at the end */
export const currentMains = (state) => state.questions[state.at];

/** What was done with a question, without what is being written. @param {MainsState} state @param {MainsQuestion} question */
export const mainsResponse = (state, question) => state.responses[question.id] ?? UNTOUCHED;

/** What stands in the text field. @param {MainsState} state @param {MainsQuestion} question */
export const mainsText = (state, question) => state.drafts[question.id] ?? mainsResponse(state, question).text;

/** Words are what has a letter or a digit in it, between spaces: a dash by itself is none. @param {string} text */
export const wordCount = (text) => text.split(/\s+/).filter((word) => /[\p{L}\p{N}]/u.test(word)).length;

/** How many words there are of those that are asked for. @param {string} text @param {number} limit */
export function wordsSaid(text, limit) {
  const n = wordCount(text);
  return `${n} of ${limit} words${n > limit ? `, ${n - limit} over` : ""}`;
}

/** @param {MainsState} state @param {MainsQuestion} question */
export function tickedSaid(state, question) {
  const { length } = question.points;
  return `${mainsResponse(state, question).ticked.length} of ${length} point${length === 1 ? "" : "s"} ticked`;
}

/** @param {MainsState} state @param {MainsAction} action @param {number} [now] in ms @returns {MainsState} */
export function stepMains(state, action, now = 0) {
  const after = mainsStepped(state, action);
  return after === state ? state : mainsTimed(state, after, now);
}

/** @param {MainsState} state @param {MainsAction} action @returns {MainsState} */
function mainsStepped(state, action) {
  const question = currentMains(state);
  switch (action.type) {
    case "draft":
      return question ? { ...state, drafts: { ...state.drafts, [question.id]: action.text } } : state;
    case "keep":
      return kept(state);
    case "show":
      return question && !mainsResponse(state, question).shown ? withMains(kept(state), question, { shown: true }) : state;
    case "tick":
      return question ? pointTicked(kept(state), question, action.point) : state;
    case "next":
      return question ? { ...kept(state), at: state.at + 1 } : state;
    case "previous":
      return state.at > 0 ? { ...kept(state), at: state.at - 1 } : state;
    case "open":
      return state.questions[action.at] ? { ...kept(state), at: action.at } : state;
    case "restart":
      return { ...kept(state), at: 0 };
    case "keys":
      return { ...state, keys: !state.keys };
    case "known":
      return { ...state, responses: knownResponses(state.questions, action.responses) };
    case "write":
      return state;
    case "leave":
      return { ...kept(state), away: true };
    case "return":
      return { ...state, away: false };
  }
}

/** With what is being written taken into the responses. @param {MainsState} state @returns {MainsState} */
function kept(state) {
  const question = currentMains(state);
  const draft = question && state.drafts[question.id];
  if (!question || draft === undefined || draft === mainsResponse(state, question).text) return state;
  return withMains(state, question, { text: draft });
}

/** @param {MainsState} state @param {MainsQuestion} question @param {Partial<MainsResponse>} change @returns {MainsState} */
function withMains(state, question, change) {
  return { ...state, responses: { ...state.responses, [question.id]: { ...mainsResponse(state, question), ...change } } };
}

/** A point ticked or no longer; the ticks stay in the order of the points. @param {MainsState} state @param {MainsQuestion} question
 * @param {number} place */
function pointTicked(state, question, place) {
  const { ticked, shown } = mainsResponse(state, question);
  const id = question.points[place]?.id;
  if (!id || !shown) return state;
  const now = question.points.map((point) => point.id).filter((one) => (one === id) !== ticked.includes(one));
  return withMains(state, question, { ticked: now });
}

/** Take the time of a step: a question's own runs while it is in sight and its points are not shown. What is recorded has it up to now.
 * @param {MainsState} before @param {MainsState} after @param {number} now @returns {MainsState} */
function mainsTimed(before, after, now) {
  const [left, shown] = [timedMains(before), timedMains(after)];
  if (left === shown && before.responses === after.responses) return { ...after, since: shown ? after.since ?? now : null };
  const took = before.since === null ? 0 : Math.max(0, now - before.since) / 1000;
  const spent = left ? Math.round(10 * ((after.seconds[left] ?? 0) + took)) / 10 : 0;
  return { ...after, seconds: left ? { ...after.seconds, [left]: spent } : after.seconds, since: shown ? now : null };
}

/** The id of the question whose time runs; empty for none. @param {MainsState} state */
function timedMains(state) {
  const question = currentMains(state);
  return !question || state.away || mainsResponse(state, question).shown ? "" : question.id;
}

/**
 * What a key does; null for nothing. In the text every key is the text's own; Enter and space press a button that has the focus, and space
 * ticks a point that has it.
 * @param {MainsState} state @param {string} key @param {{pressable?: boolean, choosing?: boolean}} [focus] @returns {MainsAction | null}
 */
export function mainsKey(state, key, { pressable = false, choosing = false } = {}) {
  const question = currentMains(state);
  if (choosing) return null;
  if (key === "?" || (key === "Escape" && state.keys)) return { type: "keys" };
  if (key === "ArrowLeft" || /^p$/i.test(key)) return { type: "previous" };
  if (!question) return null;
  const { shown } = mainsResponse(state, question);
  if (key === "Enter") return pressable ? null : { type: shown ? "next" : "show" };
  if (key === "ArrowRight" || /^n$/i.test(key)) return { type: "next" };
  if (/^w$/i.test(key)) return { type: "write" };
  if (/^s$/i.test(key)) return shown ? null : { type: "show" };
  const place = /^[1-9]$/.test(key) ? Number(key) - 1 : -1;
  return shown && question.points[place] ? { type: "tick", point: place } : null;
}

/** What the quiz shows: how far it is, the question, what can be pressed, what is told of a response; a pause; the end of a round. */

import { leftSeconds } from "./clock.js";
import { keyList, keysButton, make } from "./dom.js";
import { feedback } from "./feedback.js";
import { QUIZ_KEYS } from "./quiz_keys.js";
import { KIND_KEYS, KIND_WORDS, question } from "./quiz_parts.js";
import { currentItem, currentScore } from "./quiz_state.js";
import { reportOf } from "./report.js";
import { reportView } from "./report_view.js";
import { pausedPanel } from "./timer.js";

/** @typedef {import("./quiz_state.js").QuizAction} QuizAction @typedef {import("./quiz_state.js").QuizState} QuizState */
/**
 * @typedef {object} QuizView
 * @property {string} prefix of all ids
 * @property {string} title
 * @property {HTMLElement} time the timer
 * @property {(action: QuizAction) => void} act
 * @property {(text: string) => void} say into the live region
 */

/** Where the learner is, in words. @param {QuizState} state */
export function quizPlace(state) {
  const all = state.round.length + state.due;
  return currentItem(state) ? `Question ${state.at + 1} of ${all}` : all ? "The end" : "No questions";
}

/** @param {QuizState} state @param {QuizView} view @returns {HTMLElement[]} */
export function drawQuiz(state, view) {
  const item = currentItem(state);
  const head = quizHead(state, view);
  if (!item) return [...head, endOfRound(state, view)];
  const resume = () => view.act({ type: "resume" });
  return [...head, ...(state.paused ? [pausedPanel(leftSeconds(state.clock, 0), resume)] : asking(state, item, view))];
}

/** Tell of the response that was just marked: first of all, as it is what is waited for.
 * @param {HTMLElement} body @param {QuizState} state */
export function drawFeedback(body, state) {
  const [item, score] = [currentItem(state), currentScore(state)];
  if (item && score) body.querySelector(".lessons-actions")?.after(feedback(item, score, state.responses[item.id] ?? ""));
}

/** Bring the question and the buttons up to the response that was just marked. The focus moves before what has it goes: a focus that is
 * lost costs the browser a layout of its own. @param {HTMLElement} body @param {QuizState} state @param {QuizView} view
 * @param {() => void} moveFocus to the button that leads on */
export function drawMarked(body, state, view, moveFocus) {
  const item = currentItem(state);
  if (!item) return;
  const part = (/** @type {string} */ name) => /** @type {HTMLElement | null} */ (body.querySelector(`[data-part=${name}]`));
  const onwards = quizButton("next", onwardsWords(state), "lessons-primary", view.act);
  part("next")?.replaceWith(onwards);
  moveFocus();
  for (const name of ["check", "show"]) part(name)?.remove();
  body.querySelector(".lessons-question")?.replaceWith(askedQuestion(state, item, view));
  body.querySelector(".lessons-notice")?.replaceChildren(state.notice);
  fillBar(/** @type {HTMLElement} */ (body.querySelector(".lessons-bar")), state);
}

/** @param {HTMLElement} bar @param {QuizState} state */
function fillBar(bar, state) {
  const [all, done] = [state.round.length + state.due, state.round.filter((n) => state.scores[state.items[n].id]).length];
  bar.style.setProperty("--done", all ? `${(100 * done) / all}%` : "0%");
}

/** @param {QuizState} state @param {QuizView} view @returns {HTMLElement[]} */
function quizHead(state, { prefix, title, time, act }) {
  const item = currentItem(state);
  const keys = keysButton(state.keys, `${prefix}-keys`, () => act({ type: "keys" }));
  const kindKeys = KIND_KEYS[item?.kind ?? "gap"] ?? [["1–9 A–E", "choose an option"]];
  const bar = make("div", { class: "lessons-bar", "aria-hidden": "true" }, make("span"));
  fillBar(bar, state);
  return [
    make("div", { class: "lessons-head" }, title ? make("p", { class: "lessons-title", dir: "auto" }, title) : null,
      make("p", { class: "lessons-count" }, quizPlace(state)),
      item ? metaLine(item) : null, item ? time : null, keys),
    bar, keyList([...kindKeys, ...QUIZ_KEYS], `${prefix}-keys`, state.keys)];
}

/** Lesson and kind. @param {import("./quiz_state.js").QuizItem} item */
const metaLine = ({ label, kind }) => make("p", { class: "lessons-meta" }, label ? make("span", { dir: "auto" }, label) : null,
  [label, KIND_WORDS[kind]].every(Boolean) ? " · " : "", KIND_WORDS[kind]);

/** @param {QuizState} state @param {import("./quiz_state.js").QuizItem} item @param {QuizView} view @returns {HTMLElement[]} */
function asking(state, item, view) {
  const [response, score] = [state.responses[item.id] ?? "", currentScore(state)];
  const notice = make("p", { class: "lessons-notice" }, state.notice);
  return [askedQuestion(state, item, view), notice, itemActions(state, view.act), ...(score ? [feedback(item, score, response)] : [])];
}

/** @param {QuizState} state @param {import("./quiz_state.js").QuizItem} item @param {QuizView} view */
function askedQuestion(state, item, { prefix, act, say }) {
  const [draft, response, score] = [state.drafts[item.id] ?? "", state.responses[item.id] ?? "", currentScore(state)];
  return question(item, { prefix, draft, response, score, notice: state.notice, act, say });
}

/** @param {QuizState} state @param {QuizView["act"]} act */
function itemActions(state, act) {
  const marked = currentScore(state);
  return make("div", { class: "lessons-actions" },
    marked ? null : quizButton("check", "Check", "lessons-primary", act),
    marked ? null : quizButton("show", "Show me", "", act),
    quizButton("next", onwardsWords(state), marked ? "lessons-primary" : "lessons-quiet", act),
    make("span", { class: "lessons-space" }),
    state.at > 0 ? quizButton("previous", "Previous", "lessons-quiet", act) : null);
}

/** @param {QuizState} state */
function onwardsWords(state) {
  const [marked, last] = [currentScore(state), state.at + 1 === state.round.length + state.due];
  return last ? (marked ? "See how it went" : "Finish") : marked ? "Next question" : "Skip";
}

/** How the round went. @param {QuizState} state @param {QuizView} view */
function endOfRound(state, { title, act, say }) {
  if (!state.round.length) return make("p", { class: "lessons-end-words" }, "There is nothing to ask here.");
  const report = reportOf(state.round.map((n) => state.items[n]), state.scores, state.seconds);
  const words = endWords(report.marks / report.outOf);
  return reportView(report, { responses: state.responses, title, say, words, actions: endActions(report.missed.length > 0, act) });
}

/** @param {number} share of the marks */
function endWords(share) {
  if (share < 0.4) return "A start. The missed ones are below; take your time.";
  return share === 1 ? "All of them. Well done." : share >= 0.7 ? "Well done." : "Getting there.";
}

/** @param {boolean} missed whether there is anything to try again @param {QuizView["act"]} act */
const endActions = (missed, act) => [
  missed ? quizButton("retry", "Try the missed ones again", "lessons-primary", act) : null,
  quizButton("restart", "Start again", missed ? "" : "lessons-primary", act), quizButton("previous", "Previous", "lessons-quiet", act)];

/** @param {"check" | "show" | "next" | "previous" | "retry" | "restart"} type @param {string} text @param {string} look
 * @param {QuizView["act"]} act */
function quizButton(type, text, look, act) {
  return make("button", { type: "button", class: `lessons-button ${look}`, "data-part": type, onclick: () => act({ type }) }, text);
}

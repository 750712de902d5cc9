/** What Mains practice shows: a question and room to write, what can be pressed; and the end. */

import { numbered } from "./clock.js";
import { keyList, keysButton, make, unseen } from "./dom.js";
import { pointsBlock } from "./mains_points.js";
import { currentMains, mainsResponse, mainsText, tickedSaid, wordCount, wordsSaid } from "./mains_state.js";

/** @typedef {import("./mains_state.js").MainsAction} MainsAction @typedef {import("./mains_state.js").MainsState} MainsState */
/** @typedef {import("./mains_state.js").MainsQuestion} MainsQuestion */
/** @typedef {{prefix: string, title: string, act: (action: MainsAction) => void}} MainsView `prefix` of all ids */

/** @type {[string, string][]} */
const MAINS_KEYS = [
  ["W", "write"], ["Esc", "leave the text, so that the other keys work"], ["S Enter", "show the points"],
  ["1–9", "tick a point, or take the tick away"], ["N →", "next question"], ["P ←", "previous question"], ["?", "show or hide the keys"]];

/** Where the learner is, in words. @param {MainsState} state */
export function mainsPlace(state) {
  const all = state.questions.length;
  return currentMains(state) ? `Question ${state.at + 1} of ${all}` : all ? "The end" : "No questions";
}

/** @param {MainsState} state @param {MainsView} view @returns {HTMLElement[]} */
export function drawMains(state, view) {
  const question = currentMains(state);
  const drawn = question ? [askedBlock(question), writingBlock(state, question, view), afterBlock(state, question, view)] :
    [state.questions.length ? endOfMains(state, view) : make("p", { class: "lessons-mains-none" }, "There is nothing to ask here.")];
  return [...mainsHead(state, view), ...drawn];
}

/** @param {MainsState} state @param {MainsView} view @returns {HTMLElement[]} */
function mainsHead(state, { prefix, title, act }) {
  const lesson = currentMains(state)?.lesson;
  const bar = make("div", { class: "lessons-bar", "aria-hidden": "true" }, make("span"));
  fillMainsBar(bar, state);
  return [
    make("div", { class: "lessons-head" }, title ? make("p", { class: "lessons-title", dir: "auto" }, title) : null,
      make("p", { class: "lessons-count" }, mainsPlace(state)),
      lesson && lesson !== title ? make("p", { class: "lessons-meta", dir: "auto" }, lesson) : null,
      keysButton(state.keys, `${prefix}-keys`, () => act({ type: "keys" }))),
    bar, keyList(MAINS_KEYS, `${prefix}-keys`, state.keys)];
}

/** @param {HTMLElement} bar @param {MainsState} state */
export function fillMainsBar(bar, state) {
  const { length } = state.questions;
  bar.style.setProperty("--done", `${length ? (100 * shownOf(state)) / length : 0}%`);
}

/** How many questions have their points shown. @param {MainsState} state */
const shownOf = (state) => state.questions.filter((question) => mainsResponse(state, question).shown).length;

/** @param {MainsQuestion} question */
function askedBlock({ question, marks, words, minutes, as_of_text }) {
  return make("div", { class: "lessons-mains-asked" },
    make("p", { class: "lessons-mains-question", tabindex: -1, "data-part": "stem", dir: "auto" }, question),
    make("p", { class: "lessons-mains-rule" }, make("strong", {}, `${marks} marks`), ` · ${words} words · about ${minutes} minutes`),
    as_of_text ? make("p", { class: "lessons-asof" }, `As of ${as_of_text}`) : null);
}

/** Room to write in, for who does not write on paper. @param {MainsState} state @param {MainsQuestion} question @param {MainsView} view */
function writingBlock(state, question, { prefix, act }) {
  const text = mainsText(state, question);
  const count = make("p", { class: "lessons-mains-count", id: `${prefix}-count` });
  fillCount(count, text, question.words);
  const field = make("textarea", {
    id: `${prefix}-text`, rows: question.marks > 10 ? 11 : 8, dir: "auto", "data-part": "text", "aria-describedby": `${prefix}-count`,
    oninput: () => act({ type: "draft", text: field.value }), onblur: () => act({ type: "keep" }) });
  field.value = text;
  const label = make("label", { for: `${prefix}-text` }, "Your response");
  return make("div", { class: "lessons-mains-writing" },
    make("div", { class: "lessons-mains-label" }, label, make("span", {}, "here or on paper")), field, count);
}

/** @param {HTMLElement} count @param {string} text @param {number} limit */
export function fillCount(count, text, limit) {
  count.replaceChildren(wordsSaid(text, limit));
  count.classList.toggle("is-over", wordCount(text) > limit);
}

/** What stands below the text: the points once they are shown, and where to go on. @param {MainsState} state
 * @param {MainsQuestion} question @param {MainsView} view */
export function afterBlock(state, question, { prefix, act }) {
  const { shown, ticked } = mainsResponse(state, question);
  const onwards = state.at + 1 === state.questions.length ? "To the end" : "Next question";
  const tick = (/** @type {number} */ point) => act({ type: "tick", point });
  return make("div", { class: "lessons-mains-after" },
    shown ? pointsBlock(question, { prefix, ticked, said: tickedSaid(state, question), tick }) : null,
    make("div", { class: "lessons-actions" },
      shown ? null : mainsButton("show", "Show the points", "lessons-primary", () => act({ type: "show" })),
      mainsButton("next", onwards, shown ? "lessons-primary" : "lessons-quiet", () => act({ type: "next" })),
      make("span", { class: "lessons-space" }),
      state.at > 0 ? mainsButton("previous", "Previous", "lessons-quiet", () => act({ type: "previous" })) : null));
}

/** Every question again, with what was ticked. @param {MainsState} state @param {MainsView} view */
function endOfMains(state, { act }) {
  const rows = state.questions.map((question, at) => make("li", {},
    make("p", { dir: "auto" }, question.question),
    make("div", { class: "lessons-mains-row" },
      make("p", {}, mainsResponse(state, question).shown ? tickedSaid(state, question) : "Points not shown yet"),
      make("button", { type: "button", class: "lessons-small", "data-part": `open-${at}`, onclick: () => act({ type: "open", at }) },
        "Open", unseen(` question ${at + 1}`)))));
  const [n, seen] = [state.questions.length, shownOf(state)];
  return make("div", { class: "lessons-mains-end" },
    make("p", { class: "lessons-mains-title", tabindex: -1, "data-part": "end" }, "That was the last question."),
    make("p", {}, `You have seen the points of ${seen === n ? "all" : seen} of ${numbered(n, "question")}.`),
    make("ol", { role: "list" }, ...rows),
    make("div", { class: "lessons-actions" },
      mainsButton("restart", "To the first question", "lessons-primary", () => act({ type: "restart" })),
      make("span", { class: "lessons-space" }),
      mainsButton("previous", "Previous", "lessons-quiet", () => act({ type: "previous" }))));
}

/** @param {string} part @param {string} text @param {string} look @param {() => void} press */
function mainsButton(part, text, look, press) {
  return make("button", { type: "button", class: `lessons-button ${look}`, "data-part": part, onclick: press }, text);
}

/** The quiz widget: one item at a time, marked at once, with its source. Practice goes on without a kernel. */

import { idList } from "./arranging.js";
import { frame, keyList, keysButton, make, onKeys, uniquePrefix } from "./dom.js";
import { withFacts } from "./facts.js";
import { feedback, spokenResult } from "./feedback.js";
import { firstPart, KIND_KEYS, KIND_WORDS, question } from "./quiz_parts.js";
import { currentItem, currentScore, missedItems, openQuiz, quizKey, stepQuiz } from "./quiz_state.js";
import { endOfRound } from "./round_end.js";

/** @typedef {import("./quiz_state.js").QuizAction} QuizAction @typedef {import("./quiz_state.js").QuizState} QuizState */
/**
 * What anywidget gives of a model.
 * @typedef {{get(name: string): any, set(name: string, value: any): void, save_changes(): void,
 *   on(event: string, call: () => void): void, off(event: string, call: () => void): void}} Model
 */

/** @type {[string, string][]} the keys that every question has */
const QUIZ_KEYS = [
  ["Enter", "check, then go on"], ["N →", "next question"], ["P ←", "previous question"], ["?", "show or hide the keys"]];

/** @param {{model: Model, el: HTMLElement}} host @returns {() => void} the clean-up */
export function renderQuiz({ model, el }) {
  const prefix = uniquePrefix();
  const title = String(model.get("title") || "");
  const shown = frame(el, "quiz", title ? `Quiz: ${title}` : "Quiz");
  const items = () => withFacts(model.get("items") ?? [], model.get("facts") ?? {});
  let state = openQuiz(items(), model.get("responses") ?? {});
  const draw = () => shown.body.replaceChildren(...drawQuiz(state, { prefix, title, act, say: shown.say }));

  /** @param {QuizAction} action */
  function act(action) {
    if (action.type === "reach") return shown.focus(action.part);
    const before = state;
    state = stepQuiz(state, action);
    if (state === before) return;
    if (action.type === "draft") return renotice(); // what it is about shows it already
    if (action.type === "choose" && !before.notice) return pick(action.option);
    const focused = shown.focused();
    draw();
    if (state.responses !== before.responses) record();
    shown.focus(nextFocus(action, before, focused));
    shown.say(spoken(before));
  }

  /** Tick an option that was chosen by its key; one chosen by mouse is ticked. @param {number} option */
  function pick(option) {
    const input = /** @type {HTMLInputElement | null} */ (shown.body.querySelector(`[data-part="option-${option}"]`));
    const item = currentItem(state);
    if (input && item) input.checked = idList(state.drafts[item.id]).includes(item.options[option].id);
    input?.focus();
  }

  /** Write the notice anew. */
  function renotice() {
    shown.body.querySelector(".lessons-notice")?.replaceChildren(state.notice);
  }

  /** Where the focus belongs after a step. @param {QuizAction} action @param {QuizState} before @param {string} focused */
  function nextFocus(action, before, focused) {
    if (action.type === "choose") return `option-${action.option}`;
    if (action.type === "keys") return focused || "stem";
    const item = currentItem(state);
    if (!item) return "score";
    const moved = state.at !== before.at || state.round !== before.round;
    if (currentScore(state)) return moved ? "stem" : "next";
    return state.notice || !item.options.length ? firstPart(item) : "stem";
  }

  /** What the live region says: a notice, a result, or nothing, as the focus says the rest. @param {QuizState} before */
  function spoken(before) {
    const [item, score] = [currentItem(state), currentScore(state)];
    if (state.notice) return state.notice;
    return item && score && state.responses !== before.responses ? spokenResult(item, score) : "";
  }

  function record() {
    try {
      model.set("responses", state.responses);
      model.save_changes();
    } catch (error) {
      console.warn("lessons: the kernel is away; practice goes on without it", error);
    }
  }

  function renew() {
    state = openQuiz(items(), model.get("responses") ?? {});
    draw();
  }

  function reopen() {
    const responses = model.get("responses") ?? {};
    if (JSON.stringify(responses) === JSON.stringify(state.responses)) return;
    state = openQuiz(state.items, responses);
    draw();
  }

  const offKeys = onKeys(shown.root, (key, target) => {
    const action = quizKey(state, key, target);
    if (action) act(action);
    return action !== null;
  });
  model.on("change:responses", reopen);
  model.on("change:items", renew);
  draw();
  return () => {
    offKeys();
    model.off("change:responses", reopen);
    model.off("change:items", renew);
    shown.root.remove();
  };
}

/**
 * @param {QuizState} state
 * @param {{prefix: string, title: string, act: (action: QuizAction) => void, say: (text: string) => void}} given @returns {HTMLElement[]}
 */
function drawQuiz(state, { prefix, title, act, say }) {
  const item = currentItem(state);
  const score = currentScore(state);
  const keys = keysButton(state.keys, `${prefix}-keys`, () => act({ type: "keys" }));
  const kindKeys = KIND_KEYS[item?.kind ?? "gap"] ?? [["1–9 A–D", "choose an option"]];
  const list = keyList([...kindKeys, ...QUIZ_KEYS], `${prefix}-keys`, state.keys);
  const [all, done] = [state.round.length, state.round.filter((n) => state.scores[state.items[n].id]).length];
  const bar = make("div", { class: "lessons-bar", "aria-hidden": "true" }, make("span"));
  bar.style.setProperty("--done", all ? `${(100 * done) / all}%` : "0%");
  const place = item ? `Question ${state.at + 1} of ${all}` : all ? "The end" : "No questions";
  const head = make("div", { class: "lessons-head" }, title ? make("p", { class: "lessons-title" }, title) : null,
    make("p", { class: "lessons-count" }, place),
    item ? make("p", { class: "lessons-meta" }, [item.label, KIND_WORDS[item.kind]].filter(Boolean).join(" · ")) : null, keys);
  if (!item) return [head, bar, list, endOfRound(state, missedItems(state)), endActions(state, act)];

  const [draft, response] = [state.drafts[item.id] ?? "", state.responses[item.id] ?? ""];
  const asked = question(item, { prefix, draft, response, score, notice: state.notice, act, say });
  const notice = make("p", { class: "lessons-notice", id: `${prefix}-notice` }, state.notice);
  return [head, bar, list, asked, notice, itemActions(state, act), ...(score ? [feedback(item, score, response)] : [])];
}

/** @param {QuizState} state @param {(action: QuizAction) => void} act */
function itemActions(state, act) {
  const marked = currentScore(state);
  const last = state.at + 1 === state.round.length;
  const onwards = last ? (marked ? "See how it went" : "Finish") : marked ? "Next question" : "Skip";
  return make("div", { class: "lessons-actions" },
    marked ? null : button("check", "Check", "lessons-primary", () => act({ type: "check" })),
    marked ? null : button("show", "Show me", "", () => act({ type: "show" })),
    button("next", onwards, marked ? "lessons-primary" : "lessons-quiet", () => act({ type: "next" })),
    make("span", { class: "lessons-space" }),
    state.at > 0 ? button("previous", "Previous", "lessons-quiet", () => act({ type: "previous" })) : null);
}

/** @param {QuizState} state @param {(action: QuizAction) => void} act */
function endActions(state, act) {
  const missed = missedItems(state).length > 0;
  return make("div", { class: "lessons-actions" },
    missed ? button("retry", "Try the missed ones again", "lessons-primary", () => act({ type: "retry" })) : null,
    state.items.length ? button("restart", "Start again", missed ? "" : "lessons-primary", () => act({ type: "restart" })) : null,
    make("span", { class: "lessons-space" }),
    state.round.length ? button("previous", "Previous", "lessons-quiet", () => act({ type: "previous" })) : null);
}

/** @param {string} part @param {string} text @param {string} look @param {() => void} press */
function button(part, text, look, press) {
  return make("button", { type: "button", class: `lessons-button ${look}`, "data-part": part, onclick: press }, text);
}

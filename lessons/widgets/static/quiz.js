/** The quiz widget: one item at a time, marked at once, with its source. Practice goes on without a kernel. */

import { idList } from "./arranging.js";
import { frame, onKeys, onSeen, uniquePrefix } from "./dom.js";
import { withFacts } from "./facts.js";
import { spokenResult } from "./feedback.js";
import { quizKey } from "./quiz_keys.js";
import { firstPart } from "./quiz_parts.js";
import { currentItem, currentScore, openQuiz, stepQuiz } from "./quiz_state.js";
import { drawFeedback, drawMarked, drawQuiz, quizPlace } from "./quiz_view.js";
import { record, watchRecording } from "./recording.js";
import { openTimer } from "./timer.js";

/** @typedef {import("./quiz_state.js").QuizAction} QuizAction @typedef {import("./quiz_state.js").QuizState} QuizState */
/**
 * What anywidget gives of a model.
 * @typedef {{get(name: string): any, set(name: string, value: any): void, save_changes(): void,
 *   on(event: string, call: () => void): void, off(event: string, call: () => void): void}} Model
 */

/** @param {{model: Model, el: HTMLElement}} host @returns {() => void} the clean-up */
export function renderQuiz({ model, el }) {
  const [prefix, title] = [uniquePrefix(), String(model.get("title") || "")];
  const shown = frame(el, "quiz", title ? `Quiz: ${title}` : "Quiz");
  const { say } = shown;
  let state = quizOfModel(model);
  const pause = () => act({ type: "pause" });
  const timer = openTimer(() => state.clock, { warn: say, pause, upText: "Time is up. Go on as long as you like." });
  const recording = watchRecording(model, "your responses", say);
  const view = { prefix, title, time: timer.element, act, say };
  const draw = () => shown.body.replaceChildren(...drawQuiz(state, view), recording.element);

  /** @param {QuizAction} action */
  function act(action) {
    if (action.type === "reach") return shown.focus(action.part);
    const before = state;
    state = stepQuiz(state, action, Date.now());
    if (state === before) return;
    timer.update();
    const { seconds, responses } = state;
    const attempt = attemptOf(before);
    // Three steps of one task, so that no key is taken in between: the focus is let go while the page is laid out, what was asked for is
    // put into it, then the focus moves on and Python is told.
    if (!isThere(before)) shown.release();
    queueMicrotask(() => {
      const lead = show(action, before);
      queueMicrotask(() => {
        lead?.();
        if (responses !== before.responses || seconds !== before.seconds) record(model, { seconds, responses }, attempt); // times first
      });
    });
  }

  /** What was just responded, to be kept: id, response, seconds. @param {QuizState} before */
  function attemptOf(before) {
    const item = currentItem(state);
    const isNew = item && state.responses !== before.responses && state.scores[item.id] !== before.scores[item.id] && currentScore(state);
    return isNew ? [item.id, state.responses[item.id], state.seconds[item.id] ?? null] : null;
  }

  /** Whether the same item is still shown. @param {QuizState} before */
  const isThere = (before) => state.at === before.at && state.round === before.round && state.paused === before.paused;

  /** Only what changed is drawn: an element that has the focus and is made anew would be read out again.
   * @param {QuizAction} action @param {QuizState} before @returns {(() => void) | null} moves the focus and says what happened */
  function show(action, before) {
    if (["leave", "return", "rest"].includes(action.type)) return null;
    if (action.type === "keys") return showKeys;
    const stays = isThere(before);
    if (!stays || state.scores !== before.scores) {
      if (stays) drawFeedback(shown.body, state);
      else draw();
      const [part, words] = [nextFocus(before), spoken(before)];
      const moveFocus = () => shown.focus(part);
      return () => {
        if (stays) drawMarked(shown.body, state, view, moveFocus);
        else moveFocus();
        say(words);
      };
    }
    renotice();
    if (action.type === "choose") return () => pick(action.option);
    return action.type === "check" || action.type === "next" ? () => sayNotice(action.type === "check") : null;
  }

  /** @param {boolean} leads whether the focus goes to where a response is given */
  function sayNotice(leads) {
    const item = currentItem(state);
    if (item && leads) shown.focus(firstPart(item));
    say(state.notice);
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
    const field = shown.body.querySelector("[data-part=field]");
    if (state.notice) field?.setAttribute("aria-invalid", "true");
    else field?.removeAttribute("aria-invalid");
  }

  function showKeys() {
    shown.body.querySelector(".lessons-keylist")?.toggleAttribute("hidden", !state.keys);
    shown.body.querySelector("[data-part=keys]")?.setAttribute("aria-expanded", String(state.keys));
    say(state.keys && shown.focused() !== "keys" ? "The keys are listed above the question." : ""); // the button says it itself
  }

  /** Where the focus belongs once drawn anew. @param {QuizState} before */
  function nextFocus(before) {
    const item = currentItem(state);
    if (state.paused) return "resume";
    if (!item) return "score";
    if (currentScore(state)) return state.scores === before.scores ? "stem" : "next";
    return item.options.length ? "stem" : "field";
  }

  /** What the live region says: the place where it is another, or the result. The focus says the rest. @param {QuizState} before */
  function spoken(before) {
    const [item, score] = [currentItem(state), currentScore(state)];
    if (state.paused) return "Paused";
    if (item && score && state.responses !== before.responses) return spokenResult(item, score);
    return item && (state.at !== before.at || state.round !== before.round) ? quizPlace(state) : "";
  }

  /** Python has given other responses, or another view of the same quiz. */
  function reopen() {
    const responses = model.get("responses") ?? {};
    if (responses !== state.responses && JSON.stringify(responses) !== JSON.stringify(state.responses)) renew();
  }

  function renew() {
    const { met, away } = state;
    state = quizOfModel(model, { met, away });
    timer.update();
    draw();
  }

  /** Items that come once the first ones are shown. */
  function takeRest() {
    if (state.due) act({ type: "rest", items: withFacts(model.get("rest") ?? [], model.get("facts") ?? {}) });
  }

  const offKeys = onKeys(shown.root, (key, target) => {
    const action = quizKey(state, key, target);
    if (action) act(action);
    return action !== null;
  });
  const offSeen = onSeen(shown.root, (seen) => act({ type: seen ? "return" : "leave" }));
  model.on("change:responses", reopen);
  model.on("change:items", renew);
  model.on("change:rest", takeRest);
  draw();
  if (state.due) requestAnimationFrame(() => setTimeout(() => record(model, { wants_rest: true })));
  return () => {
    act({ type: "leave" }); // so that the time of the item shown is recorded
    offKeys();
    offSeen();
    timer.close();
    recording.close();
    model.off("change:responses", reopen);
    model.off("change:items", renew);
    model.off("change:rest", takeRest);
    shown.root.remove();
  };
}

/** The quiz as the model has it. @param {Model} model @param {{met?: boolean, away?: boolean}} [sight] */
function quizOfModel(model, sight) {
  const items = withFacts([...(model.get("items") ?? []), ...(model.get("rest") ?? [])], model.get("facts") ?? {});
  const [minutes, due] = [model.get("minutes"), Math.max(0, (model.get("count") ?? 0) - items.length)];
  const more = { due, seconds: model.get("seconds") ?? {}, limit: minutes ? minutes * 60 : null, now: Date.now(), ...sight };
  return openQuiz(items, model.get("responses") ?? {}, more);
}

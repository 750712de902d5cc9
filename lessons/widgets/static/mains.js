/** The Mains widget: a question to write on, then the points of a good response to tick. It goes on without a kernel. */

import { frame, onKeys, onSeen, uniquePrefix } from "./dom.js";
import { currentMains, mainsKey, mainsResponse, mainsText, openMains, stepMains, tickedSaid, wordsSaid } from "./mains_state.js";
import { afterBlock, drawMains, fillCount, fillMainsBar, mainsPlace } from "./mains_view.js";
import { record, watchRecording } from "./recording.js";

/** @typedef {import("./mains_state.js").MainsAction} MainsAction */

/** @param {{model: import("./quiz.js").Model, el: HTMLElement}} host @returns {() => void} the clean-up */
export function renderMains({ model, el }) {
  const [prefix, title] = [uniquePrefix(), String(model.get("title") || "")];
  const shown = frame(el, "mains", title ? `Mains practice: ${title}` : "Mains practice");
  const opened = () => openMains(model.get("questions") ?? [], model.get("responses") ?? {},
    { seconds: model.get("seconds") ?? {}, now: Date.now() });
  let state = opened();
  let drawing = false; // what has the focus loses it then; that is no leaving
  const recording = watchRecording(model, "what you wrote and ticked", shown.say);
  const view = { prefix, title, act };

  function draw() {
    drawing = true;
    shown.body.replaceChildren(...drawMains(state, view), recording.element);
    drawing = false;
  }

  /** @param {MainsAction} action */
  function act(action) {
    if (action.type === "write") return shown.focus("text");
    if (drawing) return;
    const before = state;
    state = stepMains(state, action, Date.now());
    if (action.type === "keep") sayWords(); // on leaving the text, changed or not
    if (state === before) return;
    show(action);
    const { seconds, responses } = state;
    const isNew = responses !== before.responses || seconds !== before.seconds;
    if (isNew && action.type !== "known") record(model, { seconds, responses }, changedIn(before)); // the times first
  }

  /** What was done with the question that a step began at: its id, the response, the seconds. @param {typeof state} before */
  function changedIn(before) {
    const id = currentMains(before)?.id ?? "";
    return state.responses[id] === before.responses[id] ? null : [id, state.responses[id], state.seconds[id] ?? null];
  }

  /** Draw what an action changed, move the focus on and say what happened. @param {MainsAction} action */
  function show(action) {
    const question = currentMains(state);
    switch (action.type) {
      case "draft":
        if (question) fillCount(part(".lessons-mains-count"), action.text, question.words);
        return;
      case "keys":
        return showKeys();
      case "tick":
        return showTick(action.point);
      case "show":
        return question && showPoints(question);
      case "known":
        return redraw();
      case "next":
      case "previous":
      case "open":
      case "restart":
        draw();
        shown.focus(question ? "stem" : "end");
        shown.say(mainsPlace(state));
    }
  }

  /** @param {string} selector */
  const part = (selector) => /** @type {HTMLElement} */ (shown.body.querySelector(selector));

  /** The points come; what is written above them stays as it is. @param {import("./mains_state.js").MainsQuestion} question */
  function showPoints(question) {
    part(".lessons-mains-after").replaceWith(afterBlock(state, question, view));
    fillMainsBar(part(".lessons-bar"), state);
    shown.focus("points");
    shown.say(tickedSaid(state, question));
  }

  /** One ticked by its key takes the focus; one ticked by mouse has it. @param {number} place */
  function showTick(place) {
    const question = currentMains(state);
    const box = /** @type {HTMLInputElement | null} */ (shown.body.querySelector(`[data-part="point-${place}"]`));
    if (!question || !box) return;
    box.checked = mainsResponse(state, question).ticked.includes(question.points[place].id);
    box.focus();
    part(".lessons-ticked").replaceChildren(tickedSaid(state, question));
    shown.say(tickedSaid(state, question));
  }

  /** The number of words, once one has left the text: while one writes it would only disturb. */
  function sayWords() {
    const question = currentMains(state);
    const text = question ? mainsText(state, question) : "";
    if (question && text.trim()) shown.say(wordsSaid(text, question.words));
  }

  function showKeys() {
    part(".lessons-keylist").toggleAttribute("hidden", !state.keys);
    part("[data-part=keys]").setAttribute("aria-expanded", String(state.keys));
    shown.say(state.keys && shown.focused() !== "keys" ? "The keys are listed above the question." : ""); // the button says it itself
  }

  /** Draw anew with the focus where it was, and the caret, too. */
  function redraw() {
    const focused = shown.focused();
    const written = /** @type {HTMLTextAreaElement | null} */ (shown.body.querySelector("textarea"));
    const [from, to] = [written?.selectionStart ?? 0, written?.selectionEnd ?? 0];
    draw();
    if (!focused) return;
    shown.focus(focused);
    if (!shown.focused()) shown.focus(currentMains(state) ? "stem" : "end");
    if (focused === "text") shown.body.querySelector("textarea")?.setSelectionRange(from, to);
  }

  /** Another view of the same questions, or Python, recorded something: it counts here, too. */
  function hearResponses() {
    const responses = model.get("responses") ?? {};
    if (responses !== state.responses && JSON.stringify(responses) !== JSON.stringify(state.responses)) act({ type: "known", responses });
  }

  function reopen() {
    state = opened();
    redraw();
  }

  const offKeys = onKeys(shown.root, (key, target) => {
    const action = mainsKey(state, key, target);
    if (action) act(action);
    return action !== null;
  });
  const leaveText = (/** @type {KeyboardEvent} */ event) => {
    if (event.key === "Escape" && !event.isComposing && event.target instanceof HTMLTextAreaElement) shown.root.focus();
  };
  shown.root.addEventListener("keydown", leaveText);
  const offSeen = onSeen(shown.root, (seen) => act({ type: seen ? "return" : "leave" }));
  model.on("change:responses", hearResponses);
  model.on("change:questions", reopen);
  draw();
  return () => {
    act({ type: "leave" }); // so that what was written is recorded, and the time
    offKeys();
    offSeen();
    shown.root.removeEventListener("keydown", leaveText);
    recording.close();
    model.off("change:responses", hearResponses);
    model.off("change:questions", reopen);
    shown.root.remove();
  };
}

/** The exam widget: a paper that is marked, by Python, once it is handed in. */

import { frame, onKeys, onSeen, uniquePrefix } from "./dom.js";
import { examKey } from "./exam_keys.js";
import { examSender } from "./exam_sender.js";
import { examChoice, examFocus, examWords } from "./exam_speech.js";
import { openExam, stepExam } from "./exam_state.js";
import { agrees, givenExam } from "./exam_traits.js";
import { examView } from "./exam_view.js";
import { watchRecording } from "./recording.js";
import { openTimer } from "./timer.js";

/** @typedef {import("./exam_state.js").ExamAction} ExamAction */

const PATIENCE_FOR_MARKS = 10_000; // milliseconds
const KEEPING = 15_000; // how often the time is recorded while it runs
/** Steps that no learner makes: they take the focus only from a part of this widget that goes. */
const UNASKED = ["tick", "late", "review", "seen"];

/** @param {{model: import("./quiz.js").Model, el: HTMLElement}} host @returns {() => void} the clean-up */
export function renderExam({ model, el }) {
  const title = String(model.get("title") || "");
  const shown = frame(el, "exam", title ? `Exam: ${title}` : "Exam");
  let state = openExam(givenExam(model), Date.now());
  const sender = examSender(model, state);
  const watch = watchRecording(model, "your responses", shown.say);
  const timer = openTimer(() => state.clock, { warn: shown.say, up: () => act({ type: "tick" }) });
  const standing = () => model.get("standing") ?? null;
  const drawn = { prefix: uniquePrefix(), rules: model.get("rules") ?? [], title, act, say: shown.say, standing };
  const view = examView(shown.body, drawn, timer.element, watch.element);
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let waiting;

  /** @param {ExamAction} action */
  function act(action) {
    if (action.type === "reach") return shown.focus(action.part);
    const [before, focused, inside] = [state, shown.focused(), isInside()];
    state = stepExam(state, action, Date.now());
    if (action.type === "choose") examChoice(shown.body, state, action.option);
    if (state === before) return;
    view.update(before, state, action.type, Date.now());
    if (state.clock !== before.clock) timer.update();
    const part = examFocus(action, before, state, focused);
    if (part && (inside || !UNASKED.includes(action.type))) shown.focus(part);
    const words = examWords(action, before, state, inside);
    if (words) shown.say(words);
    wait();
    sender.send(state, action.type); // last, as a model that answers at once makes the next step
  }

  function isInside() {
    const active = /** @type {Document | ShadowRoot} */ (shown.root.getRootNode()).activeElement;
    return shown.root.contains(active);
  }

  /** Wait for the marks; for ten seconds nothing is said about it. */
  function wait() {
    clearTimeout(waiting);
    if (state.stage === "waiting" && !state.silent) waiting = setTimeout(() => act({ type: "late" }), PATIENCE_FOR_MARKS);
  }

  function takeReview() {
    const review = model.get("review");
    if (review) act({ type: "review", review });
  }

  /** Go on from what another view, or Python, has made of the paper. */
  function takeOver() {
    if (sender.sending() || state.marked) return;
    sender.settle(state);
    const given = givenExam(model);
    if (agrees(given, state) && given.items.length === state.items.length) return;
    state = { ...openExam(given, Date.now()), at: Math.min(state.at, Math.max(given.items.length - 1, 0)), keys: state.keys };
    sender.told(state);
    view.draw(state, Date.now());
    timer.update();
    wait();
  }

  const offKeys = onKeys(shown.root, (key, target) => {
    const action = examKey(state, key, target);
    if (action) act(action);
    return action !== null;
  });
  const offSeen = onSeen(shown.root, (seen) => act({ type: "seen", seen }));
  const keeping = setInterval(() => state.clock.since !== null && sender.flush(state), KEEPING);
  const watched = ["items", "responses", "flags", "started", "handed_in"].map((name) => `change:${name}`);
  for (const event of watched) model.on(event, takeOver);
  model.on("change:review", takeReview);
  view.draw(state, Date.now());
  wait();
  act({ type: "tick" }); // the time may have run out before this view was opened

  return () => {
    if (state.clock.since !== null) sender.flush(state);
    clearInterval(keeping);
    clearTimeout(waiting);
    for (const event of watched) model.off(event, takeOver);
    model.off("change:review", takeReview);
    for (const off of [offKeys, offSeen, view.close, watch.close, timer.close, sender.close]) off();
    shown.root.remove();
  };
}

/** What of a sitting is recorded when: a choice at once, what is typed in a pause of the typing. */

import { examChanges } from "./exam_traits.js";
import { record } from "./recording.js";

/** @typedef {import("./exam_state.js").ExamState} ExamState */

const TYPING_PAUSE = 400; // milliseconds

/** @param {import("./quiz.js").Model} model @param {ExamState} first what the model holds */
export function examSender(model, first) {
  let told = first;
  let sending = false;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let typing;

  /** @param {ExamState} state @param {boolean} [again] whether the paper is handed in once more, as the first time was not heard */
  function flush(state, again = false) {
    clearTimeout(typing);
    typing = undefined;
    const changes = { ...examChanges(told, state, Date.now()), ...(again ? { responses: state.responses, handed_in: true } : {}) };
    told = state;
    sending = true;
    if (again) model.set("handed_in", false); // what a model holds already it would not send
    record(model, changes);
    sending = false;
  }

  return {
    flush,
    /** Record what was typed, if that waits for a pause. @param {ExamState} state */
    settle: (state) => typing !== undefined && flush(state),
    /** @param {ExamState} state @param {string} type of the step that led to it */
    send(state, type) {
      if (state.marked || ["keys", "late", "seen"].includes(type)) return;
      clearTimeout(typing);
      const types = type === "draft" && !state.items[state.at].options.length;
      if (types) typing = setTimeout(() => flush(state), TYPING_PAUSE);
      else flush(state, type === "handIn" && told.stage === "waiting");
    },
    /** The model holds this already. @param {ExamState} state */
    told(state) {
      told = state;
    },
    /** Whether a change of the model is this sender's own. */
    sending: () => sending,
    close: () => clearTimeout(typing),
  };
}

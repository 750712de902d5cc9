/** A widget's model with no kernel behind it: what is recorded goes to the page's store, and papers are marked here. */

import { score } from "./scoring.js";

/** @typedef {import("./quiz.js").Model} Model */

/** @param {Record<string, any>} traits @param {(traits: Record<string, any>) => void} keep is told of every change @returns {Model} */
export function pageModel(traits, keep) {
  /** @type {Record<string, Set<() => void>>} */
  const listeners = {};
  const tell = (/** @type {string} */ name) => [...(listeners[`change:${name}`] ?? [])].forEach((call) => call());
  const model = {
    get: (/** @type {string} */ name) => traits[name],
    set: (/** @type {string} */ name, /** @type {any} */ value) => {
      traits[name] = value;
      tell(name);
    },
    on: (/** @type {string} */ event, /** @type {() => void} */ call) => void (listeners[event] ??= new Set()).add(call),
    off: (/** @type {string} */ event, /** @type {() => void} */ call) => void listeners[event]?.delete(call),
    save_changes: () => {
      keep(traits);
      if (traits.heard !== traits.sent) model.set("heard", traits.sent);
      if (traits.handed_in && !traits.review) model.set("review", traits.mark(traits.responses));
    },
  };
  return model;
}

/** A paper that was handed in, marked, as Python sends it from a kernel (`review_payload` in lessons/widgets/exam.py).
 * @param {any[]} items payloads with keys @param {any} facts @param {{right: number, wrong: number}} marking
 * @param {Record<string, import("./quiz_state.js").Given>} responses */
export function markedPaper(items, facts, marking, responses) {
  const scores = Object.fromEntries(items.map((item) => [item.id, score({ options: [], ...item }, responses[item.id])]));
  return { items, facts, marking, scores };
}

/** What an exam shows of an item: nothing of its key (`question_payload` in lessons/widgets/payload.py).
 * @param {Record<string, any>} item */
export function questionOf(item) {
  const names = ["id", "kind", "form", "label", "stem", "statements", "list_two", "headings", "closing", "options", "as_of_text", "hint"];
  return Object.fromEntries(names.filter((name) => name in item).map((name) => [name, item[name]]));
}

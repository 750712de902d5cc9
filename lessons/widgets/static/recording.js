/** What the browser tells Python, and what it says where Python does not hear it. */

import { make } from "./dom.js";

/** @typedef {import("./quiz.js").Model} Model */

const PATIENCE = 4000; // milliseconds: a kernel that is busy for less has only been slow

/**
 * Set traits and send them. Python answers `heard` with the count `sent`. A model that lacks a trait is not given it, and nothing that goes
 * wrong here reaches the learner's practice.
 * @param {Model} model @param {Record<string, unknown>} changes in the order in which they are set
 */
export function record(model, changes) {
  try {
    for (const [name, value] of Object.entries(changes)) if (model.get(name) !== undefined) model.set(name, value);
    if (countOf(model, "sent") !== null) model.set("sent", (countOf(model, "sent") ?? 0) + 1);
    model.save_changes();
  } catch (error) {
    console.warn("lessons: the kernel is away; the widget goes on without it", error);
  }
}

/**
 * A quiet line that comes when something sent was not heard for some seconds, and goes when all is heard.
 * @param {Model} model @param {string} what is not recorded, e.g. "your responses" @param {(text: string) => void} say into the live region
 * @returns {{element: HTMLElement, close: () => void}} the line, to be put again wherever the widget is drawn anew
 */
export function watchRecording(model, what, say) {
  const words = `Not recorded: ${what}. Python does not answer; you can go on.`;
  const element = make("p", { class: "lessons-unrecorded", hidden: true }, words);
  /** @type {Set<ReturnType<typeof setTimeout>>} */
  const waiting = new Set();
  const heard = () => countOf(model, "heard") ?? Infinity;

  function waitFor() {
    const sent = countOf(model, "sent") ?? 0;
    if (heard() >= sent) return;
    const timeout = setTimeout(() => {
      waiting.delete(timeout);
      if (heard() >= sent || !element.hidden) return;
      element.hidden = false;
      say(words);
    }, PATIENCE);
    waiting.add(timeout);
  }

  function hear() {
    if (heard() >= (countOf(model, "sent") ?? 0)) element.hidden = true;
  }

  model.on("change:sent", waitFor);
  model.on("change:heard", hear);
  waitFor();
  return {
    element,
    close() {
      model.off("change:sent", waitFor);
      model.off("change:heard", hear);
      for (const timeout of waiting) clearTimeout(timeout);
    },
  };
}

/** A count that the model holds; null where it has none. @param {Model} model @param {string} name */
function countOf(model, name) {
  const count = model.get(name);
  return typeof count === "number" ? count : null;
}

/** What the browser tells Python, and what it says of it: recorded, not recorded and why, or not heard. */

import { make, signed } from "./dom.js";

/** @typedef {import("./quiz.js").Model} Model */

const PATIENCE = 4000; // milliseconds: a kernel that is busy for less has only been slow

/**
 * Set traits and send them. Python answers `heard` with the count `sent`. A model that lacks a trait is not given it, and nothing that goes
 * wrong here reaches the learner's practice.
 * @param {Model} model @param {Record<string, unknown>} changes in the order in which they are set
 * @param {unknown[] | null} [attempt] something responded, to be kept: id, response, seconds; `log` holds those that were not heard yet
 */
export function record(model, changes, attempt = null) {
  try {
    for (const [name, value] of Object.entries(changes)) if (model.get(name) !== undefined) model.set(name, value);
    const sent = (countOf(model, "sent") ?? 0) + 1;
    if (attempt && Array.isArray(model.get("log"))) {
      const unheard = model.get("log").filter((/** @type {[number]} */ [n]) => n > (countOf(model, "heard") ?? 0));
      model.set("log", [...unheard, [sent, ...attempt]]);
    }
    if (countOf(model, "sent") !== null) model.set("sent", sent);
    model.save_changes();
  } catch (error) {
    console.warn("lessons: the kernel is away; the widget goes on without it", error);
  }
}

/**
 * A quiet line: that all is recorded, where it is; some seconds after something sent was not heard, that it is not.
 * @param {Model} model @param {string} what is not recorded, e.g. "your responses" @param {(text: string) => void} say into the live region
 * @returns {{element: HTMLElement, close: () => void}} the line, to be put again wherever the widget is drawn anew
 */
export function watchRecording(model, what, say) {
  const unheard = `Not recorded: ${what}. Python does not answer; you can go on.`;
  const element = make("p", { class: "lessons-recording", dir: "auto", hidden: true });
  /** @type {Set<ReturnType<typeof setTimeout>>} */
  const waiting = new Set();
  const isHeard = () => (countOf(model, "heard") ?? Infinity) >= (countOf(model, "sent") ?? 0);
  const trouble = () => String(model.get("trouble") || "");
  let said = "";

  /** @param {"recorded" | "unrecorded" | ""} state @param {string} [words] */
  function tell(state, words = "") {
    const text = state === "recorded" ? ["Recorded", String(model.get("notice") || "")].filter(Boolean).join(". ") : words;
    element.hidden = !state;
    element.classList.toggle("lessons-unrecorded", state === "unrecorded");
    if (element.dataset.words === text) return;
    element.dataset.words = text;
    element.replaceChildren(...(state === "recorded" ? [signed("✓"), text] : [text]));
    if (state === "unrecorded" && words !== said) say((said = words));
  }

  function waitFor() {
    if (isHeard()) return;
    if (element.classList.contains("lessons-unrecorded")) return;
    if (model.get("records")) tell("");
    const timeout = setTimeout(() => {
      waiting.delete(timeout);
      if (!isHeard()) tell("unrecorded", unheard);
    }, PATIENCE);
    waiting.add(timeout);
  }

  function hear() {
    if (!isHeard()) return;
    if (trouble()) tell("unrecorded", `Not recorded: ${what}. ${trouble()}. You can go on.`);
    else tell(model.get("records") && countOf(model, "kept") ? "recorded" : "");
  }

  const events = { "change:sent": waitFor, "change:heard": hear, "change:trouble": hear };
  for (const [event, call] of Object.entries(events)) model.on(event, call);
  waitFor();
  if (trouble()) hear();
  return {
    element,
    close() {
      for (const [event, call] of Object.entries(events)) model.off(event, call);
      for (const timeout of waiting) clearTimeout(timeout);
    },
  };
}

/** A count that the model holds; null where it has none. @param {Model} model @param {string} name */
function countOf(model, name) {
  const count = model.get(name);
  return typeof count === "number" ? count : null;
}

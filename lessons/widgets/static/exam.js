/** The exam widget. */
import { frame } from "./dom.js";

/** @param {{model: import("./quiz.js").Model, el: HTMLElement}} host @returns {() => void} the clean-up */
export function renderExam({ model, el }) {
  const shown = frame(el, "exam", String(model.get("title") || "Exam"));
  return () => shown.root.remove();
}

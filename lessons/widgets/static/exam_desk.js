/** A question of a paper on the learner's desk: to respond to, or marked. */

import { make, signed } from "./dom.js";
import { cellMark, CELL_SIGNS, isFlagged } from "./exam_cells.js";
import { reviewOrder } from "./exam_marked.js";
import { askedItem, isBlank } from "./exam_state.js";
import { feedback } from "./feedback.js";
import { question } from "./quiz_parts.js";
import { marksText } from "./score_records.js";

/** @typedef {import("./exam_state.js").ExamState} ExamState @typedef {import("./exam_state.js").ExamAction} ExamAction */
/** @typedef {{prefix: string, rules: string[], title: string, act: (action: ExamAction) => void, say: (text: string) => void}} Drawn */

/** @param {string} part @param {string} text @param {string} look @param {() => void} press */
export const examButton = (part, text, look, press) =>
  make("button", { type: "button", class: `lessons-button ${look}`, "data-part": part, onclick: press }, text);

/** The question with all that is needed to respond, and its buttons. @param {ExamState} state @param {Drawn} drawn */
export function sittingDesk(state, { prefix, act, say }) {
  const item = state.items[state.at];
  const asked = question(item, {
    prefix, draft: state.responses[item.id] ?? "", response: "", score: undefined, notice: "", act, say });
  const last = state.at + 1 === state.items.length;
  const actions = make("div", { class: "lessons-actions lessons-exam-actions" },
    examButton("next", last ? "Finish" : "Next", "lessons-primary", () => act({ type: "next" })),
    previousButton(state.at > 0, act),
    make("span", { class: "lessons-space" }),
    flagButton(() => act({ type: "flag" })), examButton("clear", "Clear", "lessons-quiet", () => act({ type: "clear" })));
  return [asked, ...(item.kind === "ordering" ? [orderNote(act)] : []), actions];
}

/** It keeps its place where there is nothing before. @param {boolean} can @param {Drawn["act"]} act */
function previousButton(can, act) {
  const button = examButton("previous", "Previous", "", () => act({ type: "previous" }));
  button.disabled = !can;
  return button;
}

/** @param {() => void} press */
function flagButton(press) {
  const button = examButton("flag", "", "lessons-flag", press);
  button.append(signed("⚑"), "Flag");
  return button;
}

/** An order stands there before anybody has thought about it, so it counts only once it is a response. @param {Drawn["act"]} act */
function orderNote(act) {
  const keep = () => act({ type: "keep" });
  return make("div", { class: "lessons-order-note" }, make("p", { class: "lessons-hint" }),
    make("button", { type: "button", class: "lessons-small", "data-part": "keep", onclick: keep }, "Keep this order"));
}

/** Write what has changed in the question that stands there. @param {HTMLElement} desk @param {ExamState} state */
export function updateDesk(desk, state) {
  const blank = isBlank(state.responses[state.items[state.at].id]);
  const found = (/** @type {string} */ part) => /** @type {HTMLButtonElement | null} */ (desk.querySelector(`[data-part="${part}"]`));
  found("flag")?.setAttribute("aria-pressed", String(isFlagged(state, state.at)));
  found("clear")?.toggleAttribute("disabled", blank);
  found("keep")?.toggleAttribute("hidden", !blank);
  desk.querySelector(".lessons-order-note > p")?.replaceChildren(
    blank ? "Counts as blank until you move a row, or keep the order as it stands." : "Your order is kept.");
}

/** The question as it was marked, with all that explains it. @param {ExamState} state @param {Drawn} drawn */
export function markedDesk(state, { prefix, act, say }) {
  const [item, marked] = [askedItem(state), state.marked];
  if (!item || !marked) return [];
  const [score, response] = [marked.scores[item.id], state.responses[item.id] ?? ""];
  const order = reviewOrder(state);
  const last = !order.some((n) => n > state.at);
  return [
    markLine(state),
    question(item, { prefix, draft: "", response, score, notice: "", act, say }),
    feedback(item, score, response),
    make("div", { class: "lessons-actions" },
      examButton("next", last ? "Back to the result" : "Next", "lessons-primary", () => act({ type: "next" })),
      previousButton(order.some((n) => n < state.at), act),
      make("span", { class: "lessons-space" }),
      last ? null : examButton("summary", "Back to the result", "lessons-quiet", () => act({ type: "summary" })))];
}

/** "✗ Wrong: −0.67 marks". @param {ExamState} state */
function markLine(state) {
  const mark = cellMark(state, state.at);
  const [sign, words] = CELL_SIGNS[mark];
  const told = `${words[0].toUpperCase()}${words.slice(1)}: ${earnedText(state)}`;
  return make("p", { class: `lessons-mark-line is-${mark}` }, signed(sign), told);
}

/** What the question shown has earned or cost. @param {ExamState} state */
export function earnedText(state) {
  const [item, marked] = [askedItem(state), state.marked];
  const score = item && marked?.scores[item.id];
  if (!score || !marked) return "";
  const { right, wrong } = marked.marking;
  const earned = score.verdict === "wrong" ? wrong : (right * score.marks) / score.out_of;
  return `${marksText(earned)} mark${marksText(Math.abs(earned)) === "1" ? "" : "s"}`;
}

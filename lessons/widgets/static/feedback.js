/** What a learner is told of a marked response: verdict, key, explanation, and where each part of it comes from. */

import { make, ownText, paragraphs, signed } from "./dom.js";
import { keyTexts } from "./facts.js";
import { briefProvenance, provenance } from "./provenance.js";

/** @typedef {import("./quiz_state.js").QuizItem} QuizItem @typedef {import("./score_records.js").Score} Score */
/** @typedef {import("./quiz_state.js").Given} Given */

/** @type {Record<string, [string, string]>} sign and words */
export const VERDICT_WORDS = {
  right: ["✓", "Right"], partly: ["◐", "Partly right"], wrong: ["✗", "Not right this time"], blank: ["→", "Here it is"] };

/** Verdict, key, explanation and where it comes from. @param {QuizItem} item @param {Score} score @param {Given} response */
export function feedback(item, score, response) {
  const [sign, words] = VERDICT_WORDS[score.verdict] ?? ["", ""];
  return make("div", { class: `lessons-feedback is-${score.verdict}` },
    make("p", { class: "lessons-verdict" }, signed(sign), words),
    score.message ? make("p", { class: "lessons-message", dir: "auto" }, score.message) : null,
    ...keyLines(item, score, response),
    ...paragraphs(item.explanation ?? ""), item.parts?.length ? partList(item.parts) : provenance(item));
}

/** The key, unless it stands above already: on the rows of several options and of matches.
 * @param {QuizItem} item @param {Score} score @param {Given} response @returns {HTMLElement[]} */
function keyLines(item, score, response) {
  const isRight = score.verdict === "right";
  if (isRight && (item.options.length > 0 || response === item.key_text)) return [];
  if (item.kind === "matching" || item.kind === "multiple_response") return [];
  if (item.kind === "ordering") return response.length ? rightOrder(item) : [];
  return [make("p", { class: "lessons-key" }, isRight ? "" : "The answer: ", make("strong", { dir: "auto" }, item.key_text))];
}

/** Where each event has its part, the parts are the right order. @param {QuizItem} item */
function rightOrder(item) {
  const heading = make("p", { class: "lessons-key" }, "The right order:");
  if (item.parts?.length === item.options.length) return [heading];
  return [heading, make("ol", { class: "lessons-right-order" }, ...keyTexts(item).map((text) => make("li", {}, ownText(text))))];
}

/** Part by part, each with its own source. @param {NonNullable<QuizItem["parts"]>} parts */
function partList(parts) {
  return make("ul", { class: "lessons-parts", role: "list" }, ...parts.map((part) => {
    const judged = part.correct ? ["is-right", "✓", "correct"] : ["is-wrong", "✗", "incorrect"];
    const [look, sign, words] = part.correct === null ? ["", "", ""] : judged;
    const [first, ...rest] = paragraphs(part.text);
    const label = make("strong", { class: "lessons-part-number", dir: "auto" }, part.label);
    if (!sign) first?.prepend(label, " ");
    return make("li", { class: `lessons-part ${look}` },
      sign ? make("p", { class: "lessons-part-label" }, signed(sign), label, ` – ${words}`) : null,
      first, ...rest, briefProvenance(part));
  }));
}

/** What the live region says. @param {QuizItem} item @param {Score} score */
export function spokenResult(item, score) {
  const words = VERDICT_WORDS[score.verdict]?.[1];
  return [`${words}.`, score.verdict === "right" ? item.key_text : `The answer: ${item.key_text}`, score.message].filter(Boolean).join(" ");
}

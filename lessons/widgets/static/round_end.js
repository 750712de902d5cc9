/** The end of a round: how it went, what was missed and where it stands. */

import { idList } from "./arranging.js";
import { letter } from "./choosing.js";
import { make, signed, unseen, withBlank } from "./dom.js";
import { statementLists } from "./exam_forms.js";
import { keyTexts } from "./facts.js";
import { VERDICT_WORDS } from "./feedback.js";
import { totalMarks } from "./score_records.js";

/** @typedef {import("./quiz_state.js").QuizItem} QuizItem @typedef {import("./quiz_state.js").QuizState} QuizState */

/** @param {QuizState} state @param {number[]} missed */
export function endOfRound(state, missed) {
  if (!state.round.length) return make("p", { class: "lessons-end-words" }, "There is nothing to ask here.");
  const all = state.round.length;
  const scores = state.round.map((n) => state.scores[state.items[n].id]).filter(Boolean);
  const marks = totalMarks(scores);
  const inShares = scores.some((score) => score.verdict === "partly");
  return make("div", { class: "lessons-end" },
    make("p", { class: "lessons-score", tabindex: -1, "data-part": "score" },
      make("span", { class: "lessons-score-right" }, marks), ` of ${all} ${inShares ? "marks" : "right"}`),
    make("p", { class: "lessons-end-words" }, endWords(marks / all)),
    missed.length ? make("p", { class: "lessons-label" }, missed.length === 1 ? "Missed" : `Missed (${missed.length})`) : null,
    missed.length ? make("ol", { class: "lessons-missed" }, ...missed.map((n) => missedRow(state, state.items[n]))) : null);
}

/** @param {number} share of the marks */
function endWords(share) {
  if (share < 0.4) return "A start. The missed ones are below; take your time.";
  return share === 1 ? "All of them. Well done." : share >= 0.7 ? "Well done." : "Getting there.";
}

/** @param {QuizState} state @param {QuizItem} item */
function missedRow(state, item) {
  const score = state.scores[item.id];
  const said = score?.verdict === "wrong" || score?.verdict === "partly" ? responseText(item, state.responses[item.id] ?? "") : "";
  const [sign, you] = [VERDICT_WORDS[score?.verdict]?.[0] ?? "", score?.verdict === "partly" ? "You, partly right: " : "You: "];
  return make("li", {},
    make("p", { class: "lessons-missed-stem" }, ...withBlank(item.stem)), ...statementLists(item),
    item.closing ? make("p", { class: "lessons-missed-closing" }, item.closing) : null,
    ...missedKey(item),
    said ? make("p", { class: `lessons-missed-said is-${score.verdict}` }, signed(sign), you, said) : null,
    !score ? make("p", { class: "lessons-missed-said" }, "Not answered") : null,
    ...(item.cites ?? []).map((cite) => make("p", { class: "lessons-cite" }, cite)));
}

/** The key: one line, or a list of several. @param {QuizItem} item */
function missedKey(item) {
  const [first, ...rest] = keyTexts(item);
  if (!rest.length) return [make("p", {}, signed("✓"), unseen("Right answer: "), make("strong", {}, first))];
  const texts = [first, ...rest].map((text) => make("li", {}, text));
  return [make("p", {}, signed("✓"), make("strong", {}, item.kind === "ordering" ? "The right order" : "Right")),
    make(item.kind === "ordering" ? "ol" : "ul", { class: "lessons-missed-key" }, ...texts)];
}

/** A response as a learner reads it, in the manner of the key's text.
 * @param {QuizItem} item @param {import("./quiz_state.js").Given} response */
export function responseText(item, response) {
  const texts = idList(response).map((id) => item.options.find((option) => option.id === id)?.text ?? id);
  if (item.kind !== "matching") return texts.join("; ");
  return texts.map((text, n) => `${item.statements?.[n] ?? letter(n)} – ${text || "left open"}`).join("; ");
}

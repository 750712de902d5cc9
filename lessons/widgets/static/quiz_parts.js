/** The parts of a quiz as elements: what is asked, the options or the field, the feedback, the end. */

import { fromEdtf } from "./dates.js";
import { make, paragraphs, signed, unseen, withBlank } from "./dom.js";
import { exampleDate, wantedDate } from "./judge_dates.js";
import { provenance } from "./provenance.js";
import { exampleNumber } from "./scoring.js";

/** @typedef {import("./quiz_state.js").QuizItem} QuizItem @typedef {import("./quiz_state.js").QuizState} QuizState */
/** @typedef {import("./scoring.js").Score} Score */

/** @type {Record<string, string>} */
export const KIND_WORDS = { single_choice: "Choose one", true_false: "True or false?", gap: "Type it" };
/** @type {Record<string, [string, string]>} sign and words */
export const VERDICT_WORDS = { right: ["✓", "Right"], wrong: ["✗", "Not right this time"], blank: ["→", "Here it is"] };

/** @param {number} n */
export const letter = (n) => String.fromCharCode(65 + n);

/** The stem's parts, its gap filled in once there is a score. @param {QuizItem} item @param {Score | undefined} score */
const stemParts = (item, score) => withBlank(item.stem, score ? item.key_text : "");

/** @param {QuizItem} item */
function beneathStem(item) {
  const unsaid = item.as_of_text && !item.stem.includes(item.as_of_text);
  return [
    item.statements?.length ? make("ol", { class: "lessons-statements" }, ...item.statements.map((text) => make("li", {}, text))) : null,
    unsaid ? make("p", { class: "lessons-asked-as-of" }, `As of ${item.as_of_text}`) : null,
  ];
}

/**
 * The options as radio buttons whose whole row can be pressed.
 * @param {QuizItem} item @param {{prefix: string, draft: string, response: string, score: Score | undefined, notice: string}} given
 * @param {(n: number) => void} choose
 */
export function optionRows(item, { prefix, draft, response, score, notice }, choose) {
  const rows = item.options.map((option, n) => {
    const [chosen, isKey] = [(score ? response : draft) === option.id, Array.isArray(item.key) && item.key.includes(option.id)];
    const input = make("input", {
      type: "radio", name: `${prefix}-options`, id: `${prefix}-option-${n}`, "data-part": `option-${n}`, checked: chosen,
      disabled: Boolean(score), onchange: () => choose(n), "aria-describedby": notice ? `${prefix}-notice` : null });
    const look = !score ? "" : isKey ? "is-key" : chosen ? "is-wrong" : "is-other";
    const words = chosen ? "Your choice" : "Right answer";
    const tag = look === "is-key" ? tagged("✓", words) : look === "is-wrong" ? tagged("✗", words) : null;
    return make("label", { class: `lessons-option ${look}`, for: input.id },
      input, make("span", { class: "lessons-letter", "aria-hidden": "true" }, letter(n)),
      make("span", { class: "lessons-option-text" }, option.text), tag);
  });
  return make("fieldset", { class: "lessons-question" },
    make("legend", { class: "lessons-stem", tabindex: -1, "data-part": "stem" }, ...stemParts(item, score)), ...beneathStem(item), ...rows);
}

/** @param {string} sign @param {string} words */
const tagged = (sign, words) => make("span", { class: "lessons-tag" }, signed(sign), words);

/**
 * A field to type into, with a hint of the form that is expected.
 * @param {QuizItem} item @param {{prefix: string, draft: string, response: string, score: Score | undefined, notice: string}} given
 * @param {(text: string) => void} type
 */
export function typingField(item, { prefix, draft, response, score, notice }, type) {
  const [id, hintId] = [`${prefix}-field`, `${prefix}-hint`];
  const field = make("input", {
    type: "text", id, class: score ? `is-${score.verdict}` : "", "data-part": "field", maxlength: 200, readonly: Boolean(score),
    autocomplete: "off", autocapitalize: "off", autocorrect: "off", spellcheck: "false", enterkeyhint: "done",
    "aria-describedby": notice ? `${hintId} ${prefix}-notice` : hintId, "aria-invalid": notice ? "true" : null,
    oninput: (/** @type {Event} */ event) => type(/** @type {HTMLInputElement} */ (event.target).value) });
  field.value = score ? response : draft;
  return make("div", { class: "lessons-question" },
    make("label", { class: "lessons-stem", for: id, tabindex: -1, "data-part": "stem" }, ...stemParts(item, score)), ...beneathStem(item),
    field, make("p", { class: "lessons-hint", id: hintId }, score ? "Your response" : formHint(item.key)));
}

/** The form that a typed response should have, without giving it away. @param {QuizItem["key"]} key */
export function formHint(key) {
  if (typeof key === "number") return `A number, such as ${exampleNumber(key)}`;
  const date = typeof key === "string" ? fromEdtf(key) : null;
  if (date) return `A date: ${wantedDate(date)}, such as ${exampleDate(date)}`;
  return "A word or a few; case and accents do not matter";
}

/** Verdict, key, explanation and where it comes from. @param {QuizItem} item @param {Score} score @param {string} response */
export function feedback(item, score, response) {
  const [sign, words] = VERDICT_WORDS[score.verdict] ?? ["", ""];
  const shown = score.verdict === "right" && (item.options.length > 0 || response === item.key_text); // it stands above
  return make("div", { class: `lessons-feedback is-${score.verdict}` },
    make("p", { class: "lessons-verdict" }, signed(sign), words),
    shown ? null : make("p", { class: "lessons-key" }, score.verdict === "right" ? "" : "The answer: ", make("strong", {}, item.key_text)),
    score.message ? make("p", { class: "lessons-message" }, score.message) : null,
    ...paragraphs(item.explanation ?? ""), ...paragraphs(item.why ?? ""), provenance(item));
}

/** What the live region says. @param {QuizItem} item @param {Score} score */
export function spokenResult(item, score) {
  const words = VERDICT_WORDS[score.verdict]?.[1];
  return [`${words}.`, score.verdict === "right" ? item.key_text : `The answer: ${item.key_text}`, score.message].filter(Boolean).join(" ");
}

/** The end: how it went, what was missed and where it stands. @param {QuizState} state @param {number[]} missed */
export function endOfRound(state, missed) {
  if (!state.round.length) return make("p", { class: "lessons-end-words" }, "There is nothing to ask here.");
  const [right, all] = [state.round.length - missed.length, state.round.length];
  const share = all ? right / all : 0;
  const praise = share === 1 ? "All of them. Well done." : share >= 0.7 ? "Well done." : "Getting there.";
  const words = share >= 0.4 ? praise : "A start. The missed ones are below; take your time.";
  return make("div", { class: "lessons-end" },
    make("p", { class: "lessons-score", tabindex: -1, "data-part": "score" },
      make("span", { class: "lessons-score-right" }, String(right)), ` of ${all} right`),
    make("p", { class: "lessons-end-words" }, words),
    missed.length ? make("p", { class: "lessons-label" }, missed.length === 1 ? "Missed" : `Missed (${missed.length})`) : null,
    missed.length ? make("ol", { class: "lessons-missed" }, ...missed.map((n) => missedRow(state, state.items[n]))) : null);
}

/** @param {QuizState} state @param {QuizItem} item */
function missedRow(state, item) {
  const score = state.scores[item.id];
  const response = state.responses[item.id] ?? "";
  const said = item.options.find((option) => option.id === response)?.text ?? response;
  return make("li", {},
    make("p", { class: "lessons-missed-stem" }, ...withBlank(item.stem)),
    make("p", {}, signed("✓"), unseen("Right answer: "), make("strong", {}, item.key_text)),
    score?.verdict === "wrong" ? make("p", { class: "lessons-missed-said" }, signed("✗"), `You: ${said}`) : null,
    !score ? make("p", { class: "lessons-missed-said" }, "Not answered") : null,
    ...(item.cites ?? []).map((cite) => make("p", { class: "lessons-cite" }, cite)));
}

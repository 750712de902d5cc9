/** What is asked, by its kind: options, rows to order or to match, or a field to type into. */

import { optionRows } from "./choosing.js";
import { make, withBlank } from "./dom.js";
import { closingLine, statementLists } from "./exam_forms.js";
import { matchRows } from "./matching.js";
import { orderRows } from "./ordering.js";

/** @typedef {import("./quiz_state.js").QuizItem} QuizItem @typedef {import("./score_records.js").Score} Score */
/**
 * @typedef {object} Asked
 * @property {string} prefix of all ids
 * @property {import("./quiz_state.js").Given} draft what is given and not yet checked
 * @property {import("./quiz_state.js").Given} response what was marked
 * @property {Score | undefined} score none before
 * @property {string} notice
 * @property {(action: import("./quiz_state.js").Responding) => void} act
 * @property {(text: string) => void} say into the live region
 */

/** @type {Record<string, string>} */
export const KIND_WORDS = {
  single_choice: "Choose one", multiple_response: "Choose all that are right", true_false: "True or false?", gap: "Type it",
  ordering: "Put in order", matching: "Match" };
/** @type {Record<string, [string, string][]>} the keys that a kind has of its own */
export const KIND_KEYS = {
  gap: [], multiple_response: [["1–9 A–E", "choose an option, or leave it"]],
  ordering: [["1–9 A–E", "go to a row"], ["↑ ↓", "move the row"]],
  matching: [["1–9 A–E", "go to a row"], ["↑ ↓", "choose in the row"]] };
/** @type {Record<string, (item: QuizItem, asked: Asked) => HTMLElement[]>} */
const KIND_ROWS = { multiple_response: optionRows, ordering: orderRows, matching: matchRows };

/** The part of a question that takes the first response. @param {QuizItem} item */
export const firstPart = (item) => (item.options.length ? { ordering: "row-0", matching: "match-0" }[item.kind] ?? "option-0" : "field");

/** The question with all that is needed to respond. @param {QuizItem} item @param {Asked} asked */
export const question = (item, asked) => (item.options.length ? groupOf(item, asked) : typingField(item, asked));

/** The stem's parts, its gap filled in once there is a score. @param {QuizItem} item @param {Score | undefined} score */
const stemParts = (item, score) => withBlank(item.stem, score ? item.key_text : "");

/** @param {QuizItem} item @returns {(HTMLElement | null)[]} */
function beneathStem(item) {
  const unsaid = item.as_of_text && !item.stem.includes(item.as_of_text);
  return [...statementLists(item), unsaid ? make("p", { class: "lessons-asked-as-of" }, `As of ${item.as_of_text}`) : null];
}

/** Stem, statements, closing and rows as one group: who enters it, or is led to it, hears stem and closing once.
 * @param {QuizItem} item @param {Asked} asked */
function groupOf(item, asked) {
  const closing = closingLine(item, `${asked.prefix}-closing`);
  return make("fieldset", { class: "lessons-question", tabindex: -1, "data-part": "stem", "aria-describedby": closing?.id },
    make("legend", { class: "lessons-stem", dir: "auto" }, ...stemParts(item, asked.score)),
    ...beneathStem(item), closing, ...(KIND_ROWS[item.kind] ?? optionRows)(item, asked));
}

/** A field to type into, with a hint of the form that is expected. @param {QuizItem} item @param {Asked} asked */
function typingField(item, { prefix, draft, response, score, notice, act }) {
  const [id, hintId] = [`${prefix}-field`, `${prefix}-hint`];
  const field = make("input", {
    type: "text", id, class: score ? `is-${score.verdict}` : "", "data-part": "field", maxlength: 200, readonly: Boolean(score),
    autocomplete: "off", autocapitalize: "off", autocorrect: "off", spellcheck: "false", enterkeyhint: "done",
    dir: "auto", "aria-describedby": hintId, "aria-invalid": notice ? "true" : null,
    oninput: (/** @type {Event} */ event) => act({ type: "draft", response: /** @type {HTMLInputElement} */ (event.target).value }) });
  field.value = [score ? response : draft].flat().join(" ");
  return make("div", { class: "lessons-question" },
    make("label", { class: "lessons-stem", dir: "auto", for: id, tabindex: -1, "data-part": "stem" }, ...stemParts(item, score)),
    ...beneathStem(item), field, make("p", { class: "lessons-hint", id: hintId }, score ? "Your response" : item.hint ?? ""));
}

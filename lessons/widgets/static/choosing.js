/** Options to choose from: one of them, or several. */

import { idList } from "./arranging.js";
import { make, ownText, signed } from "./dom.js";

/** @typedef {import("./quiz_state.js").QuizItem} QuizItem @typedef {import("./quiz_parts.js").Asked} Asked */

/** The letter in front of the n-th. @param {number} n */
export const letter = (n) => String.fromCharCode(65 + n);

/** A result beside a row: a sign and words that say the same. @param {string} sign @param {string} words */
export const tagged = (sign, words) => make("span", { class: "lessons-tag" }, signed(sign), words);

/**
 * The options as radio buttons or checkboxes whose whole row can be pressed. Exam forms letter them a, b, c, as List-I has A, B, C.
 * @param {QuizItem} item @param {Asked} asked @returns {HTMLElement[]}
 */
export function optionRows(item, asked) {
  const several = item.kind === "multiple_response";
  const chosen = idList(asked.score ? asked.response : asked.draft);
  return item.options.map((option, n) => {
    const is = { chosen: chosen.includes(option.id), key: Array.isArray(item.key) && item.key.includes(option.id) };
    const input = make("input", {
      type: several ? "checkbox" : "radio", name: `${asked.prefix}-options`, id: `${asked.prefix}-option-${n}`, "data-part": `option-${n}`,
      checked: is.chosen, disabled: Boolean(asked.score), onchange: () => asked.act({ type: "choose", option: n }) });
    const look = asked.score ? lookOf(is) : "";
    const sign = item.closing ? letter(n).toLowerCase() : letter(n);
    const why = asked.score ? item.whys?.[option.id] : "";
    const text = make("span", { class: "lessons-option-text" }, ownText(option.text),
      why ? make("span", { class: "lessons-why", dir: "auto" }, why) : null);
    return make("label", { class: `lessons-option${several ? " is-several" : ""} ${look}`, for: input.id },
      input, make("span", { class: "lessons-letter", "aria-hidden": "true" }, sign), text,
      asked.score ? resultTag(is, several && chosen.length > 0) : null);
  });
}

/** @param {{chosen: boolean, key: boolean}} is */
function lookOf(is) {
  if (is.key) return is.chosen ? "is-key is-chosen" : "is-key";
  return is.chosen ? "is-wrong is-chosen" : "is-other";
}

/** @param {{chosen: boolean, key: boolean}} is @param {boolean} several */
function resultTag(is, several) {
  if (is.key) return tagged("✓", is.chosen ? "Your choice" : several ? "Right, but not chosen" : "Right answer");
  return is.chosen ? tagged("✗", "Your choice") : null;
}

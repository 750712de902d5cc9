/** What stands between a question's opening line and its options: statements, pairs, two lists, and the closing question. */

import { make, ownText } from "./dom.js";

/** @typedef {import("./quiz_state.js").QuizItem} QuizItem */

/** The statements or lists of an item, as its form has them. @param {QuizItem} item @returns {HTMLElement[]} */
export function statementLists(item) {
  const statements = item.statements ?? [];
  if (!statements.length || item.kind === "matching") return []; // matching draws its own, each with a place beside it
  if (item.form === "statement_reason") return [reasonList(statements)];
  if (item.form === "pairs") return [pairTable(statements, item.list_two ?? [], item.headings ?? [])];
  if (item.form === "lists") return [twoLists(statements, item.list_two ?? [], item.headings ?? [])];
  return [make("ol", { class: "lessons-statements" }, ...statements.map((text) => make("li", {}, ownText(text))))];
}

/** The question below them, which the group of options is described by. @param {QuizItem} item @param {string} id */
export const closingLine = (item, id) => (item.closing ? make("p", { class: "lessons-closing", dir: "auto", id }, item.closing) : null);

/** Statement-I and Statement-II, as the papers label them. @param {string[]} statements */
function reasonList(statements) {
  return make("ul", { class: "lessons-statements lessons-reasons", role: "list" }, ...statements.map((text, n) =>
    make("li", {}, make("strong", {}, `Statement-${"I".repeat(n + 1)}:`), " ", make("span", { dir: "auto" }, text))));
}

/** "1. LEFT : RIGHT", a row each. @param {string[]} left @param {string[]} right @param {string[]} headings */
function pairTable(left, right, headings) {
  const head = make("tr", {}, make("td"), ...headings.slice(0, 2).map((text) => make("th", { scope: "col", dir: "auto" }, text)));
  const rows = left.map((text, n) => make("tr", {}, make("th", { class: "lessons-pair-number", scope: "row" }, `${n + 1}.`),
    make("td", {}, ownText(text)), make("td", { class: "lessons-pair-right" }, ownText(right[n] ?? ""))));
  return make("table", { class: "lessons-pairs" },
    headings.some(Boolean) ? make("thead", {}, head) : null, make("tbody", {}, ...rows));
}

/** List-I lettered and List-II numbered, side by side where there is room.
 * @param {string[]} one @param {string[]} two @param {string[]} headings */
function twoLists(one, two, headings) {
  const list = (/** @type {string} */ name, /** @type {string[]} */ texts, /** @type {string} */ type) =>
    make("div", { class: "lessons-list" }, make("p", { class: "lessons-list-name" }, name),
      make("ol", { type, "aria-label": name }, ...texts.map((text) => make("li", {}, ownText(text)))));
  const [first, second] = ["List-I", "List-II"].map((name, n) => (headings[n] ? `${name} (${headings[n]})` : name));
  return make("div", { class: "lessons-lists" }, list(first, one, "A"), list(second, two, "1"));
}

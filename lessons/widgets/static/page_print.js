/** What the offline page prints: questions as on a paper and their keys with sources on a sheet of their own, or cards as a table. */

import { letter } from "./choosing.js";
import { make, paragraphs, withBlank } from "./dom.js";
import { statementLists } from "./exam_forms.js";
import { toldOf, withFacts } from "./facts.js";

/** @typedef {{title: string, items: any[], cards: any[], facts: any}} Printed */

/** Draw it when the browser is about to print, and take it away afterwards. @param {() => Printed} what */
export function printView(what) {
  /** @type {HTMLElement | null} */
  let sheet = null;
  const remove = () => {
    sheet?.remove();
    sheet = null;
    document.body.classList.remove("is-printing");
  };
  window.addEventListener("beforeprint", () => {
    remove();
    const { title, items, cards, facts } = what();
    if (!items.length && !cards.length) return; // the start of the page prints as it is
    sheet = make("div", { class: "lessons lessons-sheet" }, make("h1", {}, title),
      ...(items.length ? printedItems(withFacts(items, facts)) : [printedCards(cards, facts)]));
    document.body.append(sheet);
    document.body.classList.add("is-printing");
  });
  window.addEventListener("afterprint", remove);
}

/** @param {import("./quiz_state.js").QuizItem[]} items */
function printedItems(items) {
  const keys = items.map((item) => make("li", {}, make("strong", {}, printedKey(item)), " ", (item.cites ?? []).join("; ")));
  return [make("ol", { class: "lessons-sheet-items" }, ...items.map(printedItem)),
    make("section", { class: "lessons-sheet-keys" }, make("h2", {}, "Key"), make("ol", {}, ...keys))];
}

/** @param {import("./quiz_state.js").QuizItem} item */
function printedItem(item) {
  const type = item.kind === "ordering" ? "" : item.kind === "matching" ? "1" : item.closing ? "a" : "A";
  const options = item.options.map((option) => make("li", {}, option.text));
  const left = item.kind === "matching" ? [make("ol", { type: "A" }, ...(item.statements ?? []).map((text) => make("li", {}, text)))] : [];
  return make("li", {}, make("p", { class: "lessons-sheet-stem" }, ...withBlank(item.stem)), ...statementLists(item), ...left,
    item.closing ? make("p", {}, item.closing) : null,
    !options.length ? make("p", { class: "lessons-sheet-line" }) : type ? make("ol", { type }, ...options) : make("ul", {}, ...options));
}

/** The letters of the key where there are some, and its words. @param {import("./quiz_state.js").QuizItem} item */
function printedKey(item) {
  if (!["single_choice", "multiple_response", "true_false"].includes(item.kind) || !Array.isArray(item.key)) return `${item.key_text}.`;
  const letters = item.options.flatMap((option, n) => (/** @type {string[]} */ (item.key).includes(option.id) ? [letter(n)] : []));
  return `${(item.closing ? letters.join(", ").toLowerCase() : letters.join(", "))}. ${item.key_text}.`;
}

/** @param {any[]} cards @param {any} facts */
function printedCards(cards, facts) {
  const rows = cards.map((card) => make("tr", {}, make("td", {}, ...withBlank(card.front)),
    make("td", {}, ...paragraphs(card.back),
      make("p", { class: "lessons-sheet-cite" }, (toldOf(card.facts, facts).cites ?? []).join("; ")))));
  return make("table", { class: "lessons-sheet-cards" },
    make("thead", {}, make("tr", {}, ...["Front", "Back"].map((name) => make("th", { scope: "col" }, name)))),
    make("tbody", {}, ...rows));
}

/** Below the article: the words that are selected in it, and the form that makes a line of them. */

import { smallButton } from "./desk_rows.js";
import { DESK_SECTIONS, deskLines, oneLine } from "./desk_state.js";
import { lastAtOrBelow, wordsWithin } from "./desk_text.js";
import { make } from "./dom.js";

/** @typedef {import("./desk_state.js").DeskState} DeskState @typedef {import("./desk_state.js").DeskAction} DeskAction */
/** @typedef {import("./desk_article.js").DeskArticle} DeskArticle */

const MONTH_NAMES = "January|February|March|April|May|June|July|August|September|October|November|December";
const DATE_WORDS = new RegExp(`\\b(?:1\\d{3}|20\\d\\d|${MONTH_NAMES})\\b`);
const QUOTE_MARKS = /^[“”"«»„‘’']+|[“”"«»„‘’',]+$/g;
const NOTHING_SELECTED = "Select words here to make a line of them.";

/** @param {DeskArticle} article @param {string} prefix of all ids @param {(action: DeskAction) => void} act */
export function openAdding(article, prefix, act) {
  const words = make("p", { class: "lessons-desk-selected", id: `${prefix}-selected`, dir: "auto" }, NOTHING_SELECTED);
  const button = smallButton("adding", "Add a line", () => act({ type: "adding" }));
  // A press must not take the selection away before it is used.
  button.addEventListener("pointerdown", (event) => event.preventDefault());
  const bar = make("div", { class: "lessons-desk-bar" }, words, button);
  const element = make("div", { class: "lessons-desk-below" }, bar);
  /** @type {ReturnType<typeof addForm> | null} */
  let form = null;
  return {
    element,
    /** Give the form's line, or say what it lacks. @param {DeskState} state */
    add(state) {
      const line = form?.line();
      if (!line || !state.selection) return;
      const { start, end } = state.selection;
      const paragraph = Math.max(lastAtOrBelow(article.paragraphs.map((one) => one.start), start), 0) + 1;
      act({ type: "added", line: { ...line, paragraph, start, end, words: wordsWithin(article.text, { start, end }) } });
    },
    /** @param {DeskState} state */
    update(state) {
      const selected = state.selection ? `“${wordsWithin(article.text, state.selection)}”` : NOTHING_SELECTED;
      if (words.textContent !== selected) words.textContent = selected;
      button.disabled = !state.selection;
      button.hidden = state.adding;
      if (state.adding === Boolean(form)) return;
      form?.element.remove();
      form = state.adding && state.selection ? addForm(wordsWithin(article.text, state.selection), state, prefix, act) : null;
      if (form) element.append(form.element);
    },
  };
}

/** @param {string} words @param {DeskState} state @param {string} prefix @param {(action: DeskAction) => void} act */
function addForm(words, state, prefix, act) {
  const headings = [...new Set(deskLines(state).map((line) => line.heading).filter(Boolean))];
  const kind = make("select", { id: `${prefix}-add-kind`, "data-part": "add-kind", onchange: () => fill() },
    ...DESK_SECTIONS.map(([name]) => make("option", { value: name }, name)));
  kind.value = state.kind || guessedSection(words);
  const text = make("textarea", {
    id: `${prefix}-add-text`, rows: 3, dir: "auto", "data-part": "add-text",
    "aria-describedby": `${prefix}-add-hint ${prefix}-add-lacks` });
  const hint = make("p", { class: "lessons-desk-hint", id: `${prefix}-add-hint` });
  const lacks = make("p", { class: "lessons-desk-problem", id: `${prefix}-add-lacks`, role: "alert" });
  const heading = make("input", {
    type: "text", id: `${prefix}-add-heading`, dir: "auto", "data-part": "add-heading", value: headings[0] ?? "" });
  const headed = make("div", { class: "lessons-desk-field" }, make("label", { for: heading.id }, "Each of these points is a …"), heading);
  let filled = "";

  function fill() {
    if (text.value === filled) text.value = filled = openingText(kind.value, words);
    hint.textContent = `For example: ${DESK_SECTIONS.find(([name]) => name === kind.value)?.[2]}`;
    headed.hidden = kind.value !== "Points";
  }
  fill();
  const element = make("div", { class: "lessons-desk-form", role: "group", "aria-label": "A line of your own" },
    make("div", { class: "lessons-desk-field" }, make("label", { for: kind.id }, "Kind"), kind), headed,
    make("div", { class: "lessons-desk-field" }, make("label", { for: text.id }, "The line"), text, hint), lacks,
    make("div", { class: "lessons-actions" },
      smallButton("add", "Add", () => act({ type: "add" })), smallButton("cancel", "Cancel", () => act({ type: "cancel" }))));
  return {
    element,
    /** What was written; null where something lacks, which is said. */
    line() {
      const line = { section: kind.value, heading: kind.value === "Points" ? oneLine(heading.value) : "", text: oneLine(text.value) };
      lacks.textContent = lackOf(line);
      if (lacks.textContent) (kind.value === "Points" && !line.heading ? heading : text).focus();
      return lacks.textContent ? null : line;
    },
  };
}

/** What a line lacks before it can be one. @param {{section: string, heading: string, text: string}} line */
export function lackOf({ section, heading, text }) {
  const [label, ...rest] = text.split(/:(?: |$)/);
  if (section === "Points" && !heading) return "Write what these points are, such as “argument for joining”.";
  if (!text.includes(":")) return "Write a colon between the two halves of the line.";
  return label.trim() && rest.join(" ").trim() ? "" : `Write what stands ${label.trim() ? "behind" : "before"} the colon.`;
}

/** What a line of some words begins as. @param {string} section @param {string} words */
export function openingText(section, words) {
  if (section === "Quotations") return `: “${words.replace(QUOTE_MARKS, "")}”`;
  return section === "Numbers" ? `: ${words}` : `${words}: `;
}

/** Of which kind words look. @param {string} words */
export function guessedSection(words) {
  if (/^[“"«„‘']/.test(words)) return "Quotations";
  if (DATE_WORDS.test(words)) return "Dates";
  if (/^\p{N}/u.test(words)) return "Numbers";
  return /^\p{Lu}\S* \p{Lu}/u.test(words) ? "People" : "Terms";
}

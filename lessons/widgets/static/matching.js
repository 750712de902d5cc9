/** Two lists to match: a row for each statement with a list to choose from, and the options to drag or press onto it. */

import { idList, matchedWith } from "./arranging.js";
import { letter, tagged } from "./choosing.js";
import { make, unseen } from "./dom.js";
import { onDrag } from "./dragging.js";

/** @typedef {import("./quiz_state.js").QuizItem} QuizItem @typedef {import("./quiz_parts.js").Asked} Asked */
/** @typedef {{row: HTMLElement, select: HTMLSelectElement, slot: HTMLElement}} Slot */

/** The rows, to be matched or marked. @param {QuizItem} item @param {Asked} asked @returns {HTMLElement[]} */
export const matchRows = (item, asked) => (asked.score ? markedMatches(item, asked) : openMatches(item, asked));

/** @param {QuizItem} item @param {Asked} asked */
function openMatches(item, asked) {
  const statements = item.statements ?? [];
  const given = idList(asked.draft);
  let matched = statements.map((_, n) => given[n] ?? "");
  // As it was before a row's list was chosen in: what arrow keys pass over in it stays where it was.
  let [before, chosenIn] = [matched, -1];
  let picked = "";
  const slots = statements.map((text, n) => slotRow(item, asked, text, n, {
    focus: () => ([before, chosenIn] = [matched, n]),
    choose: (id) => match(n, id),
    press: () => picked && place(n, picked),
  }));
  const chips = item.options.map((option, n) => chip(option, n, () => pick(picked === option.id ? "" : option.id)));
  const question = make("div", { class: "lessons-matching" }, ...headingRow(item), ...slots.map(({ row }) => row));
  const tray = make("div", { class: "lessons-tray", role: "group", "aria-label": item.headings?.[1] || "Options" }, ...chips);

  /** @param {number} row @param {string} id */
  function match(row, id) {
    if (row !== chosenIn) [before, chosenIn] = [matched, row]; // not every browser gives a list the focus by a press
    matched = matchedWith(before, row, id);
    pick("");
    asked.act({ type: "draft", response: matched });
  }

  /** Put an option into a row by pointer. @param {number} row @param {string} id */
  function place(row, id) {
    [before, chosenIn] = [matched, row];
    match(row, id);
    before = matched;
    slots[row].select.focus({ preventScroll: true });
    asked.say(`${textOf(item, id)}, now with ${letter(row)}`);
  }

  /** @param {string} id */
  function pick(id) {
    picked = id;
    question.classList.toggle("is-picking", Boolean(id));
    showMatches(item, { matched, picked, slots, chips });
    if (id) asked.say(`${textOf(item, id)}: press the row it belongs to`);
  }

  chips.forEach((element, n) => dragChip(element, slots, (row) => place(row, item.options[n].id)));
  showMatches(item, { matched, picked, slots, chips });
  return [question, make("p", { class: "lessons-hint", id: `${asked.prefix}-hint` }, trayHint(item)), tray];
}

/** @param {QuizItem} item */
function trayHint(item) {
  const spare = item.options.length - (item.statements ?? []).length;
  const left = spare > 0 ? ` ${spare === 1 ? "One is" : `${spare} are`} left over.` : "";
  return `Choose in each row, or drag from here: each fits once.${left}`;
}

/** The headings over both columns. @param {QuizItem} item */
function headingRow(item) {
  const [left, right] = item.headings ?? [];
  if (!left && !right) return [];
  const heading = (/** @type {string} */ text) => make("p", { class: "lessons-label", dir: "auto" }, text);
  return [make("div", { class: "lessons-match-head" }, heading(left), heading(right))];
}

/**
 * A statement and its place. The list lies unseen over the place, which shows the whole text of what was chosen.
 * @param {QuizItem} item @param {Asked} asked @param {string} text @param {number} n
 * @param {{focus: () => void, choose: (id: string) => void, press: () => void}} on @returns {Slot}
 */
function slotRow(item, asked, text, n, on) {
  const id = `${asked.prefix}-match-${n}`;
  const select = make("select", {
    id, "data-part": `match-${n}`, onfocus: on.focus, onchange: () => on.choose(select.value) },
    make("option", { value: "" }, "Choose…"),
    ...item.options.map((option, m) => make("option", { value: option.id }, `${m + 1}. ${option.text}`)));
  const slot = make("span", { class: "lessons-slot-text", "aria-hidden": "true" });
  const row = make("div", { class: "lessons-match", onclick: on.press },
    make("label", { class: "lessons-match-left", for: id }, ...lettered(text, n)),
    make("div", { class: "lessons-slot" }, slot, make("span", { class: "lessons-slot-sign", "aria-hidden": "true" }, "▾"), select));
  return { row, select, slot };
}

/** @param {string} text @param {number} n */
const lettered = (text, n) => [
  make("span", { class: "lessons-letter" }, letter(n)), make("span", { class: "lessons-option-text", dir: "auto" }, text)];

/** An option that can be dragged, or pressed before its row; keys and screen readers have the rows' lists.
 * @param {import("./scoring.js").Option} option @param {number} n @param {() => void} press */
function chip(option, n, press) {
  return make("button", {
    type: "button", class: "lessons-chip", tabindex: -1, "data-part": `chip-${n}`, "aria-pressed": "false", onclick: press },
    make("span", { class: "lessons-handle", "aria-hidden": "true" }, "⠿"),
    make("span", { class: "lessons-chip-number" }, `${n + 1}.`), " ",
    make("span", { class: "lessons-option-text", dir: "auto" }, option.text), make("span", { class: "lessons-chip-row" }));
}

/** Write what is matched onto rows and chips.
 * @param {QuizItem} item @param {{matched: string[], picked: string, slots: Slot[], chips: HTMLElement[]}} now */
function showMatches(item, { matched, picked, slots, chips }) {
  slots.forEach(({ row, select, slot }, n) => {
    select.value = matched[n];
    slot.textContent = matched[n] ? select.selectedOptions[0].text : picked ? "Put it here" : "Choose…";
    row.classList.toggle("is-filled", Boolean(matched[n]));
  });
  chips.forEach((element, n) => {
    const { id } = item.options[n];
    const row = matched.indexOf(id);
    element.setAttribute("aria-pressed", String(picked === id));
    element.classList.toggle("is-used", row >= 0);
    element.lastElementChild?.replaceChildren(...(row < 0 ? [] : [unseen("with "), letter(row)]));
  });
}

/** @param {HTMLElement} element @param {Slot[]} slots @param {(row: number) => void} place */
function dragChip(element, slots, place) {
  const under = (/** @type {import("./dragging.js").Drag} */ { x, y }) => slots.findIndex(({ row }) => {
    const box = row.getBoundingClientRect();
    return x >= box.left && x <= box.right && y >= box.top && y <= box.bottom;
  });
  const mark = (/** @type {number} */ over) => slots.forEach(({ row }, n) => row.classList.toggle("is-over", n === over));
  onDrag(element, {
    start: () => element.classList.add("is-dragged"),
    move(drag) {
      element.style.translate = `${drag.dx}px ${drag.dy}px`;
      mark(under(drag));
    },
    drop(drag) {
      if (under(drag) >= 0) place(under(drag));
    },
    end() {
      element.classList.remove("is-dragged");
      element.style.translate = "";
      mark(-1);
    },
  });
}

/** Each row with what was chosen, and with the right match where that is another. @param {QuizItem} item @param {Asked} asked */
function markedMatches(item, { response }) {
  const [key, given] = [Array.isArray(item.key) ? item.key : [], idList(response)];
  const rows = (item.statements ?? []).map((text, n) => {
    const right = given[n] === key[n];
    const look = right ? "is-key" : given.length ? "is-wrong" : "";
    const tag = right ? tagged("✓", "Right") : tagged("✗", given[n] ? "Wrong" : "Left open");
    return make("li", { class: `lessons-match ${look}` },
      make("p", { class: "lessons-match-left" }, ...lettered(text, n)),
      make("div", { class: "lessons-matched" },
        given.length ? make("p", {}, make("span", { dir: "auto" }, textOf(item, given[n])), " ", tag) : null,
        right ? null : make("p", { class: "lessons-match-key" }, "Right match: ", make("strong", { dir: "auto" }, textOf(item, key[n])))));
  });
  return [...headingRow(item), make("ol", { class: "lessons-matching", role: "list" }, ...rows)];
}

/** @param {QuizItem} item @param {string} id */
const textOf = (item, id) => item.options.find((option) => option.id === id)?.text ?? "";

/** Events to put in order: rows to drag, to move with the arrow keys, or with their own two buttons. */

import { idList, moved, ordinal } from "./arranging.js";
import { tagged } from "./choosing.js";
import { make, unseen } from "./dom.js";
import { onDrag } from "./dragging.js";

/** @typedef {import("./quiz_state.js").QuizItem} QuizItem @typedef {import("./quiz_parts.js").Asked} Asked */
/** @typedef {{id: string, text: string, row: HTMLElement, number: HTMLElement, up: HTMLButtonElement, down: HTMLButtonElement}} Row */

/** The rows, to be moved or marked. @param {QuizItem} item @param {Asked} asked @returns {HTMLElement[]} */
export const orderRows = (item, asked) => (asked.score ? markedOrder(item, asked) : movableOrder(item, asked));

/** @param {QuizItem} item @param {Asked} asked */
function movableOrder(item, asked) {
  const hint = make("p", { class: "lessons-hint", id: `${asked.prefix}-hint` }, "Drag the rows, or press the arrows.");
  const list = make("ol", { class: "lessons-order", role: "list" });
  const rows = new Map(item.options.map((option) => [option.id, movableRow(option, asked, (by) => shift(option.id, by))]));
  let order = idList(asked.draft).length ? idList(asked.draft) : [...rows.keys()];
  const inOrder = () => order.map((id) => /** @type {Row} */ (rows.get(id)));

  /** @param {string} id @param {number} by how many places down */
  function shift(id, by) {
    const [from, row] = [order.indexOf(id), /** @type {Row} */ (rows.get(id))];
    const to = from + by;
    if (!by || to < 0 || to >= order.length) return;
    order = moved(order, from, to);
    // The others are put around the one that moved: taken out itself it would lose the focus.
    for (const other of inOrder().slice(0, to)) row.row.before(other.row);
    row.row.after(...inOrder().slice(to + 1).map((other) => other.row));
    numberRows(inOrder());
    asked.act({ type: "draft", response: order });
    asked.say(`${row.text}, now ${to + 1} of ${order.length}`);
  }

  for (const row of rows.values()) dragRow(row, list, inOrder, (by) => shift(row.id, by));
  list.append(...inOrder().map(({ row }) => row));
  numberRows(inOrder());
  return [hint, list];
}

/** @param {import("./scoring.js").Option} option @param {Asked} asked @param {(by: number) => void} shift @returns {Row} */
function movableRow({ id, text }, asked, shift) {
  const step = (/** @type {string} */ sign, /** @type {string} */ words, /** @type {number} */ by) =>
    make("button", {
      type: "button", class: "lessons-step", title: `Move ${words}`, onclick: () => shift(by) },
    make("span", { "aria-hidden": "true" }, sign), unseen(`Move ${words}: ${text}`));
  const number = make("span", { class: "lessons-letter", "aria-hidden": "true" });
  const [up, down] = [step("↑", "up", -1), step("↓", "down", 1)];
  const onkeydown = (/** @type {KeyboardEvent} */ event) => {
    const by = event.key === "ArrowUp" ? -1 : event.key === "ArrowDown" ? 1 : 0;
    if (!by || event.target !== row || event.altKey || event.ctrlKey || event.metaKey) return;
    event.preventDefault(); // the page does not scroll
    shift(by);
  };
  const row = make("li", {
    class: "lessons-row", tabindex: 0, onkeydown, "aria-describedby": `${asked.prefix}-hint` },
    make("span", { class: "lessons-handle", "aria-hidden": "true" }, "⠿"), number,
    make("span", { class: "lessons-option-text", dir: "auto" }, text), make("span", { class: "lessons-steps" }, up, down));
  return { id, text, row, number, up, down };
}

/** Write the rows' places on them. @param {Row[]} rows */
function numberRows(rows) {
  rows.forEach(({ text, row, number, up, down }, n) => {
    const [first, last] = [n === 0, n + 1 === rows.length];
    if ((first && up.matches(":focus")) || (last && down.matches(":focus"))) row.focus(); // a button that is off would lose it
    [up.disabled, down.disabled, number.textContent] = [first, last, String(n + 1)];
    row.setAttribute("aria-label", `${text}, ${n + 1} of ${rows.length}`);
    [row.dataset.part, up.dataset.part, down.dataset.part] = [`row-${n}`, `up-${n}`, `down-${n}`];
  });
}

/** Drag a row up or down; the others make room for it.
 * @param {Row} dragged @param {HTMLElement} list @param {() => Row[]} inOrder @param {(by: number) => void} shift */
function dragRow({ id, row }, list, inOrder, shift) {
  /** @type {DOMRect[]} */
  let boxes = [];
  let [from, by, top] = [0, 0, 0];
  onDrag(row, {
    start() {
      [boxes, top] = [inOrder().map((one) => one.row.getBoundingClientRect()), list.getBoundingClientRect().top];
      [from, by] = [inOrder().findIndex((one) => one.id === id), 0];
      row.classList.add("is-dragged");
      list.classList.add("is-dragging");
    },
    move({ dy }) {
      const way = dy + top - list.getBoundingClientRect().top; // the page may scroll meanwhile
      const passed = (/** @type {DOMRect} */ box, /** @type {number} */ n) => {
        const middle = box.top + box.height / 2;
        return n > from ? boxes[from].bottom + way > middle : n < from && boxes[from].top + way < middle;
      };
      by = Math.sign(way) * boxes.filter(passed).length;
      const height = boxes[from].height + (boxes.length > 1 ? boxes[1].top - boxes[0].bottom : 0);
      inOrder().forEach((one, n) => {
        const makesRoom = (n > from && n <= from + by) || (n < from && n >= from + by);
        one.row.style.translate = n === from ? `0 ${way}px` : makesRoom ? `0 ${-Math.sign(by) * height}px` : "";
      });
    },
    drop() {
      shift(by);
      row.focus({ preventScroll: true });
    },
    end() {
      row.classList.remove("is-dragged");
      list.classList.remove("is-dragging");
      for (const one of inOrder()) one.row.style.translate = "";
    },
  });
}

/** The learner's order, each row with where it belongs; the right order where none was given.
 * @param {QuizItem} item @param {Asked} asked */
function markedOrder(item, { response }) {
  const [key, given] = [Array.isArray(item.key) ? item.key : [], idList(response)];
  const rows = (given.length ? given : key).map((id, n) => {
    const place = key.indexOf(id);
    const look = !given.length ? "is-key" : place === n ? "is-key is-chosen" : "is-wrong is-chosen";
    const tag = place === n ? tagged("✓", "In its place") : tagged("✗", `Belongs ${ordinal(place + 1)}`);
    const text = item.options.find((option) => option.id === id)?.text;
    return make("li", { class: `lessons-row ${look}` }, make("span", { class: "lessons-letter", "aria-hidden": "true" }, n + 1),
      make("span", { class: "lessons-option-text", dir: "auto" }, text), given.length ? tag : null);
  });
  return [
    make("p", { class: "lessons-hint" }, given.length ? "Your order" : "The right order"),
    make("ol", { class: "lessons-order", role: "list" }, ...rows)];
}

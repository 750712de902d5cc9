/** The palette of a paper: a numbered square for each question, which tells how it stands there and leads to it. */

import { make } from "./dom.js";
import { cellCounts, cellMark, cellName, CELL_SIGNS, isFlagged } from "./exam_cells.js";

/** @typedef {import("./exam_state.js").ExamState} ExamState */
/**
 * @typedef {object} Palette
 * @property {HTMLDetailsElement} element
 * @property {(state: ExamState) => void} draw every square
 * @property {(before: ExamState, state: ExamState) => void} update the squares of the question that was shown before and of the one now
 */

/** A palette with nothing in it yet. It is one stop for Tab: arrow keys move within. @param {(at: number) => void} go @returns {Palette} */
export function openPalette(go) {
  const summary = make("summary", { class: "lessons-palette-summary" });
  const legend = make("ul", { class: "lessons-legend", role: "list" });
  const grid = make("div", { class: "lessons-cells", role: "toolbar", "aria-label": "Questions" });
  const element = make("details", { class: "lessons-palette", open: true }, summary, legend, grid);
  const cells = () => /** @type {HTMLElement[]} */ ([...grid.children]);

  grid.addEventListener("click", (event) => {
    const cell = /** @type {Element} */ (event.target).closest("button");
    if (cell) go(cells().indexOf(cell));
  });
  grid.addEventListener("keydown", (event) => moveInCells(event, cells()));

  /** @param {ExamState} state */
  function count(state) {
    const counts = cellCounts(state);
    const [mark, n] = counts[0];
    summary.replaceChildren("Questions", make("span", { class: "lessons-palette-count" },
      `${n} of ${state.items.length} ${CELL_SIGNS[mark][1]}`));
    legend.replaceChildren(...counts.map(([kind, many]) => make("li", {}, cellSign(kind), `${many} ${CELL_SIGNS[kind][1]}`)));
  }

  return {
    element,
    draw(state) {
      grid.replaceChildren(...state.items.map((_, n) => {
        const cell = make("button", { type: "button" }, n + 1);
        dressCell(cell, state, n);
        return cell;
      }));
      count(state);
      showCell(grid, cells()[state.at]);
    },
    update(before, state) {
      for (const n of new Set([before.at, state.at])) dressCell(cells()[n], state, n);
      count(state);
      if (before.at !== state.at) showCell(grid, cells()[state.at]);
    },
  };
}

/** A mark's sign, as a legend or a count has it. @param {import("./exam_cells.js").CellMark | "flagged"} kind */
export const cellSign = (kind) => make("span", { class: `lessons-cell-sign is-${kind}`, "aria-hidden": "true" }, CELL_SIGNS[kind][0]);

/** Name, look and place in the order of stops. @param {HTMLElement} cell @param {ExamState} state @param {number} n */
function dressCell(cell, state, n) {
  const current = n === state.at && state.stage !== "result";
  cell.className = `lessons-cell is-${cellMark(state, n)}${isFlagged(state, n) ? " is-flagged" : ""}`;
  cell.tabIndex = n === state.at ? 0 : -1;
  cell.setAttribute("aria-label", cellName(state, n));
  if (current) cell.setAttribute("aria-current", "true");
  else cell.removeAttribute("aria-current");
}

/** Scroll the squares, and nothing else, to one of them. @param {HTMLElement} grid @param {HTMLElement | undefined} cell */
function showCell(grid, cell) {
  if (!cell || grid.scrollHeight <= grid.clientHeight) return;
  const [top, bottom] = [cell.offsetTop, cell.offsetTop + cell.offsetHeight];
  if (top < grid.scrollTop || bottom > grid.scrollTop + grid.clientHeight) grid.scrollTop = top - grid.clientHeight / 2;
}

/** Arrow keys, Home and End lead from square to square. @param {KeyboardEvent} event @param {HTMLElement[]} cells */
function moveInCells(event, cells) {
  const from = cells.indexOf(/** @type {HTMLElement} */ (event.target));
  if (from < 0 || event.ctrlKey || event.metaKey || event.altKey) return;
  const row = cells.findIndex((cell) => cell.offsetTop > cells[0].offsetTop);
  const across = row < 0 ? cells.length : row;
  const [last, right] = [cells.length - 1, getComputedStyle(cells[from]).direction === "rtl" ? -1 : 1];
  const to = {
    ArrowRight: from + right, ArrowLeft: from - right, ArrowDown: from + across, ArrowUp: from - across, Home: 0, End: last }[event.key];
  if (to === undefined) return;
  event.preventDefault();
  event.stopPropagation(); // elsewhere arrows lead to the next question
  cells[to]?.focus();
}

/** The article beside the list: drawn once, its finds dressed anew whenever what became of them changes. */

import { isShown, deskLines, DESK_SECTIONS } from "./desk_state.js";
import { blocksIn, byBlock, lastAtOrBelow, piecesOf, wordsIn } from "./desk_text.js";
import { make } from "./dom.js";

/** @typedef {import("./desk_state.js").DeskState} DeskState @typedef {import("./desk_state.js").DeskLine} DeskLine */
/** @typedef {import("./desk_text.js").Stretch} Stretch @typedef {import("./desk_text.js").Find} Find */
/** @typedef {{text: string, clutter: Stretch[], paragraphs: Stretch[]}} DeskArticle in UTF-16 units */

const NEW_FIND = "new"; // the words of which a line is being made

/**
 * The article with its finds.
 * @param {DeskArticle} article @param {string} hintId of the words that tell the keys @param {(ids: string[]) => void} press on a find: the
 *   lines that it belongs to, the one with the fewest words first
 */
export function openArticle(article, hintId, press) {
  const element = make("div", {
    class: "lessons-desk-article", tabindex: 0, role: "textbox", "aria-readonly": "true", "aria-multiline": "true",
    "aria-label": "The article", "aria-describedby": hintId, "data-part": "article" });
  const blocks = blocksIn(article.text);
  const elements = blocks.map(() => make("p", { dir: "auto" }));
  const cluttered = byBlock(blocks, article.clutter);
  /** @type {string[]} what each block was drawn with */
  const drawn = blocks.map(() => "?");
  /** @type {Map<string, DeskLine>} */
  let lines = new Map();
  element.append(...elements);
  blocks.forEach((block, n) => elements[n].classList.toggle("is-blank", !article.text.slice(block.start, block.end).trim()));
  numberBlocks(article.paragraphs, blocks, elements);
  element.addEventListener("click", ({ target }) => {
    const find = target instanceof Element ? target.closest("mark") : null;
    if (find && selectedIn(element) === null) press((find.dataset.lines ?? "").split(" ").filter((id) => id !== NEW_FIND));
  });

  /** Cut the blocks anew whose finds are others than before. @param {DeskState} state */
  function cut(state) {
    /** @type {Find[]} */
    const finds = [...lines.values()];
    if (state.adding && state.selection) finds.push({ ...state.selection, id: NEW_FIND });
    byBlock(blocks, finds).forEach((within, n) => {
      const known = within.map(({ id, start, end }) => `${id} ${start} ${end}`).join();
      if (known === drawn[n]) return;
      drawn[n] = known;
      elements[n].replaceChildren(...piecesOf(blocks[n], within, cluttered[n]).map((piece) => {
        const words = article.text.slice(piece.start, piece.end);
        const plain = piece.clutter ? make("small", { class: "lessons-desk-clutter" }, words) : words;
        return piece.ids.length ? make("mark", { "data-lines": piece.ids.join(" "), "data-from": piece.start }, plain) : plain;
      }));
    });
  }

  return {
    element, blocks, words: wordsIn(article.text),
    /** @param {DeskState} state */
    update(state) {
      lines = new Map(deskLines(state).map((line) => [line.id, line]));
      cut(state);
      for (const mark of element.querySelectorAll("mark")) dressFind(mark, lines, state);
    },
    /** Scroll a line's place into sight within the article. @param {string} id */
    reveal(id) {
      const mark = [...element.querySelectorAll("mark")].find((one) => (one.dataset.lines ?? "").split(" ").includes(id));
      if (mark) scrollWithin(element, mark);
    },
    /** What is selected, in units of the text; null for nothing, undefined where the selection is elsewhere. */
    selected: () => selectedIn(element),
    /** Select a stretch as a mouse would. @param {Stretch & {back?: boolean}} stretch */
    select({ start, end, back = false }) {
      const [from, to] = [placeOf(elements, blocks, start), placeOf(elements, blocks, end)];
      const selection = selectionOf(element);
      if (!from || !to || !selection) return;
      if (back) selection.setBaseAndExtent(to.node, to.at, from.node, from.at);
      else selection.setBaseAndExtent(from.node, from.at, to.node, to.at);
      scrollWithin(element, selection.getRangeAt(0));
    },
  };
}

/** Each paragraph's number beside its first line. @param {Stretch[]} paragraphs @param {Stretch[]} blocks
 * @param {HTMLElement[]} elements */
function numberBlocks(paragraphs, blocks, elements) {
  const starts = blocks.map((block) => block.start);
  paragraphs.forEach(({ start }, n) => {
    const element = elements[lastAtOrBelow(starts, start)];
    if (element && !element.dataset.paragraph) element.dataset.paragraph = String(n + 1);
  });
}

/** The look of a piece: that of the shortest find in it that is shown and not dropped. @param {HTMLElement} mark
 * @param {Map<string, DeskLine>} lines @param {DeskState} state */
function dressFind(mark, lines, state) {
  const ids = (mark.dataset.lines ?? "").split(" ");
  const found = ids.flatMap((id) => lines.get(id) ?? []);
  const shown = found.filter((line) => isShown(state, line) || line.id === state.chosen);
  const first = shown.find((line) => line.id === state.chosen) ?? shown.find((line) => line.mark !== "dropped") ?? shown[0];
  const opening = shown.filter((line) => line.start === Number(mark.dataset.from) && line.mark !== "dropped");
  const letters = opening.map((line) => letterOf(line.section) + (line.mark === "accepted" ? "✓" : line.doubt ? "?" : "")).join(" ");
  const look = [
    ids.includes(NEW_FIND) ? "is-new" : "", first ? `is-${first.section.toLowerCase()} is-${first.mark}` : "",
    first && first.id === state.chosen ? "is-chosen" : ""].filter(Boolean).join(" ");
  if (mark.className !== look) mark.className = look;
  if (mark.dataset.letters !== letters) mark.dataset.letters = letters;
}

/** The letter of a section's finds. @param {string} section */
export const letterOf = (section) => DESK_SECTIONS.find(([name]) => name === section)?.[1] ?? section.slice(0, 1);

/** A section's letter in its colour. @param {string} section */
export const letterBox = (section) => make("span", {
  class: `lessons-desk-letter is-${section.toLowerCase()}`, "data-letter": letterOf(section), "aria-hidden": "true" });

/** Scroll a box, and nothing around it, until something in it stands well in sight. @param {HTMLElement} box
 * @param {HTMLElement | Range} within */
export function scrollWithin(box, within) {
  const [frame, rect, margin] = [box.getBoundingClientRect(), within.getBoundingClientRect(), 24];
  if (rect.top < frame.top + margin || rect.bottom > frame.bottom - margin) {
    box.scrollTop += rect.top - frame.top - Math.max(Math.min(frame.height / 3, frame.height - rect.height - margin), margin);
  }
}

/** A document's selection, or that of the shadow tree that an element is in. @param {HTMLElement} element @returns {Selection | null} */
function selectionOf(element) {
  const root = /** @type {{getSelection?: () => Selection | null}} */ (/** @type {unknown} */ (element.getRootNode()));
  return root.getSelection ? root.getSelection() : document.getSelection();
}

/** @param {HTMLElement} element @returns {(Stretch & {back: boolean}) | null | undefined} */
function selectedIn(element) {
  const selection = selectionOf(element);
  if (!selection?.anchorNode || !selection.focusNode) return undefined;
  if (!element.contains(selection.anchorNode) || !element.contains(selection.focusNode)) return undefined;
  const anchor = unitsBefore(element, selection.anchorNode, selection.anchorOffset);
  const head = unitsBefore(element, selection.focusNode, selection.focusOffset);
  return anchor === head ? null : { start: Math.min(anchor, head), end: Math.max(anchor, head), back: head < anchor };
}

/** How many units of text stand before a place. @param {HTMLElement} element @param {Node} node @param {number} at */
function unitsBefore(element, node, at) {
  const range = document.createRange();
  range.setStart(element, 0);
  range.setEnd(node, at);
  return range.toString().length;
}

/** A place in the text as a place in a text node. @param {HTMLElement[]} elements @param {Stretch[]} blocks @param {number} unit */
function placeOf(elements, blocks, unit) {
  const n = lastAtOrBelow(blocks.map((one) => one.start), unit);
  if (n < 0) return null;
  const walker = document.createTreeWalker(elements[n], NodeFilter.SHOW_TEXT);
  let left = unit - blocks[n].start;
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const { length } = /** @type {Text} */ (node);
    if (left <= length) return { node, at: left };
    left -= length;
  }
  return null;
}

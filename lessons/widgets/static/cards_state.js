/**
 * Leafing through cards as states and steps, apart from drawing.
 *
 * @typedef {import("./provenance.js").Sourced & {id: string, lesson?: string, front: string, back: string}} CardItem
 * @typedef {object} CardsState
 * @property {CardItem[]} cards all cards
 * @property {number[]} order their places in the order shown, over all lessons
 * @property {string} lesson the one shown; empty for all
 * @property {number} at the place among those shown
 * @property {boolean} flipped whether the back is shown
 * @property {number} seed what the next shuffle is drawn from, so that it can be had again
 * @property {boolean} keys whether the list of keys is shown
 *
 * @typedef {{type: "flip" | "next" | "previous" | "shuffle" | "keys"} | {type: "lesson", lesson: string}} CardsAction
 */

/** @param {CardItem[]} cards @param {number | null} [seed] @returns {CardsState} */
export function openCards(cards, seed = null) {
  return { cards, order: cards.map((_, n) => n), lesson: "", at: 0, flipped: false, seed: (seed ?? 0) + 1, keys: false };
}

/** The cards shown, in their order. @param {CardsState} state */
export const shownCards = (state) => state.order.map((n) => state.cards[n]).filter((card) => !state.lesson || card.lesson === state.lesson);

/** The lessons' names in the order in which they first come up. @param {CardsState} state */
export const lessonNames = (state) => [...new Set(state.cards.map((card) => card.lesson ?? "").filter(Boolean))];

/** @param {CardsState} state @param {CardsAction} action @returns {CardsState} */
export function stepCards(state, action) {
  const last = shownCards(state).length - 1;
  switch (action.type) {
    case "flip":
      return { ...state, flipped: !state.flipped };
    case "next":
      return state.at < last ? { ...state, at: state.at + 1, flipped: false } : state;
    case "previous":
      return state.at > 0 ? { ...state, at: state.at - 1, flipped: false } : state;
    case "shuffle":
      return { ...state, order: shuffled(state.order, state.seed), seed: state.seed + 1, at: 0, flipped: false };
    case "lesson":
      return { ...state, lesson: action.lesson, at: 0, flipped: false };
    case "keys":
      return { ...state, keys: !state.keys };
  }
}

/** What a key does; null for nothing.
 * @param {CardsState} state @param {string} key @param {{pressable?: boolean, choosing?: boolean}} [focus] @returns {CardsAction | null} */
export function cardsKey(state, key, { pressable = false, choosing = false } = {}) {
  if (key === " " || key === "Enter") return pressable || choosing ? null : { type: "flip" };
  if (key === "?" || (key === "Escape" && state.keys)) return { type: "keys" };
  if (key === "ArrowRight" || /^n$/i.test(key)) return { type: "next" };
  if (key === "ArrowLeft" || /^p$/i.test(key)) return { type: "previous" };
  return null;
}

/** The same seed gives the same order (Fisher and Yates, drawing from mulberry32). @param {number[]} order @param {number} seed */
export function shuffled(order, seed) {
  const drawn = [...order];
  let a = seed >>> 0;
  for (let n = drawn.length - 1; n > 0; n -= 1) {
    a = (a + 0x6d2b79f5) >>> 0;
    let t = Math.imul(a ^ (a >>> 15), a | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    const m = Math.floor((((t ^ (t >>> 14)) >>> 0) / 2 ** 32) * (n + 1));
    [drawn[n], drawn[m]] = [drawn[m], drawn[n]];
  }
  return drawn;
}

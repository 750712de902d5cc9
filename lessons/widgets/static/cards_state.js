/**
 * Learning by cards as states and steps, apart from drawing.
 *
 * @typedef {import("./cards_round.js").Rating} Rating
 * @typedef {{id: string, lesson?: string, kind?: string, front: string, back: string, facts?: string[]}} CardItem
 * @typedef {object} CardsState
 * @property {CardItem[]} cards all cards
 * @property {number[]} order their places in the order in which a round begins
 * @property {number[]} line the same in the order of this round: what is not known moves back
 * @property {number[] | null} only the hard ones, where the round is of them alone
 * @property {number[]} round those of the line that are chosen
 * @property {string} lesson the one shown; empty for all
 * @property {string} kind the kind of fact shown; empty for all
 * @property {number} at the place among the round's cards; behind the last one at the end
 * @property {boolean} flipped whether the back is shown
 * @property {Record<number, Rating[]>} given the ratings of this round, by the card's place in `cards`
 * @property {Record<string, string>} ratings what each card was rated last, by its id, in earlier rounds too
 * @property {string} effect what the last rating does, in words; empty once one goes on
 * @property {number} seed what the next shuffle is drawn from, so that it can be had again
 * @property {boolean} keys whether the list of keys is shown
 *
 * @typedef {{type: "flip" | "next" | "previous" | "shuffle" | "keys" | "hard" | "restart" | "clear"} | {type: "rate", rating: Rating} |
 *   {type: "lesson", lesson: string} | {type: "kind", kind: string} | {type: "known", ratings: Record<string, string>}} CardsAction
 *   "hard" begins a round of the hard ones, "clear" shows all lessons and kinds, "known" is what another view of the same cards recorded
 */

import { cardsToCome, hardOnes, isOut, placeBehind, putBack, RATINGS, shuffled, withRound } from "./cards_round.js";

/** @type {Record<Rating, string>} */
const RATING_EFFECTS = {
  again: "Again: it comes back", hard: "Hard: it comes back near the end", good: "Good: done for this round",
  easy: "Easy: done for this round" };

/** @param {CardItem[]} cards @param {number | null} [seed] @param {Record<string, string>} [ratings] @returns {CardsState} */
export function openCards(cards, seed = null, ratings = {}) {
  const order = cards.map((_, n) => n);
  return {
    cards, order, line: order, only: null, round: order, lesson: "", kind: "", at: 0, flipped: false, given: {}, ratings, effect: "",
    seed: (seed ?? 0) + 1, keys: false };
}

/** The round's cards, in their order. @param {CardsState} state */
export const shownCards = (state) => state.round.map((place) => state.cards[place]);

/** @param {CardsState} state @returns {CardItem | undefined} none at the end, or where no card is of the lesson and kind chosen */
export const currentCard = (state) => state.cards[state.round[state.at]];

/** @param {CardsState} state @param {CardsAction} action @returns {CardsState} */
export function stepCards(state, action) {
  switch (action.type) {
    case "flip":
      return currentCard(state) ? { ...state, flipped: !state.flipped } : state;
    case "next":
      return goneTo(state, placeBehind(state));
    case "previous":
      return goneTo(state, state.at > 0 ? state.at - 1 : null);
    case "rate":
      return rated(state, action.rating);
    case "shuffle": {
      const order = shuffled(state.order, state.seed);
      return begun({ ...state, order, line: order, seed: state.seed + 1 });
    }
    case "lesson":
      return begun({ ...state, lesson: action.lesson, only: null });
    case "kind":
      return begun({ ...state, kind: action.kind, only: null });
    case "clear":
      return begun({ ...state, lesson: "", kind: "", only: null });
    case "hard": {
      const only = hardOnes(state);
      return only.length ? begun({ ...state, only, line: state.order, given: without(state.given, only) }) : state;
    }
    case "restart": {
      const whole = withRound({ ...state, only: null, line: state.order });
      return begun({ ...whole, given: without(state.given, whole.round) });
    }
    case "known":
      return { ...state, ratings: action.ratings };
    case "keys":
      return { ...state, keys: !state.keys };
  }
}

/** @param {CardsState} state @param {number | null} at @returns {CardsState} */
const goneTo = (state, at) => (at === null ? state : { ...state, at, flipped: false, effect: "" });

/** At the first card that is left of a new round. @param {CardsState} changed */
function begun(changed) {
  const state = withRound(changed);
  const first = state.round.findIndex((place) => !isOut(state, place));
  return goneTo(state, first < 0 ? state.round.length : first);
}

/** @param {Record<number, Rating[]>} given @param {number[]} places */
const without = (given, places) =>
  Object.fromEntries(Object.entries(given).filter(([place]) => !places.includes(Number(place))));

/** A card rated: back in the line or out of the round, and the next one at once. @param {CardsState} state @param {Rating} rating */
function rated(state, rating) {
  const place = state.round[state.at];
  if (place === undefined || !state.flipped) return state;
  const others = cardsToCome(state);
  const after = withRound({
    ...state, flipped: false, effect: RATING_EFFECTS[rating], line: putBack(state.line, place, others, rating),
    given: { ...state.given, [place]: [...(state.given[place] ?? []), rating] },
    ratings: { ...state.ratings, [state.cards[place].id]: rating } });
  const next = others[0] ?? (isOut(after, place) ? undefined : place);
  return { ...after, at: next === undefined ? after.round.length : after.round.indexOf(next) };
}

/** What a key does; null for nothing. Space and Enter press a button that has the focus.
 * @param {CardsState} state @param {string} key @param {{pressable?: boolean, choosing?: boolean}} [focus] @returns {CardsAction | null} */
export function cardsKey(state, key, { pressable = false, choosing = false } = {}) {
  if (choosing) return null;
  if (key === " " || key === "Enter") return pressable || !currentCard(state) ? null : { type: "flip" };
  if (key === "?" || (key === "Escape" && state.keys)) return { type: "keys" };
  if (key === "ArrowRight" || /^n$/i.test(key)) return { type: "next" };
  if (key === "ArrowLeft" || /^p$/i.test(key)) return { type: "previous" };
  return state.flipped && /^[1-4]$/.test(key) ? { type: "rate", rating: RATINGS[Number(key) - 1] } : null;
}

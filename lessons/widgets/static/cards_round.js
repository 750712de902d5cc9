/**
 * A round of cards, apart from drawing: which cards it holds, which are left, where a card that was not known comes back, how it went.
 * Cards are told by their place in the widget's list, as the same card may stand in it twice.
 *
 * @typedef {import("./cards_state.js").CardsState} CardsState @typedef {import("./cards_state.js").CardItem} CardItem
 * @typedef {"again" | "hard" | "good" | "easy"} Rating
 */

/** @type {Rating[]} the hardest first */
export const RATINGS = ["again", "hard", "good", "easy"];
/** How many of the cards that are left come before one that was rated so; a card rated otherwise is out of the round.
 * @type {Partial<Record<Rating, number>>} */
const CARDS_BETWEEN = { again: 4, hard: Infinity };
/** The kinds of fact in words, in the order in which they are offered. @type {Record<string, string>} */
export const FACT_KINDS = {
  date: "Dates", person: "People", number: "Numbers", term: "Terms", quotation: "Quotations", point: "Points", reason: "Reasons",
  dispute: "Disputes", gap: "Gaps" };

/** A state with its round drawn from the line: all cards of the lesson and kind chosen, or the hard ones of the round before.
 * @param {CardsState} state @returns {CardsState} */
export function withRound(state) {
  const { cards, line, only, lesson, kind } = state;
  const fits = (/** @type {CardItem} */ card) => (!lesson || card.lesson === lesson) && (!kind || card.kind === kind);
  const chosen = only && new Set(only);
  return { ...state, round: line.filter((place) => fits(cards[place]) && (!chosen || chosen.has(place))) };
}

/** Whether a card was known when it was rated last in this round. @param {CardsState} state @param {number} place */
export const isOut = ({ given }, place) => isKnown(given[place]?.at(-1));

/** @param {unknown} rating */
const isKnown = (rating) => rating === "good" || rating === "easy";

/** The cards that are left beside the one shown, in the order in which they come: those behind it, then those passed over.
 * @param {CardsState} state */
export const cardsToCome = (state) =>
  [...state.round.slice(state.at + 1), ...state.round.slice(0, state.at)].filter((place) => !isOut(state, place));

/** Where the next card that is left stands behind the one shown; the end of the round if none is left at all, null if none is behind.
 * @param {CardsState} state */
export function placeBehind(state) {
  const { round } = state;
  const found = round.findIndex((place, at) => at > state.at && !isOut(state, place));
  if (found >= 0) return found;
  return state.at < round.length && round.every((place) => isOut(state, place)) ? round.length : null;
}

/** The line with a card put back among those to come.
 * @param {number[]} line @param {number} place @param {number[]} others @param {Rating} rating */
export function putBack(line, place, others, rating) {
  const before = others[Math.min(CARDS_BETWEEN[rating] ?? 0, others.length) - 1];
  if (before === undefined) return line;
  const rest = line.filter((one) => one !== place);
  rest.splice(rest.indexOf(before) + 1, 0, place);
  return rest;
}

/** How far the round is: `known` counts the ratings of earlier rounds too. @param {CardsState} state */
export function progressOf(state) {
  const { cards, round, ratings } = state;
  const left = round.filter((place) => !isOut(state, place)).length;
  return { all: round.length, left, known: round.filter((place) => isKnown(ratings[cards[place].id])).length };
}

/** The hardest rating of each card in this round. @param {CardsState} state @returns {[number, Rating][]} place and rating */
const hardestRatings = (state) => state.round.flatMap((place) => {
  const found = RATINGS.find((rating) => state.given[place]?.includes(rating));
  return found ? [/** @type {[number, Rating]} */ ([place, found])] : [];
});

/** How many cards were rated how; each counts once, by its hardest rating. @param {CardsState} state */
export function roundSummary(state) {
  const counts = { again: 0, hard: 0, good: 0, easy: 0 };
  for (const [, rating] of hardestRatings(state)) counts[rating] += 1;
  return counts;
}

/** The cards that were rated again or hard in this round. @param {CardsState} state */
export const hardOnes = (state) => hardestRatings(state).filter(([, rating]) => !isKnown(rating)).map(([place]) => place);

/** The lessons to choose from, in the order in which they first come up, and how many cards of the chosen kind each has.
 * @param {CardsState} state @returns {[string, string, number][]} value, words and count */
export function lessonChoices({ cards, kind }) {
  const counts = countedBy(cards, (card) => card.lesson ?? "", (card) => !kind || card.kind === kind);
  return [...counts].map(([name, n]) => [name, name, n]);
}

/** The kinds of fact to choose from, and how many cards of the chosen lesson each has.
 * @param {CardsState} state @returns {[string, string, number][]} value, words and count */
export function kindChoices({ cards, lesson }) {
  const counts = countedBy(cards, (card) => card.kind ?? "", (card) => !lesson || card.lesson === lesson);
  return Object.keys(FACT_KINDS).filter((kind) => counts.has(kind)).map((kind) => [kind, FACT_KINDS[kind], counts.get(kind) ?? 0]);
}

/** @param {CardItem[]} cards @param {(card: CardItem) => string} nameOf @param {(card: CardItem) => boolean} counts */
function countedBy(cards, nameOf, counts) {
  /** @type {Map<string, number>} */
  const found = new Map();
  for (const card of cards) {
    const name = nameOf(card);
    if (name) found.set(name, (found.get(name) ?? 0) + (counts(card) ? 1 : 0));
  }
  return found;
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

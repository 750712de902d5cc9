/** Where there is no card to show: the end of a round, and a choice that no card is of. */

import { FACT_KINDS, hardOnes, RATINGS, roundSummary } from "./cards_round.js";
import { cardsButton, RATING_WORDS } from "./cards_view.js";
import { make } from "./dom.js";

/** @typedef {import("./cards_state.js").CardsState} CardsState @typedef {import("./cards_view.js").CardsAct} CardsAct */

/** How the round went, by rating, and where to go from here. @param {CardsState} state @param {CardsAct} act @returns {HTMLElement[]} */
export function endOfCards(state, act) {
  const counts = roundSummary(state);
  const hard = hardOnes(state).length;
  const tiles = RATINGS.map((rating) => make("li", { class: `lessons-tally is-${rating}` },
    make("span", { class: "lessons-tally-count" }, counts[rating]), " ", RATING_WORDS[rating]));
  const end = make("div", { class: "lessons-cards-end" },
    make("p", { class: "lessons-end-title", tabindex: -1, "data-part": "end" }, "You know them all."),
    make("ul", { class: "lessons-tallies", "aria-label": "Cards by their hardest rating" }, ...tiles),
    make("p", { class: "lessons-end-words" }, endOfCardsWords(hard)));
  const again = () => act({ type: "hard" });
  return [end, make("div", { class: "lessons-actions" },
    hard ? cardsButton("hard-ones", "Go through the hard ones again", "lessons-primary", again) : null,
    cardsButton("restart", "Start again", hard ? "" : "lessons-primary", () => act({ type: "restart" })),
    make("span", { class: "lessons-space" }),
    cardsButton("previous", "Previous", "lessons-quiet", () => act({ type: "previous" })))];
}

/** @param {number} hard how many were */
function endOfCardsWords(hard) {
  if (!hard) return "All of them without trouble. Well done.";
  const some = hard === 1 ? "One took more than one try: once more, and it will stay." :
    `${hard} took more than one try: once more, and they will stay.`;
  return `Each card counts once, by its hardest rating. ${some}`;
}

/** What is said where nothing is of the lesson and kind chosen. @param {CardsState} state */
export const noSuchCards = ({ lesson, kind }) =>
  `There are no ${(FACT_KINDS[kind] ?? "cards").toLowerCase()}${lesson ? ` in “${lesson}”` : ""}.`;

/** @param {CardsState} state @param {CardsAct} act */
export function emptyChoice(state, act) {
  return make("div", { class: "lessons-cards-none" },
    make("p", {}, noSuchCards(state)), cardsButton("clear", "Show all cards", "lessons-primary", () => act({ type: "clear" })));
}

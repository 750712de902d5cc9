/** What the cards widget shows: how far the round is, the card, what can be pressed, which cards it is about. */

import { FACT_KINDS, kindChoices, lessonChoices, placeBehind, progressOf, RATINGS } from "./cards_round.js";
import { make, paragraphs, withBlank } from "./dom.js";

/** @typedef {import("./cards_state.js").CardItem} CardItem @typedef {import("./cards_state.js").CardsState} CardsState */
/** @typedef {(action: import("./cards_state.js").CardsAction) => void} CardsAct */

/** @type {Record<string, string>} */
export const RATING_WORDS = { again: "Again", hard: "Hard", good: "Good", easy: "Easy" };

/** Where the card stands, in words. @param {CardsState} state */
export function cardPosition(state) {
  const { all } = progressOf(state);
  return !all ? "No cards" : state.at < all ? `${state.at + 1} of ${all}` : "End of the round";
}

/** Title, position, and how far the round is, as a bar and in words.
 * @param {CardsState} state @param {string} title @param {HTMLElement} keys the button */
export function cardsHead(state, title, keys) {
  const { all, left, known } = progressOf(state);
  const bar = make("div", { class: "lessons-bar", "aria-hidden": "true" }, make("span"));
  bar.style.setProperty("--done", all ? `${(100 * (all - left)) / all}%` : "0%");
  const head = make("div", { class: "lessons-head" }, title ? make("p", { class: "lessons-title", dir: "auto" }, title) : null,
    make("p", { class: "lessons-count" }, cardPosition(state)),
    state.only ? make("p", { class: "lessons-meta" }, "The hard ones") : null, keys);
  if (!all) return [head];
  return [head, bar, make("div", { class: "lessons-progress" },
    make("p", { class: "lessons-left" }, `${left} left · ${known} known`),
    make("p", { class: "lessons-effect" }, state.at < all && state.effect))];
}

/** The card itself: pressing anywhere on it turns it.
 * @param {CardItem} card @param {CardsState} state @param {CardsAct} act */
export function face(card, { flipped, ratings }, act) {
  const turn = () => {
    if (!window.getSelection()?.toString()) act({ type: "flip" }); // marking text to copy it is no press
  };
  const last = RATING_WORDS[ratings[card.id]];
  const about = [FACT_KINDS[card.kind ?? ""], flipped && last ? `last time: ${last}` : ""].filter(Boolean).join(" · ");
  const lesson = card.lesson ? make("span", { dir: "auto" }, card.lesson) : null;
  return make("div", { class: `lessons-face${flipped ? " is-flipped" : ""}`, onclick: turn },
    make("p", { class: "lessons-about" }, lesson, lesson && about ? " · " : "", about),
    make("div", { class: "lessons-sides" },
      make("p", { class: "lessons-front", dir: "auto" }, ...withBlank(card.front)),
      flipped ? make("div", { class: "lessons-back" }, ...paragraphs(card.back)) : null));
}

/** The button that shows the back; once it is shown, the ratings stand in its place. @param {CardsState} state @param {CardsAct} act */
export function mainActions(state, act) {
  if (!state.flipped) {
    return make("div", { class: "lessons-turn" }, cardsButton("flip", "Show the back", "lessons-primary", () => act({ type: "flip" })));
  }
  return make("div", {
    class: "lessons-ratings", role: "group", "aria-label": "How well did you know it?", tabindex: -1, "data-part": "ratings" },
  ...RATINGS.map((rating, n) => ratingButton(rating, n + 1, () => act({ type: "rate", rating }))));
}

/** @param {import("./cards_round.js").Rating} rating @param {number} key @param {() => void} press */
function ratingButton(rating, key, press) {
  return make("button", {
    type: "button", class: `lessons-button lessons-rating is-${rating}`, "data-part": rating, "aria-keyshortcuts": key, onclick: press },
  RATING_WORDS[rating], make("span", { class: "lessons-rating-key", "aria-hidden": "true" }, key));
}

/** Going on without rating. @param {CardsState} state @param {CardsAct} act */
export function leafActions(state, act) {
  return make("div", { class: "lessons-leaf" },
    cardsButton("previous", "Previous", "lessons-quiet", () => act({ type: "previous" }), state.at === 0),
    state.flipped ? cardsButton("hide", "Hide the back", "lessons-quiet", () => act({ type: "flip" })) : null,
    cardsButton("next", "Next", "lessons-quiet", () => act({ type: "next" }), placeBehind(state) === null));
}

/** Which cards, and in which order; nothing where there is nothing to choose.
 * @param {CardsState} state @param {string} prefix @param {CardsAct} act */
export function cardChoices(state, prefix, act) {
  if (state.cards.length < 2) return null;
  return make("div", { class: "lessons-choices" },
    filterField("Lesson", `${prefix}-lesson`, lessonChoices(state), state.lesson, (lesson) => act({ type: "lesson", lesson })),
    filterField("Kind", `${prefix}-kind`, kindChoices(state), state.kind, (kind) => act({ type: "kind", kind })),
    cardsButton("shuffle", "Shuffle", "lessons-quiet", () => act({ type: "shuffle" })));
}

/** A choice where there is one, each with the number of its cards.
 * @param {string} label @param {string} id @param {[string, string, number][]} choices value, words and count
 * @param {string} chosen @param {(value: string) => void} pick */
function filterField(label, id, choices, chosen, pick) {
  if (choices.length < 2) return null;
  const picked = (/** @type {Event} */ event) => pick(/** @type {HTMLSelectElement} */ (event.target).value);
  const all = choices.reduce((sum, [, , n]) => sum + n, 0);
  /** @param {string} value @param {string} words @param {number} n */
  const option = (value, words, n) => make("option", { value, selected: value === chosen }, `${words} (${n})`);
  return make("label", { class: "lessons-filter", for: id }, label,
    make("select", { id, "data-part": label.toLowerCase(), onchange: picked }, option("", "All", all),
      ...choices.map((choice) => option(...choice))));
}

/** @param {string} part @param {string} text @param {string} look @param {() => void} press @param {boolean} [off] */
export function cardsButton(part, text, look, press, off = false) {
  return make("button", { type: "button", class: `lessons-button ${look}`, "data-part": part, disabled: off, onclick: press }, text);
}

/** The cards widget: a front, its back with where it comes from, and how well it was known. */

import { emptyChoice, endOfCards, noSuchCards } from "./cards_end.js";
import { cardsKey, currentCard, openCards, stepCards } from "./cards_state.js";
import { cardChoices, cardPosition, cardsHead, face, leafActions, mainActions } from "./cards_view.js";
import { frame, keyList, keysButton, onKeys, uniquePrefix } from "./dom.js";
import { toldOf } from "./facts.js";
import { provenance } from "./provenance.js";
import { record, watchRecording } from "./recording.js";

/** @typedef {import("./cards_state.js").CardsAction} CardsAction @typedef {import("./cards_state.js").CardsState} CardsState */

/** @type {[string, string][]} */
const CARD_KEYS = [
  ["Space Enter", "turn the card"], ["1 2 3 4", "again, hard, good, easy: once the back is shown"], ["N →", "next card"],
  ["P ←", "previous card"], ["?", "show or hide the keys"]];
/** @type {Record<string, string>} what takes the focus where the part that had it is gone */
const FOCUS_AFTER = { flip: "ratings" };

/** @param {{model: import("./quiz.js").Model, el: HTMLElement}} host @returns {() => void} the clean-up */
export function renderCards({ model, el }) {
  const prefix = uniquePrefix();
  const title = String(model.get("title") || "");
  const shown = frame(el, "cards", title ? `Cards: ${title}` : "Cards");
  const opened = () => openCards(model.get("cards") ?? [], model.get("seed"), model.get("ratings") ?? {});
  let state = opened();
  const watch = watchRecording(model, "how well you knew the cards", shown.say);
  const draw = () =>
    shown.body.replaceChildren(...drawCards(state, { prefix, title, facts: model.get("facts") ?? {}, act }), watch.element);

  /** @param {CardsAction} action */
  function act(action) {
    const before = state;
    state = stepCards(state, action);
    if (state === before) return;
    redraw();
    const { ratings } = state;
    const rated = action.type === "rate" ? currentCard(before) : undefined;
    if (ratings !== before.ratings) record(model, { ratings }, rated ? [rated.id, ratings[rated.id], null] : null);
    if (action.type !== "keys") shown.say(spokenCard(state, action));
  }

  /** Draw with the focus where it was; if that is gone, where one goes on. */
  function redraw() {
    const focused = shown.focused();
    draw();
    for (const part of focused ? [focused, FOCUS_AFTER[focused] ?? "flip", "flip", "end"] : []) {
      shown.focus(part);
      if (shown.focused()) return;
    }
  }

  function reopen() {
    state = opened();
    redraw();
  }

  /** Another view of the same cards, or Python, recorded a rating: it counts here, too. */
  function hearRatings() {
    const ratings = model.get("ratings") ?? {};
    if (ratings === state.ratings || JSON.stringify(ratings) === JSON.stringify(state.ratings)) return;
    state = stepCards(state, { type: "known", ratings });
    redraw();
  }

  const offKeys = onKeys(shown.root, (key, target) => {
    const action = cardsKey(state, key, target);
    if (action) act(action);
    return action !== null;
  });
  model.on("change:cards", reopen);
  model.on("change:ratings", hearRatings);
  draw();
  return () => {
    offKeys();
    watch.close();
    model.off("change:cards", reopen);
    model.off("change:ratings", hearRatings);
    shown.root.remove();
  };
}

/**
 * @param {CardsState} state
 * @param {{prefix: string, title: string, facts: import("./facts.js").FactTable, act: (action: CardsAction) => void}} given
 */
function drawCards(state, { prefix, title, facts, act }) {
  const card = currentCard(state);
  const head = cardsHead(state, title, keysButton(state.keys, `${prefix}-keys`, () => act({ type: "keys" })));
  const list = keyList(CARD_KEYS, `${prefix}-keys`, state.keys);
  const shown = card
    ? [face(card, state, act), mainActions(state, act), leafActions(state, act),
      state.flipped ? provenance(toldOf(card.facts ?? [], facts)) : null]
    : state.at > 0 ? endOfCards(state, act) : state.cards.length ? [emptyChoice(state, act)] : [];
  return [...head, list, ...shown, cardChoices(state, prefix, act)].filter((drawn) => drawn !== null);
}

/** What the live region says after a step: the side that is turned up; else what a rating does, the position and the front.
 * @param {CardsState} state @param {CardsAction} action */
function spokenCard(state, action) {
  const card = currentCard(state);
  if (!card && !state.at) return noSuchCards(state);
  const front = card?.front.replace(/(?<!_)_{5}(?!_)/, "blank");
  if (action.type === "flip") return state.flipped ? card?.back ?? "" : front ?? "";
  return [state.effect, cardPosition(state), front].filter(Boolean).join(". ");
}

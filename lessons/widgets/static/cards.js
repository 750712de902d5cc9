/** The cards widget: a front, its back with where it comes from, and leafing through them. */

import { cardsKey, lessonNames, openCards, shownCards, stepCards } from "./cards_state.js";
import { frame, keyList, keysButton, make, onKeys, paragraphs, uniquePrefix, withBlank } from "./dom.js";
import { toldOf } from "./facts.js";
import { provenance } from "./provenance.js";

/** @typedef {import("./cards_state.js").CardItem} CardItem @typedef {import("./cards_state.js").CardsAction} CardsAction */
/** @typedef {import("./cards_state.js").CardsState} CardsState */

/** @type {[string, string][]} */
const CARD_KEYS = [["Space", "turn the card"], ["N →", "next card"], ["P ←", "previous card"], ["?", "show or hide the keys"]];

/** @param {{model: import("./quiz.js").Model, el: HTMLElement}} host @returns {() => void} the clean-up */
export function renderCards({ model, el }) {
  const prefix = uniquePrefix();
  const title = String(model.get("title") || "");
  const shown = frame(el, "cards", title ? `Cards: ${title}` : "Cards");
  const cards = () => {
    const table = model.get("facts") ?? {};
    return (model.get("cards") ?? []).map((/** @type {any} */ card) => ({ ...card, ...toldOf(card.facts ?? [], table) }));
  };
  let state = openCards(cards(), model.get("seed"));
  const draw = () => shown.body.replaceChildren(...drawCards(state, { prefix, title, act }));

  /** @param {CardsAction} action */
  function act(action) {
    const [before, focused] = [state, shown.focused()];
    state = stepCards(state, action);
    if (state === before) return;
    draw();
    shown.focus(focused);
    if (focused && !shown.focused()) shown.focus("card"); // the button that was pressed is off: first or last card
    const card = shownCards(state)[state.at];
    if (card && action.type !== "keys") shown.say(state.flipped ? card.back : card.front);
  }

  function reopen() {
    state = openCards(cards(), model.get("seed"));
    draw();
  }

  const offKeys = onKeys(shown.root, (key, target) => {
    const action = cardsKey(state, key, target);
    if (action) act(action);
    return action !== null;
  });
  model.on("change:cards", reopen);
  draw();
  return () => {
    offKeys();
    model.off("change:cards", reopen);
    shown.root.remove();
  };
}

/** @param {CardsState} state @param {{prefix: string, title: string, act: (action: CardsAction) => void}} given @returns {HTMLElement[]} */
function drawCards(state, { prefix, title, act }) {
  const cards = shownCards(state);
  const card = cards[state.at];
  const keys = keysButton(state.keys, `${prefix}-keys`, () => act({ type: "keys" }));
  const list = keyList(CARD_KEYS, `${prefix}-keys`, state.keys);
  const head = make("div", { class: "lessons-head" }, title ? make("p", { class: "lessons-title" }, title) : null,
    make("p", { class: "lessons-count" }, card ? `${state.at + 1} of ${cards.length}` : "No cards"),
    make("p", { class: "lessons-meta" }, card?.lesson ?? ""), keys);
  return [head, list, ...(card ? [face(card, state.flipped, act), cardActions(state, cards.length, prefix, act)] : [])];
}

/** The card itself: pressing anywhere on it turns it.
 * @param {CardItem} card @param {boolean} flipped @param {(action: CardsAction) => void} act */
function face(card, flipped, act) {
  const turn = () => {
    if (!window.getSelection()?.toString()) act({ type: "flip" }); // marking text to copy it is no press
  };
  return make("div", { class: `lessons-face${flipped ? " is-flipped" : ""}`, "data-part": "card", tabindex: -1, onclick: turn },
    make("p", { class: "lessons-front" }, ...withBlank(card.front)),
    flipped ? make("div", { class: "lessons-back" }, ...paragraphs(card.back)) : null,
    flipped ? provenance(card) : null);
}

/** @param {CardsState} state @param {number} all @param {string} prefix @param {(action: CardsAction) => void} act */
function cardActions(state, all, prefix, act) {
  /** @param {Exclude<CardsAction["type"], "lesson">} type @param {string} text @param {string} look @param {boolean} [off] */
  const button = (type, text, look, off = false) =>
    make("button", {
      type: "button", class: `lessons-button ${look}`, "data-part": type, disabled: off, onclick: () => act({ type }) }, text);
  return make("div", { class: "lessons-actions" },
    button("previous", "Previous", "", state.at === 0),
    button("flip", state.flipped ? "Hide the back" : "Show the back", "lessons-primary"),
    button("next", "Next", "", state.at + 1 === all),
    make("span", { class: "lessons-space" }),
    ...lessonFilter(state, prefix, act),
    all > 1 ? button("shuffle", "Shuffle", "lessons-quiet") : null);
}

/** A choice of lesson where there are several.
 * @param {CardsState} state @param {string} prefix @param {(action: CardsAction) => void} act */
function lessonFilter(state, prefix, act) {
  const names = lessonNames(state);
  if (names.length < 2) return [];
  const id = `${prefix}-lesson`;
  const pick = (/** @type {Event} */ event) => act({ type: "lesson", lesson: /** @type {HTMLSelectElement} */ (event.target).value });
  return [make("label", { class: "lessons-filter", for: id }, "Lesson",
    make("select", { id, "data-part": "lesson", onchange: pick }, make("option", { value: "", selected: !state.lesson }, "All"),
      ...names.map((name) => make("option", { value: name, selected: state.lesson === name }, name))))];
}

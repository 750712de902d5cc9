/** Where a fact comes from, as of when, and what a learner must know about it: the blocks under a response or a card's back. */

import { make, paragraphs, signed } from "./dom.js";

/**
 * @typedef {object} Sourced
 * @property {string[]} [cites] each source in words: title, publisher, date, paragraph, note and line
 * @property {string[]} [quotes] the note's own words
 * @property {string} [as_of_text]
 * @property {string | null} [since]
 * @property {string | null} [erratum]
 * @property {string | null} [disputed]
 */

/** @param {Sourced} said @returns {HTMLElement} */
export function provenance(said) {
  return make("div", { class: "lessons-provenance" }, ...noteBlocks(said), sourceBlock(said));
}

/** The same for one part among others: the quotation folds out. @param {Sourced} said @returns {HTMLElement} */
export function briefProvenance(said) {
  const asOf = said.as_of_text ? `As of ${said.as_of_text}` : "";
  return make("div", { class: "lessons-brief" }, ...noteBlocks(said),
    make("div", { class: "lessons-brief-source" },
      ...(said.cites ?? []).map((cite) => make("p", { class: "lessons-cite", dir: "auto" }, cite)),
      asOf ? make("p", { class: "lessons-asof" }, asOf) : null,
      make("details", {}, make("summary", {}, "In the note’s words"), ...quotesOf(said))));
}

/** @param {Sourced} said */
const noteBlocks = (said) => [
  note("since", "↻", "What has changed since", said.since), note("erratum", "!", "The source is mistaken", said.erratum),
  note("disputed", "⇄", "Sources disagree", said.disputed)];

/** @param {Sourced} said */
function quotesOf(said) {
  return (said.quotes ?? []).map((quote) => make("p", { class: "lessons-quote", dir: "auto" }, quote));
}

/** @param {Sourced} said */
function sourceBlock(said) {
  return make("div", { class: "lessons-source" },
    make("p", { class: "lessons-label" }, "Source"),
    ...(said.cites ?? []).map((cite) => make("p", { class: "lessons-cite", dir: "auto" }, cite)),
    ...quotesOf(said),
    said.as_of_text ? make("p", { class: "lessons-asof" }, `As of ${said.as_of_text}`) : null);
}

/** @param {string} kind @param {string} sign @param {string} label @param {string | null | undefined} text */
function note(kind, sign, label, text) {
  if (!text) return null;
  return make("div", { class: `lessons-note lessons-${kind}` },
    make("p", { class: "lessons-label" }, signed(sign), label), ...paragraphs(text));
}

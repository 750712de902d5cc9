/** How practice takes the time: of each item, and of the round. */

import { pauseClock, runClock } from "./clock.js";

/** @typedef {import("./quiz_state.js").QuizState} QuizState */

/**
 * Take the time of a step. An item's own runs while it is open, in the reader's sight and not paused. The clock of the round runs from when
 * the quiz is first in sight, until a pause or the end: reading what explains a response is part of the time, and so is looking elsewhere.
 * @param {QuizState} before @param {QuizState} after @param {number} now in ms @returns {QuizState}
 */
export function timed(before, after, now) {
  const runs = after.round[after.at] !== undefined && !after.paused && (after.met || !after.away);
  const clock = runs ? runClock(after.clock, now) : pauseClock(after.clock, now);
  const [left, shown] = [timedId(before), timedId(after)];
  if (left === shown) return { ...after, clock, since: shown ? after.since ?? now : null };
  const took = before.since === null ? 0 : Math.max(0, now - before.since) / 1000;
  const seconds = left ? { ...after.seconds, [left]: inTenths((after.seconds[left] ?? 0) + took) } : after.seconds;
  return { ...after, seconds, clock, since: shown ? now : null };
}

/** The id of the item whose time runs; empty for none. @param {QuizState} state */
function timedId({ items, round, at, scores, paused, away }) {
  const id = items[round[at]]?.id;
  return !id || paused || away || scores[id] ? "" : id;
}

/** @param {number} seconds */
const inTenths = (seconds) => Math.round(seconds * 10) / 10;

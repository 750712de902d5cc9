/**
 * Time that is spent and time that is left, apart from any ticking: a clock runs or stands still, and "now" is always given.
 *
 * @typedef {{limit: number | null, spent: number, since: number | null}} Clock
 *   The seconds allowed, if any; those spent up to when it last stood still; since when it runs, in milliseconds, or null.
 */

/** How many seconds before the end a learner is told, and at the end. */
const MARKS = [600, 300, 0];

/** A clock that stands still. @param {number | null} [limit] in seconds @param {number} [spent] @returns {Clock} */
export const openClock = (limit = null, spent = 0) => ({ limit, spent, since: null });

/** @param {Clock} clock @param {number} now @returns {Clock} */
export const runClock = (clock, now) => (clock.since === null ? { ...clock, since: now } : clock);

/** @param {Clock} clock @param {number} now @returns {Clock} */
export const pauseClock = (clock, now) => (clock.since === null ? clock : { ...clock, spent: spentSeconds(clock, now), since: null });

/** A clock that was set back by the computer has spent nothing meanwhile. @param {Clock} clock @param {number} now */
export const spentSeconds = ({ spent, since }, now) => spent + (since === null ? 0 : Math.max(0, now - since) / 1000);

/** Never below 0; null where there is no limit. @param {Clock} clock @param {number} now */
export const leftSeconds = (clock, now) => (clock.limit === null ? null : Math.max(0, clock.limit - spentSeconds(clock, now)));

/**
 * What to say because less was left at the second time than a mark, and not yet at the first. After a sleep of the computer, which may pass
 * several marks at once, it is what is really left. A limit of ten minutes is not announced by "10 minutes left".
 * @param {Clock} clock @param {number} before @param {number} now @returns {string[]}
 */
export function clockWarnings(clock, before, now) {
  const [was, is] = [leftSeconds(clock, before), leftSeconds(clock, now)];
  if (was === null || is === null || !MARKS.some((mark) => mark < (clock.limit ?? 0) && is <= mark && mark < was)) return [];
  return [is > 0 ? `${numbered(Math.ceil(is / 60), "minute")} left.` : "Time is up."];
}

/** As on a clock: "12:34", "1:02:09". A second that has begun counts. @param {number} seconds */
export function clockText(seconds) {
  const [hours, minutes, rest] = hoursMinutesSeconds(seconds);
  const two = (/** @type {number} */ n) => String(n).padStart(2, "0");
  return hours ? `${hours}:${two(minutes)}:${two(rest)}` : `${minutes}:${two(rest)}`;
}

/** In words: "12 minutes 34 seconds"; "1 hour 2 minutes", as nobody counts the seconds of hours. @param {number} seconds */
export function timeWords(seconds) {
  const [hours, minutes, rest] = hoursMinutesSeconds(seconds);
  const told = [hours && numbered(hours, "hour"), minutes && numbered(minutes, "minute"), rest && !hours && numbered(rest, "second")];
  return told.filter(Boolean).join(" ") || "0 seconds";
}

/** @param {number} seconds @returns {[number, number, number]} */
function hoursMinutesSeconds(seconds) {
  const whole = Math.ceil(seconds - 1e-6);
  return [Math.floor(whole / 3600), Math.floor(whole / 60) % 60, whole % 60];
}

/** A number with its noun: "1 minute", "2 minutes". @param {number} n @param {string} noun */
export const numbered = (n, noun) => `${n} ${noun}${n === 1 ? "" : "s"}`;

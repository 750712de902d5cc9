/** How a date that was said stands to the key, as `lessons/scoring/` judges it. */

import { at, extent, isOpen, isSpan, precision, same, within } from "./dates.js";

/** @typedef {import("./dates.js").CalendarDate} CalendarDate @typedef {import("./dates.js").Point} Point */
/** @typedef {"right" | "part" | "finer" | "coarser" | "wrong"} Judged */

/** @type {Judged[]} */
const WORST_LAST = ["right", "part", "finer", "coarser", "wrong"];
const FINEST_FIRST = ["day", "month", "season", "year", "decade", "century"];

/** @param {CalendarDate} key @param {CalendarDate} said @returns {Judged} */
export function judge(key, said) {
  if (isOpen(key) && isOpen(said) && (key.start === null) !== (said.start === null)) return "wrong";
  [key, said] = [closed(key), closed(said)]; // "2014" says when "since 2014" began
  if (isSpan(key) && isSpan(said)) {
    const ends = [judge(at(key.start), at(said.start)), judge(at(key.end), at(said.end))];
    return WORST_LAST[Math.max(...ends.map((end) => WORST_LAST.indexOf(end)))];
  }
  const [year, saidYear] = [key.start?.year ?? null, said.start?.year ?? null];
  if (saidYear === null && year !== null) {
    const guesses = [year, key.end?.year ?? null].map((guess) => judge(key, mapped(said, () => guess)));
    return guesses.every((guess) => guess === "wrong") ? "wrong" : "coarser";
  }
  if (saidYear !== null && year === null) {
    const judged = judge(key, mapped(said, () => null));
    return judged === "right" ? "finer" : judged;
  }
  if (isSpan(key) || isSpan(said)) {
    if (isSameDays(key, said)) return "right";
    if (within(key, said)) return "coarser";
    return !within(said, key) ? "wrong" : isSpan(key) ? "part" : "finer";
  }
  const equal = same(key, said);
  if (equal) return "right";
  const step = rank(key) - rank(said);
  return !step || equal === false ? "wrong" : step > 0 ? "finer" : "coarser";
}

/** Whether both have the same first and last day, so that the 1970s are 1970–1979; no season has. @param {CalendarDate[]} dates */
function isSameDays(...dates) {
  const hasDays = dates.every(({ start, end }) => [start, end].every((one) => one && one.year !== null && precision(one) !== "season"));
  return hasDays && JSON.stringify(extent(dates[0])) === JSON.stringify(extent(dates[1]));
}

/** The same with the date so many years before Christ as it was typed after. @param {CalendarDate} key @param {CalendarDate} said */
export const judgeBeforeChrist = (key, said) => judge(key, mapped(said, (year) => (year === null ? null : 1 - year)));

/** What the source gives of the date, in words. @param {CalendarDate} key */
export function wantedDate(key) {
  const end = anyEnd(key);
  if (isClosedSpan(key)) return `the first and the last ${precision(end)}`;
  if (end.year === null) return end.day ? "the day and month" : "the month";
  const parts = new Map([["day", "the day, month and year"], ["month", "the month and year"], ["season", "the season and year"]]);
  return parts.get(precision(end)) ?? `the ${precision(end)}`;
}

/** A date of the key's form that is not the key. @param {CalendarDate} key */
export function exampleDate(key) {
  const end = anyEnd(key);
  const year = end.year === 1998 ? 1987 : 1998;
  if (isClosedSpan(key)) return end.day === null ? `${year}–${year + 2}` : `3–5 May ${year}`;
  if (end.year === null) return end.month === 5 && end.day === 3 ? "4 June" : "3 May";
  if (precision(end) === "century") return end.year === 1100 ? "the 9th century" : "the 12th century";
  if (precision(end) === "decade") return end.year === 1960 ? "the 1930s" : "the 1960s";
  return (new Map([["day", "3 May "], ["month", "May "], ["season", "spring "]]).get(precision(end)) ?? "") + year;
}

/** @param {CalendarDate} date */
const isClosedSpan = (date) => isSpan(date) && !isOpen(date);

/** @param {CalendarDate} date */
const rank = (date) => FINEST_FIRST.indexOf(precision(anyEnd(date)));

/** @param {CalendarDate} date @returns {Point} */
const anyEnd = (date) => /** @type {Point} */ (date.start ?? date.end);

/** A date that is open at one end, as its other end. @param {CalendarDate} date */
const closed = (date) => (isOpen(date) ? at(anyEnd(date)) : date);

/** The date in other years. @param {CalendarDate} date @param {(year: number | null) => number | null} change @returns {CalendarDate} */
function mapped({ start, end }, change) {
  const put = (/** @type {Point | null} */ one) => (one ? { ...one, year: change(one.year) } : null);
  return { start: put(start), end: put(end) };
}

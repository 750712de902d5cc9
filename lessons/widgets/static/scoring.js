/**
 * Marking in the browser, by the rules of `lessons/scoring/`; `tests/cases/scoring.json` holds both to one table.
 *
 * @typedef {{id: string, text: string}} Option
 * @typedef {{kind: string, options: Option[], key: string[] | number | string, others?: string[], unit?: string}} Markable
 *   An item's JSON, as far as marking needs it; `others` mean something else in the same deck, `unit` is what a number counts or measures.
 */

import { scoreChoice } from "./choices.js";
import { exampleDate, judge, judgeBeforeChrist, wantedDate } from "./judge_dates.js";
import { fromEdtf } from "./dates.js";
import { judgeNumber } from "./numbers.js";
import { scored } from "./score_records.js";
import { stripped, typedDates } from "./typed_dates.js";
import { agree, bareSymbols, isSlip, readingsOf, recast } from "./words.js";

/** @typedef {import("./score_records.js").Response} Response @typedef {import("./score_records.js").Score} Score */

/** @param {Markable} item @param {Response} response @returns {Score} */
export function score(item, response) {
  if (!response || !(typeof response === "string" ? stripped(response) : response.length)) return scored("blank");
  if (item.kind !== "gap") {
    const chosen = typeof response === "string" ? [response] : response;
    return scoreChoice(item.kind, item.options.map((option) => option.id), Array.isArray(item.key) ? item.key : [], chosen);
  }
  const typed = typeof response === "string" ? response : response.join(" ");
  if (typeof item.key === "number") return scoreNumber(item.key, typed, item.unit ?? "");
  return typeof item.key === "string" ? scoreDate(item.key, typed) : scoreText(item, item.key, typed);
}

/** @param {Markable} item @param {string[]} key @param {string} typed */
function scoreText(item, key, typed) {
  const said = readingsOf(typed);
  const known = key.map((text) => ({ text, readings: readingsOf(text) }));
  if (!said[0].length) {
    const signs = known.filter(({ readings }) => !readings[0].length).map(({ text }) => bareSymbols(text));
    if (!signs.length) return scored("ask", "Type a word or two.");
    return scored(signs.includes(bareSymbols(typed)) ? "right" : "wrong");
  }
  if (known.some(({ readings }) => agree(said, readings))) return scored("right");
  const others = [...item.options.map((option) => option.text), ...(item.others ?? [])];
  if (others.some((text) => agree(said, readingsOf(text)))) return scored("wrong");
  if (recast(typed).some((other) => known.some(({ readings }) => agree(other, readings)))) return scored("right");
  const meant = known.find(({ readings }) => said.some((one) => readings.some((words) => isSlip(one, words))));
  return meant ? scored("right", `Mind the spelling: ${meant.text}.`) : scored("wrong");
}

/** @param {number} key @param {string} typed @param {string} unit */
function scoreNumber(key, typed, unit) {
  const judged = judgeNumber(key, typed, unit);
  if (judged === "unread") return scored("ask", `Type one number, such as ${exampleNumber(key)}.`);
  return judged === "unit" ? scored("ask", "Check the unit.") : scored(judged);
}

/** Numbers to show the form of, none of them the key. @param {number} key */
export const exampleNumber = (key) => (key === 12 || key === 40000 ? "15 or 25,000" : "12 or 40,000");

/** @param {string} edtf @param {string} typed */
function scoreDate(edtf, typed) {
  const key = fromEdtf(edtf);
  const readings = typedDates(typed);
  if (!key) return scored("wrong");
  if (!readings.length) return scored("ask", `Type a date, such as ${exampleDate(key)}.`);
  const judged = readings.map((reading) => judge(key, reading));
  if (judged.includes("right")) return scored("right");
  if (judged.includes("part")) return scored("ask", `The source gives a span: give ${wantedDate(key)}.`);
  if (judged.includes("coarser")) return scored("ask", `Be more precise: give ${wantedDate(key)}.`);
  if (judged.includes("finer")) return scored("ask", `The source gives only ${wantedDate(key)}.`);
  const early = (key.start?.year ?? 1) < 1 && !/\b(?:ad|ce)\b/.test(typed.toLowerCase());
  const meant = early && readings.some((reading) => judgeBeforeChrist(key, reading) === "right");
  return meant ? scored("ask", "Say whether that is BC or AD.") : scored("wrong");
}

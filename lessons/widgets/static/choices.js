/**
 * What was chosen, ordered or matched, as `lessons/scoring/choices.py` marks it: one option is right or wrong, the other kinds give shares
 * of the mark.
 */

import { scored, shared } from "./score_records.js";

/** @typedef {import("./score_records.js").Score} Score */

/**
 * Mark the chosen ids against the key's.
 * @param {string} kind @param {string[]} options the ids of all @param {string[]} key @param {string[]} chosen @returns {Score}
 */
export function scoreChoice(kind, options, key, chosen) {
  if (!chosen.some(Boolean)) return scored("blank");
  if (kind === "matching") return scoreMatches(options, key, chosen);
  if (kind === "ordering") return scoreOrder(options, key, chosen);
  if (!chosen.every((id) => options.includes(id))) return scored("ask", "Choose one of the options.");
  const every = [...new Set(chosen)];
  const hits = every.filter((id) => key.includes(id)).length;
  const misses = every.length - hits;
  if (kind !== "multiple_response") return scored(!misses && hits === new Set(key).size ? "right" : "wrong");
  const wrong = misses ? `, and ${misses} that ${misses === 1 ? "is" : "are"} wrong` : "";
  return shared(hits, misses, key.length, `${hits} of ${key.length} chosen${wrong}.`);
}

/** @param {string[]} options @param {string[]} key @param {string[]} chosen */
function scoreOrder(options, key, chosen) {
  if (JSON.stringify([...chosen].sort()) !== JSON.stringify([...options].sort())) return scored("ask", "Put every one in its place.");
  const pairs = chosen.flatMap((one, n) => chosen.slice(n + 1).map((other) => [one, other]));
  const hits = pairs.filter(([one, other]) => key.indexOf(one) < key.indexOf(other)).length;
  return shared(hits, pairs.length - hits, pairs.length, `${hits} of ${pairs.length} pairs stand the right way round.`);
}

/** @param {string[]} options @param {string[]} key @param {string[]} chosen */
function scoreMatches(options, key, chosen) {
  const known = chosen.every((id) => !id || options.includes(id));
  if (chosen.length !== key.length || !known) return scored("ask", "Match each one.");
  const hits = chosen.filter((id, n) => id === key[n]).length;
  return shared(hits, 0, key.length, `${hits} of ${key.length} matched.`);
}

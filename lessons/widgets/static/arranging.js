/** What a learner's hand does to a list of ids, apart from drawing: tick, move, match. None of them changes the list given. */

/** The options ticked, in the options' order, with one more or one less.
 * @param {string[]} options @param {string[]} ticked @param {string} id */
export function toggled(options, ticked, id) {
  const now = ticked.includes(id) ? ticked.filter((one) => one !== id) : [...ticked, id];
  return options.filter((one) => now.includes(one));
}

/** One taken out and put in at another place. @param {string[]} ids @param {number} from @param {number} to */
export function moved(ids, from, to) {
  const rest = ids.filter((_, n) => n !== from);
  return [...rest.slice(0, to), ids[from], ...rest.slice(to)];
}

/** One put into a row, and taken from the row that had it; an empty id clears the row.
 * @param {string[]} ids @param {number} row @param {string} id */
export const matchedWith = (ids, row, id) => ids.map((one, n) => (n === row ? id : id && one === id ? "" : one));

/** A response as a list of ids. @param {import("./score_records.js").Response} response @returns {string[]} */
export const idList = (response) => (Array.isArray(response) ? response : response ? [response] : []);

/** The place as English counts it. @param {number} n */
export const ordinal = (n) => `${n}${n % 100 > 10 && n % 100 < 14 ? "th" : ["th", "st", "nd", "rd"][n % 10] ?? "th"}`;

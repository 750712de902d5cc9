/** An article as places in its text: blocks, the pieces that finds cut them into, and words to select by keyboard. */

/**
 * @typedef {{start: number, end: number}} Stretch half-open; here in UTF-16 units, where Python counts code points
 * @typedef {Stretch & {id: string}} Find
 * @typedef {Stretch & {ids: string[], clutter: boolean}} Piece what a stretch of a block belongs to, the shortest find first
 */

/** Python's places in a text as the browser's, and back. @param {string} text */
export function placesIn(text) {
  if (!/[\ud800-\udfff]/.test(text)) return { toUnit: (/** @type {number} */ at) => at, toPoint: (/** @type {number} */ at) => at };
  const units = [0];
  for (const point of text) units.push(units[units.length - 1] + point.length);
  return {
    toUnit: (/** @type {number} */ at) => units[Math.min(at, units.length - 1)],
    toPoint: (/** @type {number} */ at) => lastAtOrBelow(units, at),
  };
}

/** The place of the last number that is not above a limit; -1 for none. The numbers rise. @param {number[]} numbers
 * @param {number} limit */
export function lastAtOrBelow(numbers, limit) {
  let [low, high] = [-1, numbers.length - 1];
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (numbers[middle] <= limit) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** The lines of a text, each with its end: together they are the text. @param {string} text @returns {Stretch[]} */
export function blocksIn(text) {
  const blocks = [];
  for (let start = 0; start < text.length;) {
    const at = text.indexOf("\n", start);
    const end = at < 0 ? text.length : at + 1;
    blocks.push({ start, end });
    start = end;
  }
  return blocks;
}

/** For each block the stretches that reach into it. @template {Stretch} One @param {Stretch[]} blocks @param {One[]} stretches
 * @returns {One[][]} */
export function byBlock(blocks, stretches) {
  const starts = blocks.map((block) => block.start);
  /** @type {One[][]} */
  const found = blocks.map(() => []);
  for (const one of stretches) {
    for (let n = Math.max(lastAtOrBelow(starts, one.start), 0); n < blocks.length && blocks[n].start < one.end; n += 1) {
      if (blocks[n].end > one.start) found[n].push(one);
    }
  }
  return found;
}

/** A block cut wherever a find or clutter begins or ends. @param {Stretch} block @param {Find[]} finds @param {Stretch[]} clutter
 * @returns {Piece[]} */
export function piecesOf(block, finds, clutter) {
  const within = (/** @type {number} */ at) => Math.min(Math.max(at, block.start), block.end);
  const cuts = [block, ...finds, ...clutter].flatMap(({ start, end }) => [within(start), within(end)]);
  const places = [...new Set(cuts)].sort((a, b) => a - b);
  const covers = (/** @type {Stretch} */ one, /** @type {number} */ at) => one.start <= at && at < one.end;
  const shortest = [...finds].sort((a, b) => a.end - a.start - (b.end - b.start));
  return places.slice(0, -1).map((start, n) => ({
    start, end: places[n + 1], ids: shortest.filter((one) => covers(one, start)).map((one) => one.id),
    clutter: clutter.some((one) => covers(one, start)) }));
}

/** What is between white space. @param {string} text @returns {Stretch[]} */
export const wordsIn = (text) => [...text.matchAll(/\S+/g)].map((found) => ({ start: found.index, end: found.index + found[0].length }));

/** A stretch without the white space at its ends; null where nothing else is in it. @param {string} text @param {Stretch} stretch */
export function trimmed(text, { start, end }) {
  const words = text.slice(start, end);
  const bare = words.trim();
  const from = start + words.length - words.trimStart().length;
  return bare ? { start: from, end: from + bare.length } : null;
}

/** The words of a stretch on one line. @param {string} text @param {Stretch} stretch */
export const wordsWithin = (text, { start, end }) => text.slice(start, end).split(/\s+/).filter(Boolean).join(" ");

/**
 * Where a key leads that moves by words or paragraphs; with Shift the selection grows or shrinks. "Here" is the word at the place itself.
 * @param {{words: Stretch[], blocks: Stretch[]}} article @param {Stretch & {back?: boolean}} from `back` where its beginning moves
 * @param {string} key @param {boolean} extend
 * @returns {(Stretch & {back: boolean}) | null} null for a key that moves nothing
 */
export function stepWords({ words, blocks }, from, key, extend) {
  const starts = words.map((word) => word.start);
  const wordAt = (/** @type {number} */ at) => Math.max(lastAtOrBelow(starts, at), 0);
  const [first, last] = [wordAt(from.start), wordAt(Math.max(from.end - 1, from.start))];
  const [anchor, head] = from.back ? [last, first] : [first, last];
  const to = wordStep({ words, blocks, wordAt }, head, key);
  if (to === null || !words.length) return null;
  const [low, high] = extend ? [Math.min(anchor, to), Math.max(anchor, to)] : [to, to];
  return { start: words[low].start, end: words[high].end, back: extend && to < anchor };
}

/** @param {{words: Stretch[], blocks: Stretch[], wordAt: (at: number) => number}} article @param {number} head @param {string} key */
function wordStep({ words, blocks, wordAt }, head, key) {
  const block = lastAtOrBelow(blocks.map((one) => one.start), words[head]?.start ?? 0);
  const within = (/** @type {number} */ n) => Math.min(Math.max(n, 0), words.length - 1);
  const opening = (/** @type {number} */ n) => words.findIndex((word) => word.start >= blocks[n].start);
  switch (key) {
    case "ArrowRight":
      return within(head + 1);
    case "ArrowLeft":
      return within(head - 1);
    case "Home":
      return within(opening(block));
    case "End":
      return wordAt(blocks[block].end - 1);
    case "ArrowDown": {
      const next = words.findIndex((word) => word.start >= blocks[block].end);
      return next < 0 ? words.length - 1 : next;
    }
    case "ArrowUp": {
      const before = within(opening(block) - 1);
      return within(opening(lastAtOrBelow(blocks.map((one) => one.start), words[before].start)));
    }
    case "Here":
      return head;
    default:
      return null;
  }
}

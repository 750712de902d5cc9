/**
 * Progress, kept by the browser. Each response is kept under the hash of its item: where an item was edited its hash is another, and what
 * was responded to its old form is dropped. Where the browser keeps nothing (some file managers), the page works and says so.
 *
 * @typedef {object} Progress
 * @property {Record<string, import("./quiz_state.js").Given>} responses the last to each item, by its hash
 * @property {Record<string, number>} seconds how long each was thought about, by hash
 * @property {Record<string, string>} ratings of cards, by hash
 * @property {Record<string, any>} papers a sitting, by the hashes of its items
 */

/** @returns {Progress} */
const nothingYet = () => ({ responses: {}, seconds: {}, ratings: {}, papers: {} });

/** What is kept of a page, without what belongs to items that it no longer has.
 * @param {string} id the page's @param {Set<string>} known the hashes of its items, cards and papers */
export function openStore(id, known) {
  const name = `lessons ${id}`;
  const isObject = (/** @type {unknown} */ one) => typeof one === "object" && one !== null && !Array.isArray(one);
  let works = true;
  /** @returns {Progress} */
  function read() {
    try {
      const stored = JSON.parse(localStorage.getItem(name) ?? "{}");
      return isObject(stored) ? { ...nothingYet(), ...stored } : nothingYet();
    } catch (error) {
      works = !(error instanceof SyntaxError) ? false : works; // what cannot be read is begun anew; where nothing may be kept, nothing is
      return nothingYet();
    }
  }
  const progress = read();
  for (const part of /** @type {(keyof Progress)[]} */ (["responses", "seconds", "ratings", "papers"])) {
    const kept = Object.entries(isObject(progress[part]) ? progress[part] : {}).filter(([hash]) => known.has(hash));
    progress[part] = Object.fromEntries(kept);
  }
  const write = () => {
    try {
      localStorage.setItem(name, JSON.stringify(progress));
      works = true;
    } catch {
      works = false;
    }
  };
  return {
    progress,
    write,
    /** Whether the browser keeps anything. */
    works: () => works,
    forget() {
      Object.assign(progress, nothingYet());
      write();
    },
  };
}

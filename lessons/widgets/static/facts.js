/**
 * What items and cards rest on. It comes as a table of facts, each once; here every item gets what is known of its facts together.
 *
 * @typedef {{cites?: string[], quotes?: string[], as_of_text?: string, since?: string, erratum?: string, disputed?: string}} Told
 * @typedef {Record<string, Told>} FactTable by a fact's id
 */

/** @typedef {import("./quiz_state.js").QuizItem} QuizItem */

/** What is known of several facts, each text once. @param {string[]} ids @param {FactTable} table @returns {Told} */
export function toldOf(ids, table) {
  const found = [...new Set(ids)].map((id) => table[id]).filter(Boolean);
  const lists = (/** @type {"cites" | "quotes"} */ name) => [...new Set(found.flatMap((fact) => fact[name] ?? []))];
  const texts = (/** @type {"as_of_text" | "since" | "erratum" | "disputed"} */ name) =>
    [...new Set(found.map((fact) => fact[name] ?? "").filter(Boolean))];
  return {
    cites: lists("cites"), quotes: lists("quotes"), as_of_text: texts("as_of_text").join("; "), since: texts("since").join(" "),
    erratum: texts("erratum").join(" "), disputed: texts("disputed").join(" ") };
}

/**
 * Items as they are shown: each with what is known of its facts, its parts too, and its key in words. Questions of an exam have neither.
 * @param {any[]} payloads @param {FactTable} [table] @returns {QuizItem[]}
 */
export const withFacts = (payloads, table = {}) => payloads.map((payload) => {
  const item = { options: [], ...toldOf(payload.facts ?? [], table), ...payload };
  const parts = payload.parts?.map((/** @type {any} */ part) => ({ ...part, ...toldOf([part.fact], table) }));
  return { ...item, label: payload.label ?? "", parts, key_text: payload.key_text ?? (payload.key ? keyTexts(item).join("; ") : "") };
});

/** The key's texts one by one. @param {QuizItem} item @returns {string[]} */
export function keyTexts(item) {
  const { key, options } = item;
  if (!options.length || !Array.isArray(key)) return [item.key_text];
  const textOf = (/** @type {string} */ id) => options.find((option) => option.id === id)?.text ?? "";
  if (item.kind === "matching") return key.map((id, n) => `${item.statements?.[n]} – ${textOf(id)}`);
  const ids = item.kind === "ordering" ? key : options.map((option) => option.id).filter((id) => key.includes(id));
  return ids.map(textOf);
}

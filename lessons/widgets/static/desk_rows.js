/** The proposed lines as a list by section: drawn once, each row dressed anew when its line changes. */

import { letterOf, scrollWithin } from "./desk_article.js";
import { deskLines, sectionTitle, isDoubtful, isShown } from "./desk_state.js";
import { make, signed, unseen } from "./dom.js";

/** @typedef {import("./desk_state.js").DeskState} DeskState @typedef {import("./desk_state.js").DeskLine} DeskLine */
/** @typedef {import("./desk_state.js").DeskAction} DeskAction @typedef {Record<string, string>} DeskProblems by line id */
/**
 * @typedef {{item: HTMLLIElement, row: HTMLElement, body: HTMLElement, yes: HTMLButtonElement, no: HTMLButtonElement, dressed: string}} DeskRow
 *   `dressed`: what its look was made of
 */

/** @type {Record<import("./desk_state.js").LineMark, string>} */
export const MARK_NAMES = { proposed: "to look at", accepted: "accepted", dropped: "dropped" };

/** @param {string} prefix of all ids @param {(action: DeskAction) => void} act */
export function openRows(prefix, act) {
  const element = make("div", { class: "lessons-desk-list", role: "group", "aria-label": "What is proposed" });
  const nothing = make("p", { class: "lessons-desk-none" });
  const actions = rowActions(act);
  /** @type {Map<string, DeskRow>} */
  const rows = new Map();
  /** @type {{element: HTMLElement, ids: string[]}[]} */
  let groups = [];
  let structure = "?";

  element.addEventListener("click", ({ target }) => {
    const id = lineAt(target);
    if (!id || !(target instanceof Element) || target.closest("textarea, input")) return;
    const press = target.closest("button")?.dataset.mark;
    if (press === "accepted" || press === "dropped") act({ type: "mark", id, mark: press });
    else if (!target.closest("button, .lessons-desk-edit")) act({ type: "choose", id });
  });
  element.addEventListener("dblclick", ({ target }) => {
    if (target instanceof Element && target.closest(".lessons-desk-text")) act({ type: "edit", id: lineAt(target) });
  });

  /** Rows for all lines, in their groups; a row that is there already is kept. @param {DeskState} state */
  function build(state) {
    const lines = deskLines(state);
    const known = lines.map((line) => `${sectionTitle(line)} ${line.id}`).join("\n");
    if (known === structure) return;
    structure = known;
    groups = [];
    /** @type {Map<string, DeskLine[]>} */
    const named = new Map();
    for (const line of lines) named.set(sectionTitle(line), [...(named.get(sectionTitle(line)) ?? []), line]);
    for (const [name, within] of named) {
      const items = within.map((line) => rows.get(line.id) ?? drawRow(line));
      items.forEach((row, n) => rows.set(within[n].id, row));
      groups.push({ ids: within.map(({ id }) => id), element: make("div", { class: "lessons-desk-group" },
        make("p", { class: "lessons-label", dir: "auto" }, name),
        make("ul", { role: "list", "aria-label": name }, ...items.map(({ item }) => item))) });
    }
    element.replaceChildren(nothing, ...groups.map((group) => group.element));
  }

  return {
    element,
    /** @param {DeskState} state @param {DeskProblems} problems */
    update(state, problems) {
      build(state);
      let some = false;
      for (const line of deskLines(state)) {
        const row = rows.get(line.id);
        const shown = isShown(state, line) || line.id === state.editing;
        some ||= shown;
        const is = { shown, chosen: line.id === state.chosen, editing: line.id === state.editing };
        if (row) dressRow(row, line, is, problems[line.id] ?? "");
      }
      for (const group of groups) group.element.hidden = !group.ids.some((id) => !rows.get(id)?.item.hidden);
      nothing.hidden = some;
      nothing.textContent = deskLines(state).length ? "No line is like that." :
        "Nothing is proposed. Select words of the article to make a line of them.";
      const chosen = rows.get(state.chosen);
      if (state.editing !== state.chosen) element.querySelector(".lessons-desk-edit")?.remove();
      if (chosen && state.editing !== state.chosen && actions.parentElement !== chosen.body) chosen.body.append(actions);
      if (chosen && state.editing === state.chosen && !chosen.body.querySelector(".lessons-desk-edit")) {
        actions.remove();
        const line = deskLines(state).find(({ id }) => id === state.editing);
        if (line) chosen.body.append(editForm(line, prefix, act));
      }
    },
    /** @param {string} id */
    reveal(id) {
      const row = rows.get(id);
      if (row) scrollWithin(element, row.item);
    },
  };
}

/** The id of the line that something is in. @param {EventTarget | null} target */
const lineAt = (target) => (target instanceof Element ? target.closest("li")?.dataset.line ?? "" : "");

/** @param {DeskLine} line @returns {DeskRow} */
function drawRow(line) {
  const body = make("div", { class: "lessons-desk-body" },
    make("p", { class: "lessons-desk-text", dir: "auto" }),
    make("p", { class: "lessons-desk-meta" }, make("span", { class: "lessons-desk-where" }, `¶${line.paragraph}`), " ",
      make("span", { class: "lessons-desk-mark" }), " ", make("span", { class: "lessons-desk-words", dir: "auto" }, `“${line.words}”`)),
    line.doubt ? make("p", { class: "lessons-desk-doubt" }, signed("?"), make("span", { dir: "auto" }, line.doubt)) : null,
    make("p", { class: "lessons-desk-problem", dir: "auto", hidden: true }));
  const yes = markButton("accepted", "✓", "Accept", "A");
  const no = markButton("dropped", "✗", "Drop", "D");
  const letter = make("span", { class: `lessons-desk-letter is-${line.section.toLowerCase()}`, "aria-hidden": "true" }, letterOf(line.section));
  const row = make("div", { class: "lessons-desk-row", role: "group", "data-part": `line-${line.id}` }, letter, body, yes, no);
  return { item: make("li", { "data-line": line.id }, row), row, body, yes, no, dressed: "" };
}

/** @param {"accepted" | "dropped"} mark @param {string} sign @param {string} name @param {string} key */
function markButton(mark, sign, name, key) {
  return make("button", {
    type: "button", class: `lessons-desk-button is-${mark}`, "data-mark": mark, "aria-label": name, title: `${name} (${key})` }, sign);
}

/** @param {DeskRow} row @param {DeskLine} line @param {{shown: boolean, chosen: boolean, editing: boolean}} is @param {string} problem */
function dressRow(row, line, is, problem) {
  const dressed = JSON.stringify([line.text, line.mark, is, problem]);
  if (dressed === row.dressed) return;
  row.dressed = dressed;
  const doubtful = isDoubtful(line);
  row.item.hidden = !is.shown;
  const looks = { "is-chosen": is.chosen, "is-editing": is.editing, "is-doubtful": doubtful };
  row.item.className = [`is-${line.mark}`, ...Object.entries(looks).filter(([, has]) => has).map(([look]) => look)].join(" ");
  row.row.tabIndex = is.chosen ? 0 : -1;
  const said = [sectionTitle(line), MARK_NAMES[line.mark], doubtful ? `doubtful: ${line.doubt}` : "", problem && "to mend"].filter(Boolean);
  row.row.setAttribute("aria-label", `${said.join(", ")}: ${line.text}`);
  if (is.chosen) row.row.setAttribute("aria-current", "true");
  else row.row.removeAttribute("aria-current");
  for (const button of [row.yes, row.no]) {
    button.setAttribute("aria-pressed", String(button.dataset.mark === line.mark));
    button.tabIndex = is.chosen ? 0 : -1;
  }
  const put = (/** @type {string} */ name, /** @type {string} */ text) => {
    const part = row.body.querySelector(name);
    if (part && part.textContent !== text) part.textContent = text;
  };
  put(".lessons-desk-text", line.text);
  put(".lessons-desk-mark", line.mark === "proposed" ? "" : MARK_NAMES[line.mark]);
  put(".lessons-desk-problem", problem && `To mend: ${problem}`);
  row.body.querySelector(".lessons-desk-problem")?.toggleAttribute("hidden", !problem);
}

/** What can be done with the chosen line beside accepting and dropping it. @param {(action: DeskAction) => void} act */
function rowActions(act) {
  const button = (/** @type {string} */ part, /** @type {(event: Event) => void} */ press, /** @type {(Node | string)[]} */ ...words) =>
    make("button", { type: "button", class: "lessons-small", "data-part": part, onclick: press }, ...words);
  return make("div", { class: "lessons-desk-actions" },
    button("edit", ({ target }) => act({ type: "edit", id: lineAt(target) }), "Edit"),
    button("go", () => act({ type: "reach" }), "Go to its place", unseen(" in the article")));
}

/** A line to write anew, in its place. @param {DeskLine} line @param {string} prefix @param {(action: DeskAction) => void} act */
function editForm(line, prefix, act) {
  const tell = () => act({ type: "draft", draft: { text: text.value, heading: heading?.value ?? line.heading } });
  const text = make("textarea", { id: `${prefix}-edit-text`, rows: 3, dir: "auto", "data-part": "edit-text", oninput: tell });
  text.value = line.text;
  const heading = line.section === "Points" ? make("input", {
    type: "text", id: `${prefix}-edit-heading`, dir: "auto", "data-part": "edit-heading", value: line.heading, oninput: tell }) : null;
  return make("div", { class: "lessons-desk-edit" },
    make("label", { for: text.id }, "The line"), text,
    heading ? make("label", { for: heading.id }, "Each of these points is a …") : null, heading,
    make("div", { class: "lessons-actions" },
      make("button", { type: "button", class: "lessons-small", "data-part": "keep", onclick: () => act({ type: "keep" }) }, "Keep"),
      make("button", { type: "button", class: "lessons-small", "data-part": "give-up", onclick: () => act({ type: "give up" }) }, "Give up")));
}

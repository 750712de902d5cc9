/** The proposed lines as a list by section: drawn once, each row dressed anew when its line changes. */

import { letterBox, scrollWithin } from "./desk_article.js";
import { deskLines, sectionTitle, isDoubtful, isShown } from "./desk_state.js";
import { make, signed, unseen } from "./dom.js";

/** @typedef {import("./desk_state.js").DeskState} DeskState @typedef {import("./desk_state.js").DeskLine} DeskLine */
/** @typedef {import("./desk_state.js").DeskAction} DeskAction @typedef {Record<string, string>} DeskProblems by line id */
/**
 * @typedef {{item: HTMLLIElement, body: HTMLElement, press: HTMLButtonElement, go: HTMLButtonElement, buttons: HTMLButtonElement[],
 *   dressed: string}} DeskRow `press` holds the line's text and the focus; `dressed` is what its look was made of
 */

/** @type {Record<import("./desk_state.js").LineMark, string>} */
export const MARK_NAMES = { proposed: "to look at", accepted: "accepted", dropped: "dropped" };

/** What can be done with a line: the sign, the name and the key. @type {Record<string, [string, string, string]>} */
const ROW_BUTTONS = { accepted: ["✓", "Accept", "A"], dropped: ["✗", "Drop", "D"], edit: ["✎", "Edit", "E"] };

/** @param {string} prefix of all ids @param {(action: DeskAction) => void} act */
export function openRows(prefix, act) {
  const element = make("div", { class: "lessons-desk-list", role: "group", "aria-label": "What is proposed" });
  const nothing = make("p", { class: "lessons-desk-none" });
  /** @type {Map<string, DeskRow>} */
  const rows = new Map();
  /** @type {{element: HTMLElement, ids: string[]}[]} */
  let groups = [];
  let structure = "?";

  element.addEventListener("click", ({ target, detail }) => {
    const id = lineAt(target);
    if (!id || !(target instanceof Element) || target.closest(".lessons-desk-edit")) return;
    const button = target.closest("button");
    const press = button?.dataset.do;
    if (press === "accepted" || press === "dropped") act({ type: "mark", id, mark: press });
    else if (press === "edit" || (button && detail === 0)) act({ type: "edit", id }); // a line is pressed by key to be edited
    else if (press === "go") [{ type: "choose", id }, { type: "reach" }].forEach((one) => act(/** @type {DeskAction} */ (one)));
    else act({ type: "choose", id });
  });
  element.addEventListener("dblclick", ({ target }) => {
    if (target instanceof Element && target.closest(".lessons-desk-line")) act({ type: "edit", id: lineAt(target) });
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
      const items = within.map((line) => rows.get(line.id) ?? drawRow(line, `${prefix}-line-${line.id}`));
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
      const form = element.querySelector(".lessons-desk-edit");
      if (form && lineAt(form) === state.editing) return;
      form?.remove();
      const line = deskLines(state).find(({ id }) => id === state.editing);
      if (line) rows.get(line.id)?.body.append(editForm(line, prefix, act));
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

/** @param {DeskLine} line @param {string} id @returns {DeskRow} */
function drawRow(line, id) {
  const press = make("button", { type: "button", class: "lessons-desk-line", "data-part": `line-${line.id}` },
    make("span", { class: "lessons-unseen" }), make("span", { class: "lessons-desk-text", id, dir: "auto" }));
  const go = make("button", { type: "button", class: "lessons-desk-go", "data-do": "go", title: "Go to its place (G)" },
    `¶${line.paragraph}`, unseen(", go to its place in the article"));
  const body = make("div", { class: "lessons-desk-body" }, press,
    make("div", { class: "lessons-desk-meta" }, go, make("p", {}, make("span", { class: "lessons-desk-mark" }),
      make("span", { class: "lessons-desk-words", dir: "auto" }, `“${line.words}”`))),
    line.doubt ? make("p", { class: "lessons-desk-doubt" }, signed("?"), make("span", { dir: "auto" }, line.doubt)) : null,
    make("p", { class: "lessons-desk-problem", dir: "auto", hidden: true }));
  const buttons = Object.entries(ROW_BUTTONS).map(([does, [sign, name, key]]) => make("button", {
    type: "button", class: `lessons-desk-button is-${does}`, "data-do": does, title: `${name} (${key})` },
  make("span", { "aria-hidden": "true" }, sign), unseen(name)));
  const row = make("div", { class: "lessons-desk-row", role: "group", "aria-labelledby": id }, letterBox(line.section), body,
    make("div", { class: "lessons-desk-buttons" }, ...buttons));
  return { item: make("li", { "data-line": line.id }, row), body, press, buttons, go, dressed: "" };
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
  for (const button of [row.press, row.go, ...row.buttons]) button.tabIndex = is.chosen ? 0 : -1;
  if (is.chosen) row.press.setAttribute("aria-current", "true");
  else row.press.removeAttribute("aria-current");
  for (const button of row.buttons.slice(0, 2)) button.setAttribute("aria-pressed", String(button.dataset.do === line.mark));
  const said = [sectionTitle(line), MARK_NAMES[line.mark], doubtful ? `doubtful: ${line.doubt}` : "", problem && "to mend"].filter(Boolean);
  const put = (/** @type {string} */ name, /** @type {string} */ text) => {
    const part = row.body.querySelector(name);
    if (part && part.textContent !== text) part.textContent = text;
  };
  put(".lessons-unseen", `${said.join(", ")}: `);
  put(".lessons-desk-text", line.text);
  put(".lessons-desk-mark", line.mark === "proposed" ? "" : `${MARK_NAMES[line.mark]} `);
  put(".lessons-desk-problem", problem && `To mend: ${problem}`);
  row.body.querySelector(".lessons-desk-problem")?.toggleAttribute("hidden", !problem);
}

/** @param {string} part @param {string} text @param {() => void} press */
export const smallButton = (part, text, press) =>
  make("button", { type: "button", class: "lessons-small", "data-part": part, onclick: press }, text);

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
      smallButton("keep", "Keep", () => act({ type: "keep" })), smallButton("give-up", "Give up", () => act({ type: "give up" }))));
}

/**
 * Correcting a draft as states and steps, apart from drawing.
 *
 * @typedef {{id: string, section: string, heading: string, text: string, paragraph: number, start: number, end: number, words: string,
 *   doubt: string}} GivenLine a proposed line; `start` and `end` in UTF-16 units of the article
 * @typedef {"proposed" | "accepted" | "dropped"} LineMark
 * @typedef {GivenLine & {mark: LineMark}} DeskLine as the teacher left it
 * @typedef {{text: string, heading: string}} LineEdit
 * @typedef {{states: Record<string, LineMark>, edits: Record<string, LineEdit>, added: GivenLine[]}} DeskWork all that the teacher did
 * @typedef {import("./desk_text.js").Stretch & {back?: boolean}} DeskSelection
 * @typedef {"list" | "article"} DeskOrder of the lines: by section, or by place
 * @typedef {"" | "proposed" | "doubtful" | "accepted" | "dropped"} DeskShow which lines are shown; all
 *
 * @typedef {object} DeskState
 * @property {GivenLine[]} given
 * @property {DeskWork} work
 * @property {{work: DeskWork, chosen: string}[]} past what "undo" leads back to, the last behind
 * @property {string} chosen the id of a line that is shown; empty where none is
 * @property {string} kind the one section that is shown; empty for all
 * @property {DeskShow} show
 * @property {string} editing the id of the line that is being written
 * @property {LineEdit | null} draft what is being written
 * @property {DeskSelection | null} selection words of the article
 * @property {boolean} adding whether a line is being made of them
 * @property {boolean} keys whether the list of keys is shown
 *
 * @typedef {{type: "keep" | "give up" | "accept all" | "undo" | "adding" | "cancel" | "keys" | "reach" | "add"} |
 *   {type: "choose" | "edit", id: string} | {type: "move", by: 1 | -1, order: DeskOrder} |
 *   {type: "mark", id: string, mark: "accepted" | "dropped", onwards?: DeskOrder} | {type: "draft", draft: LineEdit} |
 *   {type: "kind", kind: string} | {type: "show", show: DeskShow} | {type: "select", selection: DeskSelection | null} |
 *   {type: "added", line: Omit<GivenLine, "id" | "doubt">} | {type: "known", work: DeskWork}} DeskAction
 *   "reach" leads to the line's place in the article and back; "add" asks for the form's line; "known" is what another view did
 */

/** The sections in the order of a note, each with the letter that marks its finds, and one line as an example.
 * @type {[string, string, string][]} */
export const DESK_SECTIONS = [
  ["Dates", "D", "12 May 2021: The talks opened."], ["People", "P", "Ada Byrne: mayor of the town"],
  ["Numbers", "N", "members of the council: 30"], ["Terms", "T", "quorum: how many members must be there"],
  ["Quotations", "Q", "Ada Byrne: “a good start”, of the talks"], ["Points", "§", "cost: It would be cheaper."]];

const DESK_ORDER = DESK_SECTIONS.map(([name]) => name);

/** @param {GivenLine[]} given @param {Partial<DeskWork>} [work] @returns {DeskState} */
export function openDesk(given, work = {}) {
  const state = /** @type {DeskState} */ ({
    given, work: { states: {}, edits: {}, added: [], ...work }, past: [], chosen: "", kind: "", show: "", editing: "", draft: null,
    selection: null, adding: false, keys: false });
  const open = shownLines(state).find((line) => line.mark === "proposed");
  return settled({ ...state, chosen: open?.id ?? "" });
}

/** @type {WeakMap<DeskWork, DeskLine[]>} */
const deskCache = new WeakMap();

/** Every line as it stands now, in the order of the note: by section, points by heading, and there by place. @param {DeskState} state */
export function deskLines({ given, work }) {
  const known = deskCache.get(work);
  if (known) return known;
  const lines = [...given, ...work.added].map((line) => /** @type {DeskLine} */ (
    { ...line, ...work.edits[line.id], mark: work.states[line.id] ?? "proposed" }));
  /** @type {Map<string, DeskLine[]>} */
  const groups = new Map();
  for (const line of lines) {
    const group = groups.get(sectionTitle(line));
    if (group) group.push(line);
    else groups.set(sectionTitle(line), [line]);
  }
  const place = (/** @type {DeskLine[]} */ [line]) => (DESK_ORDER.indexOf(line.section) + DESK_ORDER.length + 1) % (DESK_ORDER.length + 1);
  const ordered = [...groups.values()].sort((a, b) => place(a) - place(b));
  const sorted = ordered.flatMap((group) => group.sort((a, b) => a.start - b.start));
  deskCache.set(work, sorted);
  return sorted;
}

/** What a line stands under. @param {GivenLine} line */
export const sectionTitle = ({ section, heading }) => (section === "Points" && heading ? `${section}: ${heading}` : section);

/** @param {DeskState} state @param {string} id */
export const deskLine = (state, id) => deskLines(state).find((line) => line.id === id);

/** @param {DeskState} state @param {DeskLine} line */
export const isShown = ({ kind, show }, line) => (!kind || line.section === kind) && (!show || line.mark === show || (show === "doubtful" &&
  isDoubtful(line)));

/** Whether somebody must still look whether it holds. @param {DeskLine} line */
export const isDoubtful = (line) => line.mark === "proposed" && line.doubt !== "";

/** @param {DeskState} state */
export const shownLines = (state) => deskLines(state).filter((line) => isShown(state, line));

/** Those that "accept all" takes. @param {DeskState} state */
export const sureLines = (state) => shownLines(state).filter((line) => line.mark === "proposed" && !line.doubt);

/** @param {DeskState} state @returns {Record<LineMark, number>} */
export function deskCounts(state) {
  const counts = { accepted: 0, dropped: 0, proposed: 0 };
  for (const { mark } of deskLines(state)) counts[mark] += 1;
  return counts;
}

/** @param {DeskState} state */
export function deskCounted(state) {
  const { accepted, dropped, proposed } = deskCounts(state);
  return `${accepted} accepted, ${dropped} dropped, ${proposed} to look at`;
}

/** @param {DeskState} state @param {DeskAction} action @returns {DeskState} */
export function stepDesk(state, action) {
  if (action.type === "draft") return state.editing ? { ...state, draft: action.draft } : state;
  if (action.type === "give up") return state.editing ? { ...state, editing: "", draft: null } : state;
  if (action.type === "select" || action.type === "known") return deskStepped(state, action); // these come by themselves
  return deskStepped(keptEdit(state), action);
}

/** @param {DeskState} state @param {DeskAction} action @returns {DeskState} */
function deskStepped(state, action) {
  switch (action.type) {
    case "choose":
      return reached(state, action.id);
    case "move":
      return lineMoved(state, action.by, action.order);
    case "mark":
      return lineMarked(state, action);
    case "edit": {
      const line = deskLine(state, action.id);
      return line ? { ...reached(state, line.id), editing: line.id, draft: { text: line.text, heading: line.heading } } : state;
    }
    case "accept all": {
      const sure = Object.fromEntries(sureLines(state).map(({ id }) => [id, /** @type {const} */ ("accepted")]));
      return Object.keys(sure).length ? settled(worked(state, { states: { ...state.work.states, ...sure } })) : state;
    }
    case "undo": {
      const last = state.past[state.past.length - 1];
      return last ? reached({ ...state, work: last.work, past: state.past.slice(0, -1) }, last.chosen) : state;
    }
    case "kind":
      return settled({ ...state, kind: state.kind === action.kind ? "" : action.kind });
    case "show":
      return settled({ ...state, show: action.show });
    case "select":
      return sameStretch(state.selection, action.selection) || state.adding ? state : { ...state, selection: action.selection };
    case "adding":
      return state.selection ? { ...state, adding: true } : state;
    case "cancel":
      return state.adding ? { ...state, adding: false } : state;
    case "added":
      return withLine(state, action.line);
    case "keys":
      return { ...state, keys: !state.keys };
    case "known":
      return settled({ ...state, work: action.work, past: [] });
    default:
      return state;
  }
}

/** With a line chosen; filters that hide it are lifted. @param {DeskState} state @param {string} id @returns {DeskState} */
function reached(state, id) {
  const line = deskLine(state, id);
  if (!line || isShown(state, line)) return settled({ ...state, chosen: line ? id : state.chosen });
  return { ...state, chosen: id, kind: "", show: "" };
}

/** With a line chosen that is shown: where it no longer is, the next that was below it. @param {DeskState} state
 * @param {DeskState} [before] @returns {DeskState} */
function settled(state, before = state) {
  const shown = shownLines(state);
  if (shown.some((line) => line.id === state.chosen)) return state;
  const order = shownLines(before);
  const below = order.slice(order.findIndex((line) => line.id === state.chosen) + 1);
  return { ...state, chosen: (below.find((line) => shown.some(({ id }) => id === line.id)) ?? shown[0])?.id ?? "" };
}

/** @param {DeskState} state @param {DeskOrder} order */
const inOrder = (state, order) => (order === "list" ? shownLines(state) : [...shownLines(state)].sort((a, b) => a.start - b.start));

/** @param {DeskState} state @param {1 | -1} by @param {DeskOrder} order @returns {DeskState} */
function lineMoved(state, by, order) {
  const lines = inOrder(state, order);
  const to = lines[lines.findIndex((line) => line.id === state.chosen) + by];
  return to ? { ...state, chosen: to.id } : state;
}

/** Marked, or the mark taken back where it has it; `onwards` leads to the next line below that is to look at.
 * @param {DeskState} state @param {{id: string, mark: "accepted" | "dropped", onwards?: DeskOrder}} action @returns {DeskState} */
function lineMarked(state, { id, mark, onwards }) {
  const line = deskLine(state, id);
  if (!line) return state;
  const back = line.mark === mark;
  const order = inOrder(state, onwards ?? "list");
  const below = order.slice(order.findIndex((one) => one.id === id) + 1);
  const next = below.find((one) => one.mark === "proposed");
  const after = worked({ ...state, chosen: id }, { states: { ...state.work.states, [id]: back ? "proposed" : mark } });
  if (onwards && !back && next) return { ...after, chosen: next.id };
  return settled(after, state);
}

/** @param {DeskState} state @param {Partial<DeskWork>} change @returns {DeskState} */
const worked = (state, change) => ({
  ...state, work: { ...state.work, ...change }, past: [...state.past, { work: state.work, chosen: state.chosen }] });

/** With what is being written taken over; who has written a line anew has accepted it. @param {DeskState} state @returns {DeskState} */
function keptEdit(state) {
  const line = deskLine(state, state.editing);
  const closed = { ...state, editing: "", draft: null };
  if (!line || !state.draft) return state.editing ? closed : state;
  const [text, heading] = [oneLine(state.draft.text) || line.text, oneLine(state.draft.heading) || line.heading];
  if (text === line.text && heading === line.heading) return closed;
  const { states, edits } = state.work;
  return settled(worked(closed, {
    edits: { ...edits, [line.id]: { text, heading } }, states: { ...states, [line.id]: "accepted" } }), state);
}

/** @param {DeskState} state @param {Omit<GivenLine, "id" | "doubt">} line @returns {DeskState} */
function withLine(state, line) {
  const { states, added } = state.work;
  const id = `+${added.length + 1}`;
  const after = worked(state, { added: [...added, { ...line, id, doubt: "" }], states: { ...states, [id]: "accepted" } });
  return reached({ ...after, adding: false, selection: null }, id);
}

/** A line of a note is one line. @param {string} text */
export const oneLine = (text) => text.split(/\s+/).filter(Boolean).join(" ");

/** @param {DeskSelection | null} one @param {DeskSelection | null} other */
const sameStretch = (one, other) => one?.start === other?.start && one?.end === other?.end && Boolean(one?.back) === Boolean(other?.back);

/**
 * What a key does; null for nothing. In a field every key is the field's own but Enter; in the article arrows choose words.
 * @param {DeskState} state @param {string} key
 * @param {{part?: string, typing?: boolean, choosing?: boolean, pressable?: boolean}} [focus] `part` has the focus
 * @returns {DeskAction | null}
 */
export function deskKey(state, key, { part = "", typing = false, choosing = false, pressable = false } = {}) {
  if (key === "Enter" && /^(edit|add)-(text|heading)$/.test(part)) return { type: part.startsWith("edit") ? "keep" : "add" };
  if (typing || choosing) return null;
  if (key === "?" || (key === "Escape" && state.keys)) return { type: "keys" };
  const [order, id] = [/** @type {DeskOrder} */ (part === "article" ? "article" : "list"), state.chosen];
  if (key === "Escape") return part === "article" ? { type: "reach" } : null;
  if (/^[l+]$/i.test(key) || (key === "Enter" && part === "article" && state.selection)) return { type: "adding" };
  if (/^u$/i.test(key)) return { type: "undo" };
  if (/^n$/i.test(key) || (key === "ArrowDown" && order === "list")) return { type: "move", by: 1, order };
  if (/^p$/i.test(key) || (key === "ArrowUp" && order === "list")) return { type: "move", by: -1, order };
  if (!id) return null;
  if (/^a$/i.test(key)) return { type: "mark", id, mark: "accepted", onwards: order };
  if (/^d$/i.test(key)) return { type: "mark", id, mark: "dropped", onwards: order };
  if (/^g$/i.test(key)) return { type: "reach" };
  if (/^e$/i.test(key) || (key === "Enter" && !pressable)) return { type: "edit", id };
  return null;
}

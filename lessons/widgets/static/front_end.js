/** What every widget brings along: it gets the module that draws the widget, which all widgets of its kind on the page share. */

/** @typedef {import("./quiz.js").Model} Model */
/** @typedef {Model & {widget_manager: {get_model(id: string): Promise<Model>}}} HostedModel */

// On the page itself, by key: each widget has a copy of this module.
/** @type {Map<string, Promise<any>>} */
const SHARED = (/** @type {any} */ (globalThis)[Symbol.for("lessons.front-ends")] ??= new Map());
const PREFIX = "IPY_MODEL_"; // with which Jupyter widgets refer to a model

/** @param {{model: HostedModel, el: HTMLElement}} host @returns {Promise<(() => void) | undefined>} the clean-up */
export async function renderShared({ model, el }) {
  const widget = await sharedWidget(model).catch((error) => {
    const words = document.createElement("p");
    words.textContent = "This cannot be drawn, as a part of it is not on this page. Run its cell again.";
    el.append(words);
    throw error; // for the host's log
  });
  return widget.render({ model, el });
}

/** A front end that was sent ahead is there once its widget comes. @param {{model: Model}} host */
export async function loadShared({ model }) {
  await sharedModule(model).catch(() => {}); // the widget that needs it tries again, and says so
}

/** @param {HostedModel} model */
async function sharedWidget(model) {
  const sent = await model.widget_manager.get_model(String(model.get("_front_end")).slice(PREFIX.length));
  return (await sharedModule(sent)).default;
}

/** The module of a front end; it and its styles are put on the page if they are not there. @param {Model} sent */
function sharedModule(sent) {
  const key = sent.get("key");
  const before = SHARED.get(key);
  if (before) return before;
  const style = document.createElement("style");
  style.textContent = sent.get("styles");
  document.head.append(style);
  const url = URL.createObjectURL(new Blob([sent.get("module")], { type: "text/javascript" }));
  const module = import(url).finally(() => URL.revokeObjectURL(url));
  SHARED.set(key, module);
  module.catch(() => SHARED.delete(key) && style.remove()); // the next one tries again
  return module;
}

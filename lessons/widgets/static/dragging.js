/** Following a pointer from press to release: mouse, pen and finger alike. Nothing can be done by dragging alone; see who calls this. */

const SHAKE = 5; // pixels: less is a press by an unsteady hand, no drag

/**
 * @typedef {{x: number, y: number, dx: number, dy: number}} Drag where the pointer is in the window, and how far from where it was pressed
 */

/**
 * Let an element be dragged. A finger has to take it by its handle, as the rest of the page is for scrolling.
 * @param {HTMLElement} element
 * @param {{start(): void, move(drag: Drag): void, drop(drag: Drag): void, end(): void}} on `end` comes after every drag, dropped or not
 */
export function onDrag(element, on) {
  element.addEventListener("pointerdown", (down) => {
    const target = /** @type {Element} */ (down.target);
    const taken = down.pointerType === "touch" ? target.closest(".lessons-handle") : !target.closest("button:not(.lessons-chip)");
    if (taken && down.button === 0 && down.isPrimary) follow(element, down, on);
  });
}

/** @param {HTMLElement} element @param {PointerEvent} down @param {Parameters<typeof onDrag>[1]} on */
function follow(element, down, on) {
  const listening = new AbortController();
  const { signal } = listening;
  const dragOf = (/** @type {PointerEvent} */ { clientX, clientY }) =>
    ({ x: clientX, y: clientY, dx: clientX - down.clientX, dy: clientY - down.clientY });
  let dragging = false;

  const over = () => {
    listening.abort();
    if (dragging) on.end();
  };
  try {
    element.setPointerCapture(down.pointerId); // or a quick pointer is gone before it has moved
  } catch {
    return; // it was released in the meantime
  }
  element.addEventListener("pointermove", (event) => {
    const drag = dragOf(event);
    if (!dragging && Math.hypot(drag.dx, drag.dy) > SHAKE) {
      dragging = true;
      on.start();
    }
    if (dragging) on.move(drag);
  }, { signal });
  element.addEventListener("pointerup", (event) => {
    over();
    if (!dragging) return;
    on.drop(dragOf(event));
    dropClick(element);
  }, { signal });
  element.addEventListener("pointercancel", over, { signal });
  element.ownerDocument.addEventListener("keydown", (event) => {
    if (event.key === "Escape") over();
  }, { signal, capture: true });
}

/** The click that follows a drag is not a press. @param {HTMLElement} element */
function dropClick(element) {
  const stop = (/** @type {Event} */ event) => event.stopPropagation();
  element.addEventListener("click", stop, { capture: true, once: true });
  setTimeout(() => element.removeEventListener("click", stop, { capture: true }));
}

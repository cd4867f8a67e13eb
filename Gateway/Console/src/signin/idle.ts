// Whatever a person does with keys, a mouse, a finger or a pen.
const signs = ['keydown', 'pointerdown', 'pointermove', 'wheel'] as const;
const lookMs = 1_000;

/**
 * Calls `onIdle` once nobody has touched a key or a pointer for so long. It compares times instead of setting one timer: a computer that
 * slept counts as idle for as long as it slept.
 * @returns Ends it.
 */
export function whenIdle(afterMs: number, onIdle: () => void, now: () => number = Date.now): () => void {
  let last = now();
  const touched = () => {
    // The first move after a sleep does not undo it.
    if (now() - last < afterMs) last = now();
  };
  const timer = setInterval(() => now() - last >= afterMs && onIdle(), lookMs);
  for (const sign of signs) addEventListener(sign, touched, { capture: true, passive: true });
  return () => {
    clearInterval(timer);
    for (const sign of signs) removeEventListener(sign, touched, { capture: true });
  };
}

/** What gets the focus when a dialog opens, in this order. */
const wanted = [
  '[data-focus]:not(:disabled)',
  '.panel-body :is(input, textarea, select):not(:disabled, [type="hidden"], [readonly])',
  '.dialog-foot .primary:not(:disabled)',
  '.panel-body button:not(:disabled)',
  'h2',
];

/** The element of a dialog that gets the focus when it opens; null: none can have it. */
export function firstFocus(dialog: HTMLElement): HTMLElement | null {
  for (const selector of wanted) {
    const found = dialog.querySelector<HTMLElement>(selector);
    if (found) return found;
  }
  return null;
}

/** Gives the focus back to what opened a dialog; when that is gone, to the page's content, where shortcuts work. */
export function giveBack(opener: Element | null): void {
  const target = opener instanceof HTMLElement && opener.isConnected && opener !== document.body ? opener : null;
  const behind = document.querySelector<HTMLElement>('dialog[open]');
  (target ?? (behind ? firstFocus(behind) : document.querySelector<HTMLElement>('main[tabindex]')))?.focus();
}

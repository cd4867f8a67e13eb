import { useSyncExternalStore } from 'react';
import { announce } from './announce';

export interface Toast {
  id: number;
  tone: 'good' | 'bad' | 'info';
  text: string;
  /** A button in the toast. */
  action?: { label: string; run: () => void } | undefined;
}

const toastsMax = 4;
const staysMs = { good: 4_000, info: 6_000, bad: 12_000 };

let toasts: readonly Toast[] = [];
let last = 0;
const listeners = new Set<() => void>();

function set(next: readonly Toast[]): void {
  toasts = next;
  for (const listener of listeners) listener();
}

/** Shows an outcome in a corner and tells it to screen readers. */
export function toast(tone: Toast['tone'], text: string, action?: Toast['action']): void {
  const id = ++last;
  set([...toasts, { id, tone, text, action }].slice(-toastsMax));
  announce(text, tone === 'bad' ? 'assertive' : 'polite');
  setTimeout(() => dismiss(id), staysMs[tone]);
}

export function dismiss(id: number): void {
  set(toasts.filter((t) => t.id !== id));
}

export function useToasts(): readonly Toast[] {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => toasts,
  );
}

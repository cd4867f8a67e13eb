import { useSyncExternalStore } from 'react';

export type Theme = 'dark' | 'light';

const storageKey = 'tocsin.theme';
const listeners = new Set<() => void>();

// A dispatch room is dim: dark unless somebody chose otherwise, or their system asks for light.
let current: Theme = (() => {
  const kept = localStorage.getItem(storageKey);
  if (kept === 'dark' || kept === 'light') return kept;
  return matchMedia('(prefers-color-scheme: light)').matches ? 'light' : 'dark';
})();

export const theme = (): Theme => current;

export function applyTheme(): void {
  document.documentElement.dataset['theme'] = current;
}

export function setTheme(next: Theme): void {
  current = next;
  localStorage.setItem(storageKey, next);
  applyTheme();
  for (const listener of listeners) listener();
}

export function useTheme(): Theme {
  return useSyncExternalStore((listener) => {
    listeners.add(listener);
    return () => listeners.delete(listener);
  }, theme);
}

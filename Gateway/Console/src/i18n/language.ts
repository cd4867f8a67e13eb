import { useSyncExternalStore } from 'react';

export type Language = 'en' | 'zh';

const storageKey = 'tocsin.language';
const listeners = new Set<() => void>();
let current: Language = chosen();

function chosen(): Language {
  const kept = typeof localStorage === 'undefined' ? null : localStorage.getItem(storageKey);
  if (kept === 'en' || kept === 'zh') return kept;
  const wanted = typeof navigator === 'undefined' ? [] : navigator.languages;
  return wanted.find((l) => /^(en|zh)\b/i.test(l))?.toLowerCase().startsWith('zh') ? 'zh' : 'en';
}

export function language(): Language {
  return current;
}

export function setLanguage(next: Language): void {
  current = next;
  localStorage.setItem(storageKey, next);
  applyLanguage();
  for (const listener of listeners) listener();
}

/** Tells the page, for screen readers and fonts. */
export function applyLanguage(): void {
  document.documentElement.lang = current === 'zh' ? 'zh-Hans' : 'en';
}

export function useLanguage(): Language {
  return useSyncExternalStore(subscribe, language, language);
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

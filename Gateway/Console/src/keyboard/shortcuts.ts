import { useEffect, useRef } from 'react';

export interface Shortcut {
  /** As `KeyboardEvent.key`; with `g q` two keys one after the other; with `Alt+n` a modifier. */
  keys: string;
  label: () => string;
  run: () => void;
}

const sequenceMs = 1_000;
const all = new Set<Shortcut>();
let prefix: { key: string; at: number } | null = null;

export const shortcuts = (): readonly Shortcut[] => [...all];

/** Shortcuts that work while the component is mounted. Single letters do nothing in a text field. */
export function useShortcuts(list: readonly Shortcut[]): void {
  const latest = useRef(list);
  latest.current = list;
  const size = list.length;
  useEffect(() => {
    const mine = Array.from({ length: size }, (_, i) => ({
      get keys() {
        return latest.current[i]!.keys;
      },
      label: () => latest.current[i]!.label(),
      run: () => latest.current[i]!.run(),
    }));
    for (const one of mine) all.add(one);
    return () => {
      for (const one of mine) all.delete(one);
    };
  }, [size]);
}

function isTyping(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName));
}

export function handleKey(event: KeyboardEvent): void {
  if (event.defaultPrevented || event.isComposing || document.querySelector('dialog[open]')) return;
  const modified = event.ctrlKey || event.metaKey || event.altKey;
  if (isTyping(event.target) && !modified) return;
  const key = (event.altKey ? 'Alt+' : '') + (event.ctrlKey || event.metaKey ? 'Ctrl+' : '') + event.key;
  const sequence = prefix && Date.now() - prefix.at < sequenceMs ? `${prefix.key} ${key}` : null;
  prefix = null;
  const newestFirst = [...all].reverse();
  const found = newestFirst.find((s) => s.keys === sequence) ?? newestFirst.find((s) => s.keys === key);
  if (found) {
    event.preventDefault();
    found.run();
  } else if (!modified && newestFirst.some((s) => s.keys.startsWith(`${key} `))) prefix = { key, at: Date.now() };
}

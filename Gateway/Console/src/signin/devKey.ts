import { useSyncExternalStore } from 'react';

const storageKey = 'tocsin.devKey';

// As the gateway prints it: http://127.0.0.1:5080/#key=…
const ofAddress = /#key=(.+)$/;

/** The key of development sign-in. The address that the gateway prints at its start brings it; this tab keeps it, and no other. */
class DevKey {
  #listeners = new Set<() => void>();

  subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  /** Null: this tab has none. */
  read = (): string | null => sessionStorage.getItem(storageKey);

  /** Keeps the key, or that of a whole address. */
  keep(text: string): void {
    const key = keyOf(text) ?? text.trim();
    if (key) sessionStorage.setItem(storageKey, key);
    this.#tell();
  }

  /** The gateway does not take it. */
  forget(): void {
    sessionStorage.removeItem(storageKey);
    this.#tell();
  }

  /** Takes the key out of the address bar, where it would be seen, and shared with a bookmark. True: there was one. */
  takeFromAddress(): boolean {
    const key = keyOf(location.hash);
    if (key === null) return false;
    history.replaceState(history.state, '', location.pathname + location.search);
    this.keep(key);
    return true;
  }

  #tell(): void {
    for (const listener of this.#listeners) listener();
  }
}

export const devKey = new DevKey();

export const useDevKey = (): string | null => useSyncExternalStore(devKey.subscribe, devKey.read);

function keyOf(address: string): string | null {
  const found = ofAddress.exec(address.trim());
  if (!found) return null;
  try {
    return decodeURIComponent(found[1]!);
  } catch {
    return found[1]!;
  }
}

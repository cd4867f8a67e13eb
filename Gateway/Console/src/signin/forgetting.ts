import { isUnitPage } from './unitPage';

// What a person's work leaves in this tab, and what the provider's library keeps there.
const personal = ['tocsin.', 'oidc.'];
// The phone belongs to the unit, and what is its page's is under this name, beside the sign-in.
const ofThePhone = ['tocsin.unit.', 'tocsin.session', 'oidc.'];
// What is the device's, and the next person's, too.
const kept = new Set(['tocsin.devKey', 'tocsin.unit.clock', 'tocsin.unit.lastSignIn']);

/**
 * Somebody signs out, and somebody else will sit here: forgets the sign-in, drafts and pictures. What is not said to be the device's is
 * forgotten, so that a key that is new is, too.
 */
export function forgetPerson(): void {
  forget(sessionStorage, personal);
  if (isUnitPage) forget(localStorage, ofThePhone);
}

/** Removes what begins so. */
export function forget(store: Storage, prefixes: readonly string[]): void {
  for (const key of Object.keys(store)) if (!kept.has(key) && prefixes.some((p) => key.startsWith(p))) store.removeItem(key);
}

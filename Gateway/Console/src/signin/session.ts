import { useSyncExternalStore } from 'react';
import { request } from '../api/client';
import { Problem } from '../api/problem';
import { signedIn, type WhyRefused } from '../api/signedIn';
import type { Settings } from '../api/types';
import { parseClaims, type Person } from './claims';
import { devKey } from './devKey';
import { forget, forgetPerson } from './forgetting';
import { firstSignIn, type DevSignIn } from './lastSignIn';
import { isUnitPage } from './unitPage';

const storageKey = 'tocsin.session';
const lockKey = 'tocsin.locked';
const devKeyHeader = 'Tocsin-Dev-Key';

// A desk signs out with its tab; a unit's phone must still be signed in after its battery was empty, and without a network.
const storage = (): Storage => (isUnitPage ? localStorage : sessionStorage);

// A gateway that refuses the first token after the provider changed its key has asked for the new key by then.
const secondTryMs = 1_000;

/** Only whoever locked the page by going away unlocks it. */
export class SomebodyElse extends Error {
  constructor() {
    super('somebody else signed in');
  }
}

/** The sign-in of this page. */
class Session {
  #person: Person | null = null;
  #expired = false;
  #blocked = false;
  #inPlace = false;
  #leftOpen = false;
  #signingOut = false;
  #oidc: typeof import('./oidc') | null = null;
  #later = false;
  #locked = false;
  #renewing: Promise<boolean> | null = null;
  #listeners = new Set<() => void>();
  #leaving = new Set<() => void>();
  // The tabs of a phone share one sign-in: whoever signs out in one has done so in all.
  #tabs = isUnitPage ? new BroadcastChannel(storageKey) : null;

  constructor() {
    this.#tabs?.addEventListener('message', () => {
      // A tab that slept hears of it late: what is kept is of whoever signed in since.
      if (storage().getItem(storageKey) !== null) return location.reload();
      this.#oidc?.leaveHere();
      this.#leave();
    });
  }

  person = (): Person | null => this.#person;
  /** The token was refused: whoever was signed in must sign in again; nothing typed is lost. */
  expired = (): boolean => this.#expired;
  /** It has ended because an administrator blocked whoever was signed in. */
  blocked = (): boolean => this.#blocked;
  /** Somebody signed out, and the provider could not be told: its own session goes on. */
  leftOpen = (): boolean => this.#leftOpen;
  /** Somebody signed out here, and the provider is being told: its page comes next, or this one stays. */
  signingOut = (): boolean => this.#signingOut;
  /** The sign-in has ended, and it is asked for over whatever is open. */
  asks = (): boolean => this.#expired && !this.#later;
  /** Nobody used the page for long: it is covered until the same person signs in again. The feed goes on, for the alarms. */
  locked = (): boolean => this.#locked;
  subject = (): string => this.#person?.subject ?? '';

  subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  /** Restores the sign-in of this tab, or finishes a sign-in at the provider. */
  async restore(settings: Settings): Promise<void> {
    const kept = JSON.parse(storage().getItem(storageKey) ?? 'null') as Person | null;
    const person = kept && (kept.expiresAt === null || kept.expiresAt > Date.now()) ? kept : null;
    // A reload unlocks nothing.
    this.#locked = person !== null && storage().getItem(lockKey) !== null;
    if (person) this.#set(person);
    // Also for a sign-in that is kept: from now on it is renewed before it ends.
    if (settings.signIn.authority && person?.via !== 'dev') {
      this.#oidc = await import('./oidc');
      await this.#oidc.finishOidc(settings, (token) => this.adopt(token, 'oidc', settings.signIn.roleClaim));
    }
  }

  async signInDev(as: DevSignIn): Promise<void> {
    const key = devKey.read();
    try {
      const headers: Record<string, string> = key === null ? {} : { [devKeyHeader]: key };
      const { token } = await request<{ token: string }>('POST', '/dev/token', { body: as, headers });
      this.adopt(token, 'dev', 'roles');
    } catch (failure) {
      // Without the right key the gateway has no such route.
      if (failure instanceof Problem && failure.status === 404) devKey.forget();
      throw failure;
    }
  }

  /** The address with the key was opened: signs in with it, unless somebody is signed in. A key that is wrong is asked for by the form. */
  async signInByAddress(settings: Settings): Promise<void> {
    const as = firstSignIn();
    if (!settings.signIn.dev || this.#person || as === null) return;
    try {
      await this.signInDev(as);
    } catch (failure) {
      if (!(failure instanceof Problem)) throw failure;
    }
  }

  lock(): void {
    if (!this.#person) return;
    this.#locked = true;
    storage().setItem(lockKey, this.#person.subject);
    this.#tell();
  }

  /** The same person signs in again; throws `SomebodyElse` when it was another one. */
  async unlock(settings: Settings): Promise<void> {
    const person = this.#person!;
    if (person.via === 'dev') await this.renewInPlace(settings);
    else if (parseClaims(await this.#signInAgain(settings), settings.signIn.roleClaim).subject !== person.subject)
      throw new SomebodyElse();
    this.#unlock();
  }

  async #signInAgain(settings: Settings): Promise<string> {
    this.#inPlace = true;
    try {
      return await (await import('./oidc')).signInAgain(settings);
    } finally {
      this.#inPlace = false;
    }
  }

  /** The same person signs in again over what is open: with a development token, or in a window of the provider. */
  async renewInPlace(settings: Settings): Promise<void> {
    const person = this.#person!;
    this.#inPlace = true;
    try {
      if (person.via === 'oidc') {
        const { renewOidc } = await import('./oidc');
        await renewOidc(settings);
      } else await this.signInDev({ subject: person.subject, role: person.roles[0]!, unitId: person.unitId, station: person.station });
    } finally {
      this.#inPlace = false;
    }
  }

  /** Whether the ended sign-in is asked for now (false), or when somebody wants it (true). */
  renewLater(later: boolean): void {
    this.#later = later;
    this.#tell();
  }

  async signInOidc(settings: Settings): Promise<void> {
    const { startOidc } = await import('./oidc');
    await startOidc(settings);
  }

  adopt(token: string, via: Person['via'], roleClaim: string): void {
    // Whoever is blocked is so with a newer token, too; somebody has to try.
    if (this.#blocked && !this.#inPlace) return;
    const claims = parseClaims(token, roleClaim);
    if (this.#locked && claims.subject !== this.#person?.subject) return;
    if (this.#person === null) this.#arrive(claims.subject);
    this.#set({ ...claims, token, via });
  }

  // A page whose sign-in ended while it was locked, and that was loaded again: what was typed there is for the same person only.
  #arrive(subject: string): void {
    const left = storage().getItem(lockKey);
    if (left !== null && left !== subject) forget(sessionStorage, ['tocsin.typed.']);
    storage().removeItem(lockKey);
  }

  /** Is told before what a person's work left on this page is forgotten. */
  onSignOut(listener: () => void): () => void {
    this.#leaving.add(listener);
    return () => this.#leaving.delete(listener);
  }

  /** Signs out: here at once, then at the provider, whose page may take the place of this one. */
  async signOut(): Promise<void> {
    const left = this.#person?.via === 'oidc' ? this.#oidc?.leave() : undefined;
    this.#signingOut = left !== undefined;
    this.#leave();
    this.#tabs?.postMessage('left');
    if (left === undefined) return;
    this.#leftOpen = !(await left);
    this.#signingOut = false;
    forgetPerson();
    this.#tell();
  }

  #leave(): void {
    this.#person = null;
    this.#expired = false;
    this.#blocked = false;
    this.#leftOpen = false;
    this.#unlock();
    for (const listener of this.#leaving) listener();
    // Whoever signs in next does not see what was typed and shown before.
    forgetPerson();
    this.#tell();
  }

  #unlock(): void {
    this.#locked = false;
    storage().removeItem(lockKey);
    this.#tell();
  }

  /** A token was refused once: see `SignedIn.renew`. All requests that meet it at once share one try. */
  renew(refused: string): Promise<boolean> {
    if (this.#person === null || this.#expired) return Promise.resolve(false);
    if (this.#person.token !== refused) return Promise.resolve(true);
    return (this.#renewing ??= this.#tryToRenew(this.#person).finally(() => (this.#renewing = null)));
  }

  async #tryToRenew(person: Person): Promise<boolean> {
    if (person.via === 'oidc' && (await (await import('./oidc')).renewSilently())) return true;
    await new Promise((resolve) => setTimeout(resolve, secondTryMs));
    return true;
  }

  reject(refused: string, why: WhyRefused): void {
    if (!this.#person || this.#expired || this.#person.token !== refused) return;
    this.#expired = true;
    this.#blocked = why === 'blocked';
    this.#later = false;
    storage().removeItem(storageKey);
    this.#tell();
  }

  #set(person: Person): void {
    this.#person = person;
    this.#expired = false;
    this.#blocked = false;
    this.#leftOpen = false;
    this.#later = false;
    storage().setItem(storageKey, JSON.stringify(person));
    this.#tell();
  }

  #tell(): void {
    for (const listener of this.#listeners) listener();
  }
}

export const session = new Session();
Object.assign(signedIn, {
  token: () => session.person()?.token ?? null,
  subject: session.subject,
  expired: session.expired,
  renew: (refused) => session.renew(refused),
  rejected: (refused, why) => session.reject(refused, why),
} satisfies typeof signedIn);

export function usePerson(): Person | null {
  return useSyncExternalStore(session.subscribe, session.person);
}

/** Whether the ended sign-in is asked for over what is open. */
export function useAsksToRenew(): boolean {
  return useSyncExternalStore(session.subscribe, session.asks);
}

export function useLocked(): boolean {
  return useSyncExternalStore(session.subscribe, session.locked);
}

/** Whether it has ended because an administrator blocked whoever was signed in. */
export function useBlocked(): boolean {
  return useSyncExternalStore(session.subscribe, session.blocked);
}

/** Whether somebody signed out here and the provider could not be told. */
export function useLeftOpen(): boolean {
  return useSyncExternalStore(session.subscribe, session.leftOpen);
}

/** Whether somebody signed out here and the provider is still being told. */
export function useSigningOut(): boolean {
  return useSyncExternalStore(session.subscribe, session.signingOut);
}

export function useExpired(): boolean {
  return useSyncExternalStore(session.subscribe, session.expired);
}

import { useSyncExternalStore } from 'react';
import { request } from '../api/client';
import { signedIn } from '../api/signedIn';
import type { Settings } from '../api/types';
import { parseClaims, type Person, type Role } from './claims';
import { isUnitPage } from './unitPage';

export interface DevSignIn {
  subject: string;
  role: Role;
  unitId: string | null;
  station: string | null;
}

const storageKey = 'tocsin.session';

// A desk signs out with its tab; a unit's phone must still be signed in after its battery was empty, and without a network.
const storage = (): Storage => (isUnitPage ? localStorage : sessionStorage);

/** The sign-in of this page. */
class Session {
  #person: Person | null = null;
  #expired = false;
  #listeners = new Set<() => void>();

  person = (): Person | null => this.#person;
  /** The token was refused: whoever was signed in must sign in again; nothing typed is lost. */
  expired = (): boolean => this.#expired;
  subject = (): string => this.#person?.subject ?? '';

  subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  /** Restores the sign-in of this tab, or finishes a sign-in at the provider. */
  async restore(settings: Settings): Promise<void> {
    const kept = storage().getItem(storageKey);
    if (kept) {
      const person = JSON.parse(kept) as Person;
      if (person.expiresAt === null || person.expiresAt > Date.now()) return this.#set(person);
    }
    if (settings.signIn.authority) {
      const { finishOidc } = await import('./oidc');
      await finishOidc(settings, (token) => this.adopt(token, 'oidc', settings.signIn.roleClaim));
    }
  }

  async signInDev(as: DevSignIn): Promise<void> {
    const { token } = await request<{ token: string }>('POST', '/dev/token', { body: as });
    this.adopt(token, 'dev', 'roles');
  }

  async signInOidc(settings: Settings): Promise<void> {
    const { startOidc } = await import('./oidc');
    await startOidc(settings);
  }

  adopt(token: string, via: Person['via'], roleClaim: string): void {
    this.#set({ ...parseClaims(token, roleClaim), token, via });
  }

  signOut(): void {
    storage().removeItem(storageKey);
    this.#person = null;
    this.#expired = false;
    this.#tell();
  }

  reject(): void {
    if (!this.#person || this.#expired) return;
    this.#expired = true;
    storage().removeItem(storageKey);
    this.#tell();
  }

  #set(person: Person): void {
    this.#person = person;
    this.#expired = false;
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
  rejected: () => session.reject(),
} satisfies typeof signedIn);

export function usePerson(): Person | null {
  return useSyncExternalStore(session.subscribe, session.person);
}

export function useExpired(): boolean {
  return useSyncExternalStore(session.subscribe, session.expired);
}

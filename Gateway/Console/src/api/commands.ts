import { useSyncExternalStore } from 'react';
import { request, type Method } from './client';
import { IndexedDrawer } from './drawer';
import { naming } from './naming';
import { Outbox } from './outbox';
import { Unreachable } from './problem';
import { signedIn } from './signedIn';

/** The outbox of this page. A command goes out under the name of whoever gave it, or not at all. */
export const outbox = new Outbox((command) => {
  if (command.subject !== signedIn.subject()) throw new Unreachable(null);
  return request(command.method, command.path, {
    key: command.key,
    ...(command.body === undefined ? {} : { body: command.body }),
    ...(command.ifMatch === undefined ? {} : { headers: { 'If-Match': `"${command.ifMatch}"` } }),
    keepalive: closing,
  });
}, new IndexedDrawer());

let closing = false;

/** While the page closes, requests outlive it. */
globalThis.addEventListener?.('pagehide', () => {
  closing = true;
  outbox.releaseAll();
});
globalThis.addEventListener?.('pageshow', () => (closing = false));

/** The lane in which commands about a thing are sent in order: /api/v1/incidents/ID. */
const laneOf = (path: string) => path.split('/', 3).join('/');

/** How long what cannot be taken back otherwise is held, so that it can be. */
export const undoMs = 10_000;

interface More {
  /** The path of the thing that it is about, if not that of the command: it waits for earlier commands about it. */
  about?: string;
  /** It is sent only after so many milliseconds, and can be taken back until then; default 0. */
  holdMs?: number;
  /** The version that the thing must have: else 412, and nothing is done. */
  ifMatch?: number;
  /** The idempotency key of an attempt that may have been sent before; default a new one. */
  key?: string;
}

/**
 * Sends a command, to be carried out once: without a `key` each call has a new one. Ends when the gateway has answered, however late.
 * `path` is below /api/v1. Rejects with a Problem.
 */
export function command<T>(method: Exclude<Method, 'GET'>, path: string, body?: unknown, more: More = {}): Promise<T> {
  const about = more.about ?? path;
  const thing = naming.thingOf(about);
  return outbox.submit<T>({
    key: more.key ?? crypto.randomUUID(),
    subject: signedIn.subject(),
    method,
    path: `/api/v1${path}`,
    body,
    lane: laneOf(about),
    queuedAt: Date.now(),
    ...(thing === undefined ? {} : { thing }),
    ...(more.ifMatch === undefined ? {} : { ifMatch: more.ifMatch }),
    ...(more.holdMs ? { heldUntil: Date.now() + more.holdMs } : {}),
  });
}

export function useOutbox() {
  return useSyncExternalStore(outbox.subscribe, outbox.state);
}

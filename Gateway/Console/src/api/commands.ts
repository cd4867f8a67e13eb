import { useSyncExternalStore } from 'react';
import { request, type Method } from './client';
import { IndexedDrawer } from './drawer';
import { Outbox } from './outbox';
import { signedIn } from './signedIn';

/** The outbox of this page. */
export const outbox = new Outbox(
  (command) => request(command.method, command.path, { key: command.key, ...(command.body === undefined ? {} : { body: command.body }) }),
  new IndexedDrawer(),
);

/** The lane in which commands about a thing are sent in order: /api/v1/incidents/ID. */
const laneOf = (path: string) => path.split('/', 3).join('/');

/**
 * Sends a command, to be carried out once: each call has a new idempotency key. Ends when the gateway has answered, however late.
 * `path` is below /api/v1. The command waits for earlier ones about the same thing: the one that the path names, or `about`. Rejects with
 * a Problem.
 */
export function command<T>(method: Exclude<Method, 'GET'>, path: string, body?: unknown, about: string = path): Promise<T> {
  return outbox.submit<T>({
    key: crypto.randomUUID(),
    subject: signedIn.subject(),
    method,
    path: `/api/v1${path}`,
    body,
    lane: laneOf(about),
    queuedAt: Date.now(),
  });
}

export function useOutbox() {
  return useSyncExternalStore(outbox.subscribe, outbox.state);
}

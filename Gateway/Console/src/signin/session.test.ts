import { afterEach, beforeEach, expect, test, vi } from 'vitest';

type Session = (typeof import('./session'))['session'];
let session: Session;

const token = (subject: string, n: number) =>
  `h.${Buffer.from(JSON.stringify({ sub: subject, roles: ['dispatcher'], n })).toString('base64url')}.s`;

beforeEach(async () => {
  const kept = new Map<string, string>();
  const storage = {
    getItem: (k: string) => kept.get(k) ?? null,
    setItem: (k: string, v: string) => void kept.set(k, v),
    removeItem: (k: string) => void kept.delete(k),
  };
  vi.stubGlobal('sessionStorage', storage);
  vi.stubGlobal('localStorage', storage);
  vi.stubGlobal('location', { pathname: '/', search: '', origin: 'http://x' });
  vi.resetModules();
  ({ session } = await import('./session'));
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

test('all requests that one refused token meets wait for one second try', async () => {
  session.adopt(token('li', 1), 'dev', 'roles');
  const refused = session.person()!.token;
  const both = [session.renew(refused), session.renew(refused)];
  expect(both[0]).toBe(both[1]);
  await vi.advanceTimersByTimeAsync(1_000);
  expect(await both[0]).toBe(true);
  expect(session.expired()).toBe(false);
});

test('the refusal of an older token changes nothing for the new one', async () => {
  session.adopt(token('li', 1), 'dev', 'roles');
  const old = session.person()!.token;
  session.adopt(token('li', 2), 'dev', 'roles');
  expect(await session.renew(old)).toBe(true);
  session.reject(old, 'over');
  expect(session.expired()).toBe(false);
});

test('an ended sign-in is asked for, later if somebody wants that, until it is renewed', async () => {
  session.adopt(token('li', 1), 'dev', 'roles');
  session.reject(session.person()!.token, 'over');
  expect([session.expired(), session.asks()]).toEqual([true, true]);
  expect(session.subject()).toBe('li');
  expect(await session.renew(session.person()!.token)).toBe(false);
  session.renewLater(true);
  expect([session.expired(), session.asks()]).toEqual([true, false]);
  session.renewLater(false);
  expect(session.asks()).toBe(true);
  session.adopt(token('li', 2), 'dev', 'roles');
  expect([session.expired(), session.asks()]).toEqual([false, false]);
});

test('a blocked account is said to be blocked until somebody else signs in', async () => {
  session.adopt(token('li', 1), 'dev', 'roles');
  session.reject(session.person()!.token, 'blocked');
  expect([session.expired(), session.blocked(), session.asks()]).toEqual([true, true, true]);
  await session.signOut();
  expect([session.person(), session.expired(), session.blocked()]).toEqual([null, false, false]);
});

test('what shows a person is told of the sign-out before the storage is cleared', async () => {
  session.adopt(token('li', 1), 'dev', 'roles');
  const told: unknown[] = [];
  const off = session.onSignOut(() => told.push(session.person()));
  await session.signOut();
  off();
  await session.signOut();
  expect(told).toEqual([null]);
});

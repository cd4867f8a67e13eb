import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { Settings } from '../api/types';

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
  vi.stubGlobal('location', { pathname: '/', search: '', hash: '', origin: 'http://x' });
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

const settings = { signIn: { dev: true, authority: null, clientId: null, roleClaim: 'roles' } } as Settings;
const dev = { subject: 'li', role: 'dispatcher', unitId: null, station: null } as const;

function answer(status: number, body: object): void {
  vi.stubGlobal('fetch', vi.fn(() => Promise.resolve(new Response(JSON.stringify(body), { status }))));
}
const sentKey = () => (vi.mocked(fetch).mock.calls.at(-1)![1]!.headers as Headers).get('Tocsin-Dev-Key');

test('development sign-in sends the key of this tab, and forgets one that is not taken', async () => {
  sessionStorage.setItem('tocsin.devKey', 'k1');
  answer(200, { token: token('li', 1) });
  await session.signInDev(dev);
  expect([sentKey(), session.subject()]).toEqual(['k1', 'li']);
  answer(404, { code: 'notFound' });
  await expect(session.signInDev(dev)).rejects.toMatchObject({ status: 404 });
  expect(sessionStorage.getItem('tocsin.devKey')).toBe(null);
  expect(session.subject()).toBe('li');
});

test('the printed address signs in as a dispatcher, later as whoever signed in last, and changes nobody who is signed in', async () => {
  answer(200, { token: token('wang', 1) });
  await session.signInByAddress(settings);
  expect(JSON.parse(String(vi.mocked(fetch).mock.calls[0]![1]!.body))).toMatchObject({ subject: 'wang', role: 'dispatcher' });
  await session.signInByAddress(settings);
  expect(fetch).toHaveBeenCalledTimes(1);
  session.signOut();
  localStorage.setItem('tocsin.lastSignIn', JSON.stringify({ subject: 'chen', role: 'supervisor' }));
  await session.signInByAddress(settings);
  expect(JSON.parse(String(vi.mocked(fetch).mock.calls[1]![1]!.body))).toMatchObject({ subject: 'chen', role: 'supervisor' });
});

test('a wrong key in the address leaves the form to ask, and an absent gateway is tried again', async () => {
  answer(404, { code: 'notFound' });
  await session.signInByAddress(settings);
  expect(session.person()).toBe(null);
  vi.stubGlobal('fetch', () => Promise.reject(new TypeError('no network')));
  await expect(session.signInByAddress(settings)).rejects.toThrow();
});

test('a locked page keeps its person, takes renewed tokens of the same one only, and stays locked over a reload', async () => {
  session.lock();
  expect(session.locked()).toBe(false);
  session.adopt(token('li', 1), 'oidc', 'roles');
  session.lock();
  session.adopt(token('li', 2), 'oidc', 'roles');
  expect([session.locked(), session.person()!.token]).toEqual([true, token('li', 2)]);
  session.adopt(token('wang', 3), 'oidc', 'roles');
  expect([session.locked(), session.person()!.token]).toEqual([true, token('li', 2)]);

  vi.resetModules();
  const again = (await import('./session')).session;
  await again.restore(settings);
  expect([again.locked(), again.subject()]).toEqual([true, 'li']);
  again.signOut();
  expect([again.locked(), again.person()]).toEqual([false, null]);
});

test('the same person unlocks it by signing in again', async () => {
  session.adopt(token('li', 1), 'dev', 'roles');
  session.lock();
  answer(503, { code: 'unavailable' });
  await expect(session.unlock(settings)).rejects.toMatchObject({ status: 503 });
  expect(session.locked()).toBe(true);
  answer(200, { token: token('li', 2) });
  await session.unlock(settings);
  expect([session.locked(), session.person()!.token]).toEqual([false, token('li', 2)]);
});

test('what was typed on a page that ended locked is there for the same person and for nobody else', async () => {
  for (const [next, left] of [['li', 'a draft'], ['wang', null]] as const) {
    session.adopt(token('li', 1), 'oidc', 'roles');
    session.lock();
    // Its time is over.
    sessionStorage.removeItem('tocsin.session');
    Object.assign(sessionStorage, { 'tocsin.typed.note': 'a draft' });
    sessionStorage.setItem('tocsin.typed.note', 'a draft');
    vi.resetModules();
    ({ session } = await import('./session'));
    await session.restore(settings);
    expect([session.locked(), session.person()]).toEqual([false, null]);
    session.adopt(token(next, 2), 'oidc', 'roles');
    expect(sessionStorage.getItem('tocsin.typed.note')).toBe(left);
    session.signOut();
  }
});

test('nobody else unlocks it at the provider', async () => {
  const signInAgain = vi.fn(() => Promise.resolve(token('wang', 2)));
  vi.doMock('./oidc', () => ({ signInAgain }));
  session.adopt(token('li', 1), 'oidc', 'roles');
  session.lock();
  await expect(session.unlock(settings)).rejects.toThrow('somebody else');
  expect([session.locked(), session.subject()]).toEqual([true, 'li']);
  signInAgain.mockResolvedValueOnce(token(' li ', 3));
  await session.unlock(settings);
  expect(session.locked()).toBe(false);
  vi.doUnmock('./oidc');
});

test('a blocked account is said to be blocked until somebody else signs in', async () => {
  session.adopt(token('li', 1), 'dev', 'roles');
  session.reject(session.person()!.token, 'blocked');
  expect([session.expired(), session.blocked(), session.asks()]).toEqual([true, true, true]);
  await session.signOut();
  expect([session.person(), session.expired(), session.blocked()]).toEqual([null, false, false]);
});

test('while the provider is told of a sign-out nobody signs in, and what it did not hear is said', async () => {
  let told: (heard: boolean) => void = () => undefined;
  const oidc = {
    finishOidc: async (_: Settings, adopt: (accessToken: string) => void) => adopt(token('li', 1)),
    leave: () => new Promise<boolean>((resolve) => (told = resolve)),
  };
  vi.doMock('./oidc', () => oidc);
  vi.resetModules();
  ({ session } = await import('./session'));
  await session.restore({ ...settings, signIn: { ...settings.signIn, authority: 'http://provider' } });
  expect(session.subject()).toBe('li');
  const over = session.signOut();
  expect([session.person(), session.signingOut(), session.leftOpen()]).toEqual([null, true, false]);
  told(false);
  await over;
  expect([session.signingOut(), session.leftOpen()]).toEqual([false, true]);
  vi.doUnmock('./oidc');
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

test('the tabs of a phone sign each other out, and one that hears of it late takes who is signed in now', async () => {
  const channels: EventTarget[] = [];
  vi.stubGlobal('BroadcastChannel', class extends EventTarget {
    constructor() {
      super();
      channels.push(this);
    }
    postMessage = () => channels.filter((c) => c !== this).forEach((c) => c.dispatchEvent(new Event('message')));
  });
  // As a browser's: its keys are its own members.
  vi.stubGlobal('localStorage', Object.create({
    getItem(this: Record<string, string>, key: string) { return this[key] ?? null; },
    setItem(this: Record<string, string>, key: string, value: string) { this[key] = value; },
    removeItem(this: Record<string, string>, key: string) { delete this[key]; },
  }));
  const reload = vi.fn();
  vi.stubGlobal('location', { pathname: '/unit', search: '', hash: '', origin: 'http://x', reload });
  vi.resetModules();
  const first = (await import('./session')).session;
  first.adopt(token('li', 1), 'dev', 'roles');
  vi.resetModules();
  const second = (await import('./session')).session;
  await second.restore(settings);
  expect(second.subject()).toBe('li');
  await first.signOut();
  expect([first.person(), second.person(), localStorage.getItem('tocsin.session')]).toEqual([null, null, null]);
  first.adopt(token('zhao', 2), 'dev', 'roles');
  channels[1]!.dispatchEvent(new Event('message'));
  expect(reload).toHaveBeenCalledOnce();
  expect(first.subject()).toBe('zhao');
});

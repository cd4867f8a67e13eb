import { afterEach, beforeEach, expect, test, vi } from 'vitest';

let kept: Map<string, string>;
let shown: string[];
let devKey: (typeof import('./devKey'))['devKey'];

beforeEach(async () => {
  [kept, shown] = [new Map(), []];
  vi.stubGlobal('sessionStorage', {
    getItem: (k: string) => kept.get(k) ?? null,
    setItem: (k: string, v: string) => void kept.set(k, v),
    removeItem: (k: string) => void kept.delete(k),
  });
  vi.stubGlobal('history', { state: null, replaceState: (_: unknown, __: string, address: string) => void shown.push(address) });
  vi.resetModules();
  ({ devKey } = await import('./devKey'));
});
afterEach(() => vi.unstubAllGlobals());

const open = (hash: string) => {
  vi.stubGlobal('location', { pathname: '/unit', search: '?a=1', hash });
  return devKey.takeFromAddress();
};

test('the printed address brings the key, which leaves the address bar at once', () => {
  expect(open('#key=a-b_c')).toBe(true);
  expect(devKey.read()).toBe('a-b_c');
  expect(shown).toEqual(['/unit?a=1']);
});

test('an address without a key changes nothing', () => {
  for (const hash of ['', '#', '#key=', '#content']) expect(open(hash)).toBe(false);
  expect([devKey.read(), shown]).toEqual([null, []]);
});

test('a key may be given alone or with its address, and may hold any sign', () => {
  devKey.keep('  a%20b ');
  expect(devKey.read()).toBe('a%20b');
  devKey.keep('http://127.0.0.1:5080/#key=a%2Bb');
  expect(devKey.read()).toBe('a+b');
  open('#key=%');
  expect(devKey.read()).toBe('%');
});

test('a key that the gateway does not take is forgotten', () => {
  devKey.keep('x');
  let told = 0;
  devKey.subscribe(() => told++);
  devKey.forget();
  expect([devKey.read(), told]).toEqual([null, 1]);
});

import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { request } from './client';
import { Unreachable } from './problem';
import { signedIn, type SignedIn } from './signedIn';

const before: SignedIn = { ...signedIn };
let sent: { key: string | null; token: string | null }[];
let statuses: number[];
let challenge: string;
let code: string;
let rejected: string[];

beforeEach(() => {
  [sent, statuses, rejected, challenge, code] = [[], [], [], 'Bearer error="invalid_token"', 'c'];
  vi.stubGlobal('fetch', (_: string, init: RequestInit) => {
    const headers = new Headers(init.headers);
    sent.push({ key: headers.get('Idempotency-Key'), token: headers.get('Authorization') });
    const status = statuses.shift() ?? 200;
    const headers401 = status === 401 ? { 'WWW-Authenticate': challenge } : {};
    return Promise.resolve(new Response(JSON.stringify({ code }), { status, headers: headers401 }));
  });
  Object.assign(signedIn, {
    token: () => 'old',
    expired: () => false,
    renew: () => Promise.resolve(true),
    rejected: (token: string, why: string) => void rejected.push(`${token} ${why}`),
  });
});
afterEach(() => {
  vi.unstubAllGlobals();
  Object.assign(signedIn, before);
});

test('a first 401 is tried once more, with the same key, and signs nobody out', async () => {
  statuses = [401, 200];
  expect(await request('POST', '/api/v1/incidents', { key: 'k', body: {} })).toEqual({ code: 'c' });
  expect(sent).toEqual([{ key: 'k', token: 'Bearer old' }, { key: 'k', token: 'Bearer old' }]);
  expect(rejected).toEqual([]);
});

test('with a token that was renewed meanwhile, that one is sent', async () => {
  statuses = [401, 200];
  signedIn.renew = () => {
    signedIn.token = () => 'new';
    return Promise.resolve(true);
  };
  await request('GET', '/api/v1/board');
  expect(sent.map((s) => s.token)).toEqual(['Bearer old', 'Bearer new']);
});

test('a second 401 ends the sign-in', async () => {
  statuses = [401, 401];
  await expect(request('GET', '/api/v1/board')).rejects.toMatchObject({ status: 401 });
  expect(sent).toHaveLength(2);
  expect(rejected).toEqual(['old over']);
});

test('a sign-in that was too weak ends as well', async () => {
  statuses = [401, 401];
  challenge = 'Bearer error="insufficient_user_authentication", acr_values="mfa"';
  await expect(request('GET', '/api/v1/board')).rejects.toMatchObject({ status: 401 });
  expect(rejected).toEqual(['old over']);
});

const others = ['Bearer', 'Basic realm="proxy"', ''];

test.each(others)('a 401 that says nothing of the token (%s) is no answer, and signs nobody out', async (said) => {
  challenge = said;
  statuses = [401];
  await expect(request('GET', '/api/v1/board')).rejects.toBeInstanceOf(Unreachable);
  expect([sent.length, rejected.length]).toEqual([1, 0]);
});

test('an unavailable gateway signs nobody out', async () => {
  statuses = [503];
  await expect(request('GET', '/api/v1/board')).rejects.toMatchObject({ status: 503 });
  expect(rejected).toEqual([]);
});

test('a blocked subject is told so at once, and nothing is renewed', async () => {
  [statuses, code] = [[401], 'blocked'];
  signedIn.renew = () => Promise.reject(new Error('not asked'));
  await expect(request('GET', '/api/v1/board')).rejects.toMatchObject({ status: 401, code: 'blocked' });
  expect(rejected).toEqual(['old blocked']);
});

test('an ended sign-in sends nothing but the new sign-in', async () => {
  signedIn.expired = () => true;
  await expect(request('POST', '/api/v1/incidents', { body: {} })).rejects.toMatchObject({ status: 401 });
  expect(sent).toHaveLength(0);
  await request('POST', '/dev/token', { body: {} });
  expect(sent).toHaveLength(1);
});

test('a refused sign-in is not tried again', async () => {
  signedIn.token = () => null;
  statuses = [401];
  await expect(request('POST', '/dev/token', { body: {} })).rejects.toMatchObject({ status: 401 });
  expect(sent).toHaveLength(1);
  expect(rejected).toEqual([]);
});

test('a 403 to a repeat says that the command was done', async () => {
  vi.stubGlobal('fetch', () =>
    Promise.resolve(new Response('{"code":"notYours"}', { status: 403, headers: { 'Idempotency-Replayed': 'true' } })));
  await expect(request('POST', '/api/v1/units/P07/panic', { key: 'k', body: {} })).rejects.toMatchObject({ code: 'notYours', done: true });
});

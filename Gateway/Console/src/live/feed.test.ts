import { afterEach, expect, test, vi } from 'vitest';
import { Feed } from './feed';
import { LiveStore } from './store';
import { signedIn } from '../api/signedIn';

const answering = (status: number) =>
  vi.stubGlobal('fetch', () => Promise.resolve(new Response('{"code": "c"}', { status })));
const emptyBoard = { epoch: 'e', position: 1, at: '2026-01-01T00:00:00Z', incidents: [], units: [], directives: [] };
const settled = () => new Promise((resolve) => setTimeout(resolve, 20));

afterEach(() => vi.unstubAllGlobals());

test('a role that may not follow the board is told so, and not kept waiting', async () => {
  answering(403);
  const feed = new Feed(new LiveStore((run) => run()));
  feed.start();
  await settled();
  expect(feed.state()).toEqual({ is: 'forbidden' });
  feed.stop();
});

test.each([500, 401])('a board that is answered by %d is lost, with the reason', async (status) => {
  answering(status);
  const feed = new Feed(new LiveStore((run) => run()));
  feed.start();
  await settled();
  expect(feed.state()).toMatchObject({ is: 'lost', why: { status } });
  feed.stop();
});

test('a feed that an ended sign-in stopped begins again when it is started', async () => {
  answering(401);
  const feed = new Feed(new LiveStore((run) => run()));
  feed.start();
  await settled();
  answering(403);
  feed.start();
  await settled();
  expect(feed.state()).toEqual({ is: 'forbidden' });
  feed.stop();
});

test('a feed that ended with its token asks for a newer one, and is in no hurry to connect again', async () => {
  const before = { ...signedIn };
  const renewed: string[] = [];
  Object.assign(signedIn, {
    token: () => 'old',
    renew: (token: string) => (renewed.push(token), Promise.resolve(true)),
  });
  const asked: string[] = [];
  vi.stubGlobal('fetch', (path: string) => {
    asked.push(path.split('?')[0]!);
    const feedText = 'id: 1\n\nevent: cut\ndata: {"code":"unauthenticated"}\n\n';
    return Promise.resolve(new Response(path.startsWith('/api/v1/feed') ? feedText : JSON.stringify(emptyBoard)));
  });
  const feed = new Feed(new LiveStore((run) => run()));
  feed.start();
  await settled();
  expect(asked).toEqual(['/api/v1/board', '/api/v1/feed']);
  expect(renewed).toEqual(['old']);
  expect(feed.state()).toMatchObject({ is: 'lost' });
  feed.stop();
  Object.assign(signedIn, before);
});

test('where the network is said to be gone, the feed is lost at once', async () => {
  const board = { epoch: 'e', position: 1, incidents: [], units: [], calls: [], stations: [] };
  const endless = (signal: AbortSignal) =>
    new ReadableStream({ start: (control) => signal.addEventListener('abort', () => control.error(signal.reason)) });
  vi.stubGlobal('fetch', (url: string, init: RequestInit) =>
    Promise.resolve(new Response(String(url).includes('/board') ? JSON.stringify(board) : endless(init.signal!))),
  );
  const feed = new Feed(new LiveStore((run) => run()));
  feed.start();
  await settled();
  expect(feed.state()).toEqual({ is: 'live' });
  vi.stubGlobal('fetch', () => Promise.reject(new TypeError('no network')));
  feed.checkNow();
  await settled();
  expect(feed.state()).toMatchObject({ is: 'lost' });
  feed.stop();
});

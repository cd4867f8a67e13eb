import { describe, expect, test } from 'vitest';
import { Problem, Unreachable } from '../api/problem';
import { Reports, type Intention, type Report, type Shelf } from './reports';

class MemoryShelf implements Shelf {
  kept = new Map<string, Report>();
  all = () => Promise.resolve([...this.kept.values()].map((r) => structuredClone(r)).reverse());
  put = (r: Report) => Promise.resolve(void this.kept.set(r.key, structuredClone(r)));
  remove = (key: string) => Promise.resolve(void this.kept.delete(key));
}

const step = (kind: 'acknowledged' | 'enRoute' | 'onScene', incident = 'a'): Intention => ({
  kind,
  lane: 'reports',
  path: `/incidents/${incident}/assignments/P1/progress`,
  body: { stage: kind },
  about: incident,
});

/** A network that does what a test says, with a memory of what was sent. */
function setUp(shelf = new MemoryShelf()) {
  const net = { fails: (_: Report): unknown => null as unknown, sent: [] as Report[], wake: () => undefined as void, clock: 0 };
  let second = 0;
  const reports = new Reports({
    send: (r) => {
      const error = net.fails(r);
      net.sent.push(structuredClone(r));
      return error === null ? Promise.resolve({ done: r.key }) : Promise.reject(error as Error);
    },
    shelf,
    now: () => `2026-01-01T00:00:0${second++}.000Z`,
    clock: () => net.clock,
    delay: (_, wake) => new Promise((resolve) => wake((net.wake = resolve))),
    alone: (_, run) => run(),
  });
  return { net, shelf, reports };
}

const settled = async () => {
  for (let i = 0; i < 50; i++) await Promise.resolve();
};
const lost = () => new Unreachable(null);

test('without a network each press is kept with its own time, and sent in order, once, when it is back', async () => {
  const { net, shelf, reports } = setUp();
  await reports.resume('zhao');
  net.fails = lost;
  await reports.press(step('acknowledged'));
  await reports.press(step('enRoute'));
  await reports.press(step('onScene'));
  await settled();
  expect(reports.state().waiting.map((r) => r.kind)).toEqual(['acknowledged', 'enRoute', 'onScene']);
  expect(shelf.kept.size).toBe(3);
  net.sent = [];
  net.fails = () => null;
  reports.tryNow();
  await settled();
  expect(net.sent.map((r) => [r.body['stage'], r.body['occurredAt']])).toEqual([
    ['acknowledged', '2026-01-01T00:00:00.000Z'],
    ['enRoute', '2026-01-01T00:00:01.000Z'],
    ['onScene', '2026-01-01T00:00:02.000Z'],
  ]);
  expect(reports.state().waiting).toEqual([]);
  expect(shelf.kept.size).toBe(0);
});

test('a press that was done without an answer, and whose incident is another’s now, is done and not refused', async () => {
  const { net, shelf, reports } = setUp();
  await reports.resume('zhao');
  net.fails = () => new Problem(403, { code: 'notYours' }, true);
  await reports.press(step('onScene'));
  await settled();
  expect(reports.state()).toMatchObject({ waiting: [], refused: [] });
  expect(shelf.kept.size).toBe(0);
});

test('a press keeps the assignment that it was for, however late it is sent', async () => {
  const { net, shelf, reports } = setUp();
  await reports.resume('zhao');
  net.fails = lost;
  await reports.press({ ...step('onScene'), body: { stage: 'onScene', assignment: 1 } });
  await settled();
  const again = setUp(shelf);
  await again.reports.resume('zhao');
  await settled();
  expect(again.net.sent.map((r) => r.body)).toEqual([{ stage: 'onScene', assignment: 1, occurredAt: '2026-01-01T00:00:00.000Z' }]);
});

test('what waits survives the page: the same keys, paths and bodies, in the same order', async () => {
  const { net, shelf, reports } = setUp();
  await reports.resume('zhao');
  net.fails = lost;
  await reports.press(step('acknowledged', 'a'));
  await reports.press(step('enRoute', 'b'));
  await settled();
  const again = setUp(shelf);
  await again.reports.resume('zhao');
  await again.reports.press(step('onScene', 'b'));
  await settled();
  expect(again.net.sent.map((r) => r.path)).toEqual([...net.sent.slice(0, 1), ...again.net.sent.slice(1)].map((r) => r.path));
  expect(again.net.sent.map((r) => r.kind)).toEqual(['acknowledged', 'enRoute', 'onScene']);
  expect(again.net.sent[0]).toEqual(net.sent[0]);
});

test('every try of one press is the same request', async () => {
  const { net, reports } = setUp();
  await reports.resume('zhao');
  let tries = 0;
  net.fails = () => (++tries < 4 ? new Problem(503, { code: 'unavailable' }) : null);
  await reports.press(step('enRoute'));
  for (let i = 0; i < 5; i++) {
    await settled();
    net.wake();
  }
  expect(net.sent).toHaveLength(4);
  expect(new Set(net.sent.map((r) => JSON.stringify(r))).size).toBe(1);
});

test('a refusal is shown, stays over a reload, and does not hold up those behind it', async () => {
  const { net, shelf, reports } = setUp();
  await reports.resume('zhao');
  net.fails = (r) => (r.kind === 'acknowledged' ? new Problem(409, { code: 'wrongStage', detail: 'over' }) : null);
  await reports.press(step('acknowledged'));
  await reports.press(step('enRoute'));
  await settled();
  expect(reports.state().refused.map((r) => [r.kind, r.refused?.code])).toEqual([['acknowledged', 'wrongStage']]);
  expect(reports.state().waiting).toEqual([]);
  const again = setUp(shelf);
  await again.reports.resume('zhao');
  await settled();
  expect(again.net.sent).toEqual([]);
  await again.reports.dismiss(again.reports.state().refused[0]!.key);
  expect(shelf.kept.size).toBe(0);
});

test('a sign-in that has ended loses nothing: all of it waits for the next one', async () => {
  const { net, reports } = setUp();
  await reports.resume('zhao');
  net.fails = () => new Problem(401, { code: 'unauthenticated' });
  await reports.press(step('enRoute'));
  await settled();
  expect(reports.state().needsSignIn).toBe(true);
  expect(reports.state().waiting).toHaveLength(1);
  net.fails = () => null;
  await reports.resume('zhao');
  await settled();
  expect(reports.state()).toMatchObject({ waiting: [], refused: [], needsSignIn: false });
});

test('what another one pressed on this phone is not sent in the name of the next', async () => {
  const { net, shelf, reports } = setUp();
  await reports.resume('zhao');
  net.fails = lost;
  await reports.press(step('enRoute'));
  await settled();
  const next = setUp(shelf);
  await next.reports.resume('qian');
  await settled();
  expect(next.net.sent).toEqual([]);
  expect(shelf.kept.size).toBe(1);
});

test('a distress waits for nothing that waits', async () => {
  const { net, reports } = setUp();
  await reports.resume('zhao');
  net.fails = (r) => (r.lane === 'panic' ? null : lost());
  await reports.press(step('enRoute'));
  await reports.press({ kind: 'panic', lane: 'panic', path: '/units/P1/panic', body: { location: null }, about: null });
  await settled();
  expect(reports.state().waiting.map((r) => r.kind)).toEqual(['enRoute']);
});

test('a lost race is tried again, and a store that takes nothing stops nobody', async () => {
  const shelf = new MemoryShelf();
  shelf.put = () => Promise.reject(new Error('full'));
  const { net, reports } = setUp(shelf);
  await reports.resume('zhao');
  let tries = 0;
  net.fails = () => (++tries < 2 ? new Problem(409, { code: 'conflict' }) : null);
  await reports.press(step('enRoute'));
  await settled();
  net.wake();
  await settled();
  expect(reports.state()).toMatchObject({ waiting: [], refused: [], unsafe: true });
});

test('a press that seems to lie a few seconds ahead waits until its time has come; one far ahead is shown', async () => {
  const { net, reports } = setUp();
  await reports.resume('zhao');
  let tries = 0;
  net.fails = () => (++tries < 3 ? new Problem(422, { code: 'occurredAtInFuture' }) : null);
  await reports.press(step('enRoute'));
  for (let i = 0; i < 3; i++) {
    await settled();
    net.wake();
  }
  expect(reports.state()).toMatchObject({ waiting: [], refused: [] });

  const shelf = new MemoryShelf();
  await shelf.put({ ...step('onScene'), seq: 1, key: 'k', subject: 'zhao', at: '2030-01-01T00:00:00.000Z', refused: null });
  const wrong = setUp(shelf);
  wrong.net.fails = () => new Problem(422, { code: 'occurredAtInFuture' });
  await wrong.reports.resume('zhao');
  await settled();
  expect(wrong.reports.state().refused.map((r) => r.key)).toEqual(['k']);
});

test('who listens is told what the centre answered', async () => {
  const { reports } = setUp();
  const answers: unknown[] = [];
  reports.onAnswered((r, answer) => answers.push([r.kind, answer]));
  await reports.resume('zhao');
  const { key } = await reports.press(step('enRoute'));
  await settled();
  expect(answers).toEqual([['enRoute', { done: key }]]);
});

describe('a press that is held', () => {
  const pass = async (net: { clock: number; wake: () => void }, to: number) => {
    net.clock = to;
    net.wake();
    await settled();
  };

  test('is kept at once, and sent after its time with the time of the press', async () => {
    const { net, shelf, reports } = setUp();
    await reports.resume('zhao');
    const report = await reports.press(step('onScene'), 5_000);
    await settled();
    expect(net.sent).toEqual([]);
    expect(shelf.kept.size).toBe(1);
    expect(reports.held()?.key).toBe(report.key);
    await pass(net, 4_999);
    expect(net.sent).toEqual([]);
    await pass(net, 5_000);
    expect(net.sent.map((r) => [r.body['stage'], r.body['occurredAt']])).toEqual([['onScene', report.at]]);
    expect(reports.held()).toBeNull();
    expect(shelf.kept.size).toBe(0);
  });

  test('and taken back is never sent, not by a later page either', async () => {
    const { net, shelf, reports } = setUp();
    await reports.resume('zhao');
    const report = await reports.press(step('onScene'), 5_000);
    await settled();
    expect(await reports.takeBack(report.key)).toBe(true);
    await pass(net, 60_000);
    expect(net.sent).toEqual([]);
    expect(reports.state().waiting).toEqual([]);
    expect(shelf.kept.size).toBe(0);
  });

  test('can no longer be taken back when its time is over', async () => {
    const { net, reports } = setUp();
    net.fails = lost;
    await reports.resume('zhao');
    const report = await reports.press(step('onScene'), 5_000);
    await pass(net, 5_000);
    expect(await reports.takeBack(report.key)).toBe(false);
    expect(reports.state().waiting.map((r) => r.key)).toEqual([report.key]);
  });

  test('goes out at once when the next one is pressed, before it', async () => {
    const { net, reports } = setUp();
    await reports.resume('zhao');
    await reports.press(step('enRoute'), 5_000);
    await settled();
    const second = await reports.press(step('onScene'), 5_000);
    await settled();
    expect(net.sent.map((r) => r.body['stage'])).toEqual(['enRoute']);
    expect(reports.held()?.key).toBe(second.key);
    await pass(net, 5_000);
    expect(net.sent.map((r) => r.body['stage'])).toEqual(['enRoute', 'onScene']);
  });

  test('goes out at once when the page goes', async () => {
    const { net, reports } = setUp();
    await reports.resume('zhao');
    await reports.press(step('enRoute'), 5_000);
    await settled();
    reports.sendHeld();
    await settled();
    expect(net.sent.map((r) => r.body['stage'])).toEqual(['enRoute']);
  });

  test('of a page that died is sent by the next one, with its key and its time', async () => {
    const { shelf, reports } = setUp();
    await reports.resume('zhao');
    const report = await reports.press(step('enRoute'), 5_000);
    const again = setUp(shelf);
    again.net.clock = 60_000;
    await again.reports.resume('zhao');
    await settled();
    expect(again.net.sent.map((r) => [r.key, r.at])).toEqual([[report.key, report.at]]);
  });

  test('holds up no distress call', async () => {
    const { net, reports } = setUp();
    await reports.resume('zhao');
    await reports.press(step('enRoute'), 5_000);
    await reports.press({ kind: 'panic', lane: 'panic', path: '/units/P1/panic', body: {}, about: null });
    await settled();
    expect(net.sent.map((r) => r.kind)).toEqual(['panic']);
  });
});

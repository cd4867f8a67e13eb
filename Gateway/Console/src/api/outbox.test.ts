import { describe, expect, test } from 'vitest';
import { Outbox, type Command, type OutboxDrawer } from './outbox';
import { Problem, Unreachable } from './problem';

class Drawer implements OutboxDrawer {
  kept = new Map<string, Command>();
  left: Command[] = [];
  put = (c: Command) => Promise.resolve(void this.kept.set(c.key, c));
  remove = (key: string) => Promise.resolve(void this.kept.delete(key));
  orphans = () => Promise.resolve(this.left);
}

const command = (key: string, lane = 'a'): Command => ({ key, lane, subject: 'wang', method: 'POST', path: '/x', body: {}, queuedAt: 0 });
const atOnce = () => Promise.resolve();

test('a command that nobody answers is sent again with the same key until somebody does', async () => {
  const sent: string[] = [];
  const drawer = new Drawer();
  const outbox = new Outbox(
    (c) => (sent.push(c.key) < 4 ? Promise.reject(new Unreachable(null)) : Promise.resolve('done')),
    drawer,
    atOnce,
  );
  const waiting: number[] = [];
  outbox.subscribe(() => waiting.push(outbox.state().waiting));
  expect(await outbox.submit(command('k'))).toBe('done');
  expect(sent).toEqual(['k', 'k', 'k', 'k']);
  expect(waiting.at(0)).toBe(1);
  expect(waiting.at(-1)).toBe(0);
  expect(drawer.kept.size).toBe(0);
});

test('503 is an answer that decides nothing; a refusal decides', async () => {
  let tries = 0;
  const outbox = new Outbox(
    () => Promise.reject(new Problem(++tries < 3 ? 503 : 409, { code: tries < 3 ? 'unavailable' : 'unitBusy' })),
    new Drawer(),
    atOnce,
  );
  await expect(outbox.submit(command('k'))).rejects.toMatchObject({ code: 'unitBusy' });
  expect(tries).toBe(3);
  // Whoever gave it has gone on meanwhile: the refusal stays, with the command that it is about.
  expect(outbox.state().refused.map((r) => [r.command.key, r.problem.code])).toEqual([['k', 'unitBusy']]);
  expect(outbox.state().waiting).toBe(0);
});

test('what is about one thing goes in the order in which it was meant; other things do not wait for it', async () => {
  const sent: string[] = [];
  let free: () => void = () => undefined;
  const blocked = new Promise<void>((resolve) => (free = resolve));
  const outbox = new Outbox(async (c) => { if (c.key === 'a1') await blocked; sent.push(c.key); }, new Drawer(), atOnce);
  const all = [outbox.submit(command('a1')), outbox.submit(command('a2')), outbox.submit(command('b1', 'b'))];
  await all[2];
  expect(sent).toEqual(['b1']);
  free();
  await Promise.all(all);
  expect(sent).toEqual(['b1', 'a1', 'a2']);
});

test('a refused command does not hold up those behind it', async () => {
  const outbox = new Outbox((c) => (c.key === 'a1' ? Promise.reject(new Problem(422, {})) : Promise.resolve('ok')), new Drawer(), atOnce);
  const first = outbox.submit(command('a1'));
  const second = outbox.submit(command('a2'));
  await expect(first).rejects.toBeInstanceOf(Problem);
  expect(await second).toBe('ok');
});

test('it is kept before it is sent, and still kept when the page dies on the way', async () => {
  const drawer = new Drawer();
  let seen = 0;
  const outbox = new Outbox(() => { seen = drawer.kept.size; return new Promise(() => undefined); }, drawer, atOnce);
  void outbox.submit(command('k'));
  await new Promise((resolve) => setTimeout(resolve));
  expect(seen).toBe(1);
  expect(drawer.kept.has('k')).toBe(true);
});

test('what an earlier page left is sent with its old key, and a refusal of it is not lost', async () => {
  const drawer = new Drawer();
  drawer.left = [command('old'), command('refused')];
  const sent: string[] = [];
  const outbox = new Outbox(
    (c) => {
      sent.push(c.key);
      return c.key === 'refused' ? Promise.reject(new Problem(409, { code: 'wrongStage' })) : Promise.resolve(null);
    },
    drawer,
    atOnce,
  );
  await outbox.resume('wang');
  await new Promise((resolve) => setTimeout(resolve));
  expect(sent).toEqual(['old', 'refused']);
  expect(outbox.state().refused.map((r) => r.problem.code)).toEqual(['wrongStage']);
  outbox.dismissRefused('refused');
  expect(outbox.state().refused).toEqual([]);
});

/** A clock that a test moves on: what waits longer than it says goes on waiting. */
function clock() {
  let now = 0;
  const waiting = new Set<{ until: number; resolve: () => void }>();
  return {
    now: () => now,
    delay: (ms: number, wake: (go: () => void) => void) =>
      new Promise<void>((resolve) => {
        const one = { until: now + ms, resolve };
        waiting.add(one);
        wake(resolve);
      }),
    async to(next: number) {
      now = next;
      for (const one of [...waiting]) if (one.until <= now && waiting.delete(one)) one.resolve();
      await new Promise((resolve) => setTimeout(resolve));
    },
  };
}

describe('a command that is held', () => {
  const held = (key: string, lane = 'a') => ({ ...command(key, lane), heldUntil: 10_000 });
  const setUp = (send: (c: Command) => Promise<unknown> = () => Promise.resolve('ok')) => {
    const time = clock();
    const drawer = new Drawer();
    const sent: string[] = [];
    const outbox = new Outbox((c) => (sent.push(c.key), send(c)), drawer, time.delay, time.now);
    return { time, drawer, sent, outbox };
  };

  test('is kept at once, sent when its time is over, and not before', async () => {
    const { time, drawer, sent, outbox } = setUp();
    const answer = outbox.submit(held('k'));
    await time.to(9_999);
    expect(sent).toEqual([]);
    expect(drawer.kept.has('k')).toBe(true);
    expect(outbox.state().open.map((o) => o.is)).toEqual(['held']);
    await time.to(10_000);
    expect(await answer).toBe('ok');
    expect(sent).toEqual(['k']);
    expect(outbox.state().open).toEqual([]);
  });

  test('and was taken back is never sent, not even by a later page', async () => {
    const { time, drawer, sent, outbox } = setUp();
    const answer = outbox.submit(held('k'));
    await time.to(5_000);
    outbox.cancel('k');
    await expect(answer).rejects.toMatchObject({ code: 'takenBack' });
    await time.to(20_000);
    expect(sent).toEqual([]);
    expect(drawer.kept.size).toBe(0);
    expect(outbox.state().refused).toEqual([]);
  });

  test('holds up nothing: what is pressed meanwhile goes out, about the same thing, too', async () => {
    const { time, sent, outbox } = setUp();
    const first = outbox.submit(held('close'));
    await time.to(1);
    await Promise.all([outbox.submit(command('other', 'b')), outbox.submit(command('note'))]);
    expect(sent).toEqual(['other', 'note']);
    await time.to(10_000);
    await first;
    expect(sent).toEqual(['other', 'note', 'close']);
  });

  test('is taken back by a decision that takes its place', async () => {
    const { time, sent, outbox } = setUp();
    const first = outbox.submit(held('nuisance'));
    const other = outbox.submit(held('close', 'b'));
    await time.to(1);
    outbox.cancelHeld('a');
    await expect(first).rejects.toMatchObject({ code: 'takenBack' });
    await time.to(10_000);
    await other;
    expect(sent).toEqual(['close']);
  });

  test('goes out at once when the page closes', async () => {
    const { time, sent, outbox } = setUp();
    const answer = outbox.submit(held('k'));
    await time.to(1);
    outbox.releaseAll();
    await answer;
    expect(sent).toEqual(['k']);
  });

  test('of a page that died is sent by the next one as soon as its time is over', async () => {
    const { time, drawer, sent, outbox } = setUp();
    drawer.left = [held('k')];
    await time.to(60_000);
    await outbox.resume('wang');
    await time.to(60_001);
    expect(sent).toEqual(['k']);
  });

  test('stays held when the gateway is back', async () => {
    const { time, sent, outbox } = setUp();
    void outbox.submit(held('k'));
    await time.to(1);
    outbox.tryNow();
    await time.to(2);
    expect(sent).toEqual([]);
  });

  test('cannot be taken back once it was sent', async () => {
    const { time, outbox } = setUp();
    const answer = outbox.submit(held('k'));
    await time.to(10_000);
    outbox.cancel('k');
    expect(await answer).toBe('ok');
  });
});

test('a command that waits for an answer can be cancelled: it is not sent again', async () => {
  const time = clock();
  const sent: string[] = [];
  const outbox = new Outbox((c) => (sent.push(c.key), Promise.reject(new Unreachable(null))), new Drawer(), time.delay, time.now);
  const answer = outbox.submit(command('k'));
  await time.to(1);
  expect(outbox.state().open.map((o) => [o.command.key, o.is])).toEqual([['k', 'waiting']]);
  outbox.cancel('k');
  await expect(answer).rejects.toMatchObject({ code: 'takenBack' });
  await time.to(60_000);
  expect(sent).toEqual(['k']);
});

test('a command that meets an ended sign-in waits until it is renewed, and is sent with its key', async () => {
  const time = clock();
  let expired = true;
  const sent: string[] = [];
  const outbox = new Outbox(
    (c) => (sent.push(c.key), expired ? Promise.reject(new Problem(401, { code: 'unauthenticated' })) : Promise.resolve('ok')),
    new Drawer(),
    time.delay,
    time.now,
  );
  const answer = outbox.submit(command('k'));
  await time.to(1);
  expect(outbox.state().waiting).toBe(1);
  expired = false;
  outbox.tryNow();
  expect(await answer).toBe('ok');
  expect(sent).toEqual(['k', 'k']);
});

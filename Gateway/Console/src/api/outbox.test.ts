import { expect, test } from 'vitest';
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
  expect(outbox.state().refused?.problem.code).toBe('wrongStage');
});

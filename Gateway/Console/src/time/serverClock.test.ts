import { expect, test, vi } from 'vitest';
import { ServerClock } from './serverClock';

test('many answers narrow the whole seconds of their dates down to hundredths', () => {
  const clock = new ServerClock();
  const ahead = 4_321;
  for (let i = 0; i < 200; i++) {
    const sent = 1_700_000_000_000 + i * 1_037;
    const received = sent + 20;
    const server = new Date(Math.floor((sent + 10 + ahead) / 1000) * 1000);
    clock.learn(sent, received, server.toUTCString());
  }
  expect(Math.abs(clock.offsetMs - ahead)).toBeLessThan(40);
});

test('a clock that was set anew is believed at once', () => {
  const clock = new ServerClock();
  clock.learn(1_000_000, 1_000_010, new Date(1_000_000).toUTCString());
  clock.learn(2_000_000, 2_000_010, new Date(9_000_000).toUTCString());
  expect(Math.abs(clock.offsetMs - 7_000_000)).toBeLessThan(1_100);
});

test('without an answer, or with one that has no date, it is this machine that is believed', () => {
  const clock = new ServerClock();
  clock.learn(1, 2, null);
  clock.learn(1, 2, 'yesterday');
  vi.spyOn(Date, 'now').mockReturnValue(5);
  expect(clock.now()).toBe(5);
});

test('what was learnt before goes by until an answer says more', () => {
  const clock = new ServerClock();
  clock.assume(-13_000);
  expect(clock.offsetMs).toBe(-13_000);
  clock.learn(1_000, 1_000, new Date(5_000).toUTCString());
  expect(clock.offsetMs).toBe(4_500);
});

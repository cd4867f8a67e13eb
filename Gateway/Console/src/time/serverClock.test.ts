import { expect, test, vi } from 'vitest';
import { ServerClock } from './serverClock';

const exact = (ms: number) => new Headers({ 'Tocsin-Now': new Date(ms).toISOString() });
const dated = (ms: number) => new Headers({ Date: new Date(ms).toUTCString() });

test('the first answer says the time to half of what it took', () => {
  const clock = new ServerClock();
  clock.learn(1_700_000_000_000, 1_700_000_000_020, exact(1_700_000_004_331));
  expect(Math.abs(clock.offsetMs - 4_321)).toBeLessThanOrEqual(11);
});

test('a slow answer takes nothing from what a fast one said', () => {
  const clock = new ServerClock();
  clock.learn(1_000_000, 1_000_004, exact(1_000_502));
  clock.learn(2_000_000, 2_003_000, exact(2_000_501));
  expect(Math.abs(clock.offsetMs - 500)).toBeLessThanOrEqual(3);
});

test('a server renews its date once a second: it is up to two seconds old, and many of them are never right by less', () => {
  const clock = new ServerClock();
  const ahead = 4_321;
  for (let i = 0; i < 200; i++) {
    const sent = 1_700_000_000_000 + i * 1_037;
    const server = sent + 10 + ahead;
    // Renewed at 0.9 s of each second.
    const renewed = Math.floor((server - 900) / 1000) * 1000 + 900;
    clock.learn(sent, sent + 20, dated(Math.floor(renewed / 1000) * 1000));
  }
  expect(Math.abs(clock.offsetMs - ahead)).toBeLessThan(1_000);
});

test('a clock that was set anew is believed at once', () => {
  const clock = new ServerClock();
  clock.learn(1_000_000, 1_000_010, exact(1_000_000));
  clock.learn(2_000_000, 2_000_010, exact(9_000_000));
  expect(Math.abs(clock.offsetMs - 7_000_000)).toBeLessThan(20);
});

test('without an answer, or with one that has no time, it is this machine that is believed', () => {
  const clock = new ServerClock();
  clock.learn(1, 2, new Headers());
  clock.learn(1, 2, new Headers({ Date: 'yesterday' }));
  vi.spyOn(Date, 'now').mockReturnValue(5);
  expect(clock.now()).toBe(5);
});

test('what was learnt before goes by until an answer says more', () => {
  const clock = new ServerClock();
  clock.assume(-13_000);
  expect(clock.offsetMs).toBe(-13_000);
  clock.learn(1_000, 1_000, exact(5_000));
  expect(clock.offsetMs).toBe(4_000.5);
});

import { expect, test } from 'vitest';
import { secondsScale, share } from './scale';

test('marks are round times, and hold the largest value', () => {
  expect(secondsScale(256)).toEqual({ max: 300, ticks: [0, 60, 120, 180, 240, 300] });
  expect(secondsScale(59).ticks).toEqual([0, 10, 20, 30, 40, 50, 60]);
  expect(secondsScale(0)).toEqual({ max: 1, ticks: [0, 1] });
});

test('there are never more than seven marks, from a second to a year', () => {
  for (let most = 1; most < 40_000_000; most *= 1.7) {
    const { max, ticks } = secondsScale(most);
    expect(max).toBeGreaterThanOrEqual(most);
    expect(ticks.length).toBeLessThanOrEqual(7);
    expect(ticks.at(-1)).toBe(max);
  }
});

test('a value lies within its scale', () => {
  expect([share(5, 10), share(-1, 10), share(99, 10)]).toEqual([50, 0, 100]);
});

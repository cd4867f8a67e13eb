import { expect, test } from 'vitest';
import { correctedOne, latestStage, standsAt } from './correction';

const none = { acknowledgedAt: null, enRouteAt: null, onSceneAt: null, clearedAt: null };

test('a correction begins with the latest stage that has a time, and with the time that stands there', () => {
  const times = { ...none, acknowledgedAt: '2026-11-24T02:05:09Z', onSceneAt: '2026-11-24T02:15:00Z' };
  expect(latestStage(times)).toBe('onScene');
  expect(standsAt(times, 'onScene')).toBe('2026-11-24T02:15:00Z');
  expect(standsAt(times, 'enRoute')).toBeNull();
  expect(latestStage(none)).toBe('acknowledged');
});

test('a numbered assignment is corrected, also an earlier one', () => {
  const over = { unitId: 'P01', stage: 'cleared' as const, n: 1 };
  const active = { unitId: 'P01', stage: 'onScene' as const, n: 2 };
  expect(correctedOne([over, active], 'P01', 1)).toBe(over);
  expect(correctedOne([over, active], 'P01', 7)).toBe(active);
});

test('of several assignments of a unit the active one is corrected, else the latest', () => {
  const over = { unitId: 'P01', stage: 'cleared' as const, n: 1 };
  const active = { unitId: 'P01', stage: 'onScene' as const, n: 2 };
  const other = { unitId: 'P02', stage: 'onScene' as const, n: 3 };
  expect(correctedOne([over, active, other], 'P01', undefined)).toBe(active);
  expect(correctedOne([other, over], 'P01', undefined)).toBe(over);
  expect(correctedOne([other], 'P01', undefined)).toBeUndefined();
});

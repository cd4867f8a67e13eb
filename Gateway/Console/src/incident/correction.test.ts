import { expect, test } from 'vitest';
import { correctableOf, correctedOne, isAfterEnd, isErasable, isSkipped, latestStage, standsAt } from './correction';

const none = { assignedAt: null, acknowledgedAt: null, enRouteAt: null, onSceneAt: null, feedbackAt: null, clearedAt: null };
const sent = { ...none, stage: 'assigned' as const, assignedAt: '2026-11-24T02:05:00Z' };
const there = { ...sent, stage: 'onScene' as const, onSceneAt: '2026-11-24T02:15:00Z' };
const recalled = { ...sent, stage: 'cancelled' as const, clearedAt: '2026-11-24T02:20:00Z' };

test('a correction begins with the latest stage that has a time, and with the time that stands there', () => {
  const times = { ...there, acknowledgedAt: '2026-11-24T02:05:09Z', feedbackAt: '2026-11-24T02:18:00Z' };
  expect(latestStage(times)).toBe('onScene');
  expect(standsAt(times, 'onScene')).toBe('2026-11-24T02:15:00Z');
  expect(standsAt(times, 'enRoute')).toBeNull();
  expect(latestStage(sent)).toBe('assigned');
  expect(latestStage(recalled)).toBe('cleared');
});

test('only what has a time is corrected, and what was skipped is filled in; a stage that is yet to come is neither', () => {
  expect(correctableOf(sent)).toEqual(['assigned']);
  expect(correctableOf({ ...sent, stage: 'acknowledged', acknowledgedAt: sent.assignedAt })).toEqual(['assigned', 'acknowledged']);
  expect(correctableOf(there)).toEqual(['assigned', 'acknowledged', 'enRoute', 'onScene']);
  expect([isSkipped(there, 'enRoute'), isSkipped(there, 'onScene'), isSkipped(there, 'feedback')]).toEqual([true, false, false]);
});

test('an assignment that is over takes every stage that nobody reported, up to its end', () => {
  expect(correctableOf(recalled)).toEqual(['assigned', 'acknowledged', 'enRoute', 'onScene', 'cleared']);
  expect(correctableOf({ ...recalled, feedbackAt: '2026-11-24T02:30:00Z' })).toContain('feedback');
  expect(isAfterEnd(recalled, '2026-11-24T02:20:00Z')).toBe(false);
  expect(isAfterEnd(recalled, '2026-11-24T02:20:01Z')).toBe(true);
  expect(isAfterEnd(there, '2026-11-24T02:20:01Z')).toBe(false);
});

test('that a unit was sent, and that its work is over, cannot be taken away', () => {
  expect(correctableOf({ ...recalled, feedbackAt: recalled.clearedAt }).filter((s) => !isErasable(s))).toEqual(['assigned', 'cleared']);
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

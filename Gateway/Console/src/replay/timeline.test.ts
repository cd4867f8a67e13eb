import { expect, test } from 'vitest';
import type { JournalEvent } from '../api/types';
import { momentsOf, neighbours, onGrid, stayMs, stepSeconds } from './timeline';

const event = (version: number, recordedAt: string, occurredAt = recordedAt) =>
  ({ version, recordedAt, occurredAt, kind: 'NoteAdded' }) as JournalEvent;

test('events of one instant are one moment, in the order of their versions', () => {
  const moments = momentsOf([
    event(3, '2026-01-01T00:00:01.000Z'),
    event(1, '2026-01-01T00:00:00.000Z'),
    event(2, '2026-01-01T00:00:01.000Z'),
  ]);
  expect(moments.map((m) => [m.at, m.events.map((e) => e.version)])).toEqual([
    ['2026-01-01T00:00:00.000Z', [1]],
    ['2026-01-01T00:00:01.000Z', [2, 3]],
  ]);
});

test('the wait between moments follows what happened, not what was recorded; not too short to see, not too long to bear', () => {
  const [a, b] = momentsOf([
    event(1, '2026-05-05T00:00:00.000Z', '2017-01-01T00:00:00Z'),
    event(2, '2026-05-05T00:00:00.010Z', '2017-01-01T00:01:00Z'),
  ]) as [never, never];
  expect(stayMs(a, b, 60)).toBe(1_000);
  expect(stayMs(a, b, 1)).toBe(4_000);
  expect(stayMs(a, b, 300)).toBe(350);
  expect(stayMs(b, a, 1)).toBe(350);
});

test('boards are asked for on a grid: the same moments again and again', () => {
  expect(stepSeconds(1)).toBe(1);
  expect(stepSeconds(300)).toBe(60);
  expect(onGrid(Date.parse('2026-01-01T00:00:59.999Z'), 10)).toBe(Date.parse('2026-01-01T00:00:50Z'));
});

test('who plays needs what is ahead, who stands what is on both sides; nothing beyond the day', () => {
  const range = { from: 0, to: 100_000 };
  expect(neighbours(50_000, 10, true, range)).toEqual([60_000, 70_000, 80_000]);
  expect(neighbours(50_000, 10, false, range)).toEqual([60_000, 40_000]);
  expect(neighbours(100_000, 10, false, range)).toEqual([90_000]);
  expect(neighbours(0, 10, true, { from: 0, to: 5_000 })).toEqual([]);
});

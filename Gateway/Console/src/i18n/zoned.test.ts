import { expect, test } from 'vitest';
import { instantAt, wallOf } from './zoned';

test.each([
  ['2026-11-24T10:05:09', 'Asia/Shanghai', '2026-11-24T02:05:09.000Z'],
  ['2026-11-24T10:05', 'UTC', '2026-11-24T10:05:00.000Z'],
  ['2026-07-01T00:00:00', 'America/Los_Angeles', '2026-07-01T07:00:00.000Z'],
  // The hour that comes twice: the first.
  ['2026-11-01T01:30:00', 'America/Los_Angeles', '2026-11-01T08:30:00.000Z'],
  ['2026-11-01T03:00:00', 'America/Los_Angeles', '2026-11-01T11:00:00.000Z'],
])('%s in %s is %s', (wall, zone, instant) => expect(instantAt(wall, zone)).toBe(instant));

test('what is no time is none', () => expect(instantAt('', 'UTC')).toBeNull());

test.each([
  ['2026-11-24T02:05:09.713Z', 'Asia/Shanghai', '2026-11-24T10:05:09'],
  ['2026-07-01T07:00:00Z', 'America/Los_Angeles', '2026-07-01T00:00:00'],
])('%s is shown in %s as %s, and back', (instant, zone, wall) => {
  expect(wallOf(instant, zone)).toBe(wall);
  expect(Date.parse(instantAt(wall, zone)!)).toBe(Math.floor(Date.parse(instant) / 1000) * 1000);
});

import { expect, test } from 'vitest';
import { addDays, dayOf, daysBetween, isDay, startOf } from './days';

const at = (text: string) => Date.parse(text);

test('a day begins when it begins there', () => {
  expect(startOf('2017-01-01', 'America/Los_Angeles')).toBe(at('2017-01-01T08:00:00Z'));
  expect(startOf('2026-01-01', 'Asia/Shanghai')).toBe(at('2025-12-31T16:00:00Z'));
  expect(startOf('2026-01-01', 'UTC')).toBe(at('2026-01-01T00:00:00Z'));
});

test('days on which clocks change are 23 and 25 hours long', () => {
  const hours = (day: string, zone: string) => (startOf(addDays(day, 1), zone) - startOf(day, zone)) / 3_600_000;
  expect(hours('2026-03-29', 'Europe/Berlin')).toBe(23);
  expect(hours('2026-10-25', 'Europe/Berlin')).toBe(25);
});

test('where midnight is skipped the day begins with its first instant', () => {
  const start = startOf('2018-11-04', 'America/Sao_Paulo');
  expect(start).toBe(at('2018-11-04T03:00:00Z'));
  expect(dayOf(start, 'America/Sao_Paulo')).toBe('2018-11-04');
});

test('days are counted over the ends of months and leap years', () => {
  expect(addDays('2024-02-28', 2)).toBe('2024-03-01');
  expect(daysBetween('2023-12-30', '2024-01-02')).toBe(3);
});

test('what is no day is none', () => {
  expect(['2017-01-01', '2017-13-01', '17-1-1', '1999-12-31', null].map(isDay)).toEqual([true, false, false, false, false]);
});

import { afterEach, expect, test } from 'vitest';
import { formats, setTimeZone, stopwatch } from './format';

afterEach(() => setTimeZone('UTC'));

test('what ticks has minutes and seconds, and hours only when there are some', () => {
  expect([0, 9, 65, 3599, 3600, 36_061].map(stopwatch)).toEqual(['0:00', '0:09', '1:05', '59:59', '1:00:00', '10:01:01']);
});

test('towards zero: half a second before the limit is 0:00, half a second after it is too', () => {
  expect([stopwatch(0.5), stopwatch(-0.5)]).toEqual(['0:00', '0:00']);
});

test('times are those of the centre, midnight is 00', () => {
  setTimeZone('Asia/Shanghai');
  expect(formats('en').time('2026-01-01T16:00:05Z')).toBe('00:00:05');
  expect(formats('zh').day('2026-01-01T16:00:05Z')).toBe('1月2日');
});

test('a day of another year shows its year, by the clocks of the centre', () => {
  setTimeZone('Asia/Shanghai');
  const day = (at: string) => formats('en').dayOfYear(at, '2026-06-01T00:00:00Z');
  expect(['2026-01-01T12:00:00Z', '2025-12-31T16:00:00Z', '2025-12-31T15:59:59Z'].map(day)).toEqual(['1 Jan', '1 Jan', '31 Dec 2025']);
});

test('durations that are read have two parts at most', () => {
  expect(formats('en').duration(245)).toBe('4 min 5 s');
  expect(formats('en').duration(3605)).toBe('1 h');
  expect(formats('en').duration(90_061)).toBe('1 d 1 h');
  expect(formats('zh').duration(245)).toBe('4分5秒');
});

import { beforeEach, expect, test } from 'vitest';
import { setTimeZone } from '../i18n/format';
import { addressOf, askedOf, isNumber, requestOf } from './find';

const usual = askedOf(new URLSearchParams());

beforeEach(() => setTimeZone('Asia/Shanghai'));

test('an address holds what is asked and nothing that is as usual', () => {
  expect(addressOf(usual)).toBe('/find');
  const asked = { ...usual, q: '府前街 88 号', status: 'closed' as const, sort: 'late' as const, priority: '2' };
  expect(askedOf(new URL(addressOf(asked), 'http://x').searchParams)).toEqual(asked);
  expect(askedOf(new URLSearchParams('kind=units&sort=newest&status=lost'))).toEqual(usual);
});

test('days are those of the centre, the last one as a whole', () => {
  const asked = new URL(requestOf({ ...usual, from: '2026-11-29', to: '2026-11-30' }, 50), 'http://x').searchParams;
  expect(asked.get('from')).toBe('2026-11-28T16:00:00.000Z');
  expect(asked.get('to')).toBe('2026-11-30T16:00:00.000Z');
});

test('closed incidents are found too, and calls are asked only what they are found by', () => {
  expect(requestOf(usual, 50)).toBe('/incidents?status=all&limit=50');
  expect(requestOf({ ...usual, q: ' a ', category: ' 盗窃 ', unit: 'P01', station: 'S1', disposition: 'x', priority: '1' }, 50)).toBe(
    `/incidents?q=a&status=all&priority=1&category=${encodeURIComponent('盗窃')}&station=S1&unit=P01&disposition=x&limit=50`,
  );
  expect(requestOf({ ...usual, kind: 'calls', q: 'a', category: 'x', sort: 'late' }, 50)).toBe('/calls?q=a&limit=50');
});

test('four digits are a number, however they are written', () => {
  expect(['138 0', '(13) 80', '１３８０'].map(isNumber)).toEqual([true, true, true]);
  expect(['', '138', 'abcd'].map(isNumber)).toEqual([false, false, false]);
});

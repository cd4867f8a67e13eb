import { beforeEach, expect, test } from 'vitest';
import { setTimeZone } from '../i18n/format';
import { addressOf, askedOf, isThing, partsOf, requestOf, shortId } from './access';

const nothing = askedOf(new URLSearchParams());

beforeEach(() => setTimeZone('Asia/Shanghai'));

test('an address holds what is asked and nothing else', () => {
  expect(addressOf(nothing)).toBe('/access');
  const asked = { subject: 'wang', thing: 'call/c1', from: '2026-11-29', to: '2026-11-30' };
  expect(askedOf(new URL(addressOf(asked), 'http://x').searchParams)).toEqual(asked);
});

test('days are those of the centre, the last one as a whole', () => {
  const asked = new URL(requestOf({ ...nothing, from: '2026-11-29', to: '2026-11-30' }, 50, null), 'http://x').searchParams;
  expect(asked.get('from')).toBe('2026-11-28T16:00:00.000Z');
  expect(asked.get('to')).toBe('2026-11-30T16:00:00.000Z');
});

test('a page goes on where the one before ended', () => {
  expect(requestOf({ ...nothing, subject: 'wang' }, 50, 'abc')).toBe('/access?subject=wang&limit=50&cursor=abc');
});

test('a thing is a kind and an id', () => {
  expect(['', 'call/c1', 'runCard/R 1'].map(isThing)).toEqual([true, true, true]);
  expect(['c1', '/c1', 'call/', 'a/b/c'].map(isThing)).toEqual([false, false, false, false]);
});

test('a thing with a page is linked', () => {
  expect(partsOf('incident/i1')).toEqual({ kind: 'incident', id: 'i1', page: '/incidents/i1' });
  expect(partsOf('setting/policy')).toEqual({ kind: 'setting', id: 'policy', page: null });
});

test('long ids are cut', () => {
  expect(shortId('146f198bedf99022a9ca4fd3ae124869')).toBe('146f198b…');
  expect(shortId('P07')).toBe('P07');
});

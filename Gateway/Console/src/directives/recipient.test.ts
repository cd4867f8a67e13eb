import { expect, test } from 'vitest';
import { keysOf, offersOf, recipientOf } from './recipient';

const known = {
  stations: [
    { id: 'guhan', name: '古韩派出所' },
    { id: 'antifraud', name: '反诈中心', kind: 'body' },
    { id: 'old', name: '旧派出所', retired: true },
  ],
  units: [{ id: 'P07', callSign: 'P07' }],
};
const keys = (typed: string, bodies = false, chosen: Parameters<typeof offersOf>[1] = []) =>
  offersOf(typed, chosen, known, bodies).map(({ key }) => key);

test('names, ids and call signs are found; a retired station gets nothing', () => {
  expect(keys('古韩')).toEqual(['station/guhan', 'subject/古韩']);
  expect(keys('p0')).toEqual(['unit/P07', 'subject/p0']);
  expect(keys('')).toEqual(['station/guhan', 'station/antifraud', 'unit/P07']);
});

test('who is chosen is not offered again', () => expect(keys('', false, ['station/guhan', 'unit/P07'])).toEqual(['station/antifraud']));

test('a transfer goes to bodies alone', () => expect(keys('', true)).toEqual(['station/antifraud']));

test('a kept line gives the recipients back', () => {
  expect(keysOf('station/guhan\nnonsense\nsubject/a/b').map(recipientOf)).toEqual([{ station: 'guhan' }, { subject: 'a/b' }]);
});

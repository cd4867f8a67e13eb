import { expect, test } from 'vitest';
import { keysOf, offersOf, recipientOf } from './recipient';

const known = {
  stations: [
    { id: 'guhan', name: '古韩派出所' },
    { id: 'antifraud', name: '反诈中心', kind: 'body' },
    { id: 'railway', name: '铁路公安处', kind: 'body', external: true },
    { id: 'old', name: '旧派出所', retired: true },
  ],
  units: [{ id: 'P07', callSign: 'P07' }],
};
const keys = (typed: string, only: Parameters<typeof offersOf>[3] = null, chosen: Parameters<typeof offersOf>[1] = []) =>
  offersOf(typed, chosen, known, only).map(({ key }) => key);

test('names, ids and call signs are found; a retired station gets nothing', () => {
  expect(keys('古韩')).toEqual(['station/guhan', 'subject/古韩']);
  expect(keys('p0')).toEqual(['unit/P07', 'subject/p0']);
  expect(keys('')).toEqual(['station/guhan', 'station/antifraud', 'station/railway', 'unit/P07']);
});

test('who is chosen is not offered again', () => {
  expect(keys('', null, ['station/guhan', 'unit/P07'])).toEqual(['station/antifraud', 'station/railway']);
});

test('a transfer goes to bodies alone', () => expect(keys('', 'bodies')).toEqual(['station/antifraud', 'station/railway']));

test('an incident is handled by who signs in here', () => expect(keys('', 'desks')).toEqual(['station/guhan', 'station/antifraud']));

test('a kept line gives the recipients back', () => {
  expect(keysOf('station/guhan\nnonsense\nsubject/a/b').map(recipientOf)).toEqual([{ station: 'guhan' }, { subject: 'a/b' }]);
});

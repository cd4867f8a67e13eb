import { expect, test } from 'vitest';
import { changesSince, emptyDraft, narrativeOf, placeOf, suggest, wordsOf } from './draft';

test('only what was typed since is sent, each field by itself', () => {
  const saved = { ...emptyDraft, narrative: 'a man', address: 'Main Street' };
  expect(changesSince(saved, saved)).toEqual({});
  expect(changesSince(saved, { ...saved, narrative: 'a man with a knife' })).toEqual({ narrative: 'a man with a knife' });
  expect(changesSince(saved, { ...saved, address: '' })).toEqual({ location: null });
  expect(changesSince(saved, { ...saved, category: 'theft', priority: 1 })).toEqual({});
});

test('half a coordinate moves nothing; a whole one goes with the address', () => {
  const saved = { ...emptyDraft, address: 'Main Street' };
  expect(changesSince(saved, { ...saved, coordinates: '36.53, 11x' })).toEqual({});
  expect(changesSince(saved, { ...saved, coordinates: '36.53' })).toEqual({});
  expect(changesSince(saved, { ...saved, coordinates: '36.53, 113.05' })).toEqual({
    location: { lat: 36.53, lon: 113.05, address: 'Main Street' },
  });
});

test('a place may be words only, a point only, or nothing', () => {
  expect(placeOf({ ...emptyDraft, address: ' x ' })).toEqual({ lat: null, lon: null, address: 'x' });
  expect(placeOf({ ...emptyDraft, coordinates: '1 2' })).toEqual({ lat: 1, lon: 2, address: null });
  expect(placeOf(emptyDraft)).toBeNull();
});

test('duplicates are asked for with address and narrative as soon as there are words, and with no more than the contract takes', () => {
  expect(wordsOf({ ...emptyDraft, address: ' 东湖大门 ', narrative: '持刀伤人\n' })).toBe('东湖大门 持刀伤人');
  expect(wordsOf({ ...emptyDraft, narrative: 'fire' })).toBe('fire');
  expect(wordsOf(emptyDraft)).toBe('');
  expect(wordsOf({ ...emptyDraft, narrative: 'a -' })).toBe('');
  expect(wordsOf({ ...emptyDraft, narrative: 'x'.repeat(4000) })).toHaveLength(400);
  expect(wordsOf({ ...emptyDraft, narrative: `${'x'.repeat(399)}𠮷` })).toBe('x'.repeat(399));
});

test('answers stand below what was said, empty ones do not', () => {
  expect(narrativeOf({ ...emptyDraft, narrative: 'fire', answers: { 'Anybody inside?': 'two', 'Which floor?': ' ' } })).toBe(
    'fire\nAnybody inside? two',
  );
  expect(narrativeOf(emptyDraft)).toBeNull();
  expect(narrativeOf({ ...emptyDraft, narrative: 'x'.repeat(5000) })).toHaveLength(4000);
});

test('what begins so comes before what contains it, and what is used most before the rest', () => {
  const counts = new Map([['Traffic accident', 5], ['Accident at work', 1], ['Theft', 9], ['Accident, fire', 3]]);
  expect(suggest('acc', counts)).toEqual(['Accident, fire', 'Accident at work', 'Traffic accident']);
  expect(suggest('Theft', counts)).toEqual([]);
});

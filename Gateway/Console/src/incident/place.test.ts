import { expect, test } from 'vitest';
import { parseCoordinates } from './place';

test.each([
  ['36.53, 113.05', { lat: 36.53, lon: 113.05 }],
  [' 36.53 113.05 ', { lat: 36.53, lon: 113.05 }],
  ['-36，113', { lat: -36, lon: 113 }],
  ['', null],
  ['36.53', 'bad'],
  ['91, 0', 'bad'],
  ['0, 181', 'bad'],
  ['36.53, x', 'bad'],
  ['1e1, 2', 'bad'],
])('%j', (text, place) => expect(parseCoordinates(text)).toEqual(place));

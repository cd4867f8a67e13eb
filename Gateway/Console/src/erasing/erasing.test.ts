import { expect, test } from 'vitest';
import { pathOf } from './erasing';

test('a thing is named by its kind and id, or by the address of its page', () => {
  expect(pathOf('call/9c41e07b')).toBe('/calls/9c41e07b');
  expect(pathOf(' incident/146f198b ')).toBe('/incidents/146f198b');
  expect(pathOf('https://centre.example/incidents/146f198b')).toBe('/incidents/146f198b');
  expect(pathOf('unit/P01')).toBeNull();
  expect(pathOf('incident/')).toBeNull();
  expect(pathOf('')).toBeNull();
});

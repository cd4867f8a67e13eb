import { describe, expect, test } from 'vitest';
import { findIncident, type NumberedIncidents } from './number';

const known: NumberedIncidents = {
  incidents: [
    { id: 'a', number: '261124-0012' },
    { id: 'b', number: '261124-0112' },
    { id: 'c', number: '261123-0400' },
    { id: 'd', number: '261124-0400' },
    { id: 'e', number: '261123-0077' },
  ],
  shown: 'e',
};

describe('an incident is named by the end of its number', () => {
  test('12 is 0012, though 0112 ends so too', () => expect(findIncident('12', known)).toEqual({ id: 'a' }));
  test('112 is 0112', () => expect(findIncident('112', known)).toEqual({ id: 'b' }));
  test('0012 and the whole number name it too', () => {
    expect(findIncident('0012', known)).toEqual({ id: 'a' });
    expect(findIncident('261123-0400', known)).toEqual({ id: 'c' });
  });
  test('of two days the newer one is meant', () => expect(findIncident('400', known)).toEqual({ id: 'd' }));
  test('a full stop is the one on the screen', () => expect(findIncident('.', known)).toEqual({ id: 'e' }));
  test('what could be two is refused, never guessed', () => {
    const twice = { ...known, incidents: [{ id: 'x', number: '261124-1012' }, { id: 'y', number: '261124-2012' }] };
    expect(findIncident('12', twice)).toBe('manyIncidents');
  });
  test('what is none is none', () => {
    expect(findIncident('999', known)).toBe('noIncident');
    expect(findIncident('P07', known)).toBe('noIncident');
  });
});

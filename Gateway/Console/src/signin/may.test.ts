import { expect, test } from 'vitest';
import { roles } from './claims';
import { may, mayOnUnit } from './may';
import permissions from './permissions.json';

test('the table names only roles that a token can carry', () => {
  expect(Object.values(permissions).flat().filter((role) => !(roles as readonly string[]).includes(role))).toEqual([]);
});

test('one of several roles is enough', () => {
  expect(may({ roles: ['auditor'] }, 'assign')).toBe(false);
  expect(may({ roles: ['auditor', 'dispatcher'] }, 'assign')).toBe(true);
  expect(may({ roles: [] }, 'readUnits')).toBe(false);
});

test('a unit acts on itself alone, a station on its units, a supervisor on every unit', () => {
  const [own, other, none] = [{ id: 'P07', station: 'guhan' }, { id: 'P08', station: 'chengguan' }, { id: 'P09', station: null }];
  const as = (person: Partial<Parameters<typeof mayOnUnit>[0]>) =>
    [own, other, none].map((unit) => mayOnUnit({ roles: [], unitId: null, station: null, ...person }, 'setDuty', unit));
  expect(as({ roles: ['unit'], unitId: 'P07' })).toEqual([true, false, false]);
  expect(as({ roles: ['station'], station: 'guhan' })).toEqual([true, false, false]);
  expect(as({ roles: ['station'] })).toEqual([false, false, false]);
  expect(as({ roles: ['station', 'supervisor'], station: 'guhan' })).toEqual([true, true, true]);
  expect(as({ roles: ['callTaker'] })).toEqual([false, false, false]);
});

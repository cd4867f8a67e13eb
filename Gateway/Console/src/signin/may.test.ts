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

test('a unit acts on itself alone, a supervisor on every unit', () => {
  expect(mayOnUnit({ roles: ['unit'], unitId: 'P07' }, 'setDuty', 'P07')).toBe(true);
  expect(mayOnUnit({ roles: ['unit'], unitId: 'P07' }, 'setDuty', 'P08')).toBe(false);
  expect(mayOnUnit({ roles: ['supervisor'], unitId: null }, 'setDuty', 'P08')).toBe(true);
  expect(mayOnUnit({ roles: ['callTaker'], unitId: null }, 'setDuty', 'P08')).toBe(false);
});

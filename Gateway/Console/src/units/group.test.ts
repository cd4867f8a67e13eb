import { expect, test } from 'vitest';
import type { Unit } from '../api/types';
import { byStation } from './group';

const unit = (id: string, station: string | null, status: Unit['status']) => ({ id, station, status }) as Unit;

test('stations stand in order, those without one last; in each the free ones come first', () => {
  const groups = byStation([
    unit('P10', 'b', 'onScene'),
    unit('P2', 'b', 'available'),
    unit('X', null, 'available'),
    unit('P1', 'b', 'offDuty'),
    unit('P3', 'a', 'assigned'),
    unit('P11', 'b', 'available'),
  ]);
  expect(groups.map(([station, list]) => [station, list.map((u) => u.id)])).toEqual([
    ['a', ['P3']],
    ['b', ['P2', 'P11', 'P10', 'P1']],
    [null, ['X']],
  ]);
});

import { expect, test, vi } from 'vitest';
import type { Board, Unit } from '../api/types';

vi.mock('../api/client', () => ({ api: {}, query: () => '' }));
const { named } = await import('./usePastBoard');

const unit = (id: string, more: object = {}) =>
  ({ id, callSign: '', kind: '', station: null, capabilities: [], home: null, status: 'enRoute', ...more }) as unknown as Unit;
const board = (...units: Unit[]) => ({ epoch: '', position: 0, at: '', incidents: [], units }) as Board;

test('a unit that was registered after the day is called what it is called now, and does what it did then', () => {
  const present = { units: new Map([['P1', unit('P1', { callSign: 'Papa 1', kind: 'patrol', station: 'A', status: 'available' })]]) };
  expect(named(board(unit('P1')), present).units[0]).toMatchObject({ callSign: 'Papa 1', kind: 'patrol', station: 'A', status: 'enRoute' });
  expect(named(board(unit('P9')), present).units[0]!.callSign).toBe('P9');
});

test('what it was called then stands', () => {
  const present = { units: new Map([['P1', unit('P1', { callSign: 'New' })]]) };
  expect(named(board(unit('P1', { callSign: 'Old' })), present).units[0]!.callSign).toBe('Old');
});

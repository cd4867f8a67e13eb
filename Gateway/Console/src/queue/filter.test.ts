import { describe, expect, test } from 'vitest';
import type { BoardIncident } from '../api/types';
import { matches, noFilter } from './filter';

const one = {
  id: '0012',
  number: '261124-0012',
  category: '盗窃',
  summary: null,
  location: { lat: null, lon: null, address: '太行路 12 号' },
  station: 'guhan',
  status: 'received',
  assignments: [{ unitId: 'P07' }],
} as unknown as BoardIncident;

describe('the filter', () => {
  const nobody = { station: null, unitId: null, opened: new Set<string>() };
  test('finds each word anywhere: number, category, address, unit', () => {
    for (const text of ['0012', '盗窃', '太行', 'p07', '太行 p07']) expect(matches(one, { ...noFilter, text }, nobody)).toBe(true);
    expect(matches(one, { ...noFilter, text: '太行 P08' }, nobody)).toBe(false);
  });
  test('joins text, status and station', () => {
    expect(matches(one, { ...noFilter, status: 'received', station: 'guhan' }, nobody)).toBe(true);
    expect(matches(one, { ...noFilter, status: 'onScene' }, nobody)).toBe(false);
  });
  test('mine is what my station has, what my unit is on, or what I have had open', () => {
    expect(matches(one, { ...noFilter, mine: true }, nobody)).toBe(false);
    expect(matches(one, { ...noFilter, mine: true }, { ...nobody, station: 'guhan' })).toBe(true);
    expect(matches(one, { ...noFilter, mine: true }, { ...nobody, unitId: 'P07' })).toBe(true);
    expect(matches(one, { ...noFilter, mine: true }, { ...nobody, opened: new Set(['0012']) })).toBe(true);
  });
});

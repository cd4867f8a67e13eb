import { expect, test } from 'vitest';
import type { BoardIncident, Unit, UnitPosition } from '../api/types';
import { inHeldOrder, near, nearMax } from './near';

const box = { south: 0, west: 0, north: 1, east: 1 };
const query = { box, centre: { lat: 0.5, lon: 0.5 }, text: '', incidents: true, units: true };
const incident = (id: string, lat: number | null, more: object = {}) =>
  ({
    id,
    number: `260101-${id}`,
    category: 'Fire',
    location: { lat, lon: lat, address: 'Main St' },
    clocks: [],
    ...more,
  }) as unknown as BoardIncident;
const unit = (id: string, home: number | null) =>
  ({ id, callSign: id, kind: 'patrol', station: 'A', home: home === null ? null : { lat: home, lon: home } }) as unknown as Unit;
const picture = (incidents: BoardIncident[], units: Unit[], positions: UnitPosition[] = []) => ({
  incidents,
  units,
  positions: new Map(positions.map((p) => [p.unitId, p])),
});
const ids = (result: ReturnType<typeof near>) => result.items.map((i) => i.id);

test('what lies in the box stands nearest first, incidents and units together', () => {
  expect(
    ids(near(picture([incident('a', 0.9), incident('b', 5), incident('c', null)], [unit('u', 0.6), unit('v', null)]), query, 0)),
  ).toEqual(['u', 'a']);
});

test('a unit is where it was last heard, not at home', () => {
  const at = { unitId: 'u', lat: 5, lon: 5, at: '', speed: null, heading: null, stale: false };
  expect(ids(near(picture([], [unit('u', 0.6)], [at]), query, 0))).toEqual([]);
});

test('a search finds what lies outside too; every word must be there', () => {
  const all = picture([incident('a', 0.9), incident('b', 5)], [unit('u', 0.6)]);
  expect(ids(near(all, { ...query, text: 'fire -b' }, 0))).toEqual(['b']);
  expect(ids(near(all, { ...query, text: 'PATROL' }, 0))).toEqual(['u']);
});

test('kinds can be left out, and no list is longer than somebody reads', () => {
  const many = Array.from({ length: nearMax + 5 }, (_, i) => unit(`u${i}`, 0.5));
  const result = near(picture([incident('a', 0.5)], many), { ...query, incidents: false }, 0);
  expect(result.items).toHaveLength(nearMax);
  expect(result.total).toBe(nearMax + 5);
});

test('a list that somebody points at keeps its order, whatever moves', () => {
  const before = near(picture([], [unit('u', 0.5), unit('v', 0.6), unit('w', 0.7)]), query, 0).items;
  const now = near(picture([], [unit('v', 0.5), unit('u', 0.9), unit('x', 0.51)]), query, 0).items;
  expect(now.map((i) => i.id)).toEqual(['v', 'x', 'u']);
  expect(inHeldOrder(before, now).map((i) => i.id)).toEqual(['u', 'v', 'x']);
});

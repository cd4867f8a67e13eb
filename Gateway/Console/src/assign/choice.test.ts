import { expect, test } from 'vitest';
import type { PlanNeed, Recommendation, ResponsePlan, Unit } from '../api/types';
import { freeByStation, groupsOf, notShown, proposedOf } from './choice';

const unit = (id: string, station: string | null, more: Partial<Unit> = {}) =>
  ({ id, station, status: 'available', kind: 'patrol', panicIncidentId: null, ...more }) as Unit;
const offer = (unitId: string, etaSeconds: number | null = 60): Recommendation => ({
  unitId,
  etaSeconds,
  distanceMeters: etaSeconds,
  reasons: [],
});
const plan = (...units: string[]) =>
  ({ runCardId: 'fire', alarm: 1, needs: [{ units: units.map((u) => offer(u)) } as PlanNeed], passedOver: [] }) as ResponsePlan;

test('what is not shown is every free unit that stands in no list', () => {
  const units = [
    unit('P1', 'a'),
    unit('P2', 'a'),
    unit('P3', 'b'),
    unit('P4', 'b', { status: 'enRoute' }),
    unit('Q', null, { kind: 'probe' }),
    unit('P5', 'b', { panicIncidentId: 'i' }),
  ];
  expect(notShown(units, [offer('P1')])).toBe(2);
  expect(notShown(units, [offer('P1'), offer('P2'), offer('P3')])).toBe(0);
});

test('without place and station the free units stand by the names of their stations, then as people count, without a station last', () => {
  const units = [unit('P10', 'x'), unit('P2', 'x'), unit('Z', null), unit('P3', 'y'), unit('P1', 'x', { status: 'onScene' })];
  const names: Record<string, string> = { x: 'West', y: 'East' };
  const found = freeByStation(units, (s) => names[s]!, 10);
  expect(found.map((u) => u.unitId)).toEqual(['P3', 'P2', 'P10', 'Z']);
  expect(found[0]!.etaSeconds).toBeNull();
  expect(freeByStation(units, (s) => names[s]!, 2)).toHaveLength(2);
});

test('units are grouped by station in the order in which they stand', () => {
  const of: Record<string, string | null> = { a: 'x', b: 'x', c: null };
  expect(groupsOf([offer('a'), offer('b'), offer('c')], (u) => of[u]!).map((g) => [g.station, g.first, g.units.length])).toEqual([
    ['x', 0, 2],
    [null, 2, 1],
  ]);
});

test('nobody is ticked where the place is not known, whatever the plan says', () => {
  expect(proposedOf({ plan: plan('P1'), best: [offer('P1', null)], unknownPlace: true }, false)).toEqual([]);
  expect(proposedOf({ plan: null, best: [offer('P1', null)], unknownPlace: true }, false)).toEqual([]);
});

test('else the units of the run card are, or the best one while nobody is on the incident', () => {
  expect(proposedOf(null, false)).toEqual([]);
  expect(proposedOf({ plan: plan('P2', 'P3'), best: [offer('P1')], unknownPlace: false }, true)).toEqual(['P2', 'P3']);
  expect(proposedOf({ plan: null, best: [offer('P1'), offer('P2')], unknownPlace: false }, false)).toEqual(['P1']);
  expect(proposedOf({ plan: null, best: [offer('P1')], unknownPlace: false }, true)).toEqual([]);
});

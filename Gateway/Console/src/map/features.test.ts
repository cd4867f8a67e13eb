import type { Feature } from 'geojson';
import { expect, test } from 'vitest';
import type { BoardIncident, Unit, UnitPosition } from '../api/types';
import { FeatureDiffer } from './diff';
import { accuracyCircle, incidentPoint, kindOf, unitPoint as pointOf, wayLine, type Project } from './features';
import { distanceMeters } from './geo';

const plain: Project = (lat, lon) => [lon, lat];
const now = Date.parse('2026-01-01T00:10:00Z');
const incident = (more: object = {}) =>
  ({
    id: 'a',
    number: '260101-0012',
    priority: 2,
    location: { lat: 36, lon: 113, address: null },
    clocks: [],
    ...more,
  }) as unknown as BoardIncident;
const unit = (more: object = {}) =>
  ({ id: 'P1', callSign: 'Papa 1', kind: 'patrol', status: 'available', home: { lat: 1, lon: 2 }, ...more }) as unknown as Unit;
const position = (more: object = {}) =>
  ({ unitId: 'P1', lat: 36, lon: 113, at: '', speed: 3, heading: 90, stale: false, ...more }) as UnitPosition;

const unitPoint = (u: Unit, p: UnitPosition | undefined, project: Project) =>
  pointOf(u, p, project, now, (seconds) => `${seconds / 60} min`);

test('an incident is drawn by priority, and otherwise once it is late', () => {
  const clock = { state: 'running', silent: false, dueAt: '2026-01-01T00:09:00Z', warnAt: null };
  expect(incidentPoint(incident(), now, plain)!.properties).toMatchObject({ icon: 'i2', label: '0012', late: false });
  const late = incidentPoint(incident({ clocks: [clock] }), now, plain)!.properties;
  expect(late).toMatchObject({ icon: 'i2!', late: true });
});

test('what has no coordinates is not on the map', () => {
  expect(incidentPoint(incident({ location: { lat: null, lon: null, address: 'somewhere' } }), now, plain)).toBeNull();
  expect(incidentPoint(incident({ location: null }), now, plain)).toBeNull();
});

test('a unit that was never heard of stands at home, as stale; a stale one shows no heading', () => {
  expect(unitPoint(unit(), undefined, plain)).toMatchObject({
    geometry: { coordinates: [2, 1] },
    properties: { stale: true, icon: 'u-car-available~' },
  });
  expect(unitPoint(unit(), position(), plain)!.properties).toMatchObject({ icon: 'u-car-available', heading: 90 });
  expect('heading' in unitPoint(unit(), position({ stale: true }), plain)!.properties).toBe(false);
});

test('an old position says how old it is, in whole minutes', () => {
  expect(unitPoint(unit(), position({ stale: true, at: '2026-01-01T00:00:30Z' }), plain)!.properties.label).toBe('Papa 1 · 9 min');
  expect(unitPoint(unit(), position({ stale: true, at: '2026-01-01T00:09:30Z' }), plain)!.properties.label).toBe('Papa 1 · 1 min');
  expect(unitPoint(unit(), position({ at: '2026-01-01T00:09:30Z' }), plain)!.properties.label).toBe('Papa 1');
});

test('a circle says within which a unit is, unless that is known well enough or not at all', () => {
  const middle = { lat: 60, lon: 10 };
  const ring = accuracyCircle('P1', middle, 500, plain)!.geometry.coordinates[0]!;
  expect(ring[0]).toEqual(ring.at(-1));
  for (const [lon, lat] of ring) expect(distanceMeters(middle, { lat: lat!, lon: lon! })).toBeCloseTo(500, -1);
  for (const accuracy of [24, 0, null, undefined]) expect(accuracyCircle('P1', middle, accuracy, plain)).toBeNull();
});

test('kinds are guessed in both languages', () => {
  expect(['patrol', 'Motorcycle', '步巡', 'MEDIC', '消防车', '救护车'].map(kindOf)).toEqual(['car', 'moto', 'foot', 'medic', 'fire', 'medic']);
});

test('the way goes from the unit to the incident, as the base map is drawn', () => {
  const shifted: Project = (lat, lon) => [lon + 1, lat + 1];
  expect(wayLine(unit(), { lat: 1, lon: 2 }, incident(), true, shifted)!.geometry.coordinates).toEqual([[3, 2], [114, 37]]);
});

const dot = (id: string, lon: number, icon = 'x', more: object = {}): Feature => ({
  type: 'Feature',
  id,
  geometry: { type: 'Point', coordinates: [lon, 0] },
  properties: { id, icon, ...more },
});

test('only what changed is said, and the least of it', () => {
  const differ = new FeatureDiffer();
  expect(differ.next([dot('a', 1), dot('b', 1), dot('c', 1, 'x', { heading: 5 })])!.add).toHaveLength(3);
  expect(differ.next([dot('a', 1), dot('b', 1), dot('c', 1, 'x', { heading: 5 })])).toBeNull();
  const diff = differ.next([dot('a', 2), dot('c', 1, 'y'), dot('d', 4)])!;
  expect(diff.remove).toEqual(['b']);
  expect(diff.add.map((f) => f.id)).toEqual(['d']);
  expect(diff.update).toEqual([
    { id: 'a', newGeometry: { type: 'Point', coordinates: [2, 0] } },
    { id: 'c', addOrUpdateProperties: [{ key: 'icon', value: 'y' }], removeProperties: ['heading'] },
  ]);
});

test('after the source was emptied everything is new', () => {
  const differ = new FeatureDiffer();
  differ.next([dot('a', 1)]);
  differ.forget();
  expect(differ.next([dot('a', 1)])!.add).toHaveLength(1);
});

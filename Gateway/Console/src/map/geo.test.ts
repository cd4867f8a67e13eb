import { expect, test } from 'vitest';
import { boxAround, distanceMeters, graticule, isIn } from './geo';

test('a degree of latitude is 111.2 km, of longitude in 60 degrees north half of it', () => {
  expect(distanceMeters({ lat: 0, lon: 0 }, { lat: 1, lon: 0 })).toBeCloseTo(111_195, -1);
  expect(distanceMeters({ lat: 60, lon: 0 }, { lat: 60, lon: 1 })).toBeCloseTo(55_597, -2);
  expect(distanceMeters({ lat: 0, lon: 179.5 }, { lat: 0, lon: -179.5 })).toBeCloseTo(111_195, -1);
});

test('the box around places holds them all and nothing more; of no places there is none', () => {
  const box = boxAround([{ lat: 1, lon: 5 }, { lat: 3, lon: -2 }])!;
  expect(box).toEqual({ south: 1, north: 3, west: -2, east: 5 });
  expect(isIn(box, { lat: 3, lon: 5 })).toBe(true);
  expect(isIn(box, { lat: 3.1, lon: 5 })).toBe(false);
  expect(boxAround([])).toBeNull();
});

test('a graticule has round degrees and a handful of lines, near and far', () => {
  expect(graticule({ south: 36.4, north: 36.6, west: 112.9, east: 113.2 })).toEqual({
    lats: [36.4, 36.45, 36.5, 36.55, 36.6],
    lons: [112.9, 112.95, 113, 113.05, 113.1, 113.15, 113.2],
    step: 0.05,
  });
  const world = graticule({ south: -90, north: 90, west: -180, east: 180 });
  expect(world.lats.length).toBeLessThan(8);
  expect(Math.max(...world.lats)).toBeLessThanOrEqual(85);
});

import { expect, test } from 'vitest';
import { gcj02ToWgs84, wgs84ToGcj02 } from './gcj02';
import { distanceMeters } from './geo';

test('Tiananmen is shown where maps in GCJ-02 have it', () => {
  const shown = wgs84ToGcj02({ lat: 39.907333, lon: 116.391083 });
  expect(shown.lat).toBeCloseTo(39.908737, 4);
  expect(shown.lon).toBeCloseTo(116.397326, 4);
});

test('in the county the shift is some hundred metres', () => {
  const here = { lat: 36.53, lon: 113.05 };
  const meters = distanceMeters(here, wgs84ToGcj02(here));
  expect(meters).toBeGreaterThan(300);
  expect(meters).toBeLessThan(800);
});

test('there and back is the same place to a millimetre, all over China', () => {
  for (let lat = 5; lat <= 55; lat += 3.7)
    for (let lon = 75; lon <= 135; lon += 4.3) {
      const here = { lat, lon };
      expect(distanceMeters(here, gcj02ToWgs84(wgs84ToGcj02(here)))).toBeLessThan(0.001);
    }
});

test('outside of China nothing is shifted', () => {
  const sanFrancisco = { lat: 37.7749, lon: -122.4194 };
  expect(wgs84ToGcj02(sanFrancisco)).toEqual(sanFrancisco);
  expect(gcj02ToWgs84(sanFrancisco)).toEqual(sanFrancisco);
});

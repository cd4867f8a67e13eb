import type { Place } from './geo';

// GCJ-02, the datum that maps published in mainland China are drawn in: WGS 84 shifted by 300 to 700 m, by a formula that was never
// published and is known from the reference implementation that leaked (Krasovsky 1940 ellipsoid and these sums of sines).
const semiMajorMeters = 6_378_245;
const eccentricitySquared = 0.006_693_421_622_965_943;
const pi = Math.PI;

// Outside of this box the two are the same.
const china = { south: 0.8293, north: 55.8271, west: 72.004, east: 137.8347 };

// Each step of the way back leaves a thousandth of the error: three are far below a millimetre.
const stepsBack = 3;

/** From WGS 84 to the GCJ-02 coordinates of a base map, in degrees. */
export function wgs84ToGcj02({ lat, lon }: Place): Place {
  if (lat < china.south || lat > china.north || lon < china.west || lon > china.east) return { lat, lon };
  const shift = shiftAt(lat, lon);
  return { lat: lat + shift.lat, lon: lon + shift.lon };
}

/** From the GCJ-02 coordinates of a base map to WGS 84, in degrees. There is no closed formula: the shift is removed step by step. */
export function gcj02ToWgs84(shown: Place): Place {
  let guess = shown;
  for (let step = 0; step < stepsBack; step++) {
    const there = wgs84ToGcj02(guess);
    guess = { lat: guess.lat + shown.lat - there.lat, lon: guess.lon + shown.lon - there.lon };
  }
  return guess;
}

function shiftAt(lat: number, lon: number): Place {
  const [x, y] = [lon - 105, lat - 35];
  const radians = (lat / 180) * pi;
  const magic = 1 - eccentricitySquared * Math.sin(radians) ** 2;
  return {
    lat: (northMeters(x, y) * 180) / (((semiMajorMeters * (1 - eccentricitySquared)) / (magic * Math.sqrt(magic))) * pi),
    lon: (eastMeters(x, y) * 180) / ((semiMajorMeters / Math.sqrt(magic)) * Math.cos(radians) * pi),
  };
}

const waves = (x: number) => ((20 * Math.sin(6 * x * pi) + 20 * Math.sin(2 * x * pi)) * 2) / 3;

function northMeters(x: number, y: number): number {
  return (
    -100 + 2 * x + 3 * y + 0.2 * y * y + 0.1 * x * y + 0.2 * Math.sqrt(Math.abs(x)) + waves(x) +
    ((20 * Math.sin(y * pi) + 40 * Math.sin((y / 3) * pi)) * 2) / 3 +
    ((160 * Math.sin((y / 12) * pi) + 320 * Math.sin((y * pi) / 30)) * 2) / 3
  );
}

function eastMeters(x: number, y: number): number {
  return (
    300 + x + 2 * y + 0.1 * x * x + 0.1 * x * y + 0.1 * Math.sqrt(Math.abs(x)) + waves(x) +
    ((20 * Math.sin(x * pi) + 40 * Math.sin((x / 3) * pi)) * 2) / 3 +
    ((150 * Math.sin((x / 12) * pi) + 300 * Math.sin((x / 30) * pi)) * 2) / 3
  );
}

import type { Box } from '../live/area';

/** A place in WGS 84 degrees. */
export interface Place {
  lat: number;
  lon: number;
}

const earthMeters = 6_371_008.8;
const radians = (degrees: number) => (degrees / 180) * Math.PI;

/** The great-circle distance in metres. */
export function distanceMeters(a: Place, b: Place): number {
  const [dLat, dLon] = [radians(b.lat - a.lat) / 2, radians(b.lon - a.lon) / 2];
  const h = Math.sin(dLat) ** 2 + Math.cos(radians(a.lat)) * Math.cos(radians(b.lat)) * Math.sin(dLon) ** 2;
  return 2 * earthMeters * Math.asin(Math.sqrt(Math.min(1, h)));
}

const circlePoints = 48;

/** A circle on the ground round a place, closed. */
export function circleAround({ lat, lon }: Place, meters: number): Place[] {
  const degrees = (meters / earthMeters) * (180 / Math.PI);
  const east = degrees / Math.max(0.01, Math.cos(radians(lat)));
  return Array.from({ length: circlePoints + 1 }, (_, i) => {
    const turn = (2 * Math.PI * (i % circlePoints)) / circlePoints;
    return { lat: lat + degrees * Math.cos(turn), lon: lon + east * Math.sin(turn) };
  });
}

export function isIn(box: Box, { lat, lon }: Place): boolean {
  return lat >= box.south && lat <= box.north && lon >= box.west && lon <= box.east;
}

/** The smallest box that holds all places; null: there are none. */
export function boxAround(places: Iterable<Place>): Box | null {
  let box: Box | null = null;
  for (const { lat, lon } of places)
    if (box === null) box = { south: lat, north: lat, west: lon, east: lon };
    else {
      if (lat < box.south) box.south = lat;
      if (lat > box.north) box.north = lat;
      if (lon < box.west) box.west = lon;
      if (lon > box.east) box.east = lon;
    }
  return box;
}

// From a city's blocks to the whole world; each a multiple of the one before.
const graticuleSteps = [0.001, 0.002, 0.005, 0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1, 2, 5, 10, 30];
const linesAbout = 6;

/** The lines of latitude and longitude through a box, about six each way, in degrees: orientation without a base map. */
export function graticule(box: Box): { lats: number[]; lons: number[]; step: number } {
  const span = Math.min(box.north - box.south, box.east - box.west);
  const step = graticuleSteps.find((s) => span / s <= linesAbout) ?? graticuleSteps.at(-1)!;
  const between = (from: number, to: number) => {
    const lines: number[] = [];
    for (let n = Math.ceil(from / step); n * step <= to; n++) lines.push(Number((n * step).toFixed(3)));
    return lines;
  };
  return { lats: between(Math.max(-85, box.south), Math.min(85, box.north)), lons: between(box.west, box.east), step };
}

/** A place as people read it out: 36.53000, 113.05000 (five digits are a metre). */
export function spoken({ lat, lon }: Place): string {
  return `${lat.toFixed(5)}, ${lon.toFixed(5)}`;
}

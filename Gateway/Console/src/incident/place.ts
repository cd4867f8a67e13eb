import type { Location } from '../api/types';

/** Reads "36.53, 113.05", also with blanks or a full-width comma; null: empty; bad: no place on earth. */
export function parseCoordinates(text: string): { lat: number; lon: number } | null | 'bad' {
  const trimmed = text.trim();
  if (trimmed === '') return null;
  const parts = trimmed.split(/[\s,，;；]+/);
  if (parts.length !== 2 || !parts.every((p) => /^[+-]?\d+(\.\d+)?$/.test(p))) return 'bad';
  const [lat, lon] = parts.map(Number) as [number, number];
  return Math.abs(lat) <= 90 && Math.abs(lon) <= 180 ? { lat, lon } : 'bad';
}

/** A place as it is edited, with how good the known one is where the coordinates are the same. */
export function withDetail(place: Location | null, known: Location | null): Location | null {
  if (!place || !known || place.lat === null || place.lat !== known.lat || place.lon !== known.lon) return place;
  const { accuracy = null, confidence = null, method = null, at = null } = known;
  return { ...place, accuracy, confidence, method, at };
}

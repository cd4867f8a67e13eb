import type { Map as MapLibreMap } from 'maplibre-gl';
import { pickable } from './layers';

/** An incident or a unit that somebody points at. */
export type Pick = { kind: 'incident' | 'unit'; id: string };

// Fingers and mice are not exact.
const reachPixels = 14;

/** The nearest of the drawn things within reach of a point, in pixels of the container; null: there is none. */
export function pickAt(
  map: MapLibreMap,
  { x, y }: { x: number; y: number },
  kinds: readonly (keyof typeof pickable)[] = ['incidents', 'units'],
): Pick | null {
  const box: [[number, number], [number, number]] = [
    [x - reachPixels, y - reachPixels],
    [x + reachPixels, y + reachPixels],
  ];
  let [found, nearest]: [Pick | null, number] = [null, Infinity];
  for (const feature of map.queryRenderedFeatures(box, { layers: kinds.flatMap((kind) => [...pickable[kind]]) })) {
    if (feature.geometry.type !== 'Point') continue;
    const at = map.project(feature.geometry.coordinates as [number, number]);
    const distance = (at.x - x) ** 2 + (at.y - y) ** 2;
    if (distance >= nearest) continue;
    found = { kind: feature.layer.id === 'units' ? 'unit' : 'incident', id: String(feature.properties['id']) };
    nearest = distance;
  }
  return found;
}

/** Marks an incident or a unit with a ring; null: nothing. */
export function markChosen(map: MapLibreMap, pick: Pick | null): void {
  markIncident(map, pick?.kind === 'incident' ? pick.id : null);
  map.setFilter('chosen-unit', ['==', ['get', 'id'], pick?.kind === 'unit' ? pick.id : '']);
}

export function markIncident(map: MapLibreMap, id: string | null): void {
  map.setFilter('chosen', ['==', ['get', 'id'], id ?? '']);
}

import type { Map as MapLibreMap, MapMouseEvent } from 'maplibre-gl';
import type { Project } from './features';
import type { Place } from './geo';
import type { MapSources } from './mapSources';
import { markIncident, pickAt, type Pick } from './picking';

export interface UnitDragging {
  map: MapLibreMap;
  sources: MapSources;
  project: Project;
  /** Nothing can be dragged before the style is there. */
  isReady(): boolean;
  placeOfUnit(id: string): Place | null;
  /** Marks again what was chosen before the drag. */
  restoreMark(): void;
  onDrop(unitId: string, incidentId: string): void;
}

/** Lets a unit be dragged onto an incident: a line follows the mouse, and the incident below it is marked. Escape drops it nowhere. */
export function enableUnitDragging({ map, sources, project, isReady, placeOfUnit, restoreMark, onDrop }: UnitDragging): void {
  const at = (e: MapMouseEvent, kinds?: ['incidents']) => (isReady() ? pickAt(map, e.point, kinds) : null);
  map.on('mousemove', (e) => (map.getCanvas().style.cursor = at(e) ? 'pointer' : ''));
  map.on('mousedown', (down) => {
    const unit = down.originalEvent.button === 0 ? at(down) : null;
    const from = unit?.kind === 'unit' ? placeOfUnit(unit.id) : null;
    if (!unit || !from) return;
    down.preventDefault();
    let target: Pick | null = null;
    const move = (e: MapMouseEvent) => {
      target = at(e, ['incidents']);
      markIncident(map, target?.id ?? null);
      map.getCanvas().style.cursor = 'grabbing';
      const coordinates = [project(from.lat, from.lon), [e.lngLat.lng, e.lngLat.lat]];
      sources.set('hand', [{ type: 'Feature', id: 'hand', properties: { id: 'hand' }, geometry: { type: 'LineString', coordinates } }]);
    };
    const end = () => {
      map.off('mousemove', move);
      removeEventListener('mouseup', end);
      removeEventListener('keydown', leave);
      sources.set('hand', []);
      restoreMark();
      if (target) onDrop(unit.id, target.id);
    };
    const leave = (e: KeyboardEvent) => {
      if (e.key !== 'Escape') return;
      target = null;
      end();
    };
    map.on('mousemove', move);
    addEventListener('mouseup', end);
    addEventListener('keydown', leave);
  });
}

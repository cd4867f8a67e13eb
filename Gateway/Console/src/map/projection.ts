import type { Settings } from '../api/types';
import type { Project } from './features';
import { gcj02ToWgs84, wgs84ToGcj02 } from './gcj02';
import type { Place } from './geo';

/** Between WGS 84, in which the whole system speaks, and the coordinates in which the base map is drawn. */
export interface Projection {
  project: Project;
  unproject: (lon: number, lat: number) => Place;
}

/** Chinese base maps are shifted (GCJ 02); the plain ground without a base map never is. */
export function projectionOf(settings: Settings['map']): Projection {
  const isShifted = settings.datum === 'gcj02' && Boolean(settings.tileUrl ?? settings.styleUrl);
  if (!isShifted) return { project: (lat, lon) => [lon, lat], unproject: (lon, lat) => ({ lat, lon }) };
  return {
    project: (lat, lon) => {
      const there = wgs84ToGcj02({ lat, lon });
      return [there.lon, there.lat];
    },
    unproject: (lon, lat) => gcj02ToWgs84({ lat, lon }),
  };
}

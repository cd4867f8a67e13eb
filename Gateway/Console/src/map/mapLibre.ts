import { Map as MapLibreMap, NavigationControl, ScaleControl, setWorkerCount, setWorkerUrl } from 'maplibre-gl';
import workerUrl from 'maplibre-gl/dist/maplibre-gl-worker.mjs?worker&url';
import 'maplibre-gl/dist/maplibre-gl.css';
import type { Settings } from '../api/types';

setWorkerUrl(workerUrl);
// One is enough for what is drawn here; each costs memory for a whole shift.
setWorkerCount(1);

export interface MapLibreOptions {
  container: HTMLElement;
  settings: Settings['map'];
  /** What MapLibre says, in the reader's language. */
  locale: Record<string, string>;
  interactive: boolean;
  /** In the coordinates of the base map, longitude first. */
  centre: [lon: number, lat: number];
  zoom: number;
}

/** A MapLibre map without a style yet, as a dispatch room wants it: flat, north up, nothing that fades. */
export function createMapLibre({ container, settings, locale, interactive, centre, zoom }: MapLibreOptions): MapLibreMap {
  const map = new MapLibreMap({
    container,
    style: { version: 8, sources: {}, layers: [] },
    center: centre,
    zoom,
    interactive,
    locale,
    attributionControl: settings.attribution || settings.styleUrl ? { compact: true } : false,
    // North stays up: somebody who reads a direction aloud must not have to think.
    dragRotate: false,
    pitchWithRotate: false,
    touchPitch: false,
    maxPitch: 0,
    fadeDuration: 0,
    // Tiles of a second ago are of no use.
    maxTileCacheSize: 0,
    renderWorldCopies: false,
    validateStyle: false,
  });
  map.touchZoomRotate.disableRotation();
  map.keyboard.disableRotation();
  if (interactive) {
    map.addControl(new NavigationControl({ showCompass: false }), 'top-right');
    map.addControl(new ScaleControl({ maxWidth: 120 }), 'bottom-right');
  }
  return map;
}

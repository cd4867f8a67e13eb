import type { AddLayerObject, GeoJSONSourceSpecification, SymbolLayerSpecification } from 'maplibre-gl';
import { token } from './tokens';

/** The names of the map's sources, lowest first. */
export const sources = [
  'graticule', 'areas', 'places', 'accuracy', 'stations', 'ways', 'track', 'trackPoints', 'incidents', 'units', 'hand',
] as const;
export type SourceName = (typeof sources)[number];

// Moving things are cut into tiles each second. Up to this zoom a city is a few tiles, and places are exact to 5 m.
const tilesToZoom = 10;

export const sourceOptions: GeoJSONSourceSpecification = {
  type: 'geojson',
  data: { type: 'FeatureCollection', features: [] },
  promoteId: 'id',
  maxzoom: tilesToZoom,
};

// Below this zoom the names of a thousand things would cover the map.
const labelsFromZoom = 12;

/** The layers whose symbols can be pointed at. */
export const pickable = { incidents: ['incidents', 'incidents-first', 'incidents-late'], units: ['units'] } as const;

// No sort key and no order by place: with either, MapLibre draws symbols that may overlap one by one, with two thousand draw calls instead
// of one. Whatever must lie on top has a layer of its own.
const symbols: NonNullable<SymbolLayerSpecification['layout']> = {
  'icon-image': ['get', 'icon'], 'icon-allow-overlap': true, 'icon-ignore-placement': true, 'symbol-z-order': 'source',
  'icon-size': ['interpolate', ['linear'], ['zoom'], 9, 0.6, 12, 0.9, 15, 1.1],
};

/** All layers, lowest first, in the colours of the theme. */
export function layers(): AddLayerObject[] {
  const font = [token('--font').replaceAll(/['"]/g, '')];
  const halo = { 'text-halo-color': token('--ground'), 'text-halo-width': 1.4 } as const;
  return [
    { id: 'graticule', type: 'line', source: 'graticule', paint: { 'line-color': token('--line'), 'line-width': 1 } },
    { id: 'areas-fill', type: 'fill', source: 'areas', paint: { 'fill-color': token('--accent'), 'fill-opacity': 0.05 } },
    {
      id: 'areas',
      type: 'line',
      source: 'areas',
      paint: { 'line-color': token('--accent'), 'line-opacity': 0.45, 'line-width': 1.2, 'line-dasharray': [4, 3] },
    },
    { id: 'places-fill', type: 'fill', source: 'places', paint: { 'fill-color': token('--bad'), 'fill-opacity': 0.07 } },
    {
      id: 'places',
      type: 'line',
      source: 'places',
      paint: { 'line-color': token('--bad'), 'line-opacity': 0.6, 'line-width': 1, 'line-dasharray': [3, 2] },
    },
    { id: 'accuracy-fill', type: 'fill', source: 'accuracy', paint: { 'fill-color': token('--accent'), 'fill-opacity': 0.08 } },
    {
      id: 'accuracy',
      type: 'line',
      source: 'accuracy',
      paint: { 'line-color': token('--accent'), 'line-opacity': 0.55, 'line-width': 1 },
    },
    {
      id: 'stations', type: 'symbol', source: 'stations',
      layout: {
        'icon-image': 'station',
        'icon-allow-overlap': true,
        'text-field': ['get', 'label'],
        'text-font': font,
        'text-size': 11.5,
        'text-anchor': 'top',
        'text-offset': [0, 0.9],
        'text-optional': true,
      },
      paint: { 'text-color': token('--text-2'), ...halo },
    },
    {
      id: 'ways',
      type: 'line',
      source: 'ways',
      filter: ['!', ['get', 'strong']],
      paint: { 'line-color': token('--teal'), 'line-opacity': 0.5, 'line-width': 1.2 },
    },
    {
      id: 'ways-strong',
      type: 'line',
      source: 'ways',
      filter: ['get', 'strong'],
      paint: { 'line-color': token('--teal'), 'line-width': 2.6 },
    },
    {
      id: 'track-edge',
      type: 'line',
      source: 'track',
      layout: { 'line-cap': 'round', 'line-join': 'round' },
      paint: { 'line-color': token('--ground'), 'line-width': 6 },
    },
    {
      id: 'track',
      type: 'line',
      source: 'track',
      layout: { 'line-cap': 'round', 'line-join': 'round' },
      paint: { 'line-color': token('--accent'), 'line-width': 3 },
    },
    {
      id: 'trackPoints', type: 'symbol', source: 'trackPoints',
      layout: { 'text-field': ['get', 'label'], 'text-font': font, 'text-size': 11, 'text-anchor': 'left', 'text-offset': [0.7, 0] },
      paint: { 'text-color': token('--accent'), ...halo },
    },
    {
      id: 'chosen', type: 'circle', source: 'incidents', filter: ['==', ['get', 'id'], ''],
      paint: {
        'circle-radius': 24,
        'circle-color': token('--focus'),
        'circle-opacity': 0.22,
        'circle-stroke-color': token('--focus'),
        'circle-stroke-width': 2.5,
      },
    },
    {
      id: 'chosen-unit', type: 'circle', source: 'units', filter: ['==', ['get', 'id'], ''],
      paint: {
        'circle-radius': 19,
        'circle-color': token('--focus'),
        'circle-opacity': 0.22,
        'circle-stroke-color': token('--focus'),
        'circle-stroke-width': 2.5,
      },
    },
    {
      id: 'heading', type: 'symbol', source: 'units', filter: ['has', 'heading'], minzoom: labelsFromZoom,
      layout: {
        'icon-image': 'heading',
        'icon-offset': [0, -17],
        'icon-rotate': ['get', 'heading'],
        'icon-rotation-alignment': 'map',
        'icon-allow-overlap': true,
        'icon-ignore-placement': true,
        'symbol-z-order': 'source',
      },
    },
    { id: 'units', type: 'symbol', source: 'units', layout: symbols },
    // Urgent and late incidents lie on top.
    {
      id: 'incidents',
      type: 'symbol',
      source: 'incidents',
      filter: ['all', ['!', ['get', 'late']], ['!=', ['get', 'icon'], 'i1']],
      layout: symbols,
    },
    { id: 'incidents-first', type: 'symbol', source: 'incidents', filter: ['==', ['get', 'icon'], 'i1'], layout: symbols },
    { id: 'incidents-late', type: 'symbol', source: 'incidents', filter: ['get', 'late'], layout: symbols },
    {
      id: 'unit-names', type: 'symbol', source: 'units', minzoom: labelsFromZoom,
      layout: { 'text-field': ['get', 'label'], 'text-font': font, 'text-size': 10.5, 'text-anchor': 'top', 'text-offset': [0, 1.0] },
      paint: { 'text-color': token('--text'), ...halo },
    },
    {
      id: 'incident-names', type: 'symbol', source: 'incidents', minzoom: labelsFromZoom,
      layout: { 'text-field': ['get', 'label'], 'text-font': font, 'text-size': 12, 'text-anchor': 'bottom', 'text-offset': [0, -1.3] },
      paint: { 'text-color': token('--text'), ...halo },
    },
    { id: 'hand', type: 'line', source: 'hand', paint: { 'line-color': token('--focus'), 'line-width': 3, 'line-dasharray': [1.5, 1.5] } },
  ];
}

import type { LayerSpecification, StyleSpecification } from 'maplibre-gl';
import type { Settings } from '../api/types';
import { token } from './tokens';

const raster = 'base';

/**
 * The base map: the style or the tiles that the centre has configured; without them a plain ground, on which stations, their
 * areas and a graticule say where one is. It needs no network. There is no address of glyphs: MapLibre then draws letters with the fonts
 * of the machine, Chinese ones too, where a set of glyph files that covers Chinese would be some 10 MB to ship.
 */
export async function baseStyle(map: Settings['map']): Promise<StyleSpecification> {
  if (map.styleUrl) {
    const given = await fetch(map.styleUrl, { signal: AbortSignal.timeout(styleWaitMs) })
      .then((r) => (r.ok ? (r.json() as Promise<StyleSpecification>) : null))
      .catch(() => null);
    // When the style server is unavailable the map still works, without a base map.
    if (given) return given;
  }
  const ground: LayerSpecification = { id: 'ground', type: 'background', paint: { 'background-color': token('--ground') } };
  if (!map.tileUrl) return { version: 8, sources: {}, layers: [ground] };
  return {
    version: 8,
    sources: {
      [raster]: {
        type: 'raster',
        tiles: [map.tileUrl],
        tileSize: 256,
        ...(map.attribution ? { attribution: escapeHtml(map.attribution) } : {}),
      },
    },
    layers: [ground, { id: raster, type: 'raster', source: raster }],
  };
}

const styleWaitMs = 5_000;

// MapLibre puts an attribution into the page as markup.
function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (c) => `&#${c.charCodeAt(0)};`);
}

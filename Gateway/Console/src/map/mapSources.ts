import type { Feature } from 'geojson';
import type { GeoJSONSource, Map as MapLibreMap } from 'maplibre-gl';
import { FeatureDiffer } from './diff';
import type { SourceName } from './layers';

/** Fills the map's sources: hands MapLibre only the difference to what a source shows already. */
export class MapSources {
  readonly #differs = new Map<SourceName, FeatureDiffer>();

  constructor(private readonly map: MapLibreMap) {}

  /** Makes a source show exactly these features. */
  set(name: SourceName, features: Iterable<Feature>): void {
    let differ = this.#differs.get(name);
    if (!differ) this.#differs.set(name, (differ = new FeatureDiffer()));
    const diff = differ.next(features);
    const source = this.map.getSource<GeoJSONSource>(name);
    if (diff && source) void source.updateData(diff as Parameters<GeoJSONSource['updateData']>[0]);
  }
}

/** The features of all items that have one. */
export function* featuresOf<T>(items: Iterable<T>, draw: (item: T) => Feature | null): Iterable<Feature> {
  for (const item of items) {
    const feature = draw(item);
    if (feature) yield feature;
  }
}

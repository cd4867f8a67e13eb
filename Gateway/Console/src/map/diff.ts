import type { Feature } from 'geojson';

/** The difference between the shown and the next features: MapLibre's GeoJSONSourceDiff. */
export interface FeatureDiff {
  remove: string[];
  add: Feature[];
  update: {
    id: string;
    newGeometry?: Feature['geometry'];
    addOrUpdateProperties?: { key: string; value: unknown }[];
    removeProperties?: string[];
  }[];
}

/** Remembers what a source shows, and finds the difference to the next picture: only that is sent, parsed and drawn. */
export class FeatureDiffer {
  #shown = new Map<string, Feature>();

  /** The difference to the features of the last call; null: nothing changed. */
  next(features: Iterable<Feature>): FeatureDiff | null {
    const now = new Map<string, Feature>();
    const diff: FeatureDiff = { remove: [], add: [], update: [] };
    for (const feature of features) {
      const id = String(feature.id);
      now.set(id, feature);
      const before = this.#shown.get(id);
      if (!before) diff.add.push(feature);
      else {
        const change = changeOf(id, before, feature);
        if (change) diff.update.push(change);
      }
    }
    for (const id of this.#shown.keys()) if (!now.has(id)) diff.remove.push(id);
    this.#shown = now;
    return diff.remove.length + diff.add.length + diff.update.length === 0 ? null : diff;
  }

  /** The source was emptied. */
  forget(): void {
    this.#shown.clear();
  }
}

function changeOf(id: string, before: Feature, after: Feature): FeatureDiff['update'][number] | null {
  const change: FeatureDiff['update'][number] = { id };
  if (!isSame(before.geometry, after.geometry)) change.newGeometry = after.geometry;
  const [was, is] = [before.properties ?? {}, after.properties ?? {}];
  const set = Object.keys(is).filter((key) => was[key] !== is[key]);
  const gone = Object.keys(was).filter((key) => !(key in is));
  if (set.length > 0) change.addOrUpdateProperties = set.map((key) => ({ key, value: is[key] as unknown }));
  if (gone.length > 0) change.removeProperties = gone;
  return change.newGeometry || set.length > 0 || gone.length > 0 ? change : null;
}

function isSame(a: Feature['geometry'], b: Feature['geometry']): boolean {
  if (a.type === 'Point' && b.type === 'Point') return a.coordinates[0] === b.coordinates[0] && a.coordinates[1] === b.coordinates[1];
  return JSON.stringify(a) === JSON.stringify(b);
}

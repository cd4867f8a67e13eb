import type { Place } from './geo';

/** Where somebody looks. */
export interface Camera {
  centre: Place;
  zoom: number;
}

/** Where the map was when it was left; kept while the page lives, so that it is found again as it was. */
export const kept: { camera: Camera | null } = { camera: null };

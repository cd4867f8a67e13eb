import type { Place } from './geo';

/** The centre and the zoom (0 to 22) of a map. */
export interface Camera {
  centre: Place;
  zoom: number;
}

/** The camera when the map was left; kept until the page closes. */
export const kept: { camera: Camera | null } = { camera: null };

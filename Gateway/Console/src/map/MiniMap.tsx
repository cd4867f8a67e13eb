/*
 * A small map of one incident and of the units on it, for the incident's page:
 *
 *     <MiniMap incident={incident} />
 *
 * Nothing can be done on it but to follow it to the large one, and nothing is on it that the page does not say in words. The map itself is
 * loaded when it is first shown; the place that it takes is kept.
 */
import { lazy, Suspense, useMemo } from 'react';
import type { BoardIncident } from '../api/types';
import { useWords } from '../i18n/words';
import { isActive } from '../incident/detail';
import { splitNumber } from '../incident/terms';
import { usePositionsIn } from '../live/area';
import { usePast } from '../time/past';
import { follow } from '../routing/router';
import { Icon } from '../design/Icon';
import { mapWords } from './words';
import './map.css';

const MapCanvas = lazy(() => import('./MapCanvas'));

const zoom = 14;
// The units that are still on their way to it are mostly within this far: some 20 km.
const reachDegrees = 0.2;

export function MiniMap({ incident }: { incident: Pick<BoardIncident, 'id' | 'number' | 'location' | 'assignments'> }) {
  const words = useWords(mapWords);
  const { lat, lon } = incident.location ?? {};
  const active = incident.assignments.filter(isActive).map((a) => a.unitId).join(' ');
  const only = useMemo(
    () => ({ incidents: new Set([incident.id]), units: new Set(active ? active.split(' ') : []) }),
    [incident.id, active],
  );
  const start = useMemo(() => (lat == null || lon == null ? null : { centre: { lat, lon }, zoom }), [lat, lon]);
  const past = usePast();
  usePositionsIn(
    start && active && !past
      ? {
          south: start.centre.lat - reachDegrees,
          north: start.centre.lat + reachDegrees,
          west: start.centre.lon - reachDegrees,
          east: start.centre.lon + reachDegrees,
        }
      : null,
  );
  if (!start) return null;
  const [, number] = splitNumber(incident.number);
  return (
    <figure className="mini-map">
      <Suspense fallback={<p className="empty">{words.loading}</p>}>
        <MapCanvas
          key={`${start.centre.lat},${start.centre.lon}`}
          label={words.miniMap(number, active.replaceAll(' ', ', '))}
          interactive={false}
          start={start}
          only={only}
        />
      </Suspense>
      <a className="button small mini-map-link" href={`/map?incident=${encodeURIComponent(incident.id)}`} onClick={follow}>
        <Icon name="map" />
        {words.screenMap}
      </a>
    </figure>
  );
}

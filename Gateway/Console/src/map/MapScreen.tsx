import { useMemo } from 'react';
import { Board } from '../live/Board';
import { go, useQuery } from '../routing/router';
import { MapDesk } from './MapDesk';
import type { Pick } from './picking';

/** The live map. The address names the chosen incident or unit: /map?incident=ID, /map?unit=ID. */
export default function MapScreen() {
  const search = useQuery();
  const [incident, unit] = [search.get('incident'), search.get('unit')];
  const chosen = useMemo<Pick | null>(
    () => (incident ? { kind: 'incident', id: incident } : unit ? { kind: 'unit', id: unit } : null),
    [incident, unit],
  );
  return <Board><MapDesk chosen={chosen} onChoose={choose} /></Board>;
}

function choose(pick: Pick | null): void {
  go(pick ? `/map?${pick.kind}=${encodeURIComponent(pick.id)}` : '/map', { replace: true });
}

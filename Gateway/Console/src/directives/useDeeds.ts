import type { Directive } from '../api/directive';
import { useLive, useUnit } from '../live/live';
import { usePerson } from '../signin/session';
import { useStations } from '../stations/names';
import { usePast } from '../time/past';
import { deedsOf, type Deed } from './permitted';
import { issuableBy } from './kinds';

/** What whoever is signed in may do with a directive now, and whether nobody signs in at its recipient's. */
export function useDeeds(directive: Directive): { can: readonly Deed[]; isExternal: boolean } {
  const person = usePerson();
  const unit = useUnit(directive.to.unit);
  const stations = useStations();
  const isPast = usePast() !== null;
  const openOfGroup = useLive((store) => [...store.items.directives.values()].filter((d) => d.group === directive.group).length);
  const isExternal = stations.find(({ id }) => id === directive.to.station)?.external === true;
  if (!person || isPast) return { can: [], isExternal };
  const around = { unitStation: unit?.station ?? null, isExternal, openOfGroup, issuable: issuableBy(person, stations) };
  return { can: deedsOf(person, directive, around), isExternal };
}

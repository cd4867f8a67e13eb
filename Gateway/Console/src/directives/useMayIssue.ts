import { usePast } from '../time/past';
import { usePerson } from '../signin/session';
import { useStations } from '../stations/names';
import { issuableBy } from './kinds';

/** Whether whoever is signed in may issue a directive, now. The gateway decides all the same. */
export function useMayIssue(): boolean {
  const person = usePerson();
  const stations = useStations();
  const isPast = usePast() !== null;
  return !isPast && person !== null && issuableBy(person, stations).length > 0;
}

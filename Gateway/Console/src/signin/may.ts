import { usePast } from '../live/picture';
import type { Role } from './claims';
import { usePerson } from './session';

/** The rows of the contract's table that the console has buttons for. What is not allowed is not shown; the gateway decides all the same. */
const table = {
  duty: ['dispatcher', 'station', 'supervisor', 'admin'],
  readUnits: ['callTaker', 'dispatcher', 'unit', 'station', 'supervisor', 'auditor', 'admin'],
  readUnitTrail: ['dispatcher', 'station', 'supervisor', 'auditor'],
  takeCalls: ['callTaker', 'dispatcher', 'supervisor'],
  readCalls: ['callTaker', 'dispatcher', 'supervisor', 'auditor'],
  makeIncident: ['callTaker', 'dispatcher', 'station', 'supervisor'],
  readIncidents: ['callTaker', 'dispatcher', 'unit', 'station', 'supervisor', 'auditor'],
  readTrail: ['callTaker', 'dispatcher', 'station', 'supervisor', 'auditor'],
  changeIncident: ['callTaker', 'dispatcher', 'supervisor'],
  note: ['callTaker', 'dispatcher', 'unit', 'station', 'supervisor'],
  recommend: ['callTaker', 'dispatcher', 'station', 'supervisor'],
  assign: ['dispatcher', 'supervisor'],
  progress: ['dispatcher', 'unit', 'station', 'supervisor'],
  decline: ['unit', 'station', 'supervisor'],
  feedback: ['dispatcher', 'unit', 'station', 'supervisor'],
  close: ['dispatcher', 'supervisor'],
  correct: ['supervisor'],
  readReports: ['supervisor', 'auditor'],
  supervise: ['supervisor'],
  takeEscalation: ['dispatcher', 'station', 'supervisor'],
  readBoard: ['callTaker', 'dispatcher', 'unit', 'station', 'supervisor', 'auditor'],
  readOverdue: ['callTaker', 'dispatcher', 'station', 'supervisor', 'auditor'],
} as const satisfies Record<string, readonly Role[]>;

export type Deed = keyof typeof table;

export function may(roles: readonly Role[], deed: Deed): boolean {
  return roles.some((role) => (table[deed] as readonly Role[]).includes(role));
}

export function useMay(deed: Deed): boolean {
  const person = usePerson();
  // The past can be read only.
  const isPast = usePast() !== null;
  return person !== null && may(person.roles, deed) && (!isPast || deed.startsWith('read'));
}

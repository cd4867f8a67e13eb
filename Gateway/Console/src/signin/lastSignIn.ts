import type { Role } from './claims';
import { isUnitPage } from './unitPage';

/** As whom somebody signs in for development. */
export interface DevSignIn {
  subject: string;
  role: Role;
  unitId: string | null;
  station: string | null;
}

// On each page of its own.
const storageKey = isUnitPage ? 'tocsin.unit.lastSignIn' : 'tocsin.lastSignIn';

/** As whom somebody signed in here last, for development. */
export function lastSignIn(): Partial<DevSignIn> {
  return JSON.parse(localStorage.getItem(storageKey) ?? '{}') as Partial<DevSignIn>;
}

export function keepSignIn({ subject, role, unitId, station }: DevSignIn): void {
  localStorage.setItem(storageKey, JSON.stringify({ subject, role, ...(unitId ? { unitId } : {}), ...(station ? { station } : {}) }));
}

/** As whom the printed address signs in: as the last one, at a new desk as a dispatcher. Null: a new phone must say which unit it is. */
export function firstSignIn(): DevSignIn | null {
  const { subject, role, unitId = null, station = null } = lastSignIn();
  if (isUnitPage) return subject && unitId ? { subject, role: 'unit', unitId, station: null } : null;
  return subject && role ? { subject, role, unitId, station } : { subject: 'wang', role: 'dispatcher', unitId: null, station: null };
}

import { useCallback } from 'react';
import { usePast } from '../time/past';
import type { Person, Role } from './claims';
import permissions from './permissions.json';
import { usePerson } from './session';

/** A row of the server's table "Who may do what" (`Gateway/SignIn/Permissions.cs`, from which `permissions.json` is generated). */
export type Permission = keyof typeof permissions;

type Signed = Pick<Person, 'roles' | 'unitId' | 'station'>;

/** A unit, and the station that it belongs to now. */
export interface OwnedUnit {
  id: string;
  station: string | null;
}

/**
 * Whether one of a person's roles has a permission. The console hides what is not allowed; the gateway decides all the same, also whether
 * a station or a unit acts on something of its own.
 */
export function may({ roles }: Pick<Person, 'roles'>, permission: Permission): boolean {
  return roles.some((role) => allows(role, permission));
}

/** The same for a permission on one unit: whoever has it only as a unit has it for that unit alone, a station for its units. */
export function mayOnUnit(person: Signed, permission: Permission, unit: OwnedUnit): boolean {
  return person.roles.some((role) => allows(role, permission) && owns(person, role, unit));
}

function owns({ unitId, station }: Signed, role: Role, unit: OwnedUnit): boolean {
  if (role === 'unit') return unitId === unit.id;
  return role !== 'station' || (station !== null && station === unit.station);
}

/** Whether whoever is signed in may do it, now: a past moment can only be read. */
export function useMay(permission: Permission): boolean {
  return useAllowed(permission, (person) => may(person, permission));
}

export function useMayOnUnit(permission: Permission, unit: OwnedUnit): boolean {
  return useMayOnUnits(permission)(unit);
}

/** The same for each of several units. */
export function useMayOnUnits(permission: Permission): (unit: OwnedUnit) => boolean {
  const person = usePerson();
  const allowed = useAllowed(permission, () => true);
  return useCallback((unit) => allowed && person !== null && mayOnUnit(person, permission, unit), [allowed, person, permission]);
}

function useAllowed(permission: Permission, allowed: (person: Person) => boolean): boolean {
  const person = usePerson();
  const isPast = usePast() !== null;
  return person !== null && allowed(person) && (!isPast || permission.startsWith('read'));
}

function allows(role: Role, permission: Permission): boolean {
  return (permissions[permission] as readonly string[]).includes(role);
}

import { usePast } from '../time/past';
import type { Person, Role } from './claims';
import permissions from './permissions.json';
import { usePerson } from './session';

/** A row of the server's table "Who may do what" (`Gateway/SignIn/Permissions.cs`, from which `permissions.json` is generated). */
export type Permission = keyof typeof permissions;

type Signed = Pick<Person, 'roles' | 'unitId'>;

/**
 * Whether one of a person's roles has a permission. The console hides what is not allowed; the gateway decides all the same, also whether
 * a station or a unit acts on something of its own.
 */
export function may({ roles }: Pick<Person, 'roles'>, permission: Permission): boolean {
  return roles.some((role) => allows(role, permission));
}

/** The same for a permission on one unit: whoever has it only by the role of a unit has it for that unit alone. */
export function mayOnUnit({ roles, unitId }: Signed, permission: Permission, id: string): boolean {
  return roles.some((role) => allows(role, permission) && (role !== 'unit' || unitId === id));
}

/** Whether whoever is signed in may do it, now: a past moment can only be read. */
export function useMay(permission: Permission): boolean {
  return useAllowed(permission, (person) => may(person, permission));
}

export function useMayOnUnit(permission: Permission, id: string): boolean {
  return useAllowed(permission, (person) => mayOnUnit(person, permission, id));
}

function useAllowed(permission: Permission, allowed: (person: Person) => boolean): boolean {
  const person = usePerson();
  const isPast = usePast() !== null;
  return person !== null && allowed(person) && (!isPast || permission.startsWith('read'));
}

function allows(role: Role, permission: Permission): boolean {
  return (permissions[permission] as readonly string[]).includes(role);
}

import type { components } from '../api/schema';
import type { Incident } from '../api/types';
import type { Read } from '../design/FormDialog';

export type Party = NonNullable<Incident['parties']>[number];
export type PartyBody = components['schemas']['ChangeParty'];

export const partyKinds = ['person', 'vehicle', 'phone', 'account', 'item'] as const;
export const partyRoles = ['caller', 'victim', 'suspect', 'witness', 'missing', 'nextOfKin', 'other'] as const;
export const partyStates = ['sought', 'found', 'identified', 'inCustody', 'handedOver'] as const;
export const consents = ['given', 'refused'] as const;

/** The texts of a party, with the contract's limits in characters. */
export const partyTexts = { name: 100, phone: 32, idNumber: 100, plate: 100, account: 100, description: 500 } as const;

const valuesOf = (read: Read): PartyBody => ({
  kind: read('kind') as Party['kind'],
  role: read('role') as Party['role'],
  ...(Object.fromEntries(Object.keys(partyTexts).map((field) => [field, read(field) || null])) as Pick<Party, keyof typeof partyTexts>),
  of: read('of') === '' ? null : Number(read('of')),
  state: (read('state') || null) as Party['state'],
  consent: (read('consent') || null) as Party['consent'],
});

/** What of a form is sent: of a new party what was filled in, of a known one what was changed; null: a field was emptied. */
export function partyBody(read: Read, known: Party | null): Partial<PartyBody> {
  const changed = ([field, value]: [string, unknown]) =>
    known === null ? value !== null : value !== (known[field as keyof Party] ?? null);
  return Object.fromEntries(Object.entries(valuesOf(read)).filter(changed));
}

/**
 * The parties as they are now, with what was read of them before: the answer to a command and the feed carry nothing personal. What was
 * emptied meanwhile is right again once the incident is read.
 */
export function keepPersonal(known: readonly Party[] | undefined, newest: readonly Party[] | undefined): Party[] | undefined {
  return newest?.map((party) => {
    const before = known?.find(({ n }) => n === party.n);
    if (!before) return party;
    const { name, phone, idNumber, plate, account } = before;
    return {
      ...party,
      name: party.name ?? name,
      phone: party.phone ?? phone,
      idNumber: party.idNumber ?? idNumber,
      plate: party.plate ?? plate,
      account: party.account ?? account,
    };
  });
}

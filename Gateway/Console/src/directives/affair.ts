import type { Call, Incident } from '../api/types';
import { splitNumber } from '../incident/terms';

/** What a directive hangs on: an incident or a call. */
export interface Affair {
  incidentId: string | null;
  callId: string | null;
  /** What people call it. */
  name: string;
  /** What is known of it, as the text begins. */
  text: string;
  parties: readonly AffairParty[];
  isClosed: boolean;
}

type Party = NonNullable<Incident['parties']>[number];

/** A party that it is about; `kind` and `role` null: only its number is known. */
export type AffairParty = Pick<Party, 'n' | 'name' | 'description'> & { kind: Party['kind'] | null; role: Party['role'] | null };

// The contract's limit of a directive's text.
const textMax = 4_000;

export function affairOfIncident(incident: Incident): Affair {
  const { id, number, category, location, narrative, parties, status } = incident;
  return {
    incidentId: id,
    callId: null,
    name: `${splitNumber(number)[1]} ${category}`,
    text: known(category, location?.address ?? null, narrative),
    parties: parties ?? [],
    isClosed: status === 'closed',
  };
}

/** `name`: what the reader calls a call; the rest is what was taken down of it so far. */
export function affairOfCall({ id }: Pick<Call, 'id'>, name: string, category: string, address: string, narrative: string | null): Affair {
  return { incidentId: null, callId: id, name, text: known(category, address, narrative), parties: [], isClosed: false };
}

/** What and where in a line, then what is going on. */
const known = (category: string, address: string | null, narrative: string | null): string =>
  [[category, address].filter(Boolean).join(', '), narrative].filter(Boolean).join('\n').slice(0, textMax);

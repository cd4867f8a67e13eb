import { useState } from 'react';
import type { Incident } from '../api/types';
import type { Attempt } from '../design/attempt';
import { Field, TextArea, TextField } from '../design/Field';
import { FormDialog, type Outcome, type Read } from '../design/FormDialog';
import { useWords } from '../i18n/words';
import { incidents, outcomeOf } from './actions';
import { consents, partyBody, partyKinds, partyRoles, partyStates, partyTexts, type Party } from './party';
import { recordWords } from './recordWords';
import { terms } from './terms';

interface Props {
  incident: Incident;
  /** Null: a new one. */
  party: Party | null;
  onClose: () => void;
}

/** Puts a party on record, or changes one: only what was changed is sent. */
export function PartyDialog({ incident, party, onClose }: Props) {
  const words = useWords(recordWords);
  const term = useWords(terms);
  // As it stood when the dialog opened: what others change meanwhile is not sent back to what it was.
  const [known] = useState(party);
  const others = (incident.parties ?? []).filter(({ n }) => n !== known?.n);

  async function send(read: Read, _sure: boolean, attempt: Attempt): Promise<Outcome> {
    const body = partyBody(read, known);
    if (known === null) return outcomeOf(() => incidents.addParty(incident.id, body, attempt), words.partyAdded);
    if (Object.keys(body).length === 0) return words.nothingChanged;
    return outcomeOf(() => incidents.changeParty(incident.id, known.n, body, attempt), words.partyChanged(known.n));
  }
  return (
    <FormDialog
      title={known ? words.changeParty(known.n) : words.addParty}
      typedAs={`party/${incident.id}/${known?.n ?? 'new'}`}
      confirm={known ? words.change : words.addParty}
      send={send}
      onClose={onClose}
    >
      <div className="form-pair">
        <Select name="role" label={words.role} initial={known?.role ?? 'other'} options={partyRoles.map((r) => [r, term.partyRole[r]])} />
        <Select name="kind" label={words.kind} initial={known?.kind ?? 'person'} options={partyKinds.map((k) => [k, term.partyKind[k]])} />
      </div>
      {(['name', 'phone', 'idNumber', 'plate', 'account'] as const).map((field) => (
        <TextField
          key={field}
          label={words[field]}
          name={field}
          maxLength={partyTexts[field]}
          defaultValue={known?.[field] ?? ''}
          autoComplete="off"
          data-focus={field === 'name' ? '' : undefined}
        />
      ))}
      <TextArea
        label={words.description}
        name="description"
        rows={2}
        maxLength={partyTexts.description}
        defaultValue={known?.description ?? ''}
      />
      <div className="form-pair">
        <Select
          name="state"
          label={words.state}
          initial={known?.state ?? ''}
          options={[['', words.none], ...partyStates.map((s): [string, string] => [s, term.partyState[s]])]}
        />
        <Select
          name="consent"
          label={words.consent}
          initial={known?.consent ?? ''}
          options={[['', words.none], ...consents.map((c): [string, string] => [c, term.consent[c]])]}
        />
      </div>
      {others.length > 0 && (
        <Select
          name="of"
          label={words.of}
          initial={known?.of == null ? '' : String(known.of)}
          options={[
            ['', words.none],
            ...others.map((o): [string, string] => [
              String(o.n),
              [o.n, term.partyRole[o.role], o.name ?? o.description].filter(Boolean).join(' · '),
            ]),
          ]}
        />
      )}
    </FormDialog>
  );
}

function Select({
  name,
  label,
  options,
  initial,
}: {
  name: string;
  label: string;
  options: readonly (readonly [string, string])[];
  initial: string;
}) {
  return (
    <Field label={label}>
      {(props) => (
        <select className="input" name={name} defaultValue={initial} {...props}>
          {options.map(([value, text]) => <option key={value} value={value}>{text}</option>)}
        </select>
      )}
    </Field>
  );
}

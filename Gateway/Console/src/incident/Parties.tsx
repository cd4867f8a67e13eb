import { useState } from 'react';
import type { Incident } from '../api/types';
import { Icon } from '../design/Icon';
import { useWords } from '../i18n/words';
import { useMay } from '../signin/may';
import { partyTexts, type Party } from './party';
import { PartyDialog } from './PartyDialog';
import { recordWords } from './recordWords';
import { terms } from './terms';

/** Who and what an incident is about. */
export function Parties({ incident }: { incident: Incident }) {
  const words = useWords(recordWords);
  const term = useWords(terms);
  const may = useMay('keepRecord');
  const [asking, setAsking] = useState<Party | 'new' | null>(null);
  const parties = incident.parties ?? [];
  return (
    <section>
      <div className="row">
        <h2 className="section-title grow">{words.parties}</h2>
        {may && (
          <button type="button" className="button plain small" onClick={() => setAsking('new')}>
            <Icon name="plus" />
            {words.addParty}
          </button>
        )}
      </div>
      {parties.length === 0 && <p className="faint">{words.noParties}</p>}
      <ul className="record-list">
        {parties.map((party) => (
          <li key={party.n} className="record-item">
            <div className="row wrap">
              <b className="num">{party.n}</b>
              <span className="chip info">{term.partyRole[party.role]}</span>
              {party.kind !== 'person' && <span className="chip">{term.partyKind[party.kind]}</span>}
              {party.name && <b>{party.name}</b>}
              {party.state && <span className="chip warn">{term.partyState[party.state]}</span>}
              {party.consent && <span className="chip">{words.consent}: {term.consent[party.consent]}</span>}
              {party.of !== null && <span className="faint">{words.ofParty(party.of)}</span>}
              {may && (
                <button
                  type="button"
                  className="button plain small push"
                  aria-label={words.changeParty(party.n)}
                  onClick={() => setAsking(party)}
                >
                  {words.change}
                </button>
              )}
            </div>
            <Texts party={party} />
          </li>
        ))}
      </ul>
      {asking && <PartyDialog incident={incident} party={asking === 'new' ? null : asking} onClose={() => setAsking(null)} />}
    </section>
  );
}

function Texts({ party }: { party: Party }) {
  const words = useWords(recordWords);
  const fields = (Object.keys(partyTexts) as (keyof typeof partyTexts)[]).filter((field) => field !== 'name' && party[field]);
  if (fields.length === 0) return null;
  return (
    <dl className="record-facts">
      {fields.map((field) => (
        <div key={field}>
          <dt>{words[field]}</dt>
          <dd>{party[field]}</dd>
        </div>
      ))}
    </dl>
  );
}

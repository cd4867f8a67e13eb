import { useState } from 'react';
import type { Call, Incident } from '../api/types';
import { useWords } from '../i18n/words';
import { go, useQuery } from '../routing/router';
import { useMay } from '../signin/may';
import { addressOf, askedOf, isNumber, requestOf, type Asked } from './find';
import { FindForm } from './FindForm';
import { FoundCalls, FoundIncidents } from './FoundTable';
import { useFound } from './useFound';
import { findWords } from './words';
import './find.css';

const pageSize = 50;

/**
 * Everything that ever was, by words and filters, closed incidents included. The address holds what is asked, so that a search can be
 * passed on; a caller's number stands in no address.
 */
export default function FindScreen() {
  const words = useWords(findWords);
  const search = useQuery();
  const mayCalls = useMay('readCalls');
  const asked = askedOf(search);
  const kind = mayCalls ? asked.kind : 'incidents';
  const [number, setNumber] = useState('');
  const byNumber = kind === 'calls' && isNumber(number);
  const isShort = kind === 'calls' && number !== '' && !byNumber;
  const path = byNumber ? `/calls/search?limit=${pageSize}` : requestOf({ ...asked, kind }, pageSize);
  const { items, error, more } = useFound<Incident | Call>(isShort ? null : path, byNumber ? number : null);

  function find(next: Asked, caller: string) {
    setNumber(caller.trim());
    go(addressOf(next), { replace: true });
  }

  return (
    <div className="find">
      <h1>{words.title}</h1>
      <FindForm asked={{ ...asked, kind }} mayCalls={mayCalls} onFind={find} />
      {isShort && <p className="note warn" role="alert">{words.numberShort}</p>}
      {error && <p className="note bad" role="alert">{words.failed}: {error}</p>}
      {!isShort && !error && items === null && <p className="empty" role="status">{words.waiting}</p>}
      {!isShort && items?.length === 0 && <p className="empty" role="status">{words.none}</p>}
      {!isShort && items !== null && items.length > 0 && (
        <section className="panel found">
          {kind === 'calls' ? <FoundCalls items={items as Call[]} /> : <FoundIncidents items={items as Incident[]} />}
          {more && <button type="button" className="button" onClick={more}>{words.more}</button>}
        </section>
      )}
    </div>
  );
}

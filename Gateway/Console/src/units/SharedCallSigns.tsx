import { api, query } from '../api/client';
import type { Page, SharedCallSign } from '../api/types';
import { Answer } from '../asking/Answer';
import { useAsked } from '../asking/useAsked';
import { useWords } from '../i18n/words';
import { follow } from '../routing/router';
import { unitWords } from './words';

// More of them than a person would work through at once.
const shownMax = 50;

/** Call signs that several units have, from before they were unique: an administrator gives all but one of them another. */
export function SharedCallSigns() {
  const words = useWords(unitWords);
  const { asked, again } = useAsked<Page<SharedCallSign>>('shared call signs', (signal) =>
    api.get<Page<SharedCallSign>>(`/settings/shared-call-signs${query({ limit: shownMax })}`, signal),
  );
  return (
    <Answer of={asked} again={again} what={words.sharedCallSigns}>
      {(shared) => <SharedList shared={shared} />}
    </Answer>
  );
}

/** Each of them with links to its units; nothing where there is none. */
export function SharedList({ shared: { items, next } }: { shared: Page<SharedCallSign> }) {
  const words = useWords(unitWords);
  if (items.length === 0) return null;
  return (
    <section className="note warn" aria-label={words.sharedCallSigns}>
      <p>{words.sharedHint}</p>
      <ul>
        {items.map((s) => (
          <li key={s.callSign}>
            <b>{s.callSign}</b>{' '}
            {s.unitIds.map((id) => (
              <a key={id} className="chip" href={`/units/${encodeURIComponent(id)}`} onClick={follow}>{id}</a>
            ))}
          </li>
        ))}
      </ul>
      {next !== null && <p className="quiet">{words.sharedMore(shownMax)}</p>}
    </section>
  );
}

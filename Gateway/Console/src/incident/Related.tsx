import type { Incident } from '../api/types';
import { Icon } from '../design/Icon';
import { useFormats } from '../i18n/format';
import { useWords } from '../i18n/words';
import { live } from '../live/live';
import { follow } from '../routing/router';
import { useMay } from '../signin/may';
import { incidents, later } from './actions';
import type { DialogKind } from './detail';
import { Directives } from './Directives';
import { spokenById } from './naming';
import { splitNumber, terms } from './terms';
import { incidentWords } from './words';

/** Feedback, callers and other incidents. */
export function Related({ incident, onDialog }: { incident: Incident; onDialog: (kind: DialogKind) => void }) {
  const words = useWords(incidentWords);
  const term = useWords(terms);
  const format = useFormats();
  const may = {
    change: useMay('changeIncidents'),
    calls: useMay('readCalls'),
    feedback: useMay('giveFeedback'),
    own: useMay('giveOwnFeedback'),
  };
  const unitId = incident.assignments[0]?.unitId;
  const assignment = incident.assignments.findLast((a) => a.unitId === unitId)?.n;
  return (
    <>
      {(incident.feedback.length > 0 || (may.feedback && unitId) || may.own) && (
        <section>
          <div className="row">
            <h2 className="section-title grow">{words.feedback}</h2>
            {may.feedback && unitId && (
              <button type="button" className="button plain small" onClick={() => onDialog({ is: 'feedback', unitId, assignment })}>
                <Icon name="plus" />
                {words.addFeedback}
              </button>
            )}
            {may.own && (
              <button type="button" className="button plain small" onClick={() => onDialog({ is: 'ownFeedback' })}>
                <Icon name="call" />
                {words.ownFeedback}
              </button>
            )}
          </div>
          <ul className="stack">
            {incident.feedback.map((f, i) => (
              <li key={i} className="note good">
                <b>{f.unitId ?? f.station ?? words.centre} · {f.outcome}</b> <span className="faint">{format.time(f.occurredAt)}</span>
                {f.narrative && <p>{f.narrative}</p>}
                {Object.keys(f.results ?? {}).length > 0 && (
                  <p className="row wrap">
                    {Object.entries(f.results).map(([word, n]) => (
                      <span key={word} className="chip">
                        {word} {format.number(n)}
                      </span>
                    ))}
                  </p>
                )}
              </li>
            ))}
          </ul>
        </section>
      )}
      <Directives incident={incident} />
      {incident.callCount > 0 && (
        <section>
          <h2 className="section-title">{words.calls} ({incident.callCount})</h2>
          <ul className="related">
            {incident.calls.map((c) => (
              <li key={c.id} className="row">
                <Icon name="call" />
                {may.calls ? (
                  <a href={`/calls/${encodeURIComponent(c.id)}`} onClick={follow}>
                    {c.callerNumber ?? c.id.slice(0, 8)}
                  </a>
                ) : (
                  (c.callerNumber ?? '—')
                )}
                {c.answeredAt && <span className="faint num">{format.time(c.answeredAt)}</span>}
              </li>
            ))}
            {incident.callCount > incident.calls.length && (
              <li className="faint">{words.moreCalls(incident.callCount - incident.calls.length)}</li>
            )}
          </ul>
        </section>
      )}
      {incident.links.length > 0 && (
        <section>
          <h2 className="section-title">{words.links}</h2>
          <ul className="related">
            {incident.links.map((l) => {
              const other = live.incidents.get(l.incidentId);
              return (
                <li key={`${l.incidentId} ${l.relation}`} className="row">
                  <Icon name="link" />{term.relation[l.relation]}
                  <a href={`/incidents/${encodeURIComponent(l.incidentId)}`} onClick={follow}>
                    {other ? `${splitNumber(other.number)[1]} ${other.category}` : l.incidentId.slice(0, 8)}
                  </a>
                  {may.change && l.relation !== 'hasDuplicate' && (
                    <button
                      type="button"
                      className="button plain small"
                      onClick={() => later(() => incidents.unlink(incident.id, l.incidentId), words.unlinked(spokenById(l.incidentId)))}
                    >
                      {words.remove}
                    </button>
                  )}
                </li>
              );
            })}
          </ul>
        </section>
      )}
    </>
  );
}

import type { ReactNode } from 'react';
import type { Call, Incident } from '../api/types';
import { useFormats } from '../i18n/format';
import { useWords } from '../i18n/words';
import { terms } from '../incident/terms';
import { follow } from '../routing/router';
import { useStations } from '../stations/names';
import { findWords } from './words';

/** Incidents that were found, each with a link to its page; times with the year, whole numbers with the day. */
export function FoundIncidents({ items }: { items: readonly Incident[] }) {
  const words = useWords(findWords);
  const term = useWords(terms);
  const format = useFormats();
  const stations = useStations();
  return (
    <Table heads={[words.received, words.incident, words.place, words.station, words.state, words.units]}>
      {items.map((i) => (
        <tr key={i.id}>
          <td className="num">{format.full(i.receivedAt)}</td>
          <td>
            <span className="row">
              <span className="priority" data-priority={i.priority}>{i.priority}</span>
              <a href={`/incidents/${encodeURIComponent(i.id)}`} onClick={follow}>
                <b className="num">{i.number}</b>
              </a>
              <span>{i.category}</span>
            </span>
          </td>
          <td>
            {i.location?.address ?? '—'}
            {i.narrative && <span className="found-text faint">{i.narrative}</span>}
          </td>
          <td>{stations.find((s) => s.id === i.station)?.name ?? i.station ?? '—'}</td>
          <td>
            {term.status[i.status]}
            {i.disposition && <span className="found-text faint">{i.disposition}</span>}
          </td>
          <td>{[...new Set(i.assignments.map((a) => a.unitId))].join(', ') || '—'}</td>
        </tr>
      ))}
    </Table>
  );
}

/** Calls that were found, each with links to its page and to its incident. */
export function FoundCalls({ items }: { items: readonly Call[] }) {
  const words = useWords(findWords);
  const format = useFormats();
  return (
    <Table heads={[words.received, words.call, words.caller, words.place, words.toIncident]}>
      {items.map((c) => {
        const at = c.ringingAt ?? c.answeredAt ?? c.endedAt ?? c.disposition?.at ?? null;
        return (
          <tr key={c.id}>
            <td className="num">{at ? format.full(at) : '—'}</td>
            <td>
              <a href={`/calls/${encodeURIComponent(c.id)}`} onClick={follow}>{words.callStatus[c.status]}</a>
            </td>
            <td className="num">{c.callerNumber ?? '—'}</td>
            <td>
              {c.location?.address ?? '—'}
              {c.narrative && <span className="found-text faint">{c.narrative}</span>}
            </td>
            <td>
              {c.incidentId ? (
                <a href={`/incidents/${encodeURIComponent(c.incidentId)}`} onClick={follow}>{words.incident}</a>
              ) : (
                '—'
              )}
            </td>
          </tr>
        );
      })}
    </Table>
  );
}

function Table({ heads, children }: { heads: readonly string[]; children: ReactNode }) {
  const words = useWords(findWords);
  return (
    <div className="table-scroll" tabIndex={0} role="region" aria-label={words.found}>
      <table className="table found-table">
        <caption className="visually-hidden">{words.found}</caption>
        <thead>
          <tr>{heads.map((head) => <th key={head} scope="col">{head}</th>)}</tr>
        </thead>
        <tbody>{children}</tbody>
      </table>
    </div>
  );
}

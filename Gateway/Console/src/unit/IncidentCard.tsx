import type { BoardIncident, Clock, Incident } from '../api/types';
import { Icon } from '../design/Icon';
import { stopwatch, useFormats } from '../i18n/format';
import { useWords } from '../i18n/words';
import { isActive } from '../incident/detail';
import { sentence } from '../incident/sentences';
import { useSecond } from '../time/ticker';
import { usePicture } from './hooks';
import { unitWords } from './words';

const notesShown = 5;

/** What, where, since when, and who else is on it. */
export function IncidentCard({ unitId, incident, details }: { unitId: string; incident: BoardIncident; details: Incident | null }) {
  const words = useWords(unitWords);
  const { location } = incident;
  const narrative = details?.narrative ?? incident.summary;
  const caller = details?.calls.find((c) => c.callerNumber)?.callerNumber ?? null;
  const others = incident.assignments.filter((a) => a.unitId !== unitId && isActive(a));
  return (
    <article className="u-card" aria-label={`${words.incident} ${incident.number}`}>
      <div className="u-top">
        <span className="priority u-priority" data-priority={incident.priority}>
          <span className="visually-hidden">{words.priority(incident.priority)}</span>
          <span aria-hidden="true">{incident.priority}</span>
        </span>
        <h2 className="u-category">{incident.category}</h2>
        <span className="faint num">{incident.number}</span>
        {incident.exercise && <span className="chip violet">{words.exercise}</span>}
      </div>
      <p className="u-address">
        {location?.address || (location?.lat != null ? `${location.lat.toFixed(5)}, ${location.lon!.toFixed(5)}` : words.noPlace)}
      </p>
      {(location?.lat != null || caller) && (
        <div className="u-links">
          {location?.lat != null && (
            <a className="u-link" href={`geo:${location.lat},${location.lon}?q=${location.lat},${location.lon}`}>
              <Icon name="map" />
              {words.navigate}
            </a>
          )}
          {caller && (
            <a className="u-link" href={`tel:${caller}`} aria-label={`${words.caller} ${caller}`}>
              <Icon name="call" />
              <span className="num">{caller}</span>
            </a>
          )}
        </div>
      )}
      <Times incident={incident} unitId={unitId} />
      {narrative && <div><h3>{words.narrative}</h3><p className="u-narrative">{narrative}</p></div>}
      <Notes incidentId={incident.id} />
      <div>
        <h3>{words.others}</h3>
        {others.length === 0 ? (
          <p className="quiet">{words.alone}</p>
        ) : (
          <ul className="row wrap">
            {others.map((a) => (
              <li key={a.unitId} className="chip u-other">
                <b>{a.unitId}</b> {words.status[a.stage === 'onScene' ? 'onScene' : a.stage === 'enRoute' ? 'enRoute' : 'assigned']}
              </li>
            ))}
          </ul>
        )}
      </div>
    </article>
  );
}

/** The newest notes and changes, under the story that they add to. */
function Notes({ incidentId }: { incidentId: string }) {
  const words = useWords(unitWords);
  const format = useFormats();
  const notes = usePicture().notes.filter((n) => n.incidentId === incidentId).slice(0, notesShown);
  if (notes.length === 0) return null;
  return (
    <div>
      <h3>{words.newest}</h3>
      <ol className="u-notes" aria-live="polite">
        {notes.map((n) => (
          <li key={n.version}>
            <span className="faint num">{format.minute(n.occurredAt)} · {n.actor.unitId ?? n.actor.subject}</span>
            <p>{sentence({ ...n, position: 0, stream: '', recordedAt: n.occurredAt, commandId: null })}</p>
          </li>
        ))}
      </ol>
    </div>
  );
}

// The clock that this unit must meet first.
function clockOf(incident: BoardIncident, unitId: string): Clock | null {
  const own = incident.clocks.filter(
    (c) => c.state === 'running' && c.dueAt && (c.unitId === null || c.unitId === unitId) && c.stage !== 'conclude' && c.stage !== 'assign',
  );
  return own.sort((a, b) => (a.dueAt! < b.dueAt! ? -1 : 1))[0] ?? null;
}

function Times({ incident, unitId }: { incident: BoardIncident; unitId: string }) {
  const words = useWords(unitWords);
  const second = useSecond();
  const clock = clockOf(incident, unitId);
  const left = clock ? Date.parse(clock.dueAt!) / 1000 - second : 0;
  return (
    <div className="u-times">
      <p>
        <span className="quiet">{words.received}</span>{' '}
        <b className="num">{stopwatch(second - Date.parse(incident.receivedAt) / 1000)}</b> <span className="quiet">{words.ago}</span>
      </p>
      {clock && (
        <p className={left < 0 ? 'u-late' : undefined}>
          {left < 0 && <Icon name="late" />}
          <span>{words.due[clock.stage]}</span>{' '}
          <span className={left < 0 ? undefined : 'quiet'}>{left < 0 ? words.lateBy : words.dueIn}</span>{' '}
          <b className="num">{stopwatch(left)}</b>
        </p>
      )}
    </div>
  );
}

import { useEffect, useRef } from 'react';
import { api } from '../api/client';
import type { Unit } from '../api/types';
import { Answer } from '../asking/Answer';
import { answerOf, isMissing } from '../asking/asked';
import { useAsked } from '../asking/useAsked';
import { useWords } from '../i18n/words';
import { terms, unitTone } from '../incident/terms';
import { TrailTab } from '../incident/TrailTab';
import { live, useUnit } from '../live/live';
import { MessagesTab } from '../messages/MessagesTab';
import { follow } from '../routing/router';
import { useMayOnUnit } from '../signin/may';
import { DutyButtons } from './DutyButtons';
import { Reporting } from './Reporting';
import { Where } from './Where';
import { unitWords } from './words';

/** One unit: what it is, where it is, what it wrote, and its trail. */
export function UnitPage({ id }: { id: string }) {
  const words = useWords(unitWords);
  const { unitStatus } = useWords(terms);
  const board = useUnit(id);
  const { asked, again } = useAsked<Unit>(`unit ${id}`, (signal) => api.get(`/units/${encodeURIComponent(id)}`, signal));
  const full = answerOf(asked);
  // Whoever goes off duty leaves the board: then it is read how they stand.
  const onBoard = board !== undefined;
  const wasOnBoard = useRef(onBoard);
  useEffect(() => {
    if (wasOnBoard.current && !onBoard) again();
    wasOnBoard.current = onBoard;
  }, [onBoard, again]);
  const unit = board && (!full || full.version < board.version) ? { ...board, crew: full?.crew ?? null } : (full ?? board);
  const mayTrail = useMayOnUnit('readUnitTrail', unit ?? { id, station: null });
  if (isMissing(asked)) return <p className="empty" role="alert">{words.notFound}</p>;
  if (!unit) return <Answer of={asked} again={again}>{() => null}</Answer>;
  return (
    <div className="units-screen">
      <div className="screen-head">
        <a href="/units" onClick={follow} className="button plain">← {words.back}</a>
        <h1>{unit.callSign}</h1>
        <span className={`chip ${unitTone[unit.status]}`}>{unitStatus[unit.status]}</span>
        <span className="push"><DutyButtons unit={unit} /></span>
      </div>
      {!full && <Answer of={asked} again={again} what={words.crew}>{() => null}</Answer>}
      <section className="panel panel-body unit-facts">
        <dl>
          {unit.agency && <div><dt>{words.agency}</dt><dd>{unit.agency}</dd></div>}
          <div><dt>{words.kind}</dt><dd>{unit.kind}</dd></div>
          <div><dt>{words.capabilities}</dt><dd>{unit.capabilities.join(', ') || '—'}</dd></div>
          <div><dt>{words.crew}</dt><dd>{full ? unit.crew?.join(', ') || '—' : '…'}</dd></div>
          <div><dt>{words.position}</dt><dd><Where unit={unit} /></dd></div>
          <Reporting unit={full ?? unit} />
          <div>
            <dt>{words.incident}</dt>
            <dd>
              {unit.incidentId ? (
                <a href={`/incidents/${encodeURIComponent(unit.incidentId)}`} onClick={follow}>
                  {live.incidents.get(unit.incidentId)?.number ?? unit.incidentId}
                </a>
              ) : (
                '—'
              )}
            </dd>
          </div>
        </dl>
      </section>
      {mayTrail && (
        <section className="panel panel-body">
          <h2>{words.messages}</h2>
          <MessagesTab thing="units" id={id} unread={unit.unreadByCentre ?? 0} />
        </section>
      )}
      {mayTrail && <section className="panel panel-body"><h2>{words.trail}</h2><TrailTab stream={`unit/${id}`} /></section>}
    </div>
  );
}

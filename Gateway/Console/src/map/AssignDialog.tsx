import { useState } from 'react';
import type { BoardIncident, Unit } from '../api/types';
import { Dialog } from '../design/Dialog';
import { useFormats } from '../i18n/format';
import { useWords } from '../i18n/words';
import { attempt, incidents } from '../incident/actions';
import { splitNumber, statusTone, terms, unitTone } from '../incident/terms';
import { useIncident, usePosition, useUnit } from '../live/live';
import { commonWords } from '../i18n/commonWords';
import { distanceMeters } from './geo';
import { placeOf } from './near';
import { mapWords } from './words';

/** Asks before a unit that was dropped on an incident is assigned: nothing is assigned by a slip of the hand. */
export function AssignDialog({ unitId, incidentId, onClose }: { unitId: string; incidentId: string; onClose: () => void }) {
  const [unit, incident] = [useUnit(unitId), useIncident(incidentId)];
  if (!unit || !incident) return null;
  return <Asked unit={unit} incident={incident} onClose={onClose} />;
}

function Asked({ unit, incident, onClose }: { unit: Unit; incident: BoardIncident; onClose: () => void }) {
  const words = useWords(mapWords);
  const { cancel } = useWords(commonWords);
  const term = useWords(terms);
  const format = useFormats();
  const position = usePosition(unit.id);
  const holder = useIncident(unit.incidentId);
  const [reason, setReason] = useState('');
  const [busy, setBusy] = useState(false);
  const [, number] = splitNumber(incident.number);
  const from = placeOf(unit, position);
  const { lat, lon } = incident.location ?? {};
  const away = from && lat != null && lon != null ? format.distance(distanceMeters(from, { lat, lon })) : '—';
  const isThere = unit.incidentId === incident.id;
  const diverts = unit.incidentId !== null && !isThere;
  const mayGo = !isThere && unit.status !== 'offDuty' && unit.status !== 'outOfService';

  async function send() {
    setBusy(true);
    const done = diverts
      ? await attempt(() => incidents.divert(unit.incidentId!, unit.id, incident.id, reason.trim()), words.diverted(unit.callSign, number))
      : await attempt(() => incidents.assign(incident.id, [unit.id]), words.sent(unit.callSign, number));
    setBusy(false);
    if (done) onClose();
  }

  return (
    <Dialog
      title={diverts ? words.divertTitle(unit.callSign) : words.assignTitle(unit.callSign)}
      onClose={onClose}
      foot={
        <>
          <button type="button" className="button" onClick={onClose}>{cancel}</button>
          <button type="button" className="button primary" autoFocus disabled={!mayGo || busy} onClick={() => void send()}>
            {diverts ? words.divert : words.assign}
          </button>
        </>
      }
    >
      <div className="stack">
        <div className="row wrap">
          <b>{unit.callSign}</b>
          <span className="quiet">{unit.kind}</span>
          <span className={`chip ${unitTone[unit.status]}`}>{term.unitStatus[unit.status]}</span>
        </div>
        <div className="row wrap">
          <span className="priority" data-priority={incident.priority}>
            {incident.priority}
          </span>
          <b className="num">{number}</b>
          <span>{incident.category}</span>
          <span className={`chip ${statusTone[incident.status]}`}>{term.status[incident.status]}</span>
          <span className="quiet">{incident.location?.address}</span>
        </div>
        {isThere ? (
          <p className="note warn">{words.alreadyThere(unit.callSign, number)}</p>
        ) : !mayGo ? (
          <p className="note warn">{words.notFree(unit.callSign)}</p>
        ) : diverts ? (
          <p className="note warn">
            {words.divertText(unit.callSign, holder ? splitNumber(holder.number)[1] : unit.incidentId!, number, away)}
          </p>
        ) : (
          <p>{words.assignText(unit.callSign, number, away)}</p>
        )}
        {diverts && mayGo && (
          <div className="field">
            <label htmlFor="divert-reason">{words.reason}</label>
            <input id="divert-reason" className="input" maxLength={500} value={reason} onChange={(e) => setReason(e.target.value)} />
          </div>
        )}
      </div>
    </Dialog>
  );
}

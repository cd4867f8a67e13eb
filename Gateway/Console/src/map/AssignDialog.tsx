import type { BoardIncident, Unit } from '../api/types';
import { TextField } from '../design/Field';
import { FormDialog } from '../design/FormDialog';
import { useFormats } from '../i18n/format';
import { useWords } from '../i18n/words';
import { incidents, outcomeOf } from '../incident/actions';
import { splitNumber, statusTone, terms, unitTone } from '../incident/terms';
import { useIncident, usePosition, useUnit } from '../live/live';
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
  const term = useWords(terms);
  const format = useFormats();
  const position = usePosition(unit.id);
  const holder = useIncident(unit.incidentId);
  const [, number] = splitNumber(incident.number);
  const from = placeOf(unit, position);
  const { lat, lon } = incident.location ?? {};
  const away = from && lat != null && lon != null ? format.distance(distanceMeters(from, { lat, lon })) : '—';
  const isThere = unit.incidentId === incident.id;
  const diverts = unit.incidentId !== null && !isThere;
  const mayGo = !isThere && unit.status !== 'offDuty' && unit.status !== 'outOfService';

  return (
    <FormDialog
      title={diverts ? words.divertTitle(unit.callSign) : words.assignTitle(unit.callSign)}
      typedAs={`send/${unit.id}/${incident.id}`}
      confirm={diverts ? words.divert : words.assign}
      confirmDisabled={!mayGo}
      mainFocus={!diverts}
      send={(read) =>
        diverts
          ? outcomeOf(
              () => incidents.divert(unit.incidentId!, unit.id, incident.id, read('reason')),
              words.diverted(unit.callSign, number),
            )
          : outcomeOf(() => incidents.assign(incident.id, [unit.id]), words.sent(unit.callSign, number))
      }
      onClose={onClose}
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
        {diverts && mayGo && <TextField label={words.reason} name="reason" maxLength={500} />}
      </div>
    </FormDialog>
  );
}

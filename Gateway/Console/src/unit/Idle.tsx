import type { Unit } from '../api/types';
import { Answer } from '../asking/Answer';
import { Icon } from '../design/Icon';
import { useKeptText } from '../design/useKeptText';
import { useWords } from '../i18n/words';
import { usePlace, useReads, useReports } from './hooks';
import { undoMs } from './reports';
import { page } from './unitPage';
import { unitWords } from './words';

const nameMax = 100;
const crewMax = 20;

/** The unit has nothing to do: on or off duty, and whether it shares its position. */
export function Idle({ unit }: { unit: Unit | null }) {
  const words = useWords(unitWords);
  const { waiting } = useReports();
  const [crew, setCrew] = useKeptText('crew');
  const { unitRead } = useReads();
  if (!unit) return <div className="u-scroll"><Answer of={unitRead} again={page.readAgain}>{() => null}</Answer></div>;
  // A pressed duty change that waits to be sent counts already.
  const asked = waiting.findLast((r) => r.kind === 'duty');
  const onDuty = asked ? asked.body['onDuty'] === true : unit.status !== 'offDuty';
  function setDuty(on: boolean) {
    const names = on ? crew.split(/[,，、;；]/).map((n) => n.trim().slice(0, nameMax)).filter(Boolean).slice(0, crewMax) : [];
    const body = { onDuty: on, crew: names };
    page.press({ kind: 'duty', lane: 'reports', path: `/units/${unit!.id}/duty`, body, about: null }, on ? 0 : undoMs);
  }
  return (
    <>
      <div className="u-scroll">
        <div className="u-idle">
          <span className={`u-badge ${onDuty ? 'good' : ''}`}><Icon name={onDuty ? 'check' : 'moon'} /></span>
          <h2>{!onDuty ? words.offTitle : unit.status === 'outOfService' ? words.status.outOfService : words.freeTitle}</h2>
          <p className="quiet">{!onDuty ? words.offHint : (unit.outOfService ?? words.freeHint)}</p>
          {asked && <p className="chip warn">{words.notSent}</p>}
        </div>
        {onDuty && <PlaceCard />}
      </div>
      <section className="u-deck" aria-label={words.now}>
        {!onDuty && (
          <label className="field">
            <span className="label">{words.crew}</span>
            <input className="input u-input" value={crew} autoComplete="off" onChange={(e) => setCrew(e.target.value)} />
          </label>
        )}
        <button type="button" className={onDuty ? 'u-button' : 'u-next'} onClick={() => setDuty(!onDuty)}>
          {onDuty ? words.goOff : words.goOn}
        </button>
      </section>
    </>
  );
}

function PlaceCard() {
  const words = useWords(unitWords);
  const place = usePlace();
  return (
    <section className="u-card" aria-label={words.where}>
      <h3 className="row"><Icon name="pin" />{words.where}</h3>
      {place.is === 'on' && <p>{words.whereOn(place.accuracy ?? 0)}</p>}
      {place.is === 'denied' && <p className="note warn">{words.whereDenied}</p>}
      {place.is === 'none' && <p className="quiet">{words.whereNone}</p>}
      {place.is === 'unasked' && (
        <>
          <p>{words.whereWhy}</p>
          <button type="button" className="u-button" onClick={() => page.place.share()}>
            <Icon name="pin" />
            {words.whereAllow}
          </button>
        </>
      )}
    </section>
  );
}

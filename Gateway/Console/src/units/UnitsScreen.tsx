import { useEffect, useState, type FormEvent } from 'react';
import { api, query } from '../api/client';
import type { Page, Unit } from '../api/types';
import { Dialog } from '../design/Dialog';
import { TextArea, TextField } from '../design/Field';
import { Icon } from '../design/Icon';
import { useFormats } from '../i18n/format';
import { useWords } from '../i18n/words';
import { attempt, units as unitCommands } from '../incident/actions';
import { splitNumber, terms, unitTone } from '../incident/terms';
import { TrailTab } from '../incident/TrailTab';
import { live, usePosition, useUnit, useUnits } from '../live/live';
import { follow, match, usePath } from '../routing/router';
import { commonWords } from '../i18n/commonWords';
import { useMay, useMayOnUnit } from '../signin/may';
import { useStationNames } from '../stations/names';
import { dragUnit } from './drag';
import { byStation } from './group';
import { VisitorDialog } from './VisitorDialog';
import { unitWords } from './words';
import './units.css';

const pagesMax = 50;

/** All units by station: who is on duty, who is where, and the changes of a shift. */
export default function UnitsScreen() {
  const id = match('/units/:id', usePath())?.['id'] ?? null;
  return id ? <UnitPage id={id} /> : <UnitTable />;
}

function UnitTable() {
  const words = useWords(unitWords);
  const { unitStatus } = useWords(terms);
  const onDuty = useUnits();
  const nameOf = useStationNames();
  const [text, setText] = useState('');
  const [off, setOff] = useState(false);
  const [receiving, setReceiving] = useState(false);
  const mayReceive = useMay('receiveVisitors');
  const resting = useOffDuty(off, onDuty);
  const all = off ? [...onDuty, ...resting] : onDuty;
  const searched = (u: Unit) =>
    [u.id, u.callSign, u.kind, u.station ?? '', u.station ? nameOf(u.station) : '', ...u.capabilities, unitStatus[u.status]].join(' ');
  const shown = all.filter((u) => searched(u).toLocaleLowerCase().includes(text.toLocaleLowerCase()));
  const count = (status: Unit['status']) => onDuty.filter((u) => u.status === status).length;
  return (
    <div className="units-screen">
      <div className="screen-head">
        <h1>{words.title}</h1>
        <span className="chip">{words.onDuty(onDuty.length)}</span>
        {(['available', 'assigned', 'enRoute', 'onScene', 'outOfService'] as const).map((s) => (
          <span key={s} className={`chip ${unitTone[s]}`}>
            {unitStatus[s]} {count(s)}
          </span>
        ))}
        <label className="check push">
          <input type="checkbox" checked={off} onChange={(e) => setOff(e.target.checked)} />
          {words.showOff}
        </label>
        {mayReceive && (
          <button type="button" className="button" onClick={() => setReceiving(true)}>
            {words.visitor}
          </button>
        )}
        <input
          className="input units-filter"
          type="search"
          aria-label={words.filter}
          placeholder={words.filterHint}
          value={text}
          onChange={(e) => setText(e.target.value)}
        />
      </div>
      {receiving && <VisitorDialog onClose={() => setReceiving(false)} />}
      {shown.length === 0 && <p className="empty">{words.none}</p>}
      {byStation(shown).map(([station, list]) => (
        <section key={station ?? ''} className="panel unit-group" aria-label={station === null ? words.noStation : nameOf(station)}>
          <h2>{station === null ? words.noStation : nameOf(station)} <span className="faint">{list.length}</span></h2>
          <table className="table">
            <thead>
              <tr>
                <th scope="col">{words.unit}</th>
                <th scope="col">{words.status}</th>
                <th scope="col">{words.incident}</th>
                <th scope="col">{words.kind}</th>
                <th scope="col">{words.capabilities}</th>
                <th scope="col">{words.position}</th>
                <th scope="col">
                  <span className="visually-hidden">{words.actions}</span>
                </th>
              </tr>
            </thead>
            <tbody>{list.map((u) => <UnitRow key={u.id} unit={u} />)}</tbody>
          </table>
        </section>
      ))}
    </div>
  );
}

/** Units off duty, not retired, which the board does not carry: read when wanted, and when the number of units on duty changes. */
function useOffDuty(wanted: boolean, onDuty: readonly Unit[]): Unit[] {
  const [resting, setResting] = useState<Unit[]>([]);
  const here = onDuty.length;
  useEffect(() => {
    if (!wanted) return;
    const stop = new AbortController();
    void (async () => {
      const found: Unit[] = [];
      let cursor: string | null = null;
      for (let page = 0; page < pagesMax; page++) {
        const next: Page<Unit> = await api.get<Page<Unit>>(`/units${query({ status: 'offDuty', limit: 200, cursor })}`, stop.signal);
        found.push(...next.items);
        cursor = next.next;
        if (!cursor) break;
      }
      setResting(found);
    })().catch(() => undefined);
    return () => stop.abort();
  }, [wanted, here]);
  return resting.filter((u) => !u.retired && !live.units.has(u.id));
}

function UnitRow({ unit }: { unit: Unit }) {
  const { unitStatus } = useWords(terms);
  const incident = unit.incidentId ? live.incidents.get(unit.incidentId) : undefined;
  return (
    <tr draggable={unit.status === 'available'} onDragStart={(e) => dragUnit(e, unit.id)}>
      <th scope="row"><a href={`/units/${encodeURIComponent(unit.id)}`} onClick={follow}>{unit.callSign}</a></th>
      <td>
        <span className={`chip ${unitTone[unit.status]}`}>{unitStatus[unit.status]}</span>{' '}
        {unit.outOfService && <span className="quiet">{unit.outOfService}</span>}
      </td>
      <td>
        {incident ? (
          <a href={`/incidents/${encodeURIComponent(incident.id)}`} onClick={follow}>
            {splitNumber(incident.number)[1]} {incident.category}
          </a>
        ) : (
          <span className="faint">—</span>
        )}
      </td>
      <td>{unit.kind}</td>
      <td className="quiet">{unit.capabilities.join(', ')}</td>
      <td className="num"><Where unitId={unit.id} /></td>
      <td><DutyButtons unit={unit} /></td>
    </tr>
  );
}

function Where({ unitId }: { unitId: string }) {
  const position = usePosition(unitId);
  const words = useWords(unitWords);
  const format = useFormats();
  if (!position) return <span className="faint">—</span>;
  return (
    <span className="where">
      <span className="quiet">
        {position.lat.toFixed(4)}, {position.lon.toFixed(4)}
      </span>
      <span className="faint">{format.time(position.at)}</span>
      {position.stale && <span className="chip warn">{words.stale}</span>}
    </span>
  );
}

function DutyButtons({ unit }: { unit: Unit }) {
  const words = useWords(unitWords);
  const may = useMayOnUnit('setDuty', unit.id);
  const [asking, setAsking] = useState<'out' | 'message' | null>(null);
  const mayWrite = useMay('assign');
  const set = (body: Parameters<typeof unitCommands.duty>[1]) => void attempt(() => unitCommands.duty(unit.id, body));
  return (
    <span className="row unit-actions">
      {mayWrite && unit.status !== 'offDuty' && (
        <button
          type="button"
          className="button plain small icon-only"
          aria-label={words.messageTo(unit.callSign)}
          title={words.message}
          onClick={() => setAsking('message')}
        >
          <Icon name="send" />
        </button>
      )}
      {may && unit.status === 'offDuty' && (
        <button type="button" className="button small" onClick={() => set({ onDuty: true })}>
          {words.comeOn}
        </button>
      )}
      {may && unit.status === 'outOfService' && (
        <button type="button" className="button small" onClick={() => set({ onDuty: true, outOfService: null })}>
          {words.backInService}
        </button>
      )}
      {may && unit.status === 'available' && (
        <button type="button" className="button plain small" onClick={() => setAsking('out')}>
          {words.outOfService}
        </button>
      )}
      {may && (unit.status === 'available' || unit.status === 'outOfService') && (
        <button type="button" className="button plain small" onClick={() => set({ onDuty: false })}>
          {words.goOff}
        </button>
      )}
      {asking === 'out' && (
        <Ask
          title={`${unit.callSign}: ${words.outOfService}`}
          label={words.whyOut}
          confirm={words.outOfService}
          onClose={() => setAsking(null)}
          run={(text) => unitCommands.duty(unit.id, { onDuty: true, outOfService: text })}
        />
      )}
      {asking === 'message' && (
        <Ask
          title={words.messageTo(unit.callSign)}
          label={words.text}
          long
          confirm={words.send}
          done={words.sent}
          onClose={() => setAsking(null)}
          run={(text) => unitCommands.message(unit.id, text, unit.incidentId)}
        />
      )}
    </span>
  );
}

function Ask({
  title,
  label,
  confirm,
  done,
  long,
  run,
  onClose,
}: {
  title: string;
  label: string;
  confirm: string;
  done?: string;
  long?: boolean;
  run: (text: string) => Promise<unknown>;
  onClose: () => void;
}) {
  const common = useWords(commonWords);
  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const text = String(new FormData(event.currentTarget).get('text')).trim();
    if (await attempt(() => run(text), done)) onClose();
  }
  return (
    <Dialog
      title={title}
      onClose={onClose}
      foot={
        <>
          <button type="button" className="button" onClick={onClose}>
            {common.cancel}
          </button>
          <button type="submit" form="ask" className="button primary">
            {confirm}
          </button>
        </>
      }
    >
      <form id="ask" onSubmit={(e) => void submit(e)}>
        {long ? (
          <TextArea label={label} name="text" required maxLength={1000} autoFocus />
        ) : (
          <TextField label={label} name="text" required maxLength={500} autoFocus />
        )}
      </form>
    </Dialog>
  );
}

function UnitPage({ id }: { id: string }) {
  const words = useWords(unitWords);
  const { unitStatus } = useWords(terms);
  const board = useUnit(id);
  const mayTrail = useMayOnUnit('readUnitTrail', id);
  const [full, setFull] = useState<Unit | null>(null);
  const version = board?.version;
  useEffect(() => {
    const stop = new AbortController();
    api.get<Unit>(`/units/${encodeURIComponent(id)}`, stop.signal).then(setFull, () => undefined);
    return () => stop.abort();
  }, [id]);
  const unit = board && (!full || full.version < (version ?? 0)) ? { ...board, crew: full?.crew ?? null } : (full ?? board);
  if (!unit) return null;
  return (
    <div className="units-screen">
      <div className="screen-head">
        <a href="/units" onClick={follow} className="button plain">← {words.back}</a>
        <h1>{unit.callSign}</h1>
        <span className={`chip ${unitTone[unit.status]}`}>{unitStatus[unit.status]}</span>
        <span className="push"><DutyButtons unit={unit} /></span>
      </div>
      <section className="panel panel-body unit-facts">
        <dl>
          {unit.agency && <div><dt>{words.agency}</dt><dd>{unit.agency}</dd></div>}
          <div><dt>{words.kind}</dt><dd>{unit.kind}</dd></div>
          <div><dt>{words.capabilities}</dt><dd>{unit.capabilities.join(', ') || '—'}</dd></div>
          <div><dt>{words.crew}</dt><dd>{unit.crew?.join(', ') || '—'}</dd></div>
          <div><dt>{words.position}</dt><dd><Where unitId={unit.id} /></dd></div>
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
      {mayTrail && <section className="panel panel-body"><h2>{words.trail}</h2><TrailTab stream={`unit/${id}`} /></section>}
    </div>
  );
}

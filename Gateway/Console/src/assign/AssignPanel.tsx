import { useEffect, useRef, useState, type KeyboardEvent } from 'react';
import { command } from '../api/commands';
import { Problem, type RefusedUnit } from '../api/problem';
import type { Incident, PlanAnswer, Recommendation } from '../api/types';
import { Answer } from '../asking/Answer';
import { answerOf } from '../asking/asked';
import { Icon } from '../design/Icon';
import { useFormats } from '../i18n/format';
import { useWords } from '../i18n/words';
import { incidents } from '../incident/actions';
import { busyText } from '../incident/busy';
import { isActive } from '../incident/detail';
import { spokenOf } from '../incident/naming';
import { live } from '../live/live';
import { problemText } from '../api/problemText';
import { toast } from '../alerts/toasts';
import { serverClock } from '../time/serverClock';
import { dragUnit } from '../units/drag';
import { reasonsOf, reasonText } from './reasons';
import { useOffers } from './useOffers';
import { assignWords } from './words';
import './assign.css';

/** The recommended units with reasons, chosen by number and sent by Enter. A unit that was just taken is named, and another offered. */
export function AssignPanel({ incident, mayAssign, onClose }: { incident: Incident; mayAssign: boolean; onClose: () => void }) {
  const words = useWords(assignWords);
  const [alarm, setAlarm] = useState(1);
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const [refused, setRefused] = useState<{ units: readonly RefusedUnit[]; text: string } | null>(null);
  const [busy, setBusy] = useState(false);
  const panel = useRef<HTMLElement>(null);
  const { asked, again } = useOffers(incident, alarm);
  const offers = answerOf(asked);
  const planned = offers?.plan?.needs.flatMap((n) => n.units) ?? [];
  const others = (offers?.best ?? []).filter((u) => !planned.some((p) => p.unitId === u.unitId));
  const all = [...planned, ...others];

  useEffect(() => panel.current?.focus(), []);
  // The plan's units are chosen at first; without a plan the best unit, if no unit is on the incident yet.
  const offeredIds = offers?.plan
    ? planned.map((u) => u.unitId).join(' ')
    : incident.assignments.some(isActive)
      ? ''
      : (others[0]?.unitId ?? '');
  useEffect(() => setChosen(new Set(offeredIds.split(' ').filter(Boolean))), [offeredIds]);

  const toggle = (unitId: string) =>
    setChosen((old) => (old.has(unitId) ? new Set([...old].filter((u) => u !== unitId)) : new Set([...old, unitId])));

  async function send(unitIds: readonly string[]) {
    if (unitIds.length === 0 || busy || !mayAssign) return;
    setBusy(true);
    setRefused(null);
    try {
      // Only units of the plan are chosen: they are sent by the plan, which replaces a unit that was just taken.
      if (offers?.plan && planned.length > 0 && unitIds.every((u) => planned.some((p) => p.unitId === u))) await byPlan(unitIds);
      else {
        await incidents.assign(incident.id, unitIds);
        toast('good', words.assigned(unitIds.join(', '), spokenOf(incident)));
      }
      onClose();
    } catch (error) {
      again();
      setRefused({
        units: error instanceof Problem ? error.units : [],
        text: error instanceof Problem && error.units.length > 0 ? busyText(error.units) : problemText(error),
      });
      setBusy(false);
    }
  }

  async function byPlan(unitIds: readonly string[]) {
    const answer = await command<PlanAnswer>('POST', `/incidents/${encodeURIComponent(incident.id)}/response-plan`, {
      alarm,
      unitIds,
      occurredAt: serverClock.iso(),
    });
    live.merge('incidents', answer.incident);
    toast('good', words.assigned(answer.assigned.join(', '), spokenOf(incident)));
    for (const one of answer.replaced) if (one.by) toast('info', words.replaced(one.unitId, one.by));
  }

  function key(event: KeyboardEvent) {
    if (event.key === 'Escape') onClose();
    else if (event.key === 'Enter' && event.target === event.currentTarget) void send([...chosen]);
    else if (/^[1-9]$/.test(event.key) && all[Number(event.key) - 1]) toggle(all[Number(event.key) - 1]!.unitId);
    else return;
    event.preventDefault();
    event.stopPropagation();
  }

  const instead = refused ? all.find((u) => !refused.units.some((r) => r.unitId === u.unitId)) : undefined;
  return (
    <section ref={panel} className="assign panel" tabIndex={-1} aria-label={words.title} onKeyDown={key}>
      <div className="panel-head">
        <h2>{words.title}</h2>
        <span className="quiet">{offers?.plan ? words.plan(offers.plan.runCardId) : words.nearest}</span>
        {offers?.plan && (
          <>
            <span className="chip">{words.alarm(alarm)}</span>
            {alarm < (offers.plan.alarms ?? 1) && (
              <button type="button" className="button small" onClick={() => setAlarm(alarm + 1)}>
                {words.nextAlarm}
              </button>
            )}
          </>
        )}
        <span className="faint push">{words.pressNumber}</span>
        <button type="button" className="button plain small icon-only" aria-label={words.closePanel} onClick={onClose}>
          <Icon name="close" />
        </button>
      </div>
      <div className="panel-body stack">
        {refused && (
          <div className="note bad row wrap" role="alert">
            <Icon name="alert" /><span className="grow">{refused.units.length > 0 ? `${words.taken}: ` : ''}{refused.text}</span>
            {instead && refused.units.length > 0 && <Instead unit={instead} onSend={() => void send([instead.unitId])} />}
          </div>
        )}
        <Answer of={asked} again={again}>{() => null}</Answer>
        {offers?.unknownPlace && <p className="note warn">{words.unknownPlace}</p>}
        {offers?.plan?.needs.map((need) => (
          <div key={need.need} className="stack">
            <h3>{need.count} × {need.need}{need.present?.length ? ` (${need.present.join(', ')})` : ''}</h3>
            <Offered units={need.units} first={planned.findIndex((u) => u === need.units[0])} chosen={chosen} toggle={toggle} />
            {need.missing > 0 && (
              <p className="note warn">
                <b>{words.missing(need.missing, need.need)}</b> {need.why?.length ? need.why.map(reasonText).join('; ') : need.reason}
              </p>
            )}
          </div>
        ))}
        {others.length > 0 && <Offered units={others} first={planned.length} chosen={chosen} toggle={toggle} />}
        {offers && all.length === 0 && <p className="note warn">{words.none}</p>}
        {offers?.plan && offers.plan.passedOver.length > 0 && (
          <details>
            <summary>{words.passedOver} ({offers.plan.passedOver.length})</summary>
            <ul className="passed">
              {offers.plan.passedOver.map((u) => (
                <li key={u.unitId}>
                  <b>{u.unitId}</b> <Eta unit={u} /> <span className="quiet">{reasonsOf(u).join(' · ')}</span>
                </li>
              ))}
            </ul>
          </details>
        )}
      </div>
      {mayAssign && (
        <div className="dialog-foot">
          <button type="button" className="button primary" disabled={busy || chosen.size === 0} onClick={() => void send([...chosen])}>
            <Icon name="send" />
            {words.send(chosen.size)}
          </button>
        </div>
      )}
    </section>
  );
}

function Offered({
  units,
  first,
  chosen,
  toggle,
}: {
  units: readonly Recommendation[];
  first: number;
  chosen: ReadonlySet<string>;
  toggle: (unitId: string) => void;
}) {
  return (
    <ul className="offers">
      {units.map((u, i) => (
        <li key={u.unitId}>
          <button
            type="button"
            className="offer"
            aria-pressed={chosen.has(u.unitId)}
            onClick={() => toggle(u.unitId)}
            draggable
            onDragStart={(e) => dragUnit(e, u.unitId)}
          >
            <kbd className="kbd">{first + i + 1 < 10 ? first + i + 1 : ' '}</kbd>
            <b>{u.unitId}</b>
            <Eta unit={u} />
            <span className="quiet cut">{reasonsOf(u).join(' · ')}</span>
            <span className="offer-check">{chosen.has(u.unitId) && <Icon name="check" />}</span>
          </button>
        </li>
      ))}
    </ul>
  );
}

function Eta({ unit }: { unit: Recommendation }) {
  const format = useFormats();
  if (Number.isNaN(unit.etaSeconds)) return <span className="num">—</span>;
  return (
    <span className="eta num">
      <b>{format.stopwatch(unit.etaSeconds)}</b> <span className="faint">{format.distance(unit.distanceMeters)}</span>
    </span>
  );
}

function Instead({ unit, onSend }: { unit: Recommendation; onSend: () => void }) {
  const words = useWords(assignWords);
  const format = useFormats();
  return (
    <button type="button" className="button small" onClick={onSend}>
      {words.instead(unit.unitId, Number.isNaN(unit.etaSeconds) ? '—' : format.stopwatch(unit.etaSeconds))}
    </button>
  );
}

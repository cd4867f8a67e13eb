import { useEffect, useRef, useState, type KeyboardEvent } from 'react';
import { command } from '../api/commands';
import { Problem, type RefusedUnit } from '../api/problem';
import type { Incident, PlanAnswer } from '../api/types';
import { Answer } from '../asking/Answer';
import { answerOf } from '../asking/asked';
import { Icon } from '../design/Icon';
import { useWords } from '../i18n/words';
import { incidents } from '../incident/actions';
import { busyText } from '../incident/busy';
import { isActive } from '../incident/detail';
import { spokenOf } from '../incident/naming';
import { live, useUnits } from '../live/live';
import { problemText } from '../api/problemText';
import { toast } from '../alerts/toasts';
import { useStationNames } from '../stations/names';
import { serverClock } from '../time/serverClock';
import { groupsOf, notShown, offeredAtFirst, offeredMax, proposedOf } from './choice';
import { Eta, Instead, Offered } from './Offered';
import { reasonsOf, reasonText } from './reasons';
import { useOffers } from './useOffers';
import { assignWords } from './words';
import './assign.css';

/**
 * The recommended units with reasons, chosen by number and sent by Enter, which sends nobody whom no person chose. A unit that was just
 * taken is named, and another offered.
 */
export function AssignPanel({ incident, mayAssign, onClose }: { incident: Incident; mayAssign: boolean; onClose: () => void }) {
  const words = useWords(assignWords);
  const [alarm, setAlarm] = useState(1);
  const [count, setCount] = useState(offeredAtFirst);
  // Null until a person chooses: then nothing that comes later adds to the choice.
  const [own, setOwn] = useState<ReadonlySet<string> | null>(null);
  const [refused, setRefused] = useState<{ units: readonly RefusedUnit[]; text: string } | null>(null);
  const [busy, setBusy] = useState(false);
  const panel = useRef<HTMLElement>(null);
  const sendButton = useRef<HTMLButtonElement>(null);
  const nameOf = useStationNames();
  const units = useUnits();
  const { asked, again } = useOffers(incident, alarm, count);
  const offers = answerOf(asked);
  const planned = offers?.plan?.needs.flatMap((n) => n.units) ?? [];
  const others = (offers?.best ?? []).filter((u) => !planned.some((p) => p.unitId === u.unitId));
  const all = [...planned, ...others];

  const known = new Set(all.map((u) => u.unitId));
  const chosen: ReadonlySet<string> = own
    ? new Set([...own].filter((u) => known.has(u)))
    : new Set(proposedOf(offers, incident.assignments.some(isActive)));
  const hidden = offers ? notShown(units, all) : 0;

  useEffect(() => panel.current?.focus(), []);

  function toggle(unitId: string) {
    setOwn(chosen.has(unitId) ? new Set([...chosen].filter((u) => u !== unitId)) : new Set([...chosen, unitId]));
  }

  async function send(unitIds: readonly string[]) {
    if (unitIds.length === 0 || busy || !mayAssign) return;
    setBusy(true);
    setRefused(null);
    try {
      // Only units of the plan are chosen: they are sent by the plan, which replaces a unit that was just taken by the next in time. Where
      // nobody knows who is near, nobody is sent in place of another.
      const isByPlan = offers?.plan && !offers.unknownPlace && unitIds.every((u) => planned.some((p) => p.unitId === u));
      if (isByPlan) await byPlan(unitIds);
      else {
        await incidents.assign(incident.id, unitIds);
        toast('good', words.assigned(unitIds.join(', '), spokenOf(incident)));
      }
      onClose();
    } catch (error) {
      const taken = error instanceof Problem ? error.units : [];
      again();
      setRefused({ units: taken, text: taken.length > 0 ? busyText(taken) : problemText(error) });
      // A second press must not send somebody whom the page ticked meanwhile.
      setOwn(new Set(unitIds.filter((u) => !taken.some((t) => t.unitId === u))));
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
    // Whom only the page proposes is named by the button first: the next press sends.
    else if (event.key === 'Enter' && event.target === event.currentTarget) own ? void send([...chosen]) : sendButton.current?.focus();
    else if (/^[1-9]$/.test(event.key) && all[Number(event.key) - 1]) toggle(all[Number(event.key) - 1]!.unitId);
    else return;
    event.preventDefault();
    event.stopPropagation();
  }

  const instead =
    refused && !offers?.unknownPlace ? all.find((u) => !refused.units.some((r) => r.unitId === u.unitId)) : undefined;
  return (
    <section ref={panel} className="assign panel" tabIndex={-1} aria-label={words.title} onKeyDown={key}>
      <div className="panel-head">
        <h2>{words.title}</h2>
        <span className="quiet">
          {offers?.plan ? words.plan(offers.plan.runCardId) : offers?.unknownPlace ? words.byStation : offers ? words.nearest : ''}
        </span>
        {offers?.plan && (
          <>
            <span className="chip">{words.alarm(alarm)}</span>
            {alarm < (offers.plan.alarms ?? 1) && (
              <button
                type="button"
                className="button small"
                onClick={() => {
                  setAlarm(alarm + 1);
                  setOwn(null);
                }}
              >
                {words.nextAlarm}
              </button>
            )}
          </>
        )}
        {mayAssign && <span className="faint push">{words.pressNumber}</span>}
        <button
          type="button"
          className={`button plain small icon-only${mayAssign ? '' : ' push'}`}
          aria-label={words.closePanel}
          onClick={onClose}
        >
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
        {offers?.unknownPlace && (
          <p className="note warn">{incident.station ? words.unknownPlace(nameOf(incident.station)) : words.unknownPlaceAndStation}</p>
        )}
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
        {!offers?.unknownPlace && others.length > 0 && (
          <Offered units={others} first={planned.length} chosen={chosen} toggle={toggle} />
        )}
        {offers?.unknownPlace &&
          groupsOf(others, (unitId) => live.units.get(unitId)?.station ?? null).map((group) => (
            <div key={group.first} className="stack">
              <h3>{group.station === null ? words.noStation : nameOf(group.station)}</h3>
              <Offered units={group.units} first={planned.length + group.first} chosen={chosen} toggle={toggle} />
            </div>
          ))}
        {offers && all.length === 0 && <p className="note warn">{hidden > 0 ? words.noneOffered : words.none}</p>}
        {hidden > 0 && (
          <p className="row wrap quiet" role="status">
            {words.notShown(hidden)}
            {count < offeredMax && (
              <button type="button" className="button small" onClick={() => setCount(offeredMax)}>
                {words.showMore}
              </button>
            )}
          </p>
        )}
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
          <button
            ref={sendButton}
            type="button"
            className="button primary"
            disabled={busy || chosen.size === 0}
            onClick={() => void send([...chosen])}
          >
            <Icon name="send" />
            {chosen.size === 0 ? words.chooseFirst : words.send([...chosen].join(', '))}
          </button>
        </div>
      )}
    </section>
  );
}

import { useEffect, useState } from 'react';
import type { Incident } from '../api/types';
import { Answer } from '../asking/Answer';
import { isMissing } from '../asking/asked';
import { AssignPanel } from '../assign/AssignPanel';
import { PlaceAge } from '../alarms/PlaceAge';
import { alarmWords } from '../alarms/words';
import { Icon } from '../design/Icon';
import { useFormats } from '../i18n/format';
import { useWords } from '../i18n/words';
import { live, usePresence } from '../live/live';
import { isHere } from '../live/presence';
import { MiniMap } from '../map/MiniMap';
import { MessagesTab } from '../messages/MessagesTab';
import { useUnseen } from '../messages/useSeen';
import { follow, useQuery } from '../routing/router';
import { useShortcuts } from '../keyboard/shortcuts';
import { useStationNames } from '../stations/names';
import { useMay } from '../signin/may';
import { useSecond } from '../time/ticker';
import { msOf } from '../incident/urgency';
import { PlaceDetail } from '../incident/PlaceDetail';
import { Assignments } from '../incident/Assignments';
import { affairOfIncident } from '../directives/affair';
import { IssueDialog } from '../directives/IssueDialog';
import { issueWords } from '../directives/issueWords';
import { useMayIssue } from '../directives/useMayIssue';
import { Clocks } from '../incident/Clocks';
import type { DialogKind } from '../incident/detail';
import { Evidence } from '../incident/Evidence';
import { Loop } from '../incident/Loop';
import { Parties } from '../incident/Parties';
import { recordWords } from '../incident/recordWords';
import { TimelineTab } from '../incident/TimelineTab';
import { ErasureNote } from '../incident/ErasureNote';
import { IncidentDialog } from '../incident/IncidentDialog';
import { Newest } from '../incident/Newest';
import { Related } from '../incident/Related';
import { splitNumber, statusTone, terms } from '../incident/terms';
import { TrailTab } from '../incident/TrailTab';
import { useIncidentDetail } from '../incident/useIncidentDetail';
import { closingWords } from '../incident/closingWords';
import { incidentWords } from '../incident/words';
import '../incident/incident.css';

type Tab = 'overview' | 'messages' | 'trail' | 'record';

/** One incident: its details and all its actions. */
export function IncidentPage({ id }: { id: string }) {
  const { asked, again } = useIncidentDetail(id);
  const words = useWords(incidentWords);
  if (isMissing(asked))
    return (
      <div className="empty" role="alert">
        <p>{words.notFound}</p>
        <a className="button" href="/" onClick={follow}>
          {words.back}
        </a>
      </div>
    );
  return <Answer of={asked} again={again}>{(incident) => <Page incident={incident} />}</Answer>;
}

function Page({ incident }: { incident: Incident }) {
  const words = useWords(incidentWords);
  const issuing = useWords(issueWords);
  const recording = useWords(recordWords);
  const wanted = useQuery().get('tab');
  const [tab, setTab] = useState<Tab>('overview');
  useEffect(() => {
    if (wanted === 'messages' || wanted === 'record') setTab(wanted);
  }, [wanted]);
  const unseen = useUnseen(incident);
  const [dialog, setDialog] = useState<DialogKind | null>(null);
  const [assigning, setAssigning] = useState(false);
  const [ordering, setOrdering] = useState(false);
  const may = {
    assign: useMay('assign'),
    recommend: useMay('recommend'),
    note: useMay('addNotes'),
    change: useMay('changeIncidents'),
    close: useMay('close'),
    trail: useMay('readIncidentTrail'),
    issue: useMayIssue(),
    keepRecord: useMay('keepRecord'),
  };
  const isOpen = incident.status !== 'closed';
  useEffect(() => setAssigning(false), [incident.id]);

  const actions = [
    isOpen && may.recommend && { key: 'a', icon: 'units' as const, label: words.assign, run: () => setAssigning((on) => !on), main: true },
    may.note && { key: 'n', icon: 'note' as const, label: words.note, run: () => setDialog({ is: 'note' }) },
    may.issue && { key: 'd', icon: 'send' as const, label: issuing.button, run: () => setOrdering(true) },
    isOpen && may.change && { key: 'e', icon: 'edit' as const, label: words.edit, run: () => setDialog({ is: 'edit' }) },
    may.change && { key: 'l', icon: 'link' as const, label: words.link, run: () => setDialog({ is: 'link' }) },
    isOpen && may.close && { key: 'x', icon: 'check' as const, label: words.close, run: () => setDialog({ is: 'close' }) },
    !isOpen && may.close && { key: 'r', icon: 'replay' as const, label: words.reopen, run: () => setDialog({ is: 'reopen' }) },
  ].filter((a) => a !== false);
  useShortcuts([
    ...actions.map((a) => ({ keys: a.key, label: () => a.label, run: a.run })),
    { keys: '1', label: () => words.overview, run: () => setTab('overview') },
    { keys: '2', label: () => words.messages, run: () => setTab('messages') },
    { keys: '3', label: () => recording.record, run: () => setTab('record') },
    ...(may.trail ? [{ keys: '4', label: () => words.trail, run: () => setTab('trail') }] : []),
  ]);

  const tabs: [Tab, string][] = [
    ['overview', words.overview],
    ['messages', words.messages],
    ['record', recording.record],
    ...(may.trail ? [['trail', words.trail] as [Tab, string]] : []),
  ];
  return (
    <article className="incident" aria-label={incident.number}>
      <Head incident={incident} />
      <div className="incident-actions" role="toolbar" aria-label={incident.number}>
        {actions.map((a) => (
          <button
            key={a.key}
            type="button"
            className={`button${'main' in a && a.main ? ' primary' : ''}`}
            onClick={a.run}
            aria-expanded={a.key === 'a' ? assigning : undefined}
            title={a.key}
          >
            <Icon name={a.icon} />{a.label}
          </button>
        ))}
      </div>
      <ErasureNote
        path={`/incidents/${encodeURIComponent(incident.id)}`}
        erasure={incident.erasure}
        onErased={(after) => live.merge('incidents', after as Incident)}
      />
      {assigning && isOpen && <AssignPanel incident={incident} mayAssign={may.assign} onClose={() => setAssigning(false)} />}
      <div className="tabs" role="tablist" aria-label={incident.number}>
        {tabs.map(([name, label]) => (
          <button
            key={name}
            type="button"
            role="tab"
            id={`tab-${name}`}
            aria-selected={tab === name}
            aria-controls="incident-tab"
            tabIndex={tab === name ? 0 : -1}
            onClick={() => setTab(name)}
            onKeyDown={(e) => {
              const by = e.key === 'ArrowRight' ? 1 : e.key === 'ArrowLeft' ? -1 : 0;
              if (by === 0) return;
              const next = tabs[(tabs.findIndex(([n]) => n === tab) + by + tabs.length) % tabs.length]![0];
              setTab(next);
              document.getElementById(`tab-${next}`)?.focus();
            }}>
            {label}
            {name === 'messages' && unseen > 0 && <span className="chip warn">{unseen} {words.unread}</span>}
          </button>
        ))}
      </div>
      <div id="incident-tab" role="tabpanel" aria-labelledby={`tab-${tab}`} tabIndex={0} className="incident-body">
        {tab === 'overview' && (
          <>
            <Assignments incident={incident} onDialog={setDialog} />
            <div className="incident-columns">
              <div className="stack">
                <section>
                  <h2 className="section-title">{words.narrative}</h2>
                  <p className="narrative">{incident.narrative ?? '—'}</p>
                </section>
                {may.trail && <Newest incident={incident} />}
                <Related incident={incident} onDialog={setDialog} />
              </div>
              <div className="stack"><Clocks incident={incident} /><MiniMap incident={incident} /></div>
            </div>
          </>
        )}
        {tab === 'messages' && (
          <MessagesTab thing="incidents" id={incident.id} unread={incident.unread ?? 0} count={incident.messageCount} />
        )}
        {tab === 'record' && (
          <div className="incident-columns">
            <div className="stack">
              <Parties incident={incident} />
              <Evidence stream={`incident/${incident.id}`} mayAdd={may.keepRecord} />
            </div>
            <div className="stack"><Loop incident={incident} /></div>
          </div>
        )}
        {tab === 'trail' && <Trails incidentId={incident.id} />}
      </div>
      {ordering && <IssueDialog affair={affairOfIncident(incident)} onClose={() => setOrdering(false)} />}
      {dialog && <IncidentDialog kind={dialog} incident={incident} onClose={() => setDialog(null)} />}
    </article>
  );
}

/** Its own trail, or everything that belongs to it in one list. */
function Trails({ incidentId }: { incidentId: string }) {
  const words = useWords(recordWords);
  const [isWhole, setWhole] = useState(false);
  return (
    <>
      <div className="row wrap trail-choice">
        <button type="button" className="button small" aria-pressed={!isWhole} onClick={() => setWhole(false)}>
          {words.own}
        </button>
        <button type="button" className="button small" aria-pressed={isWhole} onClick={() => setWhole(true)}>
          {words.whole}
        </button>
      </div>
      {isWhole ? <TimelineTab incidentId={incidentId} /> : <TrailTab stream={`incident/${incidentId}`} />}
    </>
  );
}

function Head({ incident }: { incident: Incident }) {
  const words = useWords(incidentWords);
  const closing = useWords(closingWords);
  const alarm = useWords(alarmWords);
  const term = useWords(terms);
  const format = useFormats();
  const nameOf = useStationNames();
  const others = usePresence().filter((p) => p.incidentId === incident.id && !isHere(p));
  const [day, rest] = splitNumber(incident.number);
  const { location } = incident;
  return (
    <header className="incident-head">
      <span className="priority big" data-priority={incident.priority} aria-label={term.priority(incident.priority)}>
        {incident.priority}
      </span>
      <div className="grow">
        <h1><span className="faint">{day}</span>{rest} · {incident.category}</h1>
        <p className="row wrap">
          <Icon name="pin" />
          <span>{location?.address ?? (location?.lat == null ? words.noAddress : '')}</span>
          {location?.lat != null && <span className="faint num">{location.lat.toFixed(5)}, {location.lon!.toFixed(5)}</span>}
          <PlaceDetail location={location} />
        </p>
        <p className="row wrap">
          <span className={`chip ${statusTone[incident.status]}`}>{term.status[incident.status]}</span>
          {incident.panicUnitId && <span className="chip bad"><Icon name="siren" />{words.distress(incident.panicUnitId)}</span>}
          {incident.distress && (
            <span className={`chip ${incident.distress.acknowledgedBy ? '' : 'bad'}`}>
              <Icon name="eye" />
              {incident.distress.acknowledgedBy ? alarm.seenBy(incident.distress.acknowledgedBy) : alarm.unseen}
            </span>
          )}
          <PlaceAge located={incident.located ?? null} />
          {incident.unattendedSince && <span className="chip warn"><Icon name="alert" />{words.unattended}</span>}
          {incident.exercise && <span className="chip violet">{words.exercise}</span>}
          {incident.historic && <span className="chip">{words.historic}</span>}
          {incident.station && <span className="chip">{nameOf(incident.station)}</span>}
          {incident.areaClass && <span className="faint">{term.areaClass[incident.areaClass]}</span>}
          <span className="faint">{words.calls}: {incident.callCount}</span>
          {incident.disposition && <span className="faint">{words.disposition}: {incident.disposition}</span>}
          {incident.valid === false && <span className="chip warn">{closing.notValid}</span>}
          {others.length > 0 && (
            <span className="chip info">
              <Icon name="eye" />
              {words.openHere} {others.map((o) => o.subject).join(', ')}
            </span>
          )}
        </p>
      </div>
      <dl className="incident-times">
        <div><dt>{words.received}</dt><dd>{format.dayOfYear(incident.receivedAt)} {format.time(incident.receivedAt)}</dd></div>
        {incident.closedAt ? (
          <div>
            <dt>{words.closed}</dt>
            <dd>
              {format.dayOfYear(incident.closedAt)} {format.time(incident.closedAt)}
            </dd>
          </div>
        ) : (
          <div>
            <dt>{words.elapsed}</dt>
            <dd>
              <Elapsed since={incident.receivedAt} />
            </dd>
          </div>
        )}
      </dl>
    </header>
  );
}

function Elapsed({ since }: { since: string }) {
  const second = useSecond();
  const format = useFormats();
  const seconds = second - msOf(since) / 1000;
  return <b className="num">{format.elapsed(seconds)}</b>;
}

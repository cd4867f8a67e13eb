import { useEffect, type ReactNode } from 'react';
import { api } from '../api/client';
import type { Directive } from '../api/directive';
import { Answer } from '../asking/Answer';
import { isMissing } from '../asking/asked';
import { useAsked } from '../asking/useAsked';
import { useFormats } from '../i18n/format';
import { useWords } from '../i18n/words';
import { Evidence } from '../incident/Evidence';
import { useMay } from '../signin/may';
import { spokenById } from '../incident/naming';
import { splitNumber } from '../incident/terms';
import { TrailTab } from '../incident/TrailTab';
import { live, useItems } from '../live/live';
import { follow } from '../routing/router';
import { useStationNames } from '../stations/names';
import { Cautions, Limit } from './Card';
import { Deeds } from './Deeds';
import { directiveWords } from './words';
import '../incident/incident.css';

/** One directive, also one that is over: everything that was said of it, and what can be done with it. */
export function DirectivePage({ id }: { id: string }) {
  const words = useWords(directiveWords);
  const { asked, again, change } = useAsked<Directive>(`directive ${id}`, (signal) =>
    api.get(`/directives/${encodeURIComponent(id)}`, signal),
  );
  useEffect(
    () =>
      live.onEvent(({ stream, view, version }) => {
        if (stream !== `directive/${id}`) return;
        // What the board shows of it is there at once; its reports are read.
        if (view)
          change((known) => (known.version >= version ? known : { ...known, ...(view as Directive), reports: known.reports }));
        again();
      }),
    [id, again, change],
  );
  return (
    <div className="directives-screen">
      <p>
        <a href="/directives" onClick={follow} className="button plain">← {words.back}</a>
      </p>
      {isMissing(asked) ? (
        <p className="empty" role="alert">{words.notFound}</p>
      ) : (
        <Answer of={asked} again={again}>{(directive) => <Page directive={directive} />}</Answer>
      )}
    </div>
  );
}

function Page({ directive }: { directive: Directive }) {
  const words = useWords(directiveWords);
  const { kind, status } = directive;
  const mayKeep = useMay('keepRecord');
  return (
    <article className="directive-page" aria-label={directive.number}>
      <header className="screen-head">
        <h1>
          {(words.kinds as Record<string, string>)[kind] ?? kind} <span className="num">{splitNumber(directive.number)[1]}</span>
        </h1>
        <span className={`chip ${status === 'refused' ? 'bad' : directive.overAt === null ? 'info' : ''}`}>{words.status[status]}</span>
        {directive.exercise && <span className="chip violet">{words.exercise}</span>}
        {directive.shared && <span className="chip">{words.shared}</span>}
        {directive.overAt === null && <Limit directive={directive} />}
      </header>
      <Cautions cautions={directive.cautions} />
      <p className="directive-text panel panel-body">{directive.text}</p>
      {directive.refusal && (
        <p className="note bad">{words.refusedBecause(directive.refusal.by, directive.refusal.reason)}</p>
      )}
      {directive.returns.map((r) => (
        <p key={r.at} className="note warn">
          {words.returnedBecause(r.by, r.reason)} {r.fields.length > 0 && <b>{r.fields.join(', ')}</b>}
        </p>
      ))}
      <Deeds directive={directive} />
      <div className="directive-columns">
        <section className="panel panel-body"><Facts directive={directive} /></section>
        <section className="panel panel-body stack">
          <h2 className="section-title">{words.reports}</h2>
          <Reports directive={directive} />
        </section>
      </div>
      <section className="panel panel-body"><Evidence stream={`directive/${directive.id}`} mayAdd={mayKeep} /></section>
      <section className="panel panel-body">
        <h2 className="section-title">{words.trail}</h2>
        <TrailTab stream={`directive/${directive.id}`} />
      </section>
    </article>
  );
}

function Facts({ directive: d }: { directive: Directive }) {
  const { facts, ...words } = useWords(directiveWords);
  const format = useFormats();
  const nameOf = useStationNames();
  const siblings = useItems('directives').filter((other) => other.group === d.group && other.id !== d.id);
  const at = (time: string | null) => time && <span className="num">{format.dayOfYear(time)} {format.time(time)}</span>;
  const link = (id: string | null | undefined) =>
    id && (
      <a key={id} href={`/directives/${encodeURIComponent(id)}`} onClick={follow}>
        {splitNumber(live.items.directives.get(id)?.number ?? id.slice(0, 8))[1]}
      </a>
    );
  const rows: [string, ReactNode][] = [
    [facts.to, d.to.station ? nameOf(d.to.station) : (d.to.unit ?? d.to.subject)],
    [facts.from, [d.from.subject, d.from.station && nameOf(d.from.station)].filter(Boolean).join(' · ')],
    [
      facts.on,
      d.incidentId ? (
        <a href={`/incidents/${encodeURIComponent(d.incidentId)}`} onClick={follow}>{spokenById(d.incidentId)}</a>
      ) : (
        d.callId && <a href={`/calls/${encodeURIComponent(d.callId)}`} onClick={follow}>{words.onCall}</a>
      ),
    ],
    [facts.issuedAt, at(d.issuedAt)],
    [facts.signedAt, d.signedAt && <>{at(d.signedAt)} {d.signedBy}</>],
    [facts.sentAt, at(d.sentAt)],
    [facts.reportedAt, at(d.reportedAt)],
    [facts.overAt, at(d.overAt)],
    [facts.outcome, d.outcome],
    [facts.validUntil, at(d.validUntil)],
    [facts.nextAt, at(d.nextAt)],
    [facts.place, d.place && (d.place.address ?? `${d.place.lat?.toFixed(5)}, ${d.place.lon?.toFixed(5)}`)],
    [facts.equipment, d.equipment.join(', ')],
    [facts.fields, d.fields.join(', ')],
    [facts.parties, d.parties.join(', ')],
    [facts.receipt, d.receipt && [d.receipt.name, d.receipt.reference, d.receipt.phone].filter(Boolean).join(' · ')],
    [facts.replaces, link(d.replaces)],
    [facts.replacedBy, link(d.replacedBy)],
    [facts.group, siblings.length > 0 && <span className="row wrap">{siblings.map((s) => link(s.id))}</span>],
  ];
  return (
    <dl className="directive-facts">
      {rows.map(([name, value]) => value && (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}

function Reports({ directive }: { directive: Directive }) {
  const words = useWords(directiveWords);
  const format = useFormats();
  const { reports, reportCount } = directive;
  if (reportCount === 0) return <p className="faint">{words.noReports}</p>;
  return (
    <ul className="stack plain-list">
      {reports.map((r) => (
        <li key={`${r.at} ${r.by}`} className="note good">
          <b>{r.outcome}</b> <span className="faint">{r.by} · {format.dayOfYear(r.at)} {format.time(r.at)}</span>
          {!r.final && <span className="chip">{words.notFinal}</span>}
          {r.narrative && <p className="directive-text">{r.narrative}</p>}
          {r.place && <p className="quiet">{r.place.address ?? `${r.place.lat?.toFixed(5)}, ${r.place.lon?.toFixed(5)}`}</p>}
          {Object.keys(r.results).length > 0 && (
            <p className="row wrap">
              {Object.entries(r.results).map(([word, n]) => <span key={word} className="chip">{word} {format.number(n)}</span>)}
            </p>
          )}
        </li>
      ))}
      {reportCount > reports.length && <li className="faint">{words.moreReports(reportCount - reports.length)}</li>}
    </ul>
  );
}

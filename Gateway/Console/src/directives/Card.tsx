import type { Directive } from '../api/directive';
import { Icon } from '../design/Icon';
import { stopwatch, useFormats } from '../i18n/format';
import { useWords } from '../i18n/words';
import { splitNumber, terms } from '../incident/terms';
import { follow } from '../routing/router';
import { useStationNames } from '../stations/names';
import { useSecond } from '../time/ticker';
import { nextLimit } from './columns';
import { Deeds } from './Deeds';
import { directiveWords } from './words';

/** A directive: what, for whom, the limit that runs down, and what can be done with it. */
export function Card({ directive }: { directive: Directive }) {
  const words = useWords(directiveWords);
  const format = useFormats();
  const nameOf = useStationNames();
  const { to, from, kind } = directive;
  return (
    <li className="directive-card">
      <div className="row">
        <span className="chip info">{(words.kinds as Record<string, string>)[kind] ?? kind}</span>
        <a className="num" href={`/directives/${encodeURIComponent(directive.id)}`} onClick={follow}>
          <b>{splitNumber(directive.number)[1]}</b>
        </a>
        {directive.status === 'refused' && <span className="chip bad">{words.status.refused}</span>}
        <Limit directive={directive} />
      </div>
      <p className="directive-text">{directive.text}</p>
      <Cautions cautions={directive.cautions} />
      {directive.refusal && (
        <p className="note bad">{words.refusedBecause(directive.refusal.by, directive.refusal.reason)}</p>
      )}
      {directive.status === 'signed' && directive.returns.length > 0 && (
        <p className="note warn">{words.returnedBecause(directive.returns.at(-1)!.by, directive.returns.at(-1)!.reason)}</p>
      )}
      <div className="row wrap quiet">
        <span>
          {words.to}: {to.station ? nameOf(to.station) : (to.unit ?? to.subject)}
        </span>
        <span className="faint">{words.from(from.subject, format.time(directive.issuedAt))}</span>
        {directive.validUntil && <span className="faint">{words.validUntil(format.time(directive.validUntil))}</span>}
        {directive.outcome && <span className="chip">{directive.outcome}</span>}
      </div>
      <Deeds directive={directive} small />
    </li>
  );
}

/** The only part of a card that is drawn each second. */
export function Limit({ directive }: { directive: Directive }) {
  const words = useWords(directiveWords);
  const { clock } = useWords(terms);
  const second = useSecond();
  const limit = nextLimit(directive);
  if (!limit) return null;
  const left = Date.parse(limit.dueAt) / 1000 - second;
  const late = left <= 0;
  return (
    <span className="directive-limit push" data-late={late ? '' : undefined}>
      <Icon name={late ? 'alert' : 'clock'} />
      <b className="num">{late ? '+' : ''}{stopwatch(Math.abs(left))}</b>{' '}
      {late ? words.over(clock[limit.stage]) : words.limit(clock[limit.stage])}
    </span>
  );
}

/** The dangers of which the recipient was told: before anything else. */
export function Cautions({ cautions }: Pick<Directive, 'cautions'>) {
  if (cautions.length === 0) return null;
  return (
    <ul className="stack tight plain-list">
      {cautions.map((c) => (
        <li key={`${c.source} ${c.ref}`} className="note bad row">
          <Icon name="alert" />
          <span>{c.text}</span>
        </li>
      ))}
    </ul>
  );
}

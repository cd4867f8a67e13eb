import { useState } from 'react';
import type { Directive } from '../api/directive';
import { Icon } from '../design/Icon';
import { stopwatch, useFormats } from '../i18n/format';
import { useWords } from '../i18n/words';
import { attempt } from '../incident/actions';
import { splitNumber, terms } from '../incident/terms';
import { useUnit } from '../live/live';
import { useMay } from '../signin/may';
import { usePerson } from '../signin/session';
import { useStationNames } from '../stations/names';
import { useSecond } from '../time/ticker';
import { directives } from './actions';
import { answersFor, managesIt, nextLimit, nextStep } from './columns';
import { type Deed, ReasonDialog } from './ReasonDialog';
import { ReportDialog } from './ReportDialog';
import { directiveWords } from './words';

/** A directive: what, for whom, the limit that runs down, and one button. */
export function Card({ directive }: { directive: Directive }) {
  const words = useWords(directiveWords);
  const format = useFormats();
  const nameOf = useStationNames();
  const { to, from, kind } = directive;
  return (
    <li className="directive-card">
      <div className="row">
        <span className="chip info">{(words.kinds as Record<string, string>)[kind] ?? kind}</span>
        <b className="num">{splitNumber(directive.number)[1]}</b>
        <Limit directive={directive} />
      </div>
      <p className="directive-text">{directive.text}</p>
      <div className="row wrap quiet">
        <span>
          {words.to}: {to.station ? nameOf(to.station) : (to.unit ?? to.subject)}
        </span>
        <span className="faint">{words.from(from.subject, format.time(directive.issuedAt))}</span>
        {directive.validUntil && <span className="faint">{words.validUntil(format.time(directive.validUntil))}</span>}
        {directive.outcome && <span className="chip">{directive.outcome}</span>}
      </div>
      <Step directive={directive} />
      <Deeds directive={directive} />
    </li>
  );
}

/** The only part of a card that is drawn each second. */
function Limit({ directive }: { directive: Directive }) {
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

function Step({ directive }: { directive: Directive }) {
  const words = useWords(directiveWords);
  const person = usePerson();
  const unit = useUnit(directive.to.unit);
  const may = useMay('answerDirectives');
  const [asking, setAsking] = useState(false);
  const [busy, setBusy] = useState(false);
  const step = nextStep(directive);
  if (!may || !person || !step || !answersFor(person, directive, unit?.station ?? null)) return null;
  const number = splitNumber(directive.number)[1];

  async function sign() {
    setBusy(true);
    await attempt(() => directives.sign(directive.id), words.signed(number));
    setBusy(false);
  }

  return (
    <div className="row">
      {step === 'sign' && (
        <button type="button" className="button primary" disabled={busy} aria-label={`${words.sign} ${number}`} onClick={() => void sign()}>
          {words.sign}
        </button>
      )}
      <button
        type="button"
        className={step === 'report' ? 'button primary' : 'button'}
        aria-label={`${words.report} ${number}`}
        onClick={() => setAsking(true)}
      >
        {words.report}
      </button>
      {asking && <ReportDialog directive={directive} onClose={() => setAsking(false)} />}
    </div>
  );
}

/** What is done for a reason: the recipient refuses it, its issuer gives the report back, a supervisor urges. */
function Deeds({ directive }: { directive: Directive }) {
  const words = useWords(directiveWords);
  const person = usePerson();
  const unit = useUnit(directive.to.unit);
  const mayAnswer = useMay('answerDirectives');
  const mayManage = useMay('manageDirectives');
  const mayUrge = useMay('supervise');
  const [asking, setAsking] = useState<Deed | null>(null);
  if (!person) return null;
  const number = splitNumber(directive.number)[1];
  const deeds: Deed[] = [];
  if (mayAnswer && directive.status === 'issued' && answersFor(person, directive, unit?.station ?? null)) deeds.push('refuse');
  if (mayManage && directive.status === 'reported' && managesIt(person, directive)) deeds.push('giveBack');
  if (mayUrge && directive.status !== 'reported') deeds.push('urge');
  if (deeds.length === 0) return null;
  return (
    <div className="row">
      {deeds.map((deed) => (
        <button
          key={deed}
          type="button"
          className="button"
          aria-label={`${words.deeds[deed]} ${number}`}
          onClick={() => setAsking(deed)}
        >
          {words.deeds[deed]}
        </button>
      ))}
      {asking && <ReasonDialog directive={directive} deed={asking} onClose={() => setAsking(null)} />}
    </div>
  );
}

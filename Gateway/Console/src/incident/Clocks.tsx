import type { Clock, Incident } from '../api/types';
import { Icon } from '../design/Icon';
import { useFormats } from '../i18n/format';
import { useWords } from '../i18n/words';
import { alarmOf, msOf } from './urgency';
import { useSecond } from '../time/ticker';
import { terms } from './terms';
import { incidentWords } from './words';

/** The incident's clocks: how much of each limit is used, when it is due, when it was met. */
export function Clocks({ incident }: { incident: Incident }) {
  const words = useWords(incidentWords);
  const shown = incident.clocks.filter((c) => c.state !== 'void' || c.suspect);
  return (
    <section className="clocks" aria-label={words.clocks}>
      <h2 className="section-title">{words.clocks}</h2>
      {shown.length === 0 && <p className="faint">{words.noClocks}</p>}
      <ul>{shown.map((c) => <ClockLine key={`${c.stage} ${c.unitId ?? ''} ${c.startedAt}`} clock={c} />)}</ul>
    </section>
  );
}

function ClockLine({ clock }: { clock: Clock }) {
  const second = useSecond();
  const words = useWords(incidentWords);
  const term = useWords(terms);
  const format = useFormats();
  const [start, due] = [msOf(clock.startedAt), msOf(clock.dueAt)];
  const running = clock.state === 'running' && !clock.silent;
  const alarm = running ? alarmOf(clock, second * 1000) : clock.overdueAt ? 'late' : clock.suspect ? 'warn' : 'met';
  const used = clock.state === 'running' ? second * 1000 - start : clock.metAt ? msOf(clock.metAt) - start : null;
  const share = used === null || due <= start ? 100 : Math.min(100, Math.max(0, (100 * used) / (due - start)));
  const text = clock.suspect
    ? words.wrongTime
    : running
    ? alarm === 'late'
      ? words.lateBy(format.stopwatch((second * 1000 - due) / 1000))
      : words.left(format.stopwatch((due - second * 1000) / 1000))
    : used !== null
      ? words.metAfter(format.stopwatch(used / 1000)) +
        (clock.overdueAt && clock.metAt ? words.overBy(format.stopwatch((msOf(clock.metAt) - due) / 1000)) : '')
      : words.within;
  return (
    <li className="clock" data-alarm={alarm}>
      <span className="row">
        <Icon name={alarm === 'late' ? 'alert' : alarm === 'met' ? 'check' : 'clock'} />
        <b>{term.clock[clock.stage]}</b>
        {clock.unitId && <span className="quiet">{clock.unitId}</span>}
        <span className="push num">{text}</span>
      </span>
      <svg className="clock-bar" aria-hidden="true" preserveAspectRatio="none" viewBox="0 0 100 3">
        <rect width="100" height="3" className="all" />
        <rect width={share} height="3" className="used" />
      </svg>
      <span className="row faint">
        {words.due} {format.time(clock.dueAt)}
        {clock.level && (
          <span className="chip warn">
            {term.level[clock.level]}
            {clock.takenBy ? ` · ${words.takenBy(clock.takenBy)}` : ''}
          </span>
        )}
      </span>
    </li>
  );
}

import type { BoardIncident } from '../api/types';
import { Icon } from '../design/Icon';
import { stopwatch } from '../i18n/format';
import { useWords } from '../i18n/words';
import { terms } from '../incident/terms';
import { useSecond } from '../time/ticker';
import { msOf, pressing } from '../incident/urgency';
import { queueWords } from './words';

/** The clock of a row, the only part of it that is rendered each second. Colour, sign and word show its state. */
export function Ticking({ incident }: { incident: BoardIncident }) {
  const second = useSecond();
  const words = useWords(queueWords);
  const { clock: stages } = useWords(terms);
  const pressed = pressing(incident.clocks, second * 1000);
  if (!pressed)
    return (
      <span className="ticking" data-alarm={incident.unattendedSince ? 'unattended' : 'none'}>
        <b className="num">{stopwatch(second - msOf(incident.receivedAt) / 1000)}</b>
        <span>{incident.unattendedSince ? words.unattended : ''}&nbsp;</span>
      </span>
    );
  const { clock, alarm, remaining } = pressed;
  const stage = stages[clock.stage];
  return (
    <span className="ticking" data-alarm={alarm}>
      <b className="num">
        {alarm !== 'running' && <Icon name={alarm === 'late' ? 'alert' : 'clock'} />}
        {alarm === 'late' ? '+' : ''}{stopwatch(remaining)}
      </b>
      <span>
        {alarm === 'late' ? words.lateIn(stage) : alarm === 'warn' ? words.warnIn(stage) : words.runsIn(stage)}
        {clock.unitId ? ` ${clock.unitId}` : ''}
      </span>
    </span>
  );
}

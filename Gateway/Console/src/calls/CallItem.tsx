import { command } from '../api/commands';
import type { Call } from '../api/types';
import { Icon } from '../design/Icon';
import { useFormats } from '../i18n/format';
import { useWords } from '../i18n/words';
import { attempt } from '../incident/actions';
import { terms } from '../incident/terms';
import { follow, go } from '../routing/router';
import { serverClock } from '../time/serverClock';
import { atSeat } from './seat';
import { callWords } from './words';

const callTone = { ringing: 'warn', answered: 'good', ended: 'info', disposed: '' } as const;

/** A call in the list; one that rings can be answered there. */
export function CallItem({ call, open, mayTake }: { call: Call; open: boolean; mayTake: boolean }) {
  const words = useWords(callWords);
  const { callStatus, disposition } = useWords(terms);
  const format = useFormats();
  const at = call.answeredAt ?? call.ringingAt ?? call.endedAt ?? call.disposition?.at ?? 0;
  return (
    <li>
      <a href={`/calls/${encodeURIComponent(call.id)}`} onClick={follow} aria-current={open ? 'true' : undefined}>
        <span className="row">
          <span className={`chip ${callTone[call.status]}`}>
            <Icon name="call" />
            {callStatus[call.status]}
          </span>
          {call.disposition && <span className="quiet">{disposition[call.disposition.kind]}</span>}
          <time className="faint push num">{format.time(at)}</time>
        </span>
        <span className="cut">{call.narrative ?? call.location?.address ?? call.callerNumber ?? '—'}</span>
      </a>
      {call.status === 'ringing' && mayTake && (
        <button type="button" className="button primary small" onClick={() => void answer(call)}>
          <Icon name="call" />
          {words.answer}
        </button>
      )}
    </li>
  );
}

async function answer(call: Call): Promise<void> {
  const path = `/calls/${encodeURIComponent(call.id)}`;
  if (await attempt(() => command('POST', `${path}/answering`, { occurredAt: serverClock.iso(), ...atSeat() }))) go(path);
}

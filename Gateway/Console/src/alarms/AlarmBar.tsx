import { useMemo, useState } from 'react';
import { soundAllowed, toggleSound, useAudible } from '../alerts/sound';
import { Icon } from '../design/Icon';
import { useFormats } from '../i18n/format';
import { useWords } from '../i18n/words';
import { useLive } from '../live/live';
import { follow } from '../routing/router';
import { useMay } from '../signin/may';
import { usePerson } from '../signin/session';
import { useSecond } from '../time/ticker';
import type { Alarm, AlarmKind } from './alarm';
import { DistressRow } from './DistressRow';
import { hears, sounding } from './hearing';
import { icons } from './icons';
import { silence, useSilenced } from './silenced';
import { countsOf, useAlarmSound } from './useAlarmSound';
import { useAlarms } from './useAlarms';
import { useWaitingCalls } from './waitingCalls';
import { alarmWords } from './words';
import './alarms.css';

// More of one kind are found on its own screen.
const listedMax = 30;

/** What must not be overlooked, above every screen: how many of each kind, the oldest of each, and every officer in distress. */
export function AlarmBar() {
  const words = useWords(alarmWords);
  const mayRead = useMay('readIncidents');
  const mayCalls = useMay('readCalls') && mayRead;
  const calls = useWaitingCalls(mayCalls);
  const alarms = useAlarms(calls);
  const isLoaded = useLive((store) => store.loaded);
  const [shown, setShown] = useState<AlarmKind | null>(null);
  useAlarmSound(alarms);
  const counts = useMemo(() => countsOf(alarms), [alarms]);
  if (!mayRead) return null;
  const list = alarms.filter((a) => a.kind === shown);
  return (
    <section className="alarms" aria-label={words.title} data-loud={alarms.some((a) => a.isLoud) ? '' : undefined}>
      <div className="alarm-bar">
        {counts.map(([kind, count]) => (
          <Count
            key={kind}
            kind={kind}
            count={count}
            oldest={alarms.find((a) => a.kind === kind)!}
            isShown={kind === shown}
            onShow={() => setShown(kind === shown ? null : kind)}
          />
        ))}
        {counts.length === 0 && <span className="alarm-quiet">{isLoaded ? words.quiet : words.loading}</span>}
        {calls.failed && <span className="alarm-failed" role="status"><Icon name="wifi" />{words.failed}</span>}
        <Hearing alarms={alarms} />
      </div>
      {alarms.filter((a) => a.kind === 'distress').map((a) => <DistressRow key={a.key} alarm={a} />)}
      {shown !== null && shown !== 'distress' && list.length > 0 && (
        <ul className="alarm-list">
          {list.slice(0, listedMax).map((a) => <Line key={a.key} alarm={a} onPick={() => setShown(null)} />)}
          {list.length > listedMax && <li className="faint">{words.more(list.length - listedMax)}</li>}
        </ul>
      )}
    </section>
  );
}

interface CountProps {
  kind: AlarmKind;
  count: number;
  oldest: Alarm;
  isShown: boolean;
  onShow: () => void;
}

/** How many alarms there are of a kind, and since when the first of them. */
function Count({ kind, count, oldest, isShown, onShow }: CountProps) {
  const words = useWords(alarmWords);
  return (
    <button
      type="button"
      className="alarm"
      data-kind={kind}
      data-loud={oldest.isLoud ? '' : undefined}
      aria-expanded={isShown}
      title={words.show(count, words.kind[kind])}
      onClick={onShow}
    >
      <Icon name={icons[kind]} />
      <b className="num">{count}</b>
      <span className="alarm-kind">{words.kind[kind]}</span>
      {oldest.since !== null && <Since since={oldest.since} />}
    </button>
  );
}

function Line({ alarm, onPick }: { alarm: Alarm; onPick: () => void }) {
  const words = useWords(alarmWords);
  return (
    <li>
      <a
        href={alarm.href}
        onClick={(e) => {
          follow(e);
          onPick();
        }}
      >
        {alarm.priority !== null && <span className="priority" data-priority={alarm.priority}>{alarm.priority}</span>}
        <b className="num">{alarm.name || words.unknownCall}</b>
        <span className="cut">{alarm.about}</span>
        {alarm.since !== null && <Since since={alarm.since} />}
      </a>
    </li>
  );
}

/** For how long: rendered each second by itself. */
function Since({ since }: { since: number }) {
  const second = useSecond();
  const format = useFormats();
  const seconds = Math.max(0, second - since / 1000);
  return <span className="num alarm-since">{format.elapsed(seconds)}</span>;
}

/** Says when alarms cannot be heard, and silences those that sound. */
function Hearing({ alarms }: { alarms: readonly Alarm[] }) {
  const words = useWords(alarmWords);
  const roles = usePerson()?.roles ?? [];
  const audible = useAudible();
  const silenced = useSilenced();
  const maySee = useMay('acknowledgeDistress');
  const first = sounding(alarms, roles, silenced);
  if (audible !== 'on')
    return (
      <button
        type="button"
        className="button small push"
        onClick={() => {
          soundAllowed();
          if (audible === 'muted') toggleSound();
        }}
      >
        <Icon name="mute" />
        {audible === 'muted' ? `${words.soundMuted}: ${words.soundOn}` : words.soundBlocked}
      </button>
    );
  // A distress is not silenced by those who can say that they have seen it.
  if (first === null || (first.kind === 'distress' && maySee)) return null;
  const quieted = alarms.filter((a) => hears(roles, a.kind) && !(a.kind === 'distress' && maySee)).map((a) => a.key);
  return (
    <button type="button" className="button small push" title={words.silenceHint} onClick={() => silence(quieted)}>
      <Icon name="mute" />
      {words.silence}
    </button>
  );
}

import { useEffect, useRef } from 'react';
import { announce } from '../alerts/announce';
import { sound, type Sound } from '../alerts/sound';
import { usePerson } from '../signin/session';
import { alarmKinds, type Alarm, type AlarmKind } from './alarm';
import { hearsIt, repeatSeconds, sounding } from './hearing';
import { keepOnly, useSilenced } from './silenced';
import { alarmWords } from './words';

const soundOf: Record<AlarmKind, Sound> = {
  distress: 'distress',
  unattended: 'late',
  ringing: 'ringing',
  toSign: 'ringing',
  cameBack: 'message',
  callBack: 'ringing',
  late: 'late',
  message: 'message',
  refused: 'message',
};

/** Sounds the first loud alarm again and again until somebody takes or silences it, and tells screen readers of each new one once. */
export function useAlarmSound(alarms: readonly Alarm[]): void {
  const roles = usePerson()?.roles ?? [];
  const silenced = useSilenced();
  const first = sounding(alarms, roles, silenced);
  const kind = first?.kind ?? null;

  useEffect(() => {
    if (kind === null) return;
    sound(soundOf[kind]);
    const timer = setInterval(() => sound(soundOf[kind]), repeatSeconds[kind] * 1_000);
    return () => clearInterval(timer);
  }, [kind]);

  const told = useRef<ReadonlySet<string> | null>(null);
  useEffect(() => {
    const loud = alarms.filter((a) => a.isLoud && hearsIt(roles, a));
    const before = told.current;
    const fresh = loud.filter((a) => !before?.has(a.key));
    told.current = new Set(loud.map((a) => a.key));
    keepOnly(new Set(alarms.map((a) => a.key)));
    if (fresh.length === 0) return;
    const words = alarmWords.now();
    announce(fresh.length === 1 ? words.told(fresh[0]!) : words.toldMany(countsOf(fresh)), 'assertive');
    // A new alarm of a kind that sounds anyway is heard at once, not at the next repetition.
    if (kind !== null && fresh.some((a) => a.kind === kind)) sound(soundOf[kind]);
    // Roles do not change without a new sign-in, which shows everything anew.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [alarms]);
}

/** How many alarms of each kind there are, in order. */
export function countsOf(alarms: readonly Alarm[]): readonly [AlarmKind, number][] {
  return alarmKinds.map((k): [AlarmKind, number] => [k, alarms.filter((a) => a.kind === k).length]).filter(([, n]) => n > 0);
}

import type { Role } from '../signin/claims';
import { may } from '../signin/may';
import type { Alarm, AlarmKind } from './alarm';

/** How often an alarm of a kind sounds until somebody takes it, in seconds. The bar is there all the time. */
export const repeatSeconds: Record<AlarmKind, number> = {
  distress: 3,
  unattended: 10,
  ringing: 4,
  toSign: 6,
  cameBack: 20,
  callBack: 20,
  late: 20,
  message: 30,
  refused: Infinity,
};

/** Whether somebody with these roles hears alarms of a kind: those who can do something about it. All of them are shown to everybody. */
export function hears(roles: readonly Role[], kind: AlarmKind): boolean {
  const can = (permission: Parameters<typeof may>[1]) => may({ roles }, permission);
  switch (kind) {
    case 'distress':
      return can('readIncidents');
    case 'unattended':
    case 'late':
    case 'cameBack':
      return can('assign') || can('supervise');
    case 'toSign':
      // It is the recipient's own.
      return false;
    case 'ringing':
    case 'callBack':
      return can('receiveCalls');
    case 'message':
      // Messages to the centre are read by the centre, not by a unit or a station.
      return can('messageIncidents') && can('readCalls');
    case 'refused':
      return false;
  }
}

/** Whether somebody with these roles hears this alarm: what is to them they hear in any case. */
export const hearsIt = (roles: readonly Role[], alarm: Alarm) => alarm.isOwn === true || hears(roles, alarm.kind);

/** The alarm that sounds now: the first loud one that this person hears and has not silenced; null: it is quiet. */
export function sounding(alarms: readonly Alarm[], roles: readonly Role[], silenced: ReadonlySet<string>): Alarm | null {
  return alarms.find((a) => a.isLoud && !silenced.has(a.key) && hearsIt(roles, a)) ?? null;
}

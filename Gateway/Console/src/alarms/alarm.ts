import type { BoardIncident } from '../api/types';

/** The kinds of alarms, the most urgent first: in this order they stand in the bar, and the first one that is loud sounds. */
export const alarmKinds = ['distress', 'unattended', 'ringing', 'toSign', 'cameBack', 'callBack', 'late', 'message', 'refused'] as const;
export type AlarmKind = (typeof alarmKinds)[number];

/** Something that somebody must see to. */
export interface Alarm {
  kind: AlarmKind;
  /** The same alarm keeps its key; a thing that alarms anew gets another. */
  key: string;
  /** Since when, in milliseconds since 1970; null: the picture does not say. */
  since: number | null;
  /** Whether it sounds until somebody takes it, or silences it at this console. */
  isLoud: boolean;
  /** The address where it is seen to. */
  href: string;
  /** What is said aloud: the end of the incident's number, the call sign; empty for a call. */
  name: string;
  /** The category of the incident; empty elsewhere. */
  about: string;
  /** 1 to 4; null without an incident. */
  priority: number | null;
  /** The incident, for a distress; else null. */
  incident: BoardIncident | null;
  /** Whether it is to the person who looks: then they hear it, whatever their role. Default false. */
  isOwn?: boolean;
}

import type { IconName } from '../design/Icon';
import type { AlarmKind } from './alarms';

export const icons: Record<AlarmKind, IconName> = {
  distress: 'siren',
  unattended: 'alert',
  ringing: 'call',
  callBack: 'replay',
  late: 'late',
  message: 'note',
  refused: 'pin',
};

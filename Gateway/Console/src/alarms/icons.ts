import type { IconName } from '../design/Icon';
import type { AlarmKind } from './alarm';

export const icons: Record<AlarmKind, IconName> = {
  distress: 'siren',
  unattended: 'alert',
  ringing: 'call',
  toSign: 'note',
  cameBack: 'divert',
  callBack: 'replay',
  late: 'late',
  message: 'note',
  refused: 'pin',
};

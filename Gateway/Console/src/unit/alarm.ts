import { announce } from '../alerts/announce';
import { sound } from '../alerts/sound';

// Milliseconds of vibration and of rest, in turn.
const vibration = { incident: [400, 150, 400, 150, 400], message: [150] };

/** Calls the unit by sound, vibration and screen reader: a new incident longer than a message. */
export function alarm(kind: keyof typeof vibration, text: string): void {
  announce(text, 'assertive');
  sound('late');
  navigator.vibrate?.(vibration[kind]);
}

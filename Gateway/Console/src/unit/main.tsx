import { createRoot } from 'react-dom/client';
import { setTimeZone } from '../i18n/format';
import { applyLanguage } from '../i18n/language';
import { loadSettings } from '../api/settings';
import { soundAllowed } from '../alerts/sound';
import { applyTheme } from '../design/theme';
import { session } from '../signin/session';
import { signInWords } from '../signin/words';
import { UnitApp } from './UnitApp';
import '../design/tokens.css';
import '../design/base.css';
import '../design/controls.css';
import './unit.css';

const retryMs = 2_000;

applyTheme();
applyLanguage();
for (const kind of ['pointerdown', 'keydown'] as const) addEventListener(kind, soundAllowed, { once: true });
for (const urgency of ['polite', 'assertive'] as const) {
  const region = Object.assign(document.createElement('div'), { id: `live-${urgency}`, className: 'visually-hidden' });
  region.setAttribute('aria-live', urgency);
  document.body.append(region);
}
// What was pressed must not go when the phone needs room.
void navigator.storage?.persist?.();
void navigator.serviceWorker?.register('/unit-worker.js', { scope: '/unit' }).catch(() => undefined);
void begin(document.getElementById('app')!);

async function begin(place: HTMLElement): Promise<void> {
  for (;;) {
    try {
      const settings = await loadSettings();
      setTimeZone(settings.timeZone);
      await session.restore(settings);
      break;
    } catch {
      place.textContent = signInWords.now().noGateway;
      await new Promise((resolve) => setTimeout(resolve, retryMs));
    }
  }
  place.textContent = '';
  createRoot(place).render(<UnitApp />);
}

import type { ComponentType } from 'react';
import { createRoot } from 'react-dom/client';
import { createLiveRegions } from '../alerts/announce';
import { soundAllowed } from '../alerts/sound';
import { loadSettings } from '../api/settings';
import { applyTheme } from '../design/theme';
import { setTimeZone } from '../i18n/format';
import { applyLanguage } from '../i18n/language';
import { devKey } from '../signin/devKey';
import { session } from '../signin/session';
import { signInWords } from '../signin/words';
import '../design/tokens.css';
import '../design/base.css';
import '../design/controls.css';

const retryMs = 2_000;

/** How a page differs from the others when it starts. */
export interface BootOptions {
  /** A page that must also open without a network: its service worker, and the paths that the worker serves. */
  offline?: { worker: string; scope: string };
}

/** Starts a page: theme, language, sound, the gateway's settings (asked for until they come), the kept sign-in; then draws the app. */
export function boot(App: ComponentType, { offline }: BootOptions = {}): void {
  const hasKey = devKey.takeFromAddress();
  applyTheme();
  applyLanguage();
  for (const kind of ['pointerdown', 'keydown'] as const) addEventListener(kind, soundAllowed, { once: true });
  createLiveRegions();
  if (offline) {
    // The browser must not delete unsent reports when the phone runs out of room.
    void navigator.storage?.persist?.();
    void navigator.serviceWorker?.register(offline.worker, { scope: offline.scope }).catch(() => undefined);
  }
  void begin(App, document.getElementById('app')!, hasKey);
}

async function begin(App: ComponentType, place: HTMLElement, hasKey: boolean): Promise<void> {
  for (;;) {
    try {
      const settings = await loadSettings();
      setTimeZone(settings.timeZone);
      await session.restore(settings);
      if (hasKey) await session.signInByAddress(settings);
      // The address may also be opened in a tab that has this page.
      addEventListener('hashchange', () => devKey.takeFromAddress() && void session.signInByAddress(settings));
      break;
    } catch {
      place.textContent = signInWords.now().noGateway;
      await new Promise((resolve) => setTimeout(resolve, retryMs));
    }
  }
  place.textContent = '';
  createRoot(place).render(<App />);
}

import { request } from './client';
import type { Settings } from './types';

let loaded: Settings | null = null;

/** The gateway's settings; loaded before the app is drawn. */
export function settings(): Settings {
  if (!loaded) throw new Error('the settings are not there yet');
  return loaded;
}

export async function loadSettings(): Promise<Settings> {
  return (loaded = await request<Settings>('GET', '/console/settings'));
}

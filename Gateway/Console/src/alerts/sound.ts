import { useSyncExternalStore } from 'react';

const storageKey = 'tocsin.sound';
const listeners = new Set<() => void>();
let on = localStorage.getItem(storageKey) !== 'off';
let context: AudioContext | null = null;

export function useSound(): boolean {
  return useSyncExternalStore((listener) => {
    listeners.add(listener);
    return () => listeners.delete(listener);
  }, () => on);
}

export function toggleSound(): void {
  on = !on;
  localStorage.setItem(storageKey, on ? 'on' : 'off');
  for (const listener of listeners) listener();
}

/** Browsers sound nothing before somebody has touched the page: this is called by the first click or key. */
export function soundAllowed(): void {
  context ??= new AudioContext();
  if (context.state === 'suspended') void context.resume();
}

// Two alarms at once are one; a storm of them is one each 2 s.
const againAfterMs = 2_000;
let lastAt = -Infinity;

/** Late: two falling tones. New: one soft tone. A message: two rising tones. They are synthesised, so that they sound without a network. */
export function sound(kind: 'late' | 'new' | 'message'): void {
  if (!on || !context || context.state !== 'running') return;
  const now = performance.now();
  if (now - lastAt < againAfterMs) return;
  lastAt = now;
  if (kind === 'late') {
    tone(880, 0, 0.18, 0.16);
    tone(660, 0.2, 0.26, 0.16);
  } else if (kind === 'message') {
    tone(587, 0, 0.12, 0.12);
    tone(784, 0.14, 0.18, 0.12);
  } else tone(523, 0, 0.14, 0.07);
}

function tone(hertz: number, after: number, seconds: number, volume: number): void {
  const at = context!.currentTime + after;
  const oscillator = context!.createOscillator();
  const gain = context!.createGain();
  oscillator.type = 'triangle';
  oscillator.frequency.value = hertz;
  gain.gain.setValueAtTime(0, at);
  gain.gain.linearRampToValueAtTime(volume, at + 0.015);
  gain.gain.exponentialRampToValueAtTime(0.0005, at + seconds);
  oscillator.connect(gain).connect(context!.destination);
  oscillator.start(at);
  oscillator.stop(at + seconds + 0.05);
}

import { useSyncExternalStore } from 'react';

const storageKey = 'tocsin.sound';
const listeners = new Set<() => void>();
let on = localStorage.getItem(storageKey) !== 'off';
let context: AudioContext | null = null;

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

function tell(): void {
  for (const listener of listeners) listener();
}

export function useSound(): boolean {
  return useSyncExternalStore(subscribe, () => on);
}

export function toggleSound(): void {
  on = !on;
  localStorage.setItem(storageKey, on ? 'on' : 'off');
  tell();
}

/** Browsers sound nothing before somebody has touched the page: this is called by the first click or key. */
export function soundAllowed(): void {
  if (!context) {
    context = new AudioContext();
    context.onstatechange = tell;
  }
  if (context.state === 'suspended') void context.resume();
}

/** Whether alarms are heard: on; muted by somebody; or blocked by the browser, until somebody touches the page. */
export type Audible = 'on' | 'muted' | 'blocked';

const audible = (): Audible => (!on ? 'muted' : context?.state === 'running' ? 'on' : 'blocked');

export function useAudible(): Audible {
  return useSyncExternalStore(subscribe, audible);
}

/** Two alarms at once are one, and the louder one goes first. */
const apartMs = 900;
let lastAt = -Infinity;
let lastRank = 0;

/** A note of an alarm: hertz, seconds after the beginning, seconds long, volume of 0 to 1. */
type Note = readonly [hertz: number, after: number, seconds: number, volume: number];

// Synthesised, so that they sound without a network. The most urgent is the last: each can be told from the others without looking.
const sounds = {
  // One soft tone.
  new: [[523, 0, 0.14, 0.07]],
  // Two short soft ones.
  message: [[784, 0, 0.09, 0.08], [784, 0.14, 0.09, 0.08]],
  // Two falling ones.
  late: [[880, 0, 0.18, 0.16], [660, 0.2, 0.26, 0.16]],
  // A telephone's trill.
  ringing: [[740, 0, 0.08, 0.13], [932, 0.09, 0.08, 0.13], [740, 0.18, 0.08, 0.13], [932, 0.27, 0.08, 0.13]],
  // Three rising ones, loud.
  distress: [[660, 0, 0.16, 0.26], [880, 0.18, 0.16, 0.26], [1175, 0.36, 0.34, 0.28]],
} satisfies Record<string, readonly Note[]>;

export type Sound = keyof typeof sounds;

/** Sounds an alarm once, where sound is on. Whoever wants it again calls again. */
export function sound(kind: Sound): void {
  if (!on || !context || context.state !== 'running') return;
  const now = performance.now();
  const rank = Object.keys(sounds).indexOf(kind);
  if (now - lastAt < apartMs && rank <= lastRank) return;
  [lastAt, lastRank] = [now, rank];
  for (const note of sounds[kind]) tone(note);
}

function tone([hertz, after, seconds, volume]: Note): void {
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

/** Whether a screen reader finishes its sentence first (polite) or is interrupted (assertive). */
export type Urgency = 'polite' | 'assertive';

// A storm must not make a screen reader talk without end: within this time only the newest text of a kind is said.
const throttleMs: Record<Urgency, number> = { polite: 3_000, assertive: 1_000 };

/** Makes the two regions that screen readers listen to; once, before the first announcement. */
export function createLiveRegions(): void {
  for (const urgency of ['polite', 'assertive'] as const) {
    const region = Object.assign(document.createElement('div'), { id: regionId(urgency), className: 'visually-hidden' });
    region.setAttribute('aria-live', urgency);
    document.body.append(region);
  }
}

const regionId = (urgency: Urgency) => `live-${urgency}`;

const pending = new Map<Urgency, { text: string; timer: ReturnType<typeof setTimeout> | null; saidAt: number }>();

/** Tells screen readers something. */
export function announce(text: string, urgency: Urgency = 'polite'): void {
  const kept = pending.get(urgency) ?? { text: '', timer: null, saidAt: 0 };
  pending.set(urgency, kept);
  kept.text = text;
  if (kept.timer !== null) return;
  kept.timer = setTimeout(
    () => {
      kept.timer = null;
      kept.saidAt = Date.now();
      const region = document.getElementById(regionId(urgency));
      if (region) region.textContent = region.textContent === kept.text ? `${kept.text} ` : kept.text;
    },
    Math.max(50, kept.saidAt + throttleMs[urgency] - Date.now()),
  );
}

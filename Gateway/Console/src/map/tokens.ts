/** A colour or font of the current theme, for drawing on a canvas. */
export function token(name: string): string {
  return getComputedStyle(document.documentElement).getPropertyValue(name).trim().replaceAll(/\s+/g, ' ');
}

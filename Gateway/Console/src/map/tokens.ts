/** A colour or font of the theme that holds now, for what is drawn on a canvas. */
export function token(name: string): string {
  return getComputedStyle(document.documentElement).getPropertyValue(name).trim().replaceAll(/\s+/g, ' ');
}

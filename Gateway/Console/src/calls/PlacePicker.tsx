/** Puts a place by a click on the map; filled in by the map's screen. */
export function PlacePicker(_: { value: string; onPick: (coordinates: string) => void }) {
  return null;
}

import { useEffect, useId } from 'react';
import { feed } from './live';
import type { PositionsWanted } from './feed';

/** A box of WGS 84 degrees. */
export interface Box {
  south: number;
  west: number;
  north: number;
  east: number;
}

// A map that is moved asks only after a rest: each change opens a new connection of the feed.
const restMs = 600;
// The box that is asked for is larger than the shown one by this share on each side, so that small moves ask for nothing.
const marginShare = 0.25;

const shown = new Map<string, Box>();
let timer: ReturnType<typeof setTimeout> | undefined;

/** Asks the feed for the positions of units in this box while the component is there; null: for none. */
export function usePositionsIn(box: Box | null): void {
  const id = useId();
  const { south, west, north, east } = box ?? { south: 0, west: 0, north: 0, east: 0 };
  const isWanted = box !== null;
  useEffect(() => {
    if (!isWanted) return;
    shown.set(id, { south, west, north, east });
    ask();
    return () => {
      shown.delete(id);
      ask();
    };
  }, [id, isWanted, south, west, north, east]);
}

function ask(): void {
  clearTimeout(timer);
  timer = setTimeout(() => feed.want(wantedFor([...shown.values()], feed.wanted())), restMs);
}

/** The positions to ask for so that all boxes are covered; `now` again while it covers them and is not much too large. */
export function wantedFor(boxes: readonly Box[], now: PositionsWanted): PositionsWanted {
  if (boxes.length === 0) return 'none';
  const all = boxes.reduce((a, b) => ({
    south: Math.min(a.south, b.south),
    west: Math.min(a.west, b.west),
    north: Math.max(a.north, b.north),
    east: Math.max(a.east, b.east),
  }));
  const [lat, lon] = [all.north - all.south, all.east - all.west];
  // Half the world or more: a box would save nothing.
  if (lon >= 180) return 'all';
  const known = boxOf(now);
  const tooLarge = 4;
  if (
    known &&
    known.south <= all.south &&
    known.west <= all.west &&
    known.north >= all.north &&
    known.east >= all.east &&
    (known.north - known.south) * (known.east - known.west) <= tooLarge * lat * lon * (1 + 2 * marginShare) ** 2
  )
    return now;
  const round = (value: number) => Math.round(value * 1e4) / 1e4;
  const south = round(Math.max(-90, all.south - lat * marginShare));
  const west = round(Math.max(-180, all.west - lon * marginShare));
  const north = round(Math.min(90, all.north + lat * marginShare));
  const east = round(Math.min(180, all.east + lon * marginShare));
  return `${south},${west},${north},${east}`;
}

function boxOf(wanted: PositionsWanted): Box | null {
  if (wanted === 'none' || wanted === 'all') return null;
  const [south, west, north, east] = wanted.split(',').map(Number) as [number, number, number, number];
  return { south, west, north, east };
}

/*
 * A map on which somebody says where something is, for the call-taking screen:
 *
 *     <PlacePicker value={place} onPick={(place) => …} />
 *
 * `place` is `{ lat, lon }` in WGS 84 degrees, or null while nothing is chosen. A click chooses; by keyboard the arrow keys move the
 * crosshair (with Shift further; at its edge the map moves along) and Enter chooses; + and - zoom. Screen readers hear the chosen place
 * with the nearest station. A value that changes from outside (typed coordinates, an address that was found) is brought into the middle.
 * It fills its container: give that a height.
 */
import { lazy, Suspense, useEffect, useRef, useState, type KeyboardEvent } from 'react';
import { useWords } from '../i18n/words';
import { announce } from '../alerts/announce';
import { distanceMeters, spoken, type Place } from './geo';
import { useStations } from '../stations/names';
import type { TocsinMap } from './tocsinMap';
import { mapWords } from './words';
import './map.css';

const MapCanvas = lazy(() => import('./MapCanvas'));

const steps: Record<string, [x: number, y: number]> = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };
const stepPixels = { near: 10, far: 60 };
const edgePixels = 30;
const samePlaceMeters = 0.5;

export function PlacePicker({ value, onPick }: { value: Place | null; onPick: (place: Place) => void }) {
  const words = useWords(mapWords);
  const stations = useStations();
  const [map, setMap] = useState<TocsinMap | null>(null);
  const [cross, setCross] = useState<{ x: number; y: number } | null>(null);
  const frame = useRef<HTMLDivElement>(null);
  const mine = useRef<Place | null>(null);
  const [, redraw] = useState(0);

  useEffect(() => {
    if (!map || !value || (mine.current && distanceMeters(mine.current, value) < samePlaceMeters)) return;
    mine.current = value;
    map.goTo(value);
  }, [map, value]);

  function choose(place: Place) {
    mine.current = place;
    onPick(place);
    const nearest = stations
      .filter((s) => !s.retired)
      .filter((s) => s.location?.lat != null)
      .map((s) => ({ name: s.name, meters: distanceMeters(place, s.location as Place) }))
      .sort((a, b) => a.meters - b.meters)[0];
    announce(words.placeChosen(words.placeAt(spoken(place), nearest?.name ?? '')));
  }

  function key(event: KeyboardEvent<HTMLDivElement>) {
    if (!map || event.ctrlKey || event.metaKey || event.altKey) return;
    const { width, height } = frame.current!.getBoundingClientRect();
    const at = cross ?? { x: width / 2, y: height / 2 };
    const step = steps[event.key];
    if (step) {
      const far = event.shiftKey ? stepPixels.far : stepPixels.near;
      const to = { x: at.x + step[0] * far, y: at.y + step[1] * far };
      const [x, y] = [Math.max(edgePixels, Math.min(width - edgePixels, to.x)), Math.max(edgePixels, Math.min(height - edgePixels, to.y))];
      if (x !== to.x || y !== to.y) map.panBy(to.x - x, to.y - y);
      setCross({ x, y });
    } else if (event.key === 'Enter' || event.key === ' ') choose(map.placeAt(at.x, at.y));
    else if (event.key === '+' || event.key === '=') map.zoomBy(1);
    else if (event.key === '-') map.zoomBy(-1);
    else return;
    event.preventDefault();
    event.stopPropagation();
  }

  const pin = map && value ? map.pixelOf(value) : null;
  return (
    <div
      ref={frame}
      className="place-picker"
      role="application"
      tabIndex={0}
      aria-label={`${words.place}. ${words.placeHint}`}
      onKeyDown={key}
      onFocus={() => setCross((c) => c ?? center(frame.current!))}
      onBlur={() => setCross(null)}
    >
      <Suspense fallback={<p className="empty">{words.loading}</p>}>
        <MapCanvas
          label={words.place}
          start={value ? { centre: value, zoom: 14 } : null}
          keep={!value}
          ways={false}
          onMap={setMap}
          onMove={() => redraw((n) => n + 1)}
          onPick={(_, place) => choose(place)}
        />
      </Suspense>
      {pin && <span className="place-pin" style={{ transform: `translate(${pin.x}px, ${pin.y}px)` }} aria-hidden="true" />}
      {cross && <span className="place-cross" style={{ transform: `translate(${cross.x}px, ${cross.y}px)` }} aria-hidden="true" />}
    </div>
  );
}

function center(element: HTMLElement): { x: number; y: number } {
  const { width, height } = element.getBoundingClientRect();
  return { x: width / 2, y: height / 2 };
}

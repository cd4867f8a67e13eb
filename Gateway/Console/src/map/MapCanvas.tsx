import { useEffect, useRef, useState } from 'react';
import { useLanguage } from '../i18n/language';
import { useWords } from '../i18n/words';
import type { Box } from '../live/area';
import { usePicture } from '../live/picture';
import { settings } from '../api/settings';
import { useTheme } from '../design/theme';
import { onSecond } from '../time/ticker';
import { serverClock } from '../time/serverClock';
import { kept, type Camera } from './camera';
import type { Place } from './geo';
import type { Track } from './ground';
import { useStations } from '../stations/names';
import type { Pick } from './picking';
import type { Only } from './pictureDrawing';
import { TocsinMap } from './tocsinMap';
import { mapWords } from './words';

export interface MapCanvasProps {
  label: string;
  interactive?: boolean;
  /** The first camera; null: where the map was left, else the configured centre. */
  start?: Camera | null;
  /** Keeps the camera for the next visit. */
  keep?: boolean;
  chosen?: Pick | null;
  tracks?: readonly Track[];
  ways?: boolean;
  /** Draws only these; null: everything. */
  only?: Only | null;
  onMap?: (map: TocsinMap | null) => void;
  onPick?: (pick: Pick | null, place: Place) => void;
  onMove?: (box: Box, centre: Place, zoom: number) => void;
  onDrop?: ((unitId: string, incidentId: string) => void) | undefined;
}

const noTracks: readonly Track[] = [];

/** The map of the present or of the past moment around it. It is created again when the theme or the language changes. */
export default function MapCanvas({
  label,
  interactive = true,
  start = null,
  keep = false,
  chosen = null,
  tracks = noTracks,
  ways = true,
  only = null,
  ...events
}: MapCanvasProps) {
  const words = useWords(mapWords);
  const [lang, theme, stations] = [useLanguage(), useTheme(), useStations()];
  const { store, past } = usePicture();
  const place = useRef<HTMLDivElement>(null);
  const latest = useRef(events);
  latest.current = events;
  const camera = useRef<Camera | null>(start ?? (keep ? kept.camera : null));
  const [map, setMap] = useState<TocsinMap | null>(null);
  const [failed, setFailed] = useState(false);
  const mayDrop = events.onDrop !== undefined;

  useEffect(() => {
    const { centre, zoom } = settings().map;
    let made: TocsinMap;
    try {
      made = new TocsinMap({
        container: place.current!,
        settings: settings().map,
        interactive,
        camera: camera.current ?? { centre, zoom },
        locale: {
          'Map.Title': label,
          'NavigationControl.ZoomIn': words.zoomIn,
          'NavigationControl.ZoomOut': words.zoomOut,
          'ScaleControl.Meters': lang === 'zh' ? '米' : 'm',
          'ScaleControl.Kilometers': lang === 'zh' ? '公里' : 'km',
        },
        onPick: (pick, at) => latest.current.onPick?.(pick, at),
        onMove: (box, middle, level) => {
          camera.current = { centre: middle, zoom: level };
          if (keep) kept.camera = camera.current;
          latest.current.onMove?.(box, middle, level);
        },
        ...(mayDrop ? { onDrop: (unit: string, incident: string) => latest.current.onDrop?.(unit, incident) } : {}),
      });
    } catch {
      setFailed(true);
      return;
    }
    setMap(made);
    latest.current.onMap?.(made);
    return () => {
      latest.current.onMap?.(null);
      setMap(null);
      made.destroy();
    };
  }, [theme, lang, label, interactive, keep, mayDrop, words]);

  useEffect(() => {
    if (!map) return;
    map.show(store, past ? () => Date.parse(past.at) : () => serverClock.now(), only);
    return past ? undefined : onSecond(() => map.tick());
  }, [map, store, past, only]);
  useEffect(() => map?.setStations(stations.filter((s) => !s.retired)), [map, stations]);
  useEffect(() => map?.setTracks(tracks), [map, tracks]);
  useEffect(() => map?.setWays(ways), [map, ways]);
  useEffect(() => map?.choose(chosen), [map, chosen]);

  return (
    <div className="map-place">
      <div ref={place} className="map-canvas" />
      {failed && <p className="map-failed note warn" role="alert">{words.noWebGl}</p>}
    </div>
  );
}

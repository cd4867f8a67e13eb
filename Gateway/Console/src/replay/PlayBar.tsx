import { Icon } from '../design/Icon';
import { useWords } from '../i18n/words';
import { useShortcuts } from '../keyboard/shortcuts';
import { speeds, type Speed } from './timeline';
import { replayWords } from './words';

interface Props {
  value: number;
  min: number;
  max: number;
  step: number;
  /** The value in words, for screen readers. */
  text: string;
  playing: boolean;
  speed: Speed;
  onValue: (value: number) => void;
  onPlaying: (playing: boolean) => void;
  onSpeed: (speed: Speed) => void;
}

/** The slider of a replay, with what moves it: buttons, the keys `p`, `,` and `.`, and the slider's own arrow keys. */
export function PlayBar({ value, min, max, step, text, playing, speed, onValue, onPlaying, onSpeed }: Props) {
  const words = useWords(replayWords);
  const move = (by: number) => {
    onPlaying(false);
    onValue(Math.max(min, Math.min(max, value + by * step)));
  };
  useShortcuts([
    { keys: 'p', label: () => (playing ? words.pause : words.play), run: () => onPlaying(!playing) },
    { keys: ',', label: () => words.back, run: () => move(-1) },
    { keys: '.', label: () => words.forward, run: () => move(1) },
  ]);
  return (
    <div className="play-bar" role="group" aria-label={words.title}>
      <button type="button" className="button icon-only back" aria-label={words.back} title={`${words.back} (,)`} onClick={() => move(-1)}>
        <Icon name="chevron" />
      </button>
      <button type="button" className="button primary" title="p" onClick={() => onPlaying(!playing)}>
        {playing ? words.pause : words.play}
      </button>
      <button type="button" className="button icon-only" aria-label={words.forward} title={`${words.forward} (.)`} onClick={() => move(1)}>
        <Icon name="chevron" />
      </button>
      <input
        type="range"
        className="play-slider"
        aria-label={words.slider}
        aria-valuetext={text}
        min={min}
        max={max}
        step={step}
        value={value}
        onChange={(e) => {
          onPlaying(false);
          onValue(Number(e.target.value));
        }}
      />
      <label className="row quiet">{words.speed}
        <select className="input small" value={speed} onChange={(e) => onSpeed(Number(e.target.value) as Speed)}>
          {speeds.map((s) => (
            <option key={s} value={s}>
              {words.times(s)}
            </option>
          ))}
        </select>
      </label>
    </div>
  );
}

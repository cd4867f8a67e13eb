import { language, useLanguage, type Language } from './language';

// Known once the settings are there.
let timeZone = 'UTC';

export function setTimeZone(zone: string): void {
  timeZone = zone;
  cache.clear();
}

export function centreTimeZone(): string {
  return timeZone;
}

const cache = new Map<string, Intl.DateTimeFormat>();

function formatter(lang: Language, kind: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = `${lang} ${kind}`;
  let made = cache.get(key);
  if (!made)
    cache.set(key, (made = new Intl.DateTimeFormat(lang === 'zh' ? 'zh-CN' : 'en-GB', { timeZone, hourCycle: 'h23', ...options })));
  return made;
}

type Instant = string | number | Date;
const dateOf = (at: Instant) => (at instanceof Date ? at : new Date(at));

/** Formats in a language. Times are in the centre's zone, whatever the browser's is: two people on the telephone must see the same. */
export function formats(lang: Language = language()) {
  return {
    /** 14:05:09 */
    time: (at: Instant) => formatter(lang, 'time', { hour: '2-digit', minute: '2-digit', second: '2-digit' }).format(dateOf(at)),
    /** 14:05 */
    minute: (at: Instant) => formatter(lang, 'minute', { hour: '2-digit', minute: '2-digit' }).format(dateOf(at)),
    /** 24 Nov / 11月24日 */
    day: (at: Instant) => formatter(lang, 'day', { day: 'numeric', month: 'short' }).format(dateOf(at)),
    /** The day, with its year where that is not the present one. */
    dayOfYear: (at: Instant, now: Instant = Date.now()) => {
      const year = (when: Instant) => formatter(lang, 'year', { year: 'numeric' }).format(dateOf(when));
      return year(at) === year(now) ? formats(lang).day(at) : formats(lang).date(at);
    },
    /** With the year. */
    date: (at: Instant) => formatter(lang, 'date', { day: 'numeric', month: 'short', year: 'numeric' }).format(dateOf(at)),
    /** Date and time to the second. */
    full: (at: Instant) =>
      formatter(lang, 'full', {
        day: 'numeric',
        month: 'short',
        year: 'numeric',
        hour: '2-digit',
        minute: '2-digit',
        second: '2-digit',
      }).format(dateOf(at)),
    /** 1,234.5 */
    number: (value: number, digits = 0) =>
      value.toLocaleString(lang === 'zh' ? 'zh-CN' : 'en-GB', { minimumFractionDigits: digits, maximumFractionDigits: digits }),
    /** 85.2% */
    share: (value: number) => value.toLocaleString(lang === 'zh' ? 'zh-CN' : 'en-GB', { style: 'percent', maximumFractionDigits: 1 }),
    /** 850 m, 2.4 km */
    distance: (meters: number) =>
      meters < 1000
        ? meters.toLocaleString(lang === 'zh' ? 'zh-CN' : 'en-GB', { style: 'unit', unit: 'meter', maximumFractionDigits: 0 })
        : (meters / 1000).toLocaleString(lang === 'zh' ? 'zh-CN' : 'en-GB', { style: 'unit', unit: 'kilometer', maximumFractionDigits: 1 }),
    duration: (seconds: number) => spokenDuration(seconds, lang),
    stopwatch,
    /** How long something lasts or is late: 1:02:09, from a day on 2 d 3 h. */
    elapsed: (seconds: number) => (seconds < 86_400 ? stopwatch(seconds) : spokenDuration(seconds, lang)),
  };
}

export function useFormats() {
  return formats(useLanguage());
}

/** Seconds as 4:05 or 1:02:09, for running clocks: whole seconds, rounded towards zero, without a sign. */
export function stopwatch(seconds: number): string {
  const whole = Math.trunc(Math.abs(seconds));
  const [h, m, s] = [Math.trunc(whole / 3600), Math.trunc(whole / 60) % 60, whole % 60];
  const two = (n: number) => String(n).padStart(2, '0');
  return h > 0 ? `${h}:${two(m)}:${two(s)}` : `${m}:${two(s)}`;
}

const durationWords = { en: [' d', ' h', ' min', ' s'], zh: ['天', '小时', '分', '秒'] } as const;

/** Seconds as 4 min 5 s, for texts: the two largest units. */
function spokenDuration(seconds: number, lang: Language): string {
  const whole = Math.round(Math.abs(seconds));
  const parts = [Math.trunc(whole / 86_400), Math.trunc(whole / 3600) % 24, Math.trunc(whole / 60) % 60, whole % 60].map((n, i) => ({
    n,
    text: `${n}${durationWords[lang][i]}`,
  }));
  const first = parts.findIndex((p) => p.n > 0);
  const shown = first < 0 ? [parts[3]!] : parts.slice(first, first + 2).filter((p) => p.n > 0);
  return shown.map((p) => p.text).join(lang === 'zh' ? '' : ' ');
}

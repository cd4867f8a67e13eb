import { useMemo, useState } from 'react';
import { api, query } from '../api/client';
import { Answer } from '../asking/Answer';
import { answerOf } from '../asking/asked';
import { useAsked, type Question } from '../asking/useAsked';
import { Icon } from '../design/Icon';
import { centreTimeZone, useFormats } from '../i18n/format';
import { useWords } from '../i18n/words';
import { useStations } from '../stations/names';
import { go, useQuery } from '../routing/router';
import { serverClock } from '../time/serverClock';
import { BucketChart } from './BucketChart';
import { addDays, dayOf, daysBetween, daysMax, isDay, startOf, type Day } from './days';
import { FiguresTable } from './FiguresTable';
import { IntervalCard } from './IntervalCard';
import { PercentileChart } from './PercentileChart';
import {
  groupings,
  intervals,
  ordered,
  orders,
  showns,
  toCsv,
  type Grouping,
  type IntervalName,
  type Order,
  type Report,
  type Shown,
} from './report';
import { ReportedList } from './ReportedList';
import { reportWords } from './words';
import './reports.css';

const shownMax = 30;

interface Asked {
  from: Day;
  to: Day;
  by: Grouping;
  interval: IntervalName;
  order: Order;
  /** The list behind a figure, and its group; null: none, and all groups. */
  list: Shown | null;
  key: string | null;
}

function askedOf(search: URLSearchParams, today: Day): Asked {
  const one = <T extends string, N extends string | null>(all: readonly T[], text: string | null, otherwise: N) =>
    all.find((a) => a === text) ?? otherwise;
  const [from, to] = [search.get('from'), search.get('to')];
  return {
    from: isDay(from) ? from : addDays(today, -6),
    to: isDay(to) ? to : today,
    by: one(groupings, search.get('by'), 'priority'),
    interval: one(intervals, search.get('interval'), 'response'),
    order: one(orders, search.get('order'), 'key'),
    list: one(showns, search.get('list'), null),
    key: search.get('key'),
  };
}

/** Response times of a period. The address holds the period and the grouping, so that a report can be passed on as a link. */
export default function ReportsScreen() {
  const words = useWords(reportWords);
  const format = useFormats();
  const zone = centreTimeZone();
  const today = dayOf(serverClock.now(), zone);
  const asked = askedOf(useQuery(), today);
  const { from, to, by, interval, order, list, key } = asked;
  const [all, setAll] = useState(false);
  const { asked: reading, again } = useReport(from, to, by, zone);
  const report = answerOf(reading);
  const stations = useStations();
  // What lies behind a figure is shut when the figure changes.
  const addressOf = (change: Partial<Asked>) => `/reports${query({ ...asked, list: null, key: null, ...change })}`;
  const set = (change: Partial<Asked>) => go(addressOf(change), { replace: true });
  const name = (key: string) =>
    by === 'priority'
      ? words.priority(key)
      : by === 'hour'
        ? words.hour(key)
        : by === 'station'
          ? (stations.find((s) => s.id === key)?.name ?? key)
          : key;
  const groups = useMemo(() => (report ? ordered(report.groups, interval, order) : []), [report, interval, order]);
  const shown = all ? groups : groups.slice(0, shownMax);
  const ended = shown.filter((g) => g.intervals[interval].count > 0);
  const [what, grouped] = [words.interval[interval], words.grouping[by]];

  function download() {
    const url = URL.createObjectURL(
      new Blob([toCsv(report!, { interval: (n) => words.interval[n], head: words.csvHead.split(',') })], {
        type: 'text/csv;charset=utf-8',
      }),
    );
    Object.assign(document.createElement('a'), { href: url, download: `tocsin-${from}-${to}-${by}.csv` }).click();
    setTimeout(() => URL.revokeObjectURL(url), 1_000);
  }

  return (
    <div className="reports">
      <header className="reports-head">
        <h1>{words.title}</h1>
        <form className="row wrap" onSubmit={(e) => e.preventDefault()}>
          <label>
            {words.from}{' '}
            <input
              className="input small"
              type="date"
              value={from}
              min="2000-01-01"
              max={today}
              onChange={(e) => isDay(e.target.value) && set({ from: e.target.value })}
            />
          </label>
          <label>
            {words.to}{' '}
            <input
              className="input small"
              type="date"
              value={to}
              min="2000-01-01"
              max={today}
              onChange={(e) => isDay(e.target.value) && set({ to: e.target.value })}
            />
          </label>
          {(
            [
              ['today', 0, 0],
              ['yesterday', 1, 1],
              ['week', 6, 0],
              ['month', 29, 0],
            ] as const
          ).map(([word, a, b]) => (
            <button
              key={word}
              type="button"
              className="button small"
              aria-pressed={from === addDays(today, -a) && to === addDays(today, -b)}
              onClick={() => set({ from: addDays(today, -a), to: addDays(today, -b) })}
            >
              {words[word]}
            </button>
          ))}
          <label>
            {words.groupBy}{' '}
            <select
              className="input small"
              value={by}
              onChange={(e) => {
                setAll(false);
                set({ by: e.target.value as Grouping });
              }}
            >
              {groupings.map((g) => (
                <option key={g} value={g}>
                  {words.grouping[g]}
                </option>
              ))}
            </select>
          </label>
          <label>
            {words.order}{' '}
            <select className="input small" value={order} onChange={(e) => set({ order: e.target.value as Order })}>
              {orders.map((o) => (
                <option key={o} value={o}>
                  {words.orders[o]}
                </option>
              ))}
            </select>
          </label>
          <button type="button" className="button small" disabled={!report} onClick={download}>
            <Icon name="reports" />
            {words.csv}
          </button>
        </form>
      </header>
      {to < from || daysBetween(from, to) >= daysMax ? (
        <p className="note warn" role="alert">
          {words.badPeriod}
        </p>
      ) : !report ? (
        <Answer of={reading} again={again}>{() => null}</Answer>
      ) : report.total.incidents === 0 ? (
        <p className="empty" role="status">
          {words.none}
        </p>
      ) : (
        <div className="reports-body" aria-busy={reading.is === 'asked'}>
          <Answer of={reading} again={again}>{() => null}</Answer>
          <p className="row wrap">
            <b className="num">{words.incidents(format.number(report.total.incidents))}</b>
            <b className="num">{words.responses(format.number(report.total.responses))}</b>
          </p>
          <div className="interval-cards" role="group" aria-label={words.choose}>
            {intervals.map((i) => (
              <IntervalCard
                key={i}
                interval={i}
                figures={report.total.intervals[i]}
                chosen={i === interval}
                onChoose={() => set({ interval: i })}
              />
            ))}
          </div>
          <p className="quiet">{words.explained[interval]}</p>
          {groups.length === 0 ? (
            <p className="empty">{words.noFigures}</p>
          ) : (
            <div className="charts">
              <PercentileChart title={words.percentiles(what, grouped)} groups={shown} interval={interval} name={name} />
              <section className="panel chart">
                <FiguresTable
                  caption={words.percentiles(what, grouped)}
                  groups={shown}
                  total={report.total.intervals[interval]}
                  interval={interval}
                  name={name}
                  linkTo={(key, list) => addressOf({ key, list })}
                />
              </section>
              {ended.length > 0 && ended.every((g) => g.intervals[interval].buckets.length > 0) && (
                <BucketChart title={words.bucketsTitle(what, grouped)} groups={ended} interval={interval} name={name} />
              )}
            </div>
          )}
          {groups.length > shown.length && (
            <button type="button" className="button" onClick={() => setAll(true)}>
              {words.showAll(groups.length)}
            </button>
          )}
          {list && (
            <ReportedList
              title={words.listTitle(what, key === null ? words.all : name(key), words.shown[list])}
              asked={query({ ...spanOf(from, to, zone), groupBy: by, key, interval, show: list }).slice(1)}
              onClose={() => set({})}
            />
          )}
          <p className="faint">{words.neverMeans}</p>
          <p className="faint">{words.timeZone(report.timeZone)}</p>
        </div>
      )}
    </div>
  );
}

/** The days as the contract asks for them: from the first instant to the one behind the last. */
const spanOf = (from: Day, to: Day, zone: string) => ({
  from: new Date(startOf(from, zone)).toISOString(),
  to: new Date(startOf(addDays(to, 1), zone)).toISOString(),
});

function useReport(from: Day, to: Day, by: Grouping, zone: string): Question<Report> {
  const isPeriod = to >= from && daysBetween(from, to) < daysMax;
  return useAsked<Report>(isPeriod ? `report ${from} ${to} ${by} ${zone}` : null, (signal) =>
    api.get(`/reports/response-times${query({ ...spanOf(from, to, zone), groupBy: by })}`, signal),
  );
}

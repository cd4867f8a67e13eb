import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { describe, expect, test } from 'vitest';

/**
 * The floors of the house, lowest first. A room is a folder of `src`. A file imports only from its own room and from rooms on lower floors;
 * two rooms on one floor do not know each other. A new room gets its place here, with the reason.
 */
const floors: readonly (readonly [why: string, rooms: readonly string[]])[] = [
  ["They stand on the browser alone: words and formats, the centre's clock, addresses, keys.", ['i18n', 'time', 'routing', 'keyboard']],
  ['How the gateway is asked (its answers set the clock); how controls look (they have words).', ['api', 'design']],
  ['A question, and what is shown of its answer or of its failure.', ['asking']],
  [
    'Who is signed in (asks the gateway, draws a form); what catches the eye and the ear; the live picture that the feed keeps.',
    ['signin', 'alerts', 'live'],
  ],
  ['What every page does first: settings, sign-in, sound; the names of stations, which follow the feed.', ['boot', 'stations']],
  [
    'Incidents and units as everybody speaks of them: terms, clocks, sentences, commands. Most features show or change an incident.',
    ['incident'],
  ],
  ['Messages and directives, which incidents, calls and units have.', ['messages', 'directives']],
  [
    'Features that need incidents and no other feature, but messages and directives.',
    ['alarms', 'units', 'map', 'command', 'late', 'reports', 'find', 'access', 'erasing', 'settings'],
  ],
  ['Features in which a unit is dragged or named: whom to send, and the list that units are dropped on.', ['assign', 'queue']],
  ['The desk: an incident with everything that can be done to it.', ['desk']],
  ['Screens that put several features side by side, an incident among them.', ['calls', 'replay']],
  ['The frame around all screens (`shell/screens.ts` names them); the page of a unit, which is an app of its own.', ['shell', 'unit']],
  ['Where the console starts: `main.tsx` and `App.tsx`.', ['']],
];

/** `shell/screens.ts` names every screen, to load it when it is first shown: that is its job, so it may import any of them lazily. */
const nameEveryScreen = 'shell/screens.ts';

const source = join(import.meta.dirname);
const files = readdirSync(source, { recursive: true, encoding: 'utf8' })
  .map((file) => file.replaceAll('\\', '/'))
  .filter((file) => /\.tsx?$/.test(file) && !file.endsWith('.d.ts'))
  .sort();
const known = new Set(files);

interface Arrow {
  from: string;
  to: string;
}

const roomOf = (file: string) => file.slice(0, Math.max(0, file.indexOf('/')));
const floorOf = (file: string) => floors.findIndex(([, rooms]) => rooms.includes(roomOf(file)));
const spoken = ({ from, to }: Arrow) => `${from} -> ${to}`;

/** What a file imports from this source: values, types, modules of its own, lazily or not. Style sheets belong to their room, too. */
function importsOf(file: string): string[] {
  const text = readFileSync(join(source, file), 'utf8');
  const found = [...text.matchAll(/(?:\bfrom|\bimport|\bmock)\s*\(?\s*(['"])(\.{1,2}\/[^'"\n]+)\1/g)].map((m) => m[2]!);
  return found.map((specifier) => {
    const path = normalize(join(dirname(file), specifier)).replaceAll('\\', '/');
    return [path, `${path}.ts`, `${path}.tsx`].find((p) => known.has(p)) ?? path;
  });
}

const arrows: readonly Arrow[] = files.flatMap((from) => importsOf(from).map((to) => ({ from, to })));

describe('rooms', () => {
  test('every folder has a floor, and every floor has its rooms', () => {
    expect([...new Set(files.map(roomOf))].sort()).toEqual(floors.flatMap(([, rooms]) => rooms).sort());
  });

  test('imports are found at all', () => {
    expect(arrows.length).toBeGreaterThan(files.length);
    expect(arrows.map(spoken)).toContain('App.tsx -> shell/Shell.tsx');
    expect(arrows.map(spoken)).toContain('shell/screens.ts -> desk/QueueScreen.tsx');
  });

  test('no import runs up, nor across a floor', () => {
    const wrong = arrows.filter(({ from, to }) => roomOf(from) !== roomOf(to) && floorOf(to) >= floorOf(from));
    expect(wrong.map(spoken)).toEqual([]);
  });

  test('only the list of screens loads a screen, and only lazily', () => {
    const eager = /^import (?!type).* from '\.\.\/\w+\/\w+Screen'/m;
    expect(readFileSync(join(source, nameEveryScreen), 'utf8')).not.toMatch(eager);
    const others = arrows.filter(({ from, to }) => /\w+Screen\.tsx$/.test(to) && roomOf(from) !== roomOf(to) && from !== nameEveryScreen);
    expect(others.map(spoken)).toEqual([]);
  });
});

describe('files', () => {
  test('no imports go round in a circle', () => {
    expect(circles(new Map(files.map((file) => [file, importsOf(file).filter((to) => known.has(to))])))).toEqual([]);
  });

  test('a circle is found where there is one', () => {
    expect(
      circles(
        new Map([
          ['a', ['b']],
          ['b', ['c']],
          ['c', ['b']],
        ]),
      ),
    ).toEqual(['b -> c -> b']);
  });
});

/** One line for each circle that a walk along the imports comes upon. */
function circles(graph: ReadonlyMap<string, readonly string[]>): string[] {
  const found: string[] = [];
  const done = new Set<string>();
  const walk = (file: string, way: readonly string[]): void => {
    const at = way.indexOf(file);
    if (at >= 0) found.push([...way.slice(at), file].join(' -> '));
    if (at >= 0 || done.has(file)) return;
    for (const next of graph.get(file) ?? []) walk(next, [...way, file]);
    done.add(file);
  };
  for (const file of graph.keys()) walk(file, []);
  return found;
}

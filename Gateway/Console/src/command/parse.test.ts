import { describe, expect, test } from 'vitest';
import { complete, parse, type Known } from './parse';

const known: Known = {
  incidents: [
    { id: 'a', number: '261124-0012' },
    { id: 'b', number: '261124-0112' },
    { id: 'c', number: '261123-0400' },
    { id: 'd', number: '261124-0400' },
    { id: 'e', number: '261123-0077' },
    { id: 'f', number: '261123-1077' },
  ],
  units: [
    { id: 'P07', callSign: 'P07', incidentId: null },
    { id: 'P08', callSign: 'Eagle', incidentId: 'a' },
    { id: 'P17', callSign: 'P17', incidentId: null },
  ],
  shown: 'e',
  stations: [
    { id: 'guhan', name: '古韩派出所' },
    { id: 'antifraud', name: '县反诈中心' },
  ],
  kinds: [
    { kind: 'dissuade', words: ['Dissuade', '劝阻'] },
    { kind: 'verify', words: ['Verify', '核查'] },
  ],
};

describe('a line', () => {
  test('assigns one unit or several, in either case and without their zeros', () => {
    expect(parse('as 12 P07', known)).toEqual({ ok: true, verb: 'as', incidentId: 'a', unitIds: ['P07'], text: '' });
    expect(parse('  AS 12 p7 p17 P07 ', known)).toMatchObject({ ok: true, unitIds: ['P07', 'P17'] });
  });
  test('names a unit by its call sign', () => expect(parse('en eagle', known)).toMatchObject({ ok: true, verb: 'en', unitIds: ['P08'] }));
  test('never guesses who is meant', () => {
    const units = [
      { id: 'P1', callSign: 'P01', incidentId: null },
      { id: 'p1', callSign: 'P01', incidentId: null },
      { id: 'P01', callSign: 'Eagle', incidentId: null },
      { id: 'E1', callSign: 'K01', incidentId: null },
      { id: 'K1', callSign: 'Hawk 2', incidentId: null },
    ];
    for (const line of ['en P01', 'en p1', 'as 12 K1', 'go P1'])
      expect(parse(line, { ...known, units })).toMatchObject({ ok: false, problem: 'manyUnits' });
    expect(parse('en eagle', { ...known, units })).toMatchObject({ ok: true, unitIds: ['P01'] });
    expect(parse('en e01', { ...known, units })).toMatchObject({ ok: true, unitIds: ['E1'] });
    expect(parse('en hawk02', { ...known, units })).toMatchObject({ ok: true, unitIds: ['K1'] });
  });
  test('diverts with a reason', () =>
    expect(parse('div P08 400 it is nearer', known)).toEqual({
      ok: true,
      verb: 'div',
      incidentId: 'd',
      unitIds: ['P08'],
      text: 'it is nearer',
    }));
  test('takes words as they are', () => expect(parse('note . 门 开着', known)).toMatchObject({ ok: true, incidentId: 'e', text: '门 开着' }));
  test('goes to an incident or to a unit', () => {
    expect(parse('go 12', known)).toMatchObject({ ok: true, incidentId: 'a' });
    expect(parse('go P07', known)).toMatchObject({ ok: true, incidentId: null, unitIds: ['P07'] });
  });
  test('issues a directive to stations and units', () => {
    expect(parse('zl 12 guhan dissuade see him at once', known)).toEqual({
      ok: true,
      verb: 'zl',
      incidentId: 'a',
      unitIds: [],
      stationIds: ['guhan'],
      kind: 'dissuade',
      text: 'see him at once',
    });
    expect(parse('zl . 古韩派出所,p7，antifraud 劝阻 当面劝阻', known)).toMatchObject({
      ok: true,
      incidentId: 'e',
      unitIds: ['P07'],
      stationIds: ['guhan', 'antifraud'],
      kind: 'dissuade',
      text: '当面劝阻',
    });
  });
  test.each([
    ['', 'empty'],
    ['zl 12 nowhere dissuade x', 'noRecipient'],
    ['zl 12 , dissuade x', 'noRecipient'],
    ['zl 12 guhan lookOut x', 'noKind'],
    ['zl 12 guhan dissuade', 'missing'],
    ['fly 12', 'unknownVerb'],
    ['as', 'missing'],
    ['as 12', 'missing'],
    ['as 999 P07', 'noIncident'],
    ['as 12 P07 P99', 'noUnit'],
    ['en P07 P08', 'tooMuch'],
    ['note 12', 'missing'],
    ['close 12', 'missing'],
  ])('%j is refused: %s', (line, problem) => expect(parse(line, known)).toMatchObject({ ok: false, problem }));
});

describe('completion', () => {
  const free = (id: string) => id !== 'P08';
  test('offers verbs, then incidents, then units that are free first', () => {
    expect(complete('n', known, free).map((c) => c.line)).toEqual(['note ']);
    expect(complete('as 1', known, free).map((c) => c.label)).toEqual(['12', '112', '1077']);
    expect(complete('as 12 ', known, free).map((c) => c.label)).toEqual(['P07', 'P17', 'P08']);
    expect(complete('as 12 P07 p', known, free).map((c) => c.line)).toEqual(['as 12 P07 P17 ', 'as 12 P07 P08 ']);
  });
  test('offers stations, then kinds', () => {
    expect(complete('zl 12 gu', known, free).map((c) => c.label)).toEqual(['guhan']);
    expect(complete('zl 12 古', known, free).map((c) => c.line)).toEqual(['zl 12 guhan ']);
    expect(complete('zl 12 guhan 劝', known, free).map((c) => c.line)).toEqual(['zl 12 guhan dissuade ']);
    expect(complete('zl 12 guhan dissuade he', known, free)).toEqual([]);
  });
  test('leaves words alone', () => expect(complete('note 12 he', known, free)).toEqual([]));
});

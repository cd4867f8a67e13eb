import { expect, test } from 'vitest';
import type { BoardIncident, Unit } from '../api/types';
import { nextPicture, noPicture, type Picture } from './picture';

const unit = (incidentId: string | null, more: object = {}) =>
  ({ id: 'P1', incidentId, panicIncidentId: null, ...more }) as unknown as Unit;
const incident = (id: string, stage = 'assigned', more: object = {}) =>
  ({ id, number: `261124-${id}`, summary: 's', callCount: 1, assignments: [{ unitId: 'P1', stage }], ...more }) as unknown as BoardIncident;
const board = (...all: BoardIncident[]) => new Map(all.map((i) => [i.id, i]));
const at = (more: Partial<Picture>): Picture => ({ ...noPicture, ...more });

test('an incident that the unit is put on is new once, and its details are read', () => {
  const first = incident('1');
  const change = nextPicture(at({ unit: unit('1'), notice: 'old' }), board(first), null);
  expect(change).toMatchObject({ picture: { incident: first, notice: null }, newIncident: first, readDetailsOf: '1' });
  expect(nextPicture(change.picture, board(first), null)).toEqual({ picture: change.picture, newIncident: null, readDetailsOf: null });
});

test('a change of the same incident calls nobody; details are read again only when there is more to read', () => {
  const before = at({ unit: unit('1'), incident: incident('1'), notice: 'urged' });
  expect(nextPicture(before, board(incident('1', 'enRoute')), null)).toMatchObject({
    picture: { notice: 'urged' },
    newIncident: null,
    readDetailsOf: null,
  });
  expect(nextPicture(before, board(incident('1', 'assigned', { callCount: 2 })), null).readDetailsOf).toBe('1');
});

test('a unit that was sent to the same incident again, while it had no network, is called again', () => {
  const sent = (n: number) => incident('1', 'assigned', { assignments: [{ unitId: 'P1', stage: 'assigned', n }] });
  const before = at({ unit: unit('1'), incident: sent(1), notice: 'urged' });
  expect(nextPicture({ ...before, incident: incident('1') }, board(sent(2)), null).newIncident).toBeNull();
  expect(nextPicture(before, board(sent(2)), null)).toMatchObject({ picture: { notice: null }, newIncident: { id: '1' } });
});

test('an incident that has not come yet changes nothing', () => {
  const before = at({ unit: unit('1') });
  expect(nextPicture(before, board(), null).picture).toBe(before);
});

test('a unit that was taken off is told; one that ended it itself is not', () => {
  const before = at({ unit: unit(null), incident: incident('1') });
  expect(nextPicture(before, board(incident('1', 'cancelled')), null).picture).toMatchObject({
    incident: null,
    notice: expect.stringContaining('261124-1'),
  });
  expect(nextPicture(before, board(incident('1', 'cleared')), null).picture.notice).toBeNull();
  expect(nextPicture(before, board(), '1').picture.notice).toBeNull();
});

test('the incident of its own distress is shown while the unit names it, also when it has left the board', () => {
  const distress = incident('9');
  const shown = nextPicture(at({ unit: unit(null, { panicIncidentId: '9' }) }), board(distress), null).picture;
  expect(shown.distress).toBe(distress);
  expect(nextPicture(shown, board(), null).picture.distress).toBe(distress);
  expect(nextPicture({ ...shown, unit: unit(null) }, board(), null).picture.distress).toBeNull();
});

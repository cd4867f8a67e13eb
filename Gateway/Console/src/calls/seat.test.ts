import { expect, test } from 'vitest';
import { atSeat, seatHere } from './seat';

test('a call says its seat only where this console has one', () => {
  expect(atSeat('3')).toEqual({ seat: '3' });
  expect(atSeat('')).toEqual({});
});

test('no seat is known until somebody says it', () => {
  expect(seatHere({ getItem: () => null })).toBe('');
  expect(seatHere({ getItem: () => '4' })).toBe('4');
});

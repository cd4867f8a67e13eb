import { expect, test } from 'vitest';
import type { RunCard } from '../api/types';
import { questionsOf } from './runCards';

const card = (id: string, more: Partial<RunCard>) =>
  ({
    id,
    name: id,
    categories: [],
    priorities: [],
    stations: [],
    questions: [{ text: id, answers: [] }],
    retired: false,
    ...more,
  }) as RunCard;

test('the card for the category asks before the one for every category, the one for the priority before both', () => {
  const cards = [card('all', {}), card('fire', { categories: ['fire'] }), card('fire1', { categories: ['fire'], priorities: [1] })];
  expect(questionsOf(cards, 'fire', 1)[0]!.text).toBe('fire1');
  expect(questionsOf(cards, 'fire', 3)[0]!.text).toBe('fire');
  expect(questionsOf(cards, 'theft', 3)[0]!.text).toBe('all');
});

test('while no category is typed nothing is asked', () => expect(questionsOf([card('all', {})], ' ', 1)).toEqual([]));

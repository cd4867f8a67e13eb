import { expect, test } from 'vitest';
import { listOf, outcomeFrom, withOutcome } from './outcomes';

const outcome = (word: string) => ({ word, valid: true, classes: [], needs: [] });
const list = [outcome('settled'), outcome('hoax')];

test('an outcome is read as it is ticked', () => {
  const classes = '纠纷、 打架，纠纷';
  const values: Record<string, string> = { word: 'mediated', valid: 'on', classes, 'need-feedback': 'on', 'need-owner': 'on' };
  expect(outcomeFrom((name) => values[name] ?? '')).toEqual({
    word: 'mediated',
    valid: true,
    classes: ['纠纷', '打架'],
    needs: ['feedback', 'owner'],
  });
  expect(outcomeFrom((name) => (name === 'word' ? 'hoax' : ''))).toMatchObject({ valid: false, classes: [], needs: [] });
});

test('an outcome is added behind the others, or takes the place of one', () => {
  expect(withOutcome(list, outcome('advised'), null)).toEqual([...list, outcome('advised')]);
  expect(withOutcome(list, { ...outcome('settled'), valid: false }, 0)).toEqual([{ ...outcome('settled'), valid: false }, list[1]]);
});

test('no word stands there twice', () => {
  expect(withOutcome(list, outcome('hoax'), null)).toBe('twice');
  expect(withOutcome(list, outcome('hoax'), 0)).toBe('twice');
});

test('words of results are one in each line', () => expect(listOf('arrests\n\n found \narrests', /\n/)).toEqual(['arrests', 'found']));

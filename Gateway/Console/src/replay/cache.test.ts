import { expect, test } from 'vitest';
import { BoundedCache } from './cache';

test('the same is asked for once, and the least used goes first', async () => {
  const asked: string[] = [];
  const cache = new BoundedCache(async (key) => (asked.push(key), key), 2);
  await cache.get('a');
  await cache.get('b');
  await cache.get('a');
  await cache.get('c');
  expect(asked).toEqual(['a', 'b', 'c']);
  expect([cache.has('a'), cache.has('b'), cache.has('c')]).toEqual([true, false, true]);
});

test('what failed is asked for again', async () => {
  let tries = 0;
  const cache = new BoundedCache(async () => {
    if (++tries === 1) throw new Error('away');
    return tries;
  }, 5);
  await expect(cache.get('a')).rejects.toThrow('away');
  await expect(cache.get('a')).resolves.toBe(2);
});

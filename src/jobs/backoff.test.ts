import { describe, expect, test } from 'vitest';
import { backoffMs, pauseMs } from './backoff.ts';

const SECOND = 1000;

describe('waiting', () => {
  test('between attempts grows fourfold up to six hours', () => {
    expect([1, 2, 3, 4, 5, 6, 7, 8, 30].map((attempts) => backoffMs(attempts) / SECOND)).toEqual([
      10, 40, 160, 640, 2560, 10_240, 21_600, 21_600, 21_600,
    ]);
  });

  test('for a server that is away grows to half a minute', () => {
    expect([1, 2, 3, 4, 5, 6, 7, 100].map((times) => pauseMs(times) / SECOND)).toEqual([1, 2, 4, 8, 15, 30, 30, 30]);
  });
});

import { expect, it } from 'vitest';
import { proving } from './spawned.ts';

const said = (what: string) => `${what}\n  saw  parts with an assessment: 1, 2, 3, 4\n`;

it.each([
  [['assess'], said('Name a part.')],
  [['assess', '5'], said('There is no assessment of part 5 yet.')],
])('%j names the parts that have one', async (argv, expected) => {
  const { code, err } = await proving([...argv, '--plain']);
  expect([code, err]).toEqual([64, expect.stringContaining(expected)]);
});

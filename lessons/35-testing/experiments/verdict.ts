import { AssertionError } from 'node:assert/strict';
import type { Lab } from '@proving/lab';
import type { Packer } from './packer.ts';

type Verdict = 'passes' | 'fails';

type Test = (packer: Packer) => Promise<void>;

// #region verdicts
/** What a test says of the right packer, and of a broken one. */
export async function verdicts(lab: Lab, test: Test, broken: Packer) {
  lab.step('the test is asked about the right packer');
  const right = await verdictOf(() => test('right'));
  lab.step('the test is asked about the broken one');
  return { right, broken: await verdictOf(() => test(broken)) };
}
// #endregion

/** Only a test's own assertions count: anything else that goes wrong is a fault of the experiment. */
export async function verdictOf(test: () => Promise<void>): Promise<Verdict> {
  try {
    await test();
    return 'passes';
  } catch (error) {
    if (error instanceof AssertionError) return 'fails';
    throw error;
  }
}

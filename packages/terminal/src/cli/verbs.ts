import type { Verb } from './verb.ts';

export const verbs: readonly Verb[] = [
  {
    name: 'prove',
    does: 'runs the experiments of lessons, every arm, and says which claims hold',
    takes: '[07 | 07.2 | 01-12 …]',
    flags: ['record', 'arms', 'times', 'driver', 'seed'],
    examples: {
      'prove 07': 'all claims of lesson 07',
      'prove 07.2': 'the experiments of its second step',
      'prove 01-12 25': 'lessons 01 to 12, and 25',
      'prove 07 --times 20': 'twenty runs of each, to see whether one ever differs',
    },
    load: () => import('./verbs/prove.ts'),
  },
  {
    name: 'diagnose',
    does: 'finds what is missing on this machine, and the one command that mends it',
    takes: '',
    flags: ['driver'],
    examples: { diagnose: 'every check, good or not' },
    load: () => import('./verbs/diagnose.ts'),
  },
];

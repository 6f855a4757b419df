import type { Verb } from './verb.ts';

export const verbs: readonly Verb[] = [
  {
    name: 'diagnose',
    does: 'finds what is missing on this machine, and the one command that mends it',
    takes: '',
    flags: ['driver'],
    examples: { diagnose: 'every check, good or not' },
    load: () => import('./verbs/diagnose.ts'),
  },
];

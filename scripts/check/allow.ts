import type { Exception } from '../house/rule.ts';

/** What the rules let pass, each for a reason that somebody would defend. */
export const allowed: readonly Exception[] = [
  {
    rule: 'sleeps',
    path: 'packages/cluster/src/jvm/wire.ts',
    because: 'a deadline on one question; nothing waits for it when the answer comes',
  },
  { rule: 'sleeps', path: 'packages/cluster/src/turnstile.ts', because: 'the pause between two looks at who holds the turnstile' },
  {
    rule: 'sleeps',
    path: 'packages/lab/src/proxy.ts',
    because: 'the proxy is asked to hold an answer back for that long: the delay is the fault',
  },
  {
    rule: 'sleeps',
    path: 'packages/terminal/src/cli/signals.ts',
    because: 'a deadline on leaving; the process ends sooner when it can',
  },
];

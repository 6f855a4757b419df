import type { Exception } from '../house/rule.ts';

/** What the rules let pass, each for a reason that somebody would defend. */
export const allowed: readonly Exception[] = [
  {
    rule: 'sleeps',
    path: 'packages/runner/src/bench.ts',
    because: 'the grace that a worker gets to heal what it broke; its end is awaited beside it',
  },
  { rule: 'sleeps', path: 'packages/terminal/test/screens/runner.ts', because: 'plays a recorded run at its own speed' },
  { rule: 'sleeps', path: 'scripts/test/code.test.ts', because: 'the seeded violations of this very rule' },
  {
    rule: 'sleeps',
    path: 'scripts/bench/in-sync-record.ts',
    because: 'the pause between two tries of a stopwatch that must not use the kit it measures',
  },
  {
    rule: 'sleeps',
    path: 'scripts/bench/verdict.ts',
    because: 'the time in which a learner reads a verdict and types, between two measurements',
  },
  {
    rule: 'sleeps',
    path: 'lessons/06-rebalancing/experiments/work.ts',
    because: 'work that takes its time is what the lesson is about; nothing is waited for with it',
  },
  {
    rule: 'sleeps',
    path: 'lessons/12-flow-control/experiments/work.ts',
    because: 'an order that takes four times as long as another is what the lesson is about; nothing is waited for with it',
  },
  {
    rule: 'sleeps',
    path: 'lessons/35-testing/experiments/04-nothing-came-twice.ts',
    because: 'a test that waits for time is what the experiment is about; a leader that stands still makes what it sees certain',
  },
  {
    rule: 'arrows',
    path: 'packages/terminal/src/boot/load.js',
    because: 'runs before anything is bundled, and takes the one pure function that says where the bundle lies',
  },
];

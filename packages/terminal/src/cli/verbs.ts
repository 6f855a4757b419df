import type { Verb } from './verb.ts';

export const verbs: readonly Verb[] = [
  {
    name: 'progress',
    does: 'shows what you have seen proved, and where to go on',
    takes: '',
    flags: ['where'],
    examples: { progress: 'the whole course on one screen', 'progress --where': 'the file it is kept in' },
    load: () => import('./verbs/progress.ts'),
  },
  {
    name: 'cluster',
    does: 'the local Kafka cluster, by hand',
    takes: 'start | stop | status | reset | logs [broker] | cli TOOL …',
    flags: ['driver', 'shape', 'lines', 'yes'],
    examples: {
      'cluster start': 'three brokers and a controller',
      'cluster status': 'brokers, ports, memory, and who is using them',
      'cluster logs 2': 'the last lines of the log of broker 2',
      'cluster cli kafka-topics --list': "Kafka's own tools, aimed at this cluster",
      'cluster stop': 'stops it; the data stays',
      'cluster reset': 'stops it and deletes its data',
    },
    passesAfter: 'cli',
    load: () => import('./verbs/cluster.ts'),
  },
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

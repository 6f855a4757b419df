import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { clientSettings } from '@proving/lab';
import { expect, test } from 'vitest';
import { settings } from '../check/settings.ts';
import { said } from './seeded.ts';

const page = 'notes/lab-and-production.md';
const real = readFileSync(new URL(`../../${page}`, import.meta.url), 'utf8').replaceAll(/ +\|/g, ' |');

test('the page as it is', async () => {
  expect(await said(settings, { [page]: real })).toEqual([]);
});

test('a value, a default or a reason that is not the lab’s, a setting too few, too many or twice', async () => {
  const lines = real
    .replace('| `broker.session.timeout.ms` | `2000` |', '| `broker.session.timeout.ms` | `3000` |')
    .replace('| `replica.lag.time.max.ms` | `4000` | `30000` |', '| `replica.lag.time.max.ms` | `4000` | `10000` |')
    .replace('| retention is looked at every second |', '| retention is looked at often |')
    .replace('| `num.partitions` | `1` |', '| `num.partitionz` | `1` |')
    .replace(/^(\| `maxWaitTime` .*)$/m, '$1\n$1');
  const lineOf = (words: string) => lines.split('\n').findIndex((line) => line.startsWith(words)) + 1;
  expect(await said(settings, { [page]: lines })).toEqual([
    `${page}:${lineOf('| `broker.session.timeout.ms`')}  says of broker.session.timeout.ms what the lab does not do`,
    `${page}:${lineOf('| `replica.lag.time.max.ms`')}  says of replica.lag.time.max.ms what the lab does not do`,
    `${page}:${lineOf('| `log.retention.check.interval.ms`')}  says of log.retention.check.interval.ms what the lab does not do`,
    `${page}  does not have num.partitions`,
    `${page}:${lineOf('| `num.partitionz`')}  has a row for num.partitionz that the lab knows nothing of, or has it twice`,
    `${page}:${lineOf('| `maxWaitTime`') + 1}  has a row for maxWaitTime that the lab knows nothing of, or has it twice`,
  ]);
});

test('the clients’ own defaults are those of the installed versions', () => {
  const here = createRequire(new URL('../../packages/lab/src/index.ts', import.meta.url));
  const file = (name: string, path: string) => readFileSync(join(dirname(here.resolve(name)), path), 'utf8');
  const { kafkajs, '@platformatic/kafka': platformatic } = clientSettings;
  expect({
    allowAutoTopicCreation: /allowAutoTopicCreation = (\w+),/.exec(file('kafkajs', 'src/index.js'))?.[1],
    maxWaitTimeInMs: /maxWaitTimeInMs = (\d+),/.exec(file('kafkajs', 'src/consumer/index.js'))?.[1],
    maxWaitTime: /maxWaitTime: ([\d_]+),/
      .exec(file('@platformatic/kafka', 'clients/consumer/options.js'))?.[1]
      ?.replaceAll('_', ''),
  }).toEqual({
    allowAutoTopicCreation: String(kafkajs.allowAutoTopicCreation.own),
    maxWaitTimeInMs: String(kafkajs.maxWaitTimeInMs.own),
    maxWaitTime: String(platformatic.maxWaitTime.own),
  });
});

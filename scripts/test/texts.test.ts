import { expect, test } from 'vitest';
import { dependencies } from '../check/dependencies.ts';
import { links } from '../check/links.ts';
import { merges } from '../check/merges.ts';
import { sizes } from '../check/sizes.ts';
import { traces } from '../check/traces.ts';
import { version } from '../check/version.ts';
import { packageJson, said } from './seeded.ts';

test('links to files and headings that are there, and to those that are not', async () => {
  const files = {
    'README.md': [
      '# The house',
      '[a file](notes/glossary.md) [a heading](notes/glossary.md#high-watermark) [here](#the-house) [out](https://kafka.apache.org/x)',
      '[no file](notes/gone.md)',
      '[no heading](notes/glossary.md#lag) [not here](#cellar)',
      '`[code](nowhere.md)`',
      '```text',
      '[fenced](nowhere.md)',
      '```',
    ].join('\n'),
    'notes/glossary.md': '## High watermark\n\n[back](../README.md)\n',
  };
  expect(await said(links, files)).toEqual([
    'README.md:3  links to notes/gone.md, and there is no notes/gone.md',
    'README.md:4  links to #lag, and notes/glossary.md has no such heading',
    'README.md:4  links to #cellar, and README.md has no such heading',
  ]);
});

test('files that are longer or wider than a page', async () => {
  const files = {
    'packages/lab/src/long.ts': '// a line\n'.repeat(301),
    'site/src/long.css': '.a {}\n'.repeat(301),
    'packages/lab/src/fits.ts': '// a line\n'.repeat(300),
    'lessons/01-the-log/experiments/01-long.ts': '// a line\n'.repeat(41),
    'lessons/01-the-log/experiments/02-wide.ts': `// a line\n// ${'x'.repeat(94)}\n`,
    'lessons/01-the-log/experiments/03-fits.ts': `// #region a\n${`// ${'x'.repeat(93)}\n`.repeat(40)}  // #endregion\n`,
  };
  expect(await said(sizes, files)).toEqual([
    'lessons/01-the-log/experiments/01-long.ts:41  has 41 lines, of 40',
    'lessons/01-the-log/experiments/02-wide.ts:2  is 97 columns wide, of 96',
    'packages/lab/src/long.ts:301  has 301 lines, of 300',
    'site/src/long.css:301  has 301 lines, of 300',
  ]);
});

test('a trace that is too big to replay', async () => {
  const files = {
    'lessons/01-the-log/traces/a.jsonl': 'x'.repeat(200 * 1024),
    'lessons/01-the-log/traces/b.jsonl': 'x'.repeat(200 * 1024 + 1),
  };
  expect(await said(traces, files)).toEqual(['lessons/01-the-log/traces/b.jsonl  has 201 KB, of 200']);
});

test('a second home of the Kafka version', async () => {
  const files = {
    'packages/cluster/kafka/pom.xml': '<kafka.version>4.3.1</kafka.version>\n<version>2.25.4</version>\n',
    'docker-compose.yml': 'image: apache/kafka:4.3.1\n---\nimage: apache/kafka:4.2.0\n',
    'packages/lab/src/a.ts':
      "const kafka = '4.1.1';\nconst other = 'kafka_2.13-4.0.0.jar';\nconst client = 'kafkajs 2.2.4, @platformatic/kafka 2.12.1';\n",
    'lessons/01-the-log/theory.md': 'Tried on Kafka 4.3.1. Since Kafka 4.0 there is no ZooKeeper.\n',
    'notes/history.md': 'Kafka 3.9.1 was the last with ZooKeeper.\n',
    'CHANGELOG.md': 'Now on Kafka 4.2.0.\n',
    'lessons/01-the-log/traces/a.jsonl': '{"kafka":"4.2.0"}\n',
  };
  expect(await said(version, files)).toEqual([
    'docker-compose.yml:3  says Kafka 4.2.0; the pin is 4.3.1',
    'packages/lab/src/a.ts:1  says Kafka 4.1.1; the pin is 4.3.1',
    'packages/lab/src/a.ts:2  says Kafka 4.0.0; the pin is 4.3.1',
  ]);
});

test('dependencies that float, that differ, and that nobody explained', async () => {
  const files = {
    'package.json': packageJson({}, { vitest: '5.1.1', yaml: '^2.9.1' }),
    'packages/spec/package.json': packageJson({ zod: '4.6.7', '@proving/replay': 'workspace:*' }),
    'packages/lab/package.json': packageJson({ zod: '4.6.6', kafkajs: '2.2.4' }),
    'notes/decisions/dependencies.md': '- `vitest`: runs the tests.\n- `zod`: reads files.\n',
  };
  expect(await said(dependencies, files)).toEqual([
    'package.json  takes yaml at ^2.9.1',
    'packages/lab/package.json  takes kafkajs, and nobody said why',
    'packages/spec/package.json  takes zod 4.6.7, and packages/lab/package.json takes 4.6.6',
  ]);
});

test('marks of a merge that was not finished, and lines that only resemble them', async () => {
  const mark = (sign: string) => sign.repeat(7);
  const files = {
    'notes/ledger.jsonl': [`{"a":1}`, `${mark('<')} HEAD`, `{"a":2}`, mark('='), `{"a":3}`, `${mark('>')} 1a2b3c4`].join('\n'),
    'notes/page.md': [`A title`, mark('='), `a ${mark('<')} in a line`, `${mark('>')}> far inside`].join('\n'),
  };
  expect(await said(merges, files)).toEqual([
    'notes/ledger.jsonl:2  has the mark of a merge that was not finished',
    'notes/ledger.jsonl:6  has the mark of a merge that was not finished',
  ]);
});

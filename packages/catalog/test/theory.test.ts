import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { citations } from '../src/agree.ts';
import { type Found, reportInto } from '../src/finding.ts';
import { regionOf } from '../src/include.ts';
import { parseTheory } from '../src/theory.ts';

const read = (text: string) => {
  const found: Found[] = [];
  const steps = parseTheory(text, reportInto(found, 'theory.md'));
  return { steps, found: found.map(({ code, line }) => `${line ?? '-'} ${code}`) };
};

describe('parseTheory', () => {
  test('reads headings as steps, and splits prose at run and ask', () => {
    const { steps, found } = read(`
## First idea

Read this.
And this.

{{run: 01-x}}

Why.

  {{ask: q3}}
## Second idea ##
### Inside
~~~text
## not a step
{{run: not-one}}
~~~
`);
    expect(found).toEqual([]);
    expect(steps).toEqual([
      {
        number: 1,
        title: 'First idea',
        line: 2,
        blocks: [
          { kind: 'prose', markdown: 'Read this.\nAnd this.', line: 4 },
          { kind: 'run', experiment: '01-x', line: 7 },
          { kind: 'prose', markdown: 'Why.', line: 9 },
          { kind: 'ask', question: 'q3', line: 11 },
        ],
      },
      {
        number: 2,
        title: 'Second idea',
        line: 12,
        blocks: [{ kind: 'prose', markdown: '### Inside\n~~~text\n## not a step\n{{run: not-one}}\n~~~', line: 13 }],
      },
    ]);
  });

  test.for([
    ['', ['- theory-no-steps']],
    ['# Title\n\n## A\nx', ['1 theory-heading']],
    ['## A\n# B\nx', ['2 theory-heading']],
    ['## A\nB\n===\nx', ['3 theory-heading']],
    ['## A\nB\n---\nx', ['3 theory-heading']],
    ['## A\n\n| a |\n| --- |\n\n---\n', []],
    ['words\nmore\n## A\nx', ['1 theory-early-text']],
    ['```text\nwords\n```\n## A\nx', ['1 theory-early-text']],
    ['##\nx', ['1 theory-heading']],
    ['##A\nx', ['1 theory-early-text', '- theory-no-steps']],
    ['## A\n\n## B\nx', ['1 theory-empty-step']],
    ['## A\n{{run: a}}\nx\n{{run: b}}', ['4 theory-two-runs']],
    ['## A\n{{walk: a}}', ['2 theory-directive', '1 theory-empty-step']],
    ['## A\n{{run: a b}}\nx', ['2 theory-directive']],
    ['## A\nsee {{run: a}} here', ['2 theory-directive']],
    ['## A\nsee `{{run: a}}` here', []],
    ['## A\nx\n```ts\n## B', ['3 theory-fence']],
    ['## A\n````text\n```\n## B\n````\n', []],
  ] as const)('%j', ([text, codes]) => {
    expect(read(text).found).toEqual(codes);
  });

  const line = fc.oneof(
    fc.constantFrom(
      '## A step',
      '##',
      '# Title',
      '',
      'words and [[a-claim]]',
      '```text',
      '```',
      '~~~',
      '{{run: 01-x}}',
      '{{ask: q1}}',
      '---',
      '{{',
    ),
    fc.string(),
  );
  const theory = fc.array(line).map((lines) => lines.join('\n'));

  test('never throws, whatever it is given', () => {
    fc.assert(
      fc.property(fc.oneof(theory, fc.string({ unit: 'binary' })), (text) => {
        read(text);
      }),
      { numRuns: 1_000 },
    );
  });

  test('every block says the line on which it stands, and its text is the text of those lines', () => {
    fc.assert(
      fc.property(theory, (text) => {
        const lines = text.split(/\r?\n/);
        for (const block of read(text).steps.flatMap((step) => step.blocks)) {
          const at = lines[block.line - 1] as string;
          if (block.kind === 'run') expect(at.trim()).toBe(`{{run: ${block.experiment}}}`);
          else if (block.kind === 'ask') expect(at.trim()).toBe(`{{ask: ${block.question}}}`);
          else
            expect(lines.slice(block.line - 1, block.line - 1 + block.markdown.split('\n').length).join('\n')).toBe(block.markdown);
        }
      }),
      { numRuns: 1_000 },
    );
  });

  test('nothing written under a step is lost, and nothing is told twice', () => {
    fc.assert(
      fc.property(theory, (text) => {
        const { steps, found } = read(text);
        const told = steps.flatMap((step) => [step.line, ...step.blocks.flatMap(linesOf)]);
        expect(told).toEqual([...new Set(told)].sort((a, b) => a - b));
        const first = steps[0]?.line ?? Number.POSITIVE_INFINITY;
        for (const [i, content] of text.split(/\r?\n/).entries())
          if (i + 1 >= first && content.trim() !== '' && !told.includes(i + 1))
            expect(found).toContain(`${i + 1} theory-directive`);
      }),
      { numRuns: 1_000 },
    );
  });
});

const linesOf = (block: { kind: string; markdown?: string; line: number }) =>
  (block.markdown ?? '').split('\n').map((_, i) => block.line + i);

test('citations are found outside of code, each with its line', () => {
  const markdown = 'One [[a]] and [[b]].\n`[[c]]` ``[[d]]`` [[e]]\n```text\n[[f]]\n```\n[[]]';
  expect(citations(markdown, 10)).toEqual([
    { id: 'a', line: 10 },
    { id: 'b', line: 10 },
    { id: 'e', line: 11 },
    { id: '', line: 15 },
  ]);
});

describe('regionOf', () => {
  const file = `import x from 'x';

  // #region outer
  if (x) {
    // #region inner

      const y = 1;
        y;

    // #endregion inner
  }
  // #endregion

end();
`;
  test.for([
    ['outer', ['if (x) {', '', '    const y = 1;', '      y;', '', '}']],
    ['inner', ['const y = 1;', '  y;']],
    ['none', null],
  ] as const)('%s', ([region, lines]) => {
    expect(regionOf(file, region)).toEqual(lines);
  });
  test('without a name it is the whole file, without the marks', () => {
    expect(regionOf(file, null)).toEqual([
      "import x from 'x';",
      '',
      '  if (x) {',
      '',
      '      const y = 1;',
      '        y;',
      '',
      '  }',
      '',
      'end();',
    ]);
  });
  test('a region that is never ended is none', () => {
    expect(regionOf('// #region a\nx', 'a')).toBeNull();
  });
});

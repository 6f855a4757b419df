import type { PhrasingContent, Root } from 'mdast';
import { VFile } from 'vfile';
import { describe, expect, it } from 'vitest';
import type { Course } from '../plugins/mentions.ts';
import { remarkNotes } from '../plugins/remark-notes.ts';

const course: Course = {
  last: 36,
  lessons: new Map([
    [
      '07',
      {
        folder: '07-acks-and-durability',
        title: 'What "acknowledged" means',
        claims: { 'acknowledged-survives': 'It outlives its leader.', 'no-answer-is-not-no': 'Only a read can tell.' },
        questions: ['q1', 'q2'],
        steps: ['One leader, two copies', 'In sync, and how far it is safe to read'],
      },
    ],
  ]),
};

const words = (value: string, line = 1): PhrasingContent => ({ type: 'text', value, position: at(line) });
const code = (value: string, line = 1): PhrasingContent => ({ type: 'inlineCode', value, position: at(line) });
const at = (line: number) => ({ start: { line, column: 1 }, end: { line, column: 1 } });

/** The links of a page: words and address. */
async function linksOf(tree: Root): Promise<string[]> {
  await remarkNotes({ course: async () => course })(tree, new VFile({ path: 'notes/page.md' }));
  const found: string[] = [];
  const walk = (node: { type: string; url?: string; children?: unknown[]; value?: string }) => {
    if (node.type === 'link') found.push(`${(node.children as { value: string }[])[0]?.value} → ${node.url}`);
    else for (const child of (node.children ?? []) as (typeof node)[]) walk(child);
  };
  walk(tree as never);
  return found;
}

const paragraph = (...children: PhrasingContent[]): Root => ({ type: 'root', children: [{ type: 'paragraph', children }] });
const answer = (title: string, ...children: PhrasingContent[]): Root => ({
  type: 'root',
  children: [
    {
      type: 'table',
      children: [
        { type: 'tableRow', children: [{ type: 'tableCell', children: [words(title)] }] },
        { type: 'tableRow', children: [{ type: 'tableCell', children }] },
      ],
    },
  ],
});
const lesson = '/lessons/07-acks-and-durability';
const claim = '/claims/07-acks-and-durability#';

describe('a note', () => {
  it('links what a column of answers names: lessons, steps, questions, claims; not what comes later', async () => {
    const row = [
      words('07.2 · 07.q1 · 07 '),
      code('acknowledged-survives'),
      words(', '),
      code('no-answer-is-not-no'),
      words(' · later: lesson 27 '),
      code('divergent-tails-are-cut'),
    ];
    expect(await linksOf(answer('where it is answered', ...row))).toEqual([
      `07.2 → ${lesson}#in-sync-and-how-far-it-is-safe-to-read`,
      `07.q1 → ${lesson}#q1`,
      `07 → ${lesson}`,
      `acknowledged-survives → ${claim}acknowledged-survives`,
      `no-answer-is-not-no → ${claim}no-answer-is-not-no`,
    ]);
  });

  it('links in prose where "lesson" says so or a claim follows, and leaves other numbers and other code alone', async () => {
    const page = paragraph(
      words('In lessons 07 and 27, after 10 seconds, 07 '),
      code('acknowledged-survives'),
      words(' holds with '),
      code('kafka-topics'),
      words(', and so at 07 of 12.'),
    );
    expect(await linksOf(page)).toEqual([
      `07 → ${lesson}`,
      `07 → ${lesson}`,
      `acknowledged-survives → ${claim}acknowledged-survives`,
    ]);
    expect(await linksOf(answer('what it is', words('broker 07 has 12')))).toEqual([]);
  });

  it('links across the end of a line', async () => {
    const page = paragraph(
      words('Read lesson\n07, where 07\n'),
      code('acknowledged-survives'),
      words(',\n'),
      code('no-answer-is-not-no'),
    );
    expect(await linksOf(page)).toEqual([
      `07 → ${lesson}`,
      `07 → ${lesson}`,
      `acknowledged-survives → ${claim}acknowledged-survives`,
      `no-answer-is-not-no → ${claim}no-answer-is-not-no`,
    ]);
  });

  it('links the lesson of an entry of the glossary', async () => {
    const entry = paragraph({ type: 'strong', children: [words('acks')] }, words(' · 07 · How many of 10 replicas.'));
    expect(await linksOf(entry)).toEqual([`07 → ${lesson}`]);
  });

  it('shows a quoted message as such, and lets the name of a setting break behind its dots', async () => {
    const page: Root = {
      type: 'root',
      children: [
        { type: 'code', lang: 'text', meta: 'from=kafkajs', value: 'The request timed out' },
        { type: 'code', lang: 'text', value: 'a drawing' },
        ...answer('setting', code('log.dirs')).children,
      ],
    };
    await linksOf(page);
    const attributes = (values: Record<string, string>) => Object.entries(values).map(([name, value]) => ({ name, value }));
    const row = {
      children: [
        {
          data: { hProperties: { 'data-label': 'setting' } },
          children: [{ name: 'Name', attributes: attributes({ name: 'log.dirs' }) }],
        },
      ],
    };
    expect(page.children).toMatchObject([
      { name: 'Said', attributes: attributes({ words: 'The request timed out', from: 'kafkajs' }) },
      { type: 'code', value: 'a drawing' },
      { type: 'table', children: [{}, row] },
    ]);
  });

  it.each([
    [
      'a claim',
      answer('which claim shows it', words('07 ', 4), code('never-made', 4)),
      /never-made.*acknowledged-survives, no-answer/,
    ],
    ['a claim in prose', paragraph(words('see 07 ', 4), code('never-made', 4)), /never-made/],
    ['a claim of a lesson to come', answer('which claim shows it', words('27 ', 4), code('never-made', 4)), /later: lesson 27/],
    ['a lesson', paragraph(words('First line,\nthen lesson 37.', 3)), /37 is not one of 01 to 36/],
    ['a question', answer('which claim shows it', words('07.q9', 4)), /07\.q9, and lesson 07 asks q1, q2/],
    ['a step', answer('which claim shows it', words('07.3', 4)), /lesson 07 has 2 steps/],
  ])('stops the build at %s that is not there, with file and line', async (_, page, says) => {
    const failure = await linksOf(page).then(
      () => null,
      (error: unknown) => error as { file: string; line: number; reason: string },
    );
    expect({ file: failure?.file, line: failure?.line, reason: failure?.reason }).toEqual({
      file: 'notes/page.md',
      line: 4,
      reason: expect.stringMatching(says),
    });
  });
});

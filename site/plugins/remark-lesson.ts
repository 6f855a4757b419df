import { readFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import type { LoadedLesson } from '@proving/catalog';
import type { LedgerLine, SchemaFormat } from '@proving/spec';
import type { Code, Html, Paragraph, PhrasingContent, Root, RootContent } from 'mdast';
import { SKIP, visit } from 'unist-util-visit';
import type { VFile } from 'vfile';
import { catalog, ledger, lessonNamed } from './course.ts';
import { evolutionData } from './data/evolution.ts';
import { block, inline } from './elements.ts';
import { standingOf } from './proofs.ts';
import { runOf, traceFile } from './runs.ts';

interface Page {
  readonly lesson: LoadedLesson;
  readonly lines: readonly LedgerLine[];
}

/**
 * Turns a `theory.md` into a page: claims into badges, runs into figures, questions into forms, fences into the code they name.
 * The catalog has looked at all of it before: a claim, run, question, file or region that is not there stops the build.
 */
export function remarkLesson() {
  return async (tree: Root, file: VFile) => {
    const page: Page = { lesson: await lessonNamed(basename(dirname(file.path))), lines: await ledger() };
    visit(tree, 'html', (node: Html) => {
      // `List<String>` is legal HTML and would vanish.
      if (!node.value.startsWith('<!--')) (node as { type: string }).type = 'text';
    });
    await fill(tree, page);
    tree.children = await Promise.all(tree.children.map((node) => directive(node, page)));
    visit(tree, 'text', (node, index, parent) => {
      if (!parent || index === undefined || !node.value.includes('[[')) return undefined;
      const parts = withBadges(node.value, page);
      parent.children.splice(index, 1, ...(parts as never[]));
      return [SKIP, index + parts.length];
    });
    visit(tree, 'text', (node) => {
      if (/\{\{\s*(run|ask)\b/.test(node.value))
        file.fail(`${node.value.trim()} must stand alone, with an empty line on both sides`, node);
    });
    tree.children.unshift(block('LessonHead', { lesson: JSON.stringify(headOf(page.lesson)) }) as RootContent);
    tree.children.push(block('LessonEnd', { lesson: JSON.stringify(endOf(page.lesson)) }) as RootContent);
  };
}

/** Puts the lines of the file into each fence that names one, `ts file=experiments/01-….ts region=alone`, and a table into each `matrix`. */
async function fill(tree: Root, { lesson }: Page): Promise<void> {
  const { regionOf } = await catalog();
  const fences: Code[] = [];
  visit(tree, 'code', (node: Code) => {
    fences.push(node);
  });
  for (const fence of fences) {
    if (fence.lang === 'matrix') await intoMatrix(fence);
    const name = /(?:^|\s)file=(\S+)/.exec(fence.meta ?? '')?.[1];
    if (name === undefined) continue;
    const region = /(?:^|\s)region=(\S+)/.exec(fence.meta ?? '')?.[1] ?? null;
    const lines = regionOf(await readFile(join(lesson.dir, name), 'utf8'), region);
    if (lines === null) throw new Error(`${name} has no region "${region}"`);
    fence.value = lines.join('\n');
  }
}

/** What the table shows is what the registry said; the schemas behind it are left to the playground. */
async function intoMatrix(fence: Code): Promise<void> {
  const format = /(?:^|\s)format=(\S+)/.exec(fence.meta ?? '')?.[1] as SchemaFormat | undefined;
  const matrix = await evolutionData(format);
  const rows = matrix.rows.map((row) => ({ ...row, history: [], taken: [] }));
  const element = block('SchemaChanges', { matrix: JSON.stringify({ ...matrix, rows }) });
  Object.assign(fence, { ...element, value: undefined, lang: undefined, meta: undefined });
}

async function directive(node: RootContent, { lesson }: Page): Promise<RootContent> {
  const words = node.type === 'paragraph' ? directiveIn(node) : null;
  if (words === null) return node;
  const [what, id] = words;
  if (what === 'ask') {
    const question = lesson.quiz.find((each) => each.id === id);
    return block('Ask', { lesson: lesson.folder, question: JSON.stringify(question) }) as RootContent;
  }
  const run = await runOf(lesson, id);
  const files = Object.fromEntries(run.arms.map((arm) => [arm.id, `./${traceFile(id, arm.id)}`]));
  return block('Run', { run: JSON.stringify(run) }, files) as RootContent;
}

function directiveIn({ children: [only, ...more] }: Paragraph): readonly [what: 'run' | 'ask', id: string] | null {
  if (only?.type !== 'text' || more.length > 0) return null;
  const found = /^\{\{\s*(run|ask)\s*:\s*(\S+?)\s*\}\}$/.exec(only.value.trim());
  return found ? [found[1] as 'run' | 'ask', found[2] as string] : null;
}

function withBadges(text: string, { lesson, lines }: Page): PhrasingContent[] {
  return text.split(/\[\[([^\]]*)\]\]/).flatMap((part, i): PhrasingContent[] => {
    if (i % 2 === 0) return part === '' ? [] : [{ type: 'text', value: part }];
    const standing = standingOf(lines, lesson.folder, part);
    const { claims, experiments } = lesson.manifest;
    const experiment = Object.entries(experiments).find(([, card]) => card.proves === part)?.[1].title ?? '';
    const claim = { lesson: lesson.folder, id: part, text: claims[part], experiment, ...standing };
    return [inline('Claim', { claim: JSON.stringify(claim) }) as PhrasingContent];
  });
}

const headOf = ({ number, manifest }: LoadedLesson) => ({
  number,
  title: manifest.title,
  question: manifest.question,
  minutes: manifest.minutes,
  claims: Object.keys(manifest.claims).length,
});

/** What stands below the theory: the questions that it did not ask, the exercise, the card. */
function endOf({ number, folder, quiz, steps, task }: LoadedLesson) {
  const asked = steps.flatMap(({ blocks }) => blocks.flatMap((each) => (each.kind === 'ask' ? [each.question] : [])));
  return { number, folder, exercise: task !== null, questions: quiz.filter(({ id }) => !asked.includes(id)) };
}

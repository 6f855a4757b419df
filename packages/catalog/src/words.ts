import { Fences } from './fences.ts';
import type { LoadedLesson } from './load.ts';

/** How many words of prose a lesson's theory has: headings, citations and code blocks are not counted. */
export function wordsOf(lesson: Pick<LoadedLesson, 'steps'>): number {
  const fences = new Fences();
  const prose = lesson.steps
    .flatMap((step) => step.blocks)
    .flatMap((block) => (block.kind === 'prose' ? block.markdown.split('\n') : []));
  const counted = prose.filter((line, i) => !fences.read(line, i) && !/^\s*#{3,} /.test(line));
  return (
    counted
      .join('\n')
      .replaceAll(/\[\[[^\]]*\]\]/g, '')
      .match(/[\p{L}\p{N}][\p{L}\p{N}'’._=/-]*/gu)?.length ?? 0
  );
}

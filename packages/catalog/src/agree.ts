import type { Lesson, Quiz } from '@proving/spec';
import { Fences } from './fences.ts';
import type { Report } from './finding.ts';
import type { Step } from './theory.ts';

/** Whether the parts of a manifest fit each other: every experiment proves a claim, every claim has an experiment. */
export function agreeManifest(manifest: Lesson, report: Report): void {
  const proved = new Set<string>();
  for (const [id, card] of Object.entries(manifest.experiments)) {
    const field = `experiments.${id}`;
    proved.add(card.proves);
    if (!has(manifest.claims, card.proves))
      report('unknown-claim', `${field}.proves`, `"${card.proves}" is no claim of this lesson`, oneOf(manifest.claims));
    if (!has(card.arms, card.predict.about))
      report('unknown-arm', `${field}.predict.about`, `"${card.predict.about}" is no arm of it`, oneOf(card.arms));
    if (card.predict.kind !== 'choice') continue;
    const whens = card.predict.options.map((option) => JSON.stringify(option.when));
    const twice = whens.findIndex((when, i) => whens.indexOf(when) !== i);
    if (twice !== -1)
      report(
        'same-when',
        `${field}.predict.options.${twice}.when`,
        'fits the same measurements as another option',
        'exactly one option must fit any run',
      );
  }
  for (const claim of Object.keys(manifest.claims))
    if (!proved.has(claim))
      report(
        'claim-unproved',
        `claims.${claim}`,
        'is proved by no experiment',
        'add the experiment that proves it, or take the claim away',
      );
}

/** Whether a quiz asks about this lesson, each question under an id of its own. */
export function agreeQuiz(quiz: Quiz, manifest: Lesson, report: Report): void {
  const ids = quiz.map((question) => question.id);
  for (const [i, { id, claim }] of quiz.entries()) {
    if (ids.indexOf(id) !== i) report('duplicate-id', `${id}.id`, `"${id}" is used twice`, 'give each question an id of its own');
    if (!has(manifest.claims, claim))
      report('unknown-claim', `${id}.claim`, `"${claim}" is no claim of this lesson`, oneOf(manifest.claims));
  }
}

/** Whether a theory cites, runs and asks what there is, and runs every experiment once and in the manifest's order. */
export function agreeTheory(steps: readonly Step[], manifest: Lesson, quiz: Quiz | null, report: Report): void {
  const run: string[] = [];
  const asked = new Set<string>();
  for (const block of steps.flatMap((step) => step.blocks)) {
    switch (block.kind) {
      case 'prose':
        for (const { id, line } of citations(block.markdown, block.line))
          if (!has(manifest.claims, id))
            report('unknown-claim', line, `[[${id}]] is no claim of this lesson`, oneOf(manifest.claims));
        break;
      case 'run':
        if (!has(manifest.experiments, block.experiment))
          report(
            'unknown-experiment',
            block.line,
            `"${block.experiment}" is no experiment of this lesson`,
            oneOf(manifest.experiments),
          );
        else if (run.includes(block.experiment))
          report('run-twice', block.line, `runs "${block.experiment}" a second time`, 'an experiment has one place in the theory');
        run.push(block.experiment);
        break;
      case 'ask':
        if (quiz && !quiz.some((question) => question.id === block.question))
          report(
            'unknown-question',
            block.line,
            `"${block.question}" is no question of quiz.ts`,
            `one of ${quiz.map((q) => q.id).join(', ')}`,
          );
        else if (asked.has(block.question))
          report('asked-twice', block.line, `asks "${block.question}" a second time`, 'a question has one place in the theory');
        asked.add(block.question);
        break;
    }
  }
  const order = Object.keys(manifest.experiments);
  for (const id of order)
    if (!run.includes(id)) report('never-run', null, `never runs "${id}"`, `put {{run: ${id}}} where its question is`);
  const known = run.filter((id) => order.includes(id));
  const late = known.findIndex((id, i) => i > 0 && order.indexOf(id) < order.indexOf(known[i - 1] as string));
  if (late !== -1)
    report(
      'run-order',
      null,
      `runs "${known[late]}" after "${known[late - 1]}"`,
      'theory and manifest name the experiments in the same order',
    );
}

/** The claims that a prose block cites, outside of code, with the line of each in theory.md. */
export function citations(markdown: string, line: number): readonly { readonly id: string; readonly line: number }[] {
  const found: { id: string; line: number }[] = [];
  const fences = new Fences();
  for (const [i, content] of markdown.split('\n').entries()) {
    if (fences.read(content, line + i)) continue;
    for (const [, id] of content.replaceAll(/(`+)(?:(?!\1).)*\1/g, '').matchAll(/\[\[([^\]]*)\]\]/g))
      found.push({ id: id as string, line: line + i });
  }
  return found;
}

const has = (record: object, id: string) => Object.hasOwn(record, id);
const oneOf = (record: object) => `one of ${Object.keys(record).join(', ')}`;

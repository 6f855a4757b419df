import { Fences } from './fences.ts';
import type { Report } from './finding.ts';

/** One idea of a lesson. What stands before its `run` is read first; what stands after it is shown after the verdict. */
export interface Step {
  /** From 1. */
  readonly number: number;
  readonly title: string;
  /** Of the heading in theory.md, from 1. */
  readonly line: number;
  readonly blocks: readonly Block[];
}

/** `line` is where the block begins in theory.md, from 1. */
export type Block =
  | { readonly kind: 'prose'; readonly markdown: string; readonly line: number }
  | { readonly kind: 'run'; readonly experiment: string; readonly line: number }
  | { readonly kind: 'ask'; readonly question: string; readonly line: number };

/** The steps of a theory. Never throws: what is against the grammar is reported and read as well as it can be. */
export function parseTheory(text: string, report: Report): readonly Step[] {
  const lines = text.split(/\r?\n/);
  const fences = new Fences();
  const steps: OpenStep[] = [];
  let early = false;

  for (const [i, content] of lines.entries()) {
    const line = i + 1;
    const step = steps.at(-1);
    const inFence = fences.read(content, line);
    if (inFence) {
      if (step) step.prose(content, line);
      else early = reportEarly(early, line, report);
      continue;
    }
    const heading = /^ {0,3}(#{1,2})(?:[ \t]+(.*?))?(?:[ \t]+#+)?[ \t]*$/.exec(content);
    if (heading?.[1] === '##') {
      const title = heading[2] ?? '';
      if (title === '') report('theory-heading', line, 'a step has no title', 'write the idea of the step after ##');
      steps.push(new OpenStep(steps.length + 1, title, line));
    } else if (heading || isUnderline(lines, i)) {
      report('theory-heading', line, 'only ## makes a step here', "the lesson's title stands in lesson.ts; inside a step use ###");
      step?.prose(content, line);
    } else if (step) {
      readLine(step, content, line, report);
    } else if (content.trim() !== '') {
      early = reportEarly(early, line, report);
    }
  }
  if (fences.open !== null)
    report('theory-fence', fences.open, 'this fence is never closed', 'close it with ``` on a line of its own');
  if (steps.length === 0) report('theory-no-steps', null, 'has no steps', 'begin each idea with a line "## …"');
  return steps.map((each) => each.closed(report));
}

function reportEarly(before: boolean, line: number, report: Report): true {
  if (!before) report('theory-early-text', line, 'stands before the first step', 'put it under a ## heading');
  return true;
}

function readLine(step: OpenStep, content: string, line: number, report: Report): void {
  const directive = /^\s*\{\{(.*)\}\}\s*$/.exec(content);
  if (!directive) {
    if (/\{\{|\}\}/.test(content.replaceAll(/`[^`]*`/g, '')))
      report('theory-directive', line, '{{ }} must stand alone on a line', 'put {{run: …}} or {{ask: …}} on a line of its own');
    step.prose(content, line);
    return;
  }
  const words = /^\s*(run|ask)\s*:\s*(\S+)\s*$/.exec(directive[1] as string);
  if (words?.[1] === 'run') step.run(words[2] as string, line, report);
  else if (words?.[1] === 'ask') step.ask(words[2] as string, line);
  else
    report('theory-directive', line, `${content.trim()} is not known`, 'write {{run: 01-name-of-the-experiment}} or {{ask: q1}}');
}

/** Markdown makes a heading of a paragraph with `===` or `---` under it, which nobody means in a theory. */
function isUnderline(lines: readonly string[], i: number): boolean {
  const above = lines[i - 1] ?? '';
  return /^ {0,3}(=+|-+)\s*$/.test(lines[i] as string) && above.trim() !== '' && !/^\s*(#|>|[-*+]\s|\||\d+[.)]\s|\{\{)/.test(above);
}

class OpenStep {
  readonly #number: number;
  readonly #title: string;
  readonly #line: number;
  readonly #blocks: Block[] = [];
  #prose: { line: number; lines: string[] } | null = null;

  constructor(number: number, title: string, line: number) {
    this.#number = number;
    this.#title = title;
    this.#line = line;
  }

  prose(content: string, line: number): void {
    if (this.#prose) this.#prose.lines.push(content);
    else if (content.trim() !== '') this.#prose = { line, lines: [content] };
  }

  run(experiment: string, line: number, report: Report): void {
    if (this.#blocks.some((block) => block.kind === 'run'))
      report('theory-two-runs', line, 'is the second experiment of this step', 'one idea, one experiment: begin a new step');
    this.#end();
    this.#blocks.push({ kind: 'run', experiment, line });
  }

  ask(question: string, line: number): void {
    this.#end();
    this.#blocks.push({ kind: 'ask', question, line });
  }

  closed(report: Report): Step {
    this.#end();
    const [number, title, line, blocks] = [this.#number, this.#title, this.#line, this.#blocks];
    if (blocks.length === 0) report('theory-empty-step', line, 'this step is empty', 'write its idea, or take the heading away');
    return { number, title, line, blocks };
  }

  #end(): void {
    if (!this.#prose) return;
    const { line, lines } = this.#prose;
    while (lines.at(-1)?.trim() === '') lines.pop();
    this.#blocks.push({ kind: 'prose', markdown: lines.join('\n'), line });
    this.#prose = null;
  }
}

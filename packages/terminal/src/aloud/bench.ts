import { createInterface } from 'node:readline/promises';
import { toAscii } from '../glyphs.ts';
import { editorOf, openBeside } from '../open/editor.ts';
import type { Streams } from '../open/options.ts';
import { noEditor } from '../open/showing.ts';
import { margin, type Paper } from '../paper.ts';
import { printer } from '../plain/print.ts';
import { indented, wrapped } from '../text.ts';
import { type Bench, type BenchAction, benchKeys } from '../workbench/bench.ts';
import type { BenchStage } from '../workbench/stage.ts';

const prompt = `${margin}› `;

/** Work on an exercise line by line: each save is judged, numbers and words are typed, and nothing is repainted. */
export function benchAloud(paper: Paper, { input, output }: Streams): BenchStage {
  const write = (text: string) => void output.write(paper.glyphs.record === '#' ? toAscii(text) : text);
  const { say, told, over } = printer(write, paper);
  let asked = '';
  let heard = false;
  const ask = (bench: Bench) => {
    if (bench.now === 'left') return;
    const choices = choicesText(bench, paper);
    const isNew = choices !== asked;
    // While something is judged, its lines would run into a place to type.
    if (isNew) write(`\n${choices}\n${bench.now === 'judging' ? '' : prompt}`);
    else if (heard && bench.now !== 'judging') write(prompt);
    [asked, heard] = [choices, false];
  };
  return {
    say(said) {
      say(said);
      heard = true;
    },
    show: ask,
    judging() {
      over();
      return told;
    },
    open: async (file) => (editorOf(process.env) ? openBeside(file, input) : noEditor(file)),
    async drive(session) {
      const lines = createInterface({ input, terminal: false });
      lines.on('line', (line) => {
        const action = understood(session.bench, line);
        if (action) return void session.dispatch(action);
        if (line.trim() !== '') write(`${margin}"${line.trim()}" is none of these.\n`);
        heard = true;
        ask(session.bench);
      });
      lines.on('close', () => void session.dispatch({ type: 'quit' }));
      try {
        await session.ended;
      } finally {
        lines.close();
      }
    },
    leave: async () => undefined,
  };
}

/** What can be done now, numbered. */
function choicesText(bench: Bench, paper: Paper): string {
  const words = benchKeys(bench).map(({ word, does }, i) => `${i + 1} ${does.startsWith('hint') ? does : word}`);
  const last = words.pop();
  const text = `${lead(bench)} Type ${words.join(', ')} or ${last}.`;
  return indented(wrapped(text, paper.width - 2 * margin.length), margin).join('\n');
}

function lead({ now, lesson, passed }: Bench): string {
  const where = `${lesson.number} exercise.`;
  if (now === 'judging') return `${where} Your file is being judged.`;
  if (now === 'asked reset') return 'Put start.ts back as it was? Your version is kept.';
  if (now === 'asked hint') return 'The last hint is the solution itself.';
  if (now === 'asked solution') return 'Show the whole solution?';
  return `${where} ${passed ? 'Passed; each save is judged again.' : 'Save the file, and it is judged.'}`;
}

/** What a typed line means: the number of a choice, its letter, or its word with or without "show". */
export function understood(bench: Bench, line: string): BenchAction | null {
  const text = line.trim().toLowerCase().replaceAll(/\s+/g, ' ');
  const all = benchKeys(bench);
  const task = all.some(({ word }) => word === 'show task');
  if (task && /^(show )?task --raw$/.test(text)) return { type: 'show', what: 'task', raw: true };
  const meant = /^\d+$/.test(text)
    ? all[Number(text) - 1]
    : all.find(({ show, word }) => show === text || word === text || word === `show ${text}`);
  return Object.values(meant?.press ?? {})[0] ?? null;
}

import { createInterface } from 'node:readline/promises';
import { toAscii } from '../glyphs.ts';
import { margin, type Paper } from '../paper.ts';
import { indented, wrapped } from '../text.ts';
import { type Key, keys, pressed } from '../walk/keys.ts';
import { addressOf } from '../walk/lesson.ts';
import type { Session } from '../walk/session.ts';
import { type Action, stopOf, type Walk } from '../walk/walk.ts';

/** Asks line by line what to do next: letters, words or numbers, then Enter. Nothing is repainted. */
export async function walkAloud(
  session: Session,
  moved: () => Promise<void>,
  streams: { readonly input: NodeJS.ReadStream; readonly output: NodeJS.WriteStream },
  paper: Paper,
  signal: AbortSignal,
): Promise<void> {
  const lines = createInterface({ ...streams, terminal: false });
  const read = lines[Symbol.asyncIterator]();
  const gone = new Promise<null>((done) => signal.addEventListener('abort', () => done(null), { once: true }));
  const write = (text: string) => streams.output.write(paper.glyphs.record === '#' ? toAscii(text) : text);
  try {
    await session.settled;
    let said = '';
    while (session.walk.now.at !== 'left') {
      if (session.walk.now.at === 'running') {
        await moved();
        continue;
      }
      const question = questionText(session.walk, paper);
      // After an answer that was not understood only the place to type is shown again.
      write(said === question ? `${margin}› ` : question);
      said = question;
      const line = await Promise.race([read.next(), gone]);
      if (line === null) return;
      if (line.done) return await session.dispatch({ type: 'quit' });
      const actions = understood(session.walk, line.value);
      if (actions.length === 0) write(`${margin}"${line.value.trim()}" is none of these.\n`);
      else said = '';
      for (const action of actions) await session.dispatch(action);
    }
  } finally {
    lines.close();
  }
}

function questionText(walk: Walk, paper: Paper): string {
  const choices = keys(walk).filter((key) => Object.values(key.press)[0]?.type !== 'erase' && key.word !== 'enter');
  const words = choices.map((key) => (key.word === '' ? `${key.show.replace('–', ' to ')} (${key.does})` : key.word));
  const last = words.pop();
  const text = `${addressOf(walk.lesson, stopOf(walk))}. Type ${words.length > 0 ? `${words.join(', ')} or ` : ''}${last}.`;
  return `\n${indented(wrapped(text, paper.width - 2 * margin.length)).join('\n')}\n${margin}› `;
}

/** What a typed line means: a key, its word, or an answer in one piece. */
export function understood(walk: Walk, line: string): readonly Action[] {
  const text = line.trim();
  const all = keys(walk);
  const byWord = all.find((key: Key) => key.word !== '' && key.word.toLowerCase() === text.toLowerCase());
  const direct = byWord ? Object.values(byWord.press)[0] : pressed(walk, text === '' ? 'return' : text);
  if (direct && direct.type !== 'type') return [direct];
  if (!all.some((key) => key.types)) return [];
  return typedWhole(walk, text);
}

/** An answer typed whole: `2 3 1`, `40`, `offset`. It is given at once; there is no second Enter. */
function typedWhole(walk: Walk, text: string): readonly Action[] {
  const stop = stopOf(walk);
  const isText = stop?.kind === 'ask' && stop.question.kind === 'text';
  const typed = pressed(walk, isText ? text : text.replaceAll(/[\s,;a-z]+/g, ''));
  if (typed?.type !== 'type' || !('typed' in walk.now)) return [];
  const answer = pressed({ ...walk, now: { ...walk.now, typed: typed.text } }, 'return');
  return answer ? [typed, answer] : [];
}

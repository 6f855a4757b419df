import { spawn } from 'node:child_process';
import { once } from 'node:events';

type Env = Readonly<Record<string, string | undefined>>;

/** The learner's editor as a program and its arguments; null where none is named. */
export function editorOf(env: Env): readonly [string, ...string[]] | null {
  const [program, ...args] = (env['VISUAL'] || env['EDITOR'] || '').split(/\s+/).filter(Boolean);
  return program === undefined ? null : [program, ...args];
}

/** Opens a file in the learner's editor and waits until it is closed; resolves with a sentence where that failed, else null. */
export async function openInEditor(file: string, env: Env = process.env): Promise<string | null> {
  const editor = editorOf(env);
  if (!editor) return null;
  const [program, ...args] = editor;
  const child = spawn(program, [...args, file], { stdio: 'inherit' });
  try {
    await once(child, 'exit');
    return null;
  } catch (error) {
    return `${program} could not be started: ${(error as Error).message}. The file is ${file}`;
  }
}

/** The same where the terminal is read meanwhile: two that read from it would each get a part of what is typed. */
export async function openBeside(file: string, input: NodeJS.ReadStream): Promise<string | null> {
  // Only a stream that flows stops reading when it is paused; one that is read on demand goes on behind the editor.
  const flowed = input.readableFlowing === true;
  // Who read on demand has left, and the stream notices that one turn later.
  await turn();
  input.resume();
  input.pause();
  await turn();
  try {
    return await openInEditor(file);
  } finally {
    if (flowed) input.resume();
  }
}

/** One turn of the event loop. */
const turn = () => new Promise<void>((done) => setImmediate(done));

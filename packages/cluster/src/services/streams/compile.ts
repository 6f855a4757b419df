import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { basename, join } from 'node:path';
import { promisify } from 'node:util';
import { javaEnvironment } from '../../jvm/java.ts';
import { oldestJava } from '../../jvm/jdk.ts';
import { notCompiled } from './errors.ts';
import type { PreparedStreams } from './prepare.ts';
import { keptSource } from './version.ts';

const run = promisify(execFile);

/**
 * Compiles a Java source file, once per content. The class carries the name of the file.
 * @param source absolute
 * @returns the folder of its classes
 * @throws {Plain} code `java-refused`, with the compiler's first error
 */
export const compile = (prepared: PreparedStreams, source: string): Promise<string> =>
  once(prepared, source, '', (draft) => javac(prepared, source, draft));

/** The jar with the class that runs a lesson's own. A jar, because an archive of loaded classes refuses folders. */
export const keptJar = (prepared: PreparedStreams): Promise<string> =>
  once(prepared, keptSource, '.jar', async (draft) => {
    const classes = `${draft}.classes`;
    try {
      await javac(prepared, keptSource, classes);
      await run(join(prepared.jdk.home, 'bin', 'jar'), ['--create', '--file', draft, '-C', classes, '.'], {
        env: javaEnvironment(),
      });
    } finally {
      rmSync(classes, { recursive: true, force: true });
    }
  });

/** Makes a file or folder under the name of what it is made from; it is there whole or not at all. */
async function once(
  { files }: PreparedStreams,
  source: string,
  ending: string,
  make: (draft: string) => Promise<void>,
): Promise<string> {
  const mark = createHash('sha256').update(readFileSync(source)).digest('hex').slice(0, 12);
  const made = join(files.classes, `${basename(source, '.java')}-${mark}${ending}`);
  if (existsSync(made)) return made;
  const draft = `${made}.${process.pid}.new`;
  mkdirSync(files.classes, { recursive: true });
  try {
    await make(draft);
    if (!existsSync(made)) renameSync(draft, made);
  } finally {
    rmSync(draft, { recursive: true, force: true });
  }
  return made;
}

async function javac({ files, jdk }: PreparedStreams, source: string, into: string): Promise<void> {
  mkdirSync(into, { recursive: true });
  try {
    // For the oldest Java, so that one set of classes serves them all.
    const args = ['-proc:none', '--release', `${oldestJava}`, '-d', into, '-cp', join(files.libs, '*'), source];
    await run(join(jdk.home, 'bin', 'javac'), args, { env: javaEnvironment() });
  } catch (cause) {
    const said = (cause as { stderr?: string }).stderr?.trim() || String(cause);
    throw notCompiled(source, said.split('\n').find((line) => line.includes('error:')) ?? said);
  }
}

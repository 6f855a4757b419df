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

/**
 * Compiles a Java source file, once per content. The class carries the name of the file.
 * @param source absolute
 * @returns the folder of its classes
 * @throws {Plain} code `java-refused`, with the compiler's first error
 */
export async function compile({ files, jdk }: PreparedStreams, source: string): Promise<string> {
  const sources = [keptSource, source];
  const mark = createHash('sha256');
  for (const file of sources) mark.update(readFileSync(file));
  const classes = join(files.classes, `${basename(source, '.java')}-${mark.digest('hex').slice(0, 12)}`);
  if (existsSync(classes)) return classes;
  const draft = `${classes}.${process.pid}.new`;
  mkdirSync(draft, { recursive: true });
  try {
    // For the oldest Java, so that one set of classes serves them all.
    const args = ['-proc:none', '--release', `${oldestJava}`, '-d', draft, '-cp', join(files.libs, '*'), ...sources];
    await promisify(execFile)(join(jdk.home, 'bin', 'javac'), args, { env: javaEnvironment() });
    if (!existsSync(classes)) renameSync(draft, classes);
  } catch (cause) {
    const said = (cause as { stderr?: string }).stderr?.trim() || String(cause);
    throw notCompiled(source, said.split('\n').find((line) => line.includes('error:')) ?? said);
  } finally {
    rmSync(draft, { recursive: true, force: true });
  }
  return classes;
}

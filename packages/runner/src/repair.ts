import { basename } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Site } from '@proving/lab';
import { Plain } from '@proving/spec';

/**
 * Runs a learner's repair once, in this process: the default export of `file`, which is given the site.
 * @throws {Plain} `repair-failed`, exit 3, with its words and the line of the file that they came from
 */
export async function repairBy(file: string, site: Site, signal?: AbortSignal): Promise<void> {
  const stopped = Promise.withResolvers<never>();
  const stop = () => stopped.reject(signal?.reason);
  signal?.addEventListener('abort', stop, { once: true });
  try {
    await Promise.race([run(file, site), stopped.promise]);
  } catch (cause) {
    if (signal?.aborted) throw cause;
    throw failed(file, cause);
  } finally {
    signal?.removeEventListener('abort', stop);
  }
}

async function run(file: string, site: Site): Promise<void> {
  const { default: repair } = (await import(pathToFileURL(file).href)) as { readonly default?: unknown };
  if (typeof repair !== 'function') throw new Error('it has no default export that is a function');
  await repair(site);
}

function failed(file: string, cause: unknown): Plain {
  const { message = String(cause), stack = '' } = cause instanceof Error ? cause : {};
  const line = [file, pathToFileURL(file).href].flatMap((name) => stack.split(name)[1]?.match(/^:(\d+)/)?.[1] ?? [])[0];
  return new Plain('repair-failed', `${basename(file)} came to no end${line ? `: line ${line}` : ''}.`, {
    saw: message,
    fix: 'mend it and run it again; what it had done before stays done',
    exit: 3,
    cause,
  });
}

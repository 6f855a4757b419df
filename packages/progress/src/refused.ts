import { dirname } from 'node:path';
import { Plain } from '@proving/spec/plain';

/** The error that a learner reads when the log cannot be read or written. Errors that are plain already stay as they are. */
export function refused(failure: unknown, file: string): unknown {
  if (failure instanceof Plain || !(failure instanceof Error)) return failure;
  const { code, errcode } = failure as NodeJS.ErrnoException & { errcode?: number };
  const full = code === 'ENOSPC' || code === 'EDQUOT' || errcode === sqliteFull;
  if (full)
    return new Plain('progress-disk-full', 'There is no room left on the disk for the progress log.', {
      saw: `${failure.message} (${file}); everything written before is still there`,
      fix: 'free some space and repeat the last step, or set PROVING_HOME to a folder on another disk',
      cause: failure,
    });
  const ofDisk = code !== undefined && (/^E[A-Z]+$/.test(code) || code === 'ERR_SQLITE_ERROR');
  if (!ofDisk) return failure;
  return new Plain('progress-unwritable', 'The progress log could not be used.', {
    saw: `${failure.message} (${file})`,
    fix: `make ${dirname(file)} readable and writable, or set PROVING_HOME to another folder`,
    cause: failure,
  });
}

const sqliteFull = 13;

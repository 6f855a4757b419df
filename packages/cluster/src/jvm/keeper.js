// Watches over a cluster that was left running, and sends for its end when nobody has used it for a while. Plain JavaScript and
// nothing imported but Node's own file system: this process stays for as long as the cluster does, and must stay small.
import { spawn } from 'node:child_process';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';

const [folder, stopper, ...home] = process.argv.slice(2);
const milliseconds = { ms: 1, s: 1_000, min: 60_000 };
watch();

function watch() {
  if (!isMine() || !anyoneRuns()) return;
  const allowed = idleAllowed();
  const left = statSync(join(folder, 'used')).mtimeMs + allowed - Date.now();
  if (left <= 0) {
    const stop = spawn(process.execPath, [stopper, ...home], { detached: true, stdio: 'ignore' });
    // One that failed, because an engine does not answer, is not sent again and again.
    stop.once('exit', (code) => setTimeout(watch, code === 0 ? 100 : 60_000));
    return;
  }
  setTimeout(watch, Math.max(50, Math.min(left, allowed / 4, 10_000)));
}

/** A second keeper, or none, may be the one that counts by now. */
function isMine() {
  return read(join(folder, 'run', 'keeper.pid')).split('\n')[0] === String(process.pid);
}

/** Of containers the engine knows; here a file is there while they are meant to run. */
function anyoneRuns() {
  return (
    list(folder).includes('runs') ||
    list(join(folder, 'run')).some(
      (name) => /^(\d+|registry|postgres)\.pid$/.test(name) && isThere(read(join(folder, 'run', name)).split('\n')[0]),
    )
  );
}

function idleAllowed() {
  const [, count, unit] = /^(\d+(?:\.\d+)?)(ms|s|min)/.exec(read(join(folder, 'used'))) ?? ['', '30', 'min'];
  return Number(count) * milliseconds[unit];
}

function isThere(pid) {
  try {
    return process.kill(Number(pid), 0);
  } catch (failure) {
    return failure.code === 'EPERM';
  }
}

function read(file) {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}

function list(path) {
  try {
    return readdirSync(path);
  } catch {
    return [];
  }
}

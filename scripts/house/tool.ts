import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const bin = (name: string) => fileURLToPath(new URL(`../../node_modules/.bin/${name}`, import.meta.url));

/** Runs one of the installed tools in `root`. It may fail; that is what it is asked for. */
export function tool(
  root: string,
  name: string,
  args: readonly string[],
): Promise<{ readonly exit: number; readonly out: string }> {
  return new Promise((resolve) => {
    execFile(bin(name), [...args], { cwd: root, maxBuffer: 64 * 1024 * 1024 }, (error, stdout, stderr) => {
      const exit = error ? (typeof error.code === 'number' ? error.code : 1) : 0;
      resolve({ exit, out: stdout + stderr });
    });
  });
}

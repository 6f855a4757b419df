import { spawn } from 'node:child_process';

/** Runs a command to its end. @throws {Error} with the last lines that it wrote, when it fails */
export function run(
  command: string,
  args: readonly string[],
  options: { cwd?: string; env?: NodeJS.ProcessEnv; signal?: AbortSignal | undefined } = {},
): Promise<string> {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { ...options, stdio: ['ignore', 'pipe', 'pipe'] });
    let out = '';
    let err = '';
    child.stdout.on('data', (part) => {
      out += part;
    });
    child.stderr.on('data', (part) => {
      err += part;
    });
    child.once('error', reject);
    child.once('close', (code, signal) => {
      if (code === 0) return resolve(out);
      const said = (err.trim() || out.trim()).split('\n').slice(-3).join(' ');
      reject(new Error(`${command} ${args.slice(0, 2).join(' ')} ended with ${code ?? signal}: ${said}`));
    });
  });
}

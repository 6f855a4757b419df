import { dockerAloud } from './command.ts';
import { noRunningBroker } from './errors.ts';
import { dockerFiles } from './files.ts';
import { toolCommand } from './powers.ts';
import { readDockerState } from './state.ts';

/** Runs one of Kafka's own tools inside a broker, on this terminal; gives its exit code. */
export async function showToolInContainer(name: string, args: readonly string[]): Promise<number> {
  const files = dockerFiles();
  const state = readDockerState(files);
  if (state === null) throw noRunningBroker();
  const { stdin, stdout } = process;
  const how = ['--interactive', ...(stdin.isTTY && stdout.isTTY ? ['--tty'] : [])];
  return dockerAloud(await toolCommand(files, state, name, args, how));
}

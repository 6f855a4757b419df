import { type Answer, docker } from './command.ts';
import { composeFile, type DockerFiles } from './files.ts';

/** Compose on this home's cluster: the file of the course, and what is laid over it here. */
export const compose = (files: DockerFiles, args: readonly string[], within = 180_000): Promise<Answer> =>
  docker(['compose', '--project-name', files.project, '--file', composeFile, '--file', files.laidOver, ...args], within);

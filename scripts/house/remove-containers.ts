import { dockerFiles } from '../../packages/cluster/src/docker/files.ts';
import { lower } from '../../packages/cluster/src/docker/lower.ts';
import { readDockerState } from '../../packages/cluster/src/docker/state.ts';

/** Takes away what a home, by default this one, made in an engine, its volumes too: they would outlive the home. False: it made nothing. */
export async function removeContainers(home?: string): Promise<boolean> {
  const files = dockerFiles(home);
  if (readDockerState(files) === null) return false;
  await lower(files, ['--volumes']);
  return true;
}

import type { DriverName } from '@proving/spec';
import type { Progress } from './driver.ts';
import { openCluster } from './open.ts';

/** The names of Kafka's own tools that `pnpm cluster cli` knows. */
export async function kafkaTools(): Promise<readonly string[]> {
  return Object.keys((await import('./jvm/tools.ts')).tools);
}

/**
 * Runs one of Kafka's own tools on this terminal, with the cluster's bootstrap addresses added; gives its exit code.
 * @throws {Plain} code `no-such-tool`, exit 64; or what stopped the cluster from starting
 */
export async function showKafkaTool(
  name: string,
  args: readonly string[],
  options: { readonly driver?: DriverName; readonly tell?: (progress: Progress) => void } = {},
): Promise<number> {
  const { showTool, toolNamed } = await import('./jvm/tools.ts');
  const tool = toolNamed(name);
  await using cluster = await openCluster(options);
  if (cluster.driver === 'docker') {
    const { showToolInContainer } = await import('./docker/tool.ts');
    return showToolInContainer(name, args);
  }
  return showTool(tool, cluster.bootstrap, args);
}

import { execFile, spawn } from 'node:child_process';
import { Plain } from '../words.ts';
import { javaArguments, javaEnvironment } from './java.ts';
import { prepare } from './prepare.ts';

export interface Tool {
  readonly main: string;
  /** Where `--bootstrap-server` goes: before the subcommand, behind everything, or nowhere. */
  readonly bootstrap: 'first' | 'last' | 'none';
}

/** Kafka's own tools by the names of their scripts. */
export const tools: Readonly<Record<string, Tool>> = {
  'kafka-acls': tool('tools.AclCommand', 'last'),
  'kafka-broker-api-versions': tool('tools.BrokerApiVersionsCommand', 'last'),
  'kafka-client-metrics': tool('tools.ClientMetricsCommand', 'last'),
  'kafka-cluster': tool('tools.ClusterTool', 'last'),
  'kafka-configs': { main: 'kafka.admin.ConfigCommand', bootstrap: 'last' },
  'kafka-console-consumer': tool('tools.consumer.ConsoleConsumer', 'last'),
  'kafka-console-producer': tool('tools.ConsoleProducer', 'last'),
  'kafka-console-share-consumer': tool('tools.consumer.ConsoleShareConsumer', 'last'),
  'kafka-consumer-groups': tool('tools.consumer.group.ConsumerGroupCommand', 'last'),
  'kafka-consumer-perf-test': tool('tools.ConsumerPerformance', 'last'),
  'kafka-delete-records': tool('tools.DeleteRecordsCommand', 'last'),
  'kafka-dump-log': tool('tools.DumpLogSegments', 'none'),
  'kafka-features': tool('tools.FeatureCommand', 'first'),
  'kafka-get-offsets': tool('tools.GetOffsetShell', 'last'),
  'kafka-groups': tool('tools.GroupsCommand', 'last'),
  'kafka-leader-election': tool('tools.LeaderElectionCommand', 'last'),
  'kafka-log-dirs': tool('tools.LogDirsCommand', 'last'),
  'kafka-metadata-quorum': tool('tools.MetadataQuorumCommand', 'first'),
  'kafka-producer-perf-test': tool('tools.ProducerPerformance', 'last'),
  'kafka-reassign-partitions': tool('tools.reassign.ReassignPartitionsCommand', 'last'),
  'kafka-replica-verification': tool('tools.ReplicaVerificationTool', 'none'),
  'kafka-share-groups': tool('tools.consumer.group.ShareGroupCommand', 'last'),
  'kafka-storage': { main: 'kafka.tools.StorageTool', bootstrap: 'none' },
  'kafka-streams-groups': tool('tools.streams.StreamsGroupCommand', 'last'),
  'kafka-topics': tool('tools.TopicCommand', 'last'),
  'kafka-transactions': tool('tools.TransactionsCommand', 'first'),
};

/** @throws {Plain} code `no-such-tool`, exit 64, with the names that exist */
export function toolNamed(name: string): Tool {
  const bare = name.replace(/\.(sh|bat)$/, '');
  const found = tools[bare] ?? tools[`kafka-${bare}`];
  if (found) return found;
  throw new Plain('no-such-tool', `Kafka has no tool "${name}".`, {
    fix: `use one of: ${Object.keys(tools).join(', ')}`,
    exit: 64,
  });
}

/** Runs a tool to its end and gives what it printed. */
export async function runTool(tool: Tool, bootstrap: readonly string[], args: readonly string[]) {
  const { java, line } = await command(tool, bootstrap, args);
  return new Promise<{ readonly exit: number; readonly out: string; readonly err: string }>((resolve) => {
    execFile(java, [...line], { env: javaEnvironment(), maxBuffer: 1 << 28 }, (failure, out, err) => {
      const exit = failure ? (typeof failure.code === 'number' ? failure.code : 1) : 0;
      resolve({ exit, out, err });
    });
  });
}

/** Runs a tool on this terminal: its input, its output, its colours. Gives the exit code. */
export async function showTool(tool: Tool, bootstrap: readonly string[], args: readonly string[]): Promise<number> {
  const { java, line } = await command(tool, bootstrap, args);
  return new Promise((resolve, reject) => {
    const child = spawn(java, [...line], { env: javaEnvironment(), stdio: 'inherit' });
    child.once('error', reject);
    child.once('close', (code) => resolve(code ?? 130));
  });
}

/** The arguments with the cluster's address, unless they name one or ask for help. */
export function withBootstrap(
  { bootstrap }: Pick<Tool, 'bootstrap'>,
  servers: readonly string[],
  args: readonly string[],
): readonly string[] {
  const given = args.some((arg) => /^--(bootstrap-(server|controller)|help|version)\b/.test(arg));
  if (bootstrap === 'none' || given) return args;
  const added = ['--bootstrap-server', servers.join(',')];
  return bootstrap === 'first' ? [...added, ...args] : [...args, ...added];
}

async function command({ main, ...tool }: Tool, bootstrap: readonly string[], args: readonly string[]) {
  const { kafka, jdk, archive } = await prepare(() => {});
  const line = javaArguments({
    kafka,
    heapMB: 256,
    archive,
    logging: kafka.toolLogging,
    main,
    args: withBootstrap(tool, bootstrap, args),
  });
  return { java: jdk.java, line };
}

function tool(name: string, bootstrap: Tool['bootstrap']): Tool {
  return { main: `org.apache.kafka.${name}`, bootstrap };
}

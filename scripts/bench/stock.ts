import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);
/** What bin/kafka-server-start.sh and bin/kafka-run-class.sh of Apache Kafka start a JVM with. */
const stockFlags = [
  '-Xmx1G',
  '-Xms1G',
  '-server',
  '-XX:+UseG1GC',
  '-XX:MaxGCPauseMillis=20',
  '-XX:InitiatingHeapOccupancyPercent=35',
  '-XX:+ExplicitGCInvokesConcurrent',
  '-Djava.awt.headless=true',
];
const clusterId = '5L6g3nShT-eMCtK--X86sw';

/** A cluster of three brokers and a controller as the quick start sets one up: a format run for each folder, stock JVM flags. */
export class StockCluster implements AsyncDisposable {
  readonly bootstrap: readonly string[];
  readonly #folder: string;
  readonly #jvms: readonly ChildProcess[];

  private constructor(bootstrap: readonly string[], folder: string, jvms: readonly ChildProcess[]) {
    this.bootstrap = bootstrap;
    this.#folder = folder;
    this.#jvms = jvms;
  }

  static async start(java: string, libs: string): Promise<StockCluster> {
    const folder = await mkdtemp(join(tmpdir(), 'proving-stock-'));
    const jars = (await readdir(libs)).filter((name) => name.endsWith('.jar')).map((name) => join(libs, name));
    const classPath = ['-cp', jars.join(':')];
    const [controller = 0, ...ports] = await freePorts(4);
    const nodes = [{ id: 100, port: controller }, ...ports.map((port, i) => ({ id: i + 1, port }))];
    const files = await Promise.all(
      nodes.map(async ({ id, port }) => {
        const file = join(folder, `${id}.properties`);
        await writeFile(file, properties(id, port, controller, join(folder, `data-${id}`)));
        return file;
      }),
    );
    for (const file of files)
      await run(java, ['-Xmx256M', ...classPath, 'kafka.tools.StorageTool', 'format', '-t', clusterId, '-c', file]);
    const jvms = files.map((file) => spawn(java, [...stockFlags, ...classPath, 'kafka.Kafka', file], { stdio: 'ignore' }));
    return new StockCluster(
      ports.map((port) => `127.0.0.1:${port}`),
      folder,
      jvms,
    );
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await Promise.all(
      this.#jvms.map(async (jvm) => {
        if (jvm.exitCode !== null) return;
        jvm.kill('SIGKILL');
        await once(jvm, 'exit');
      }),
    );
    await rm(this.#folder, { recursive: true, force: true });
  }
}

function properties(id: number, port: number, controller: number, folder: string): string {
  const isController = id === 100;
  const name = isController ? 'CONTROLLER' : 'PLAINTEXT';
  return [
    `process.roles=${isController ? 'controller' : 'broker'}`,
    `node.id=${id}`,
    `controller.quorum.voters=100@127.0.0.1:${controller}`,
    'controller.listener.names=CONTROLLER',
    `listeners=${name}://127.0.0.1:${port}`,
    'listener.security.protocol.map=CONTROLLER:PLAINTEXT,PLAINTEXT:PLAINTEXT',
    `log.dirs=${folder}`,
  ].join('\n');
}

async function freePorts(count: number): Promise<readonly number[]> {
  const servers = Array.from({ length: count }, () => createServer().listen(0, '127.0.0.1'));
  await Promise.all(servers.map((server) => once(server, 'listening')));
  const ports = servers.map((server) => (server.address() as { port: number }).port);
  await Promise.all(servers.map((server) => once(server.close(), 'close')));
  return ports;
}

import { spawn } from 'node:child_process';
import { chmodSync, copyFileSync, cpSync, existsSync, mkdirSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { kafkaVersion } from '@proving/cluster';
import { kafkaFiles } from '../../packages/cluster/src/jvm/files.ts';
import { prepare } from '../../packages/cluster/src/jvm/prepare.ts';
import { tools } from '../../packages/cluster/src/jvm/tools.ts';
import { waitFor } from '../../packages/cluster/src/wait.ts';
import { docker, environment } from './engine.ts';
import { scratch } from './folders.ts';
import { run } from './run.ts';

/**
 * An image with the contract of the published one: the same variables, read by Kafka's own set-up class
 * (`kafka.docker.KafkaDockerWrapper`), the same paths, user, volumes and entry point; the jars of the pinned version. Its shell and
 * its Java are this machine's, so what it cannot tell is whether the published image's own are whole.
 */
export async function buildImage(): Promise<string> {
  const name = `apache/kafka:${kafkaVersion}`;
  if ((await docker('image', 'ls', '--quiet', name)).trim() !== '') return name;
  const { jdk } = await prepare(() => {});
  const { rootfs } = scratch();
  rmSync(rootfs, { recursive: true, force: true });
  for (const folder of folders) mkdirSync(join(rootfs, folder), { recursive: true });
  chmodSync(join(rootfs, 'tmp'), 0o1777);
  await userLand(rootfs);
  await java(rootfs, jdk.home);
  kafka(rootfs);
  await run('chown', ['-R', '1000:1000', ...owned.map((folder) => join(rootfs, folder))]);
  await imported(rootfs, draft);
  await rehearsed(name);
  rmSync(rootfs, { recursive: true, force: true });
  return name;
}

/** The few programs that the scripts and the health checks use, with the libraries that they are linked to. */
async function userLand(rootfs: string): Promise<void> {
  const found = (await run('bash', ['-c', 'type -P "$@"', 'bash', ...programs])).trim().split('\n');
  for (const file of found) copyFileSync(file, join(rootfs, 'bin', basename(file)));
  symlinkSync('bash', join(rootfs, 'bin', 'sh'));
  symlinkSync('../../bin/env', join(rootfs, 'usr', 'bin', 'env'));
  await libraries(rootfs, found);
  const system = (await run('sh', ['-c', 'ls /lib/*/libnss_files.so.2 /lib/*/libnss_dns.so.2 /lib/*/libresolv.so.2']))
    .trim()
    .split('\n');
  for (const file of system) put(rootfs, file);
  for (const [file, text] of Object.entries(etc)) writeFileSync(join(rootfs, 'etc', file), text);
}

async function java(rootfs: string, home: string): Promise<void> {
  const to = join(rootfs, 'opt', 'java', 'openjdk');
  const small = ['--strip-debug', '--no-header-files', '--no-man-pages'];
  await run(join(home, 'bin', 'jlink'), [...small, '--add-modules', modules.join(','), '--output', to]);
  // An archive of the application's classes stands on one of Java's own, which jlink leaves out.
  await run(join(to, 'bin', 'java'), ['-Xshare:dump', '-XX:+UseSerialGC']);
  const own = ['zip', 'net', 'nio', 'java', 'management'].map((name) => join(to, 'lib', `lib${name}.so`));
  await libraries(rootfs, [join(to, 'bin', 'java'), join(to, 'lib', 'server', 'libjvm.so'), ...own]);
}

function kafka(rootfs: string): void {
  const at = join(rootfs, 'opt', 'kafka');
  cpSync(kafkaFiles().libs, join(at, 'libs'), { recursive: true });
  for (const name of readdirSync(contract)) {
    const to = name.startsWith('kafka-') ? join(at, 'bin', name) : join(rootfs, 'etc', 'kafka', 'docker', name);
    copyFileSync(join(contract, name), to);
    chmodSync(to, 0o755);
  }
  for (const [name, { main }] of Object.entries(tools))
    writeFileSync(join(at, 'bin', `${name}.sh`), `#!/usr/bin/env bash\nexec /opt/kafka/bin/kafka-run-class.sh ${main} "$@"\n`, {
      mode: 0o755,
    });
}

async function libraries(rootfs: string, files: readonly string[]): Promise<void> {
  for (const file of files) {
    const linked = await run('ldd', [file]).catch(() => '');
    for (const [, library] of linked.matchAll(/(?:=>\s*|^\s*)(\/\S+)/gm))
      if (!library?.startsWith(rootfs)) put(rootfs, library as string);
  }
}

function put(rootfs: string, file: string): void {
  const to = join(rootfs, file);
  if (existsSync(to)) return;
  mkdirSync(dirname(to), { recursive: true });
  copyFileSync(file, to);
}

function imported(rootfs: string, name: string): Promise<void> {
  const changes = [
    'USER appuser',
    'EXPOSE 9092',
    'ENV PATH=/bin:/usr/bin:/opt/java/openjdk/bin',
    'VOLUME ["/etc/kafka/secrets","/var/lib/kafka/data","/mnt/shared/config"]',
    'CMD ["/etc/kafka/docker/run"]',
  ].flatMap((change) => ['--change', change]);
  const packed = spawn('tar', ['-C', rootfs, '--numeric-owner', '-cf', '-', '.'], { stdio: ['ignore', 'pipe', 'inherit'] });
  const env = { ...process.env, ...environment() };
  const taken = spawn('docker', ['import', ...changes, '-', name], { stdio: [packed.stdout, 'ignore', 'inherit'], env });
  return new Promise((resolve, reject) => {
    taken.once('error', reject);
    taken.once('close', (code) => (code === 0 ? resolve() : reject(new Error(`docker import ended with ${code}`))));
  });
}

/** The published image has an archive of classes, which halves what a broker's start costs; one broker is run once to make it. */
async function rehearsed(name: string): Promise<void> {
  const command =
    'export REHEARSAL=yes KAFKA_JVM_PERFORMANCE_OPTS="-XX:+UseSerialGC -XX:TieredStopAtLevel=1"; exec /etc/kafka/docker/run';
  const container = (await docker('run', '--detach', '--network', 'none', draft, 'bash', '-c', command)).trim();
  try {
    const isUp = async () => {
      if ((await docker('logs', container)).includes('Kafka Server started')) return true;
      if ((await docker('inspect', '--format', '{{.State.Running}}', container)).trim() === 'true') return false;
      throw new Error(`the image's rehearsal did not start: ${await docker('logs', '--tail', '3', container)}`);
    };
    await waitFor('the image to be rehearsed', isUp, { within: '240s', every: '200ms' });
    await docker('stop', '--time', '60', container);
    // Fails where Java made no archive.
    await docker('cp', `${container}:/opt/kafka/kafka.jsa`, scratch().folder);
    await docker('commit', '--change', 'CMD ["/etc/kafka/docker/run"]', container, name);
  } finally {
    await docker('rm', '--force', '--volumes', container);
  }
}

const draft = 'kafka-proving-ground/stand-in';
const contract = fileURLToPath(new URL('./image', import.meta.url));
const folders = [
  ...['bin', 'usr/bin', 'tmp', 'proc', 'sys', 'dev', 'home/appuser', 'opt/java', 'etc/kafka/docker', 'etc/kafka/secrets'],
  ...['opt/kafka/bin', 'opt/kafka/config', 'opt/kafka/logs', 'var/lib/kafka/data', 'mnt/shared/config'],
];
const owned = ['opt/kafka', 'etc/kafka', 'var/lib/kafka', 'mnt/shared/config', 'home/appuser'];
const programs = 'bash cat ls cp rm mkdir sed grep cut tr head tail sleep date id hostname env'.split(' ');
const modules = [
  ...[
    'java.base',
    'java.logging',
    'java.management',
    'java.management.rmi',
    'java.naming',
    'java.security.sasl',
    'java.security.jgss',
  ],
  ...['java.sql', 'java.xml', 'java.desktop', 'jdk.management', 'jdk.unsupported', 'jdk.crypto.ec', 'jdk.jcmd'],
];
const etc = {
  'nsswitch.conf': 'hosts: files dns\n',
  passwd: 'root:x:0:0::/:/bin/bash\nappuser:x:1000:1000::/home/appuser:/bin/bash\n',
  group: 'root:x:0:\nappuser:x:1000:\n',
};

import { spawn } from 'node:child_process';
import { accessSync, constants, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync } from 'node:fs';
import { homedir } from 'node:os';
import { delimiter, join } from 'node:path';
import { createInterface } from 'node:readline';
import type { Progress } from '../driver.ts';
import { writeDurably } from '../durable.ts';
import { kafkaVersion, pomFile } from '../version.ts';
import { repeat } from '../wait.ts';
import { Plain } from '../words.ts';
import type { KafkaFiles } from './files.ts';

type Environment = Readonly<Record<string, string | undefined>>;

/** The `mvn` command: on PATH, in MAVEN_HOME, or where packages and version managers put it; null when there is none. */
export function findMaven(env: Environment = process.env): string | null {
  const user = env['HOME'] || homedir();
  const folders = [
    ...(env['PATH'] ?? '').split(delimiter),
    ...[env['MAVEN_HOME'], env['M2_HOME']].flatMap((each) => (each ? [join(each, 'bin')] : [])),
    '/usr/share/maven/bin',
    '/opt/maven/bin',
    '/opt/homebrew/bin',
    '/usr/local/bin',
    join(user, '.sdkman/candidates/maven/current/bin'),
    join(user, '.local/share/mise/shims'),
  ];
  return folders.map((folder) => join(folder, 'mvn')).find(isExecutable) ?? null;
}

/** Whether every jar that was fetched is still there at its full length. */
export function haveJars(jars: JarFolder): boolean {
  const manifest = readManifest(jars);
  return manifest !== null && Object.entries(manifest).every(([name, bytes]) => sizeOf(join(jars.libs, name)) === bytes);
}

/** A folder of jars, and the list of what was put there. */
export type JarFolder = Pick<KafkaFiles, 'libs' | 'manifest'>;

/** Fetches Kafka's jars. @throws {Plain} as `fetchJarsOf` */
export const fetchJars = (kafka: KafkaFiles, maven: string, javaHome: string, tell: (progress: Progress) => void): Promise<void> =>
  fetchJarsOf(kafka, { what: `Kafka ${kafkaVersion}`, pom: pomFile, maven, javaHome }, tell);

/**
 * Fetches the jars that a pom names by Maven, which checks every file against its checksum and stops on a difference. They appear
 * under `libs` all at once or not at all.
 * @throws {Plain} codes `maven-offline`, `maven-failed`, with Maven's own line
 */
export async function fetchJarsOf(jars: JarFolder, what: Omit<Wanted, 'into'>, tell: (progress: Progress) => void): Promise<void> {
  const into = `${jars.libs}.${process.pid}.new`;
  rmSync(into, { recursive: true, force: true });
  mkdirSync(into, { recursive: true });
  try {
    await copyFromMaven({ ...what, into }, tell);
    publish(jars, into);
  } finally {
    rmSync(into, { recursive: true, force: true });
  }
}

interface Wanted {
  /** As it is called in messages: `Kafka 4.3.1`. */
  readonly what: string;
  readonly pom: string;
  readonly maven: string;
  readonly javaHome: string;
  readonly into: string;
  /** What the pom leaves open: `['-Dkafka.version=4.3.1']`. */
  readonly defines?: readonly string[];
}

/**
 * Copies what a pom names into a folder, from the network or, without one, from Maven's own cache.
 * @throws {Plain} codes `maven-offline`, `maven-failed`, with Maven's own line
 */
export async function copyFromMaven(wanted: Wanted, tell: (progress: Progress) => void): Promise<void> {
  const doing = `Fetching ${wanted.what} from Maven Central`;
  const online = await copyDependencies(wanted, [], (done) => tell({ doing, done, unit: 'files' }));
  if (online.exit === 0) return;
  const offline = await copyDependencies(wanted, offlineFlags, () => {});
  if (offline.exit !== 0) throw fetchFailed(wanted, online.said);
  tell({ doing: `${wanted.what} came from Maven's own cache; the network did not answer` });
}

// The cache remembers which mirror each file came from, and offline would refuse those of another one; checksums still hold.
const offlineFlags = ['--offline', '-Daether.enhancedLocalRepository.trackingFilename=none'];

function publish(jars: JarFolder, temporary: string): void {
  const sizes = Object.fromEntries(
    readdirSync(temporary)
      .toSorted()
      .map((name) => [name, statSync(join(temporary, name)).size]),
  );
  rmSync(jars.manifest, { force: true });
  rmSync(jars.libs, { recursive: true, force: true });
  renameSync(temporary, jars.libs);
  writeDurably(jars.manifest, `${JSON.stringify(sizes, null, 1)}\n`);
}

async function copyDependencies(
  { maven, javaHome, into, pom, defines = [] }: Wanted,
  more: readonly string[],
  tell: (files: number) => void,
): Promise<{ readonly exit: number | null; readonly said: string }> {
  const goal = 'org.apache.maven.plugins:maven-dependency-plugin:3.8.1:copy-dependencies';
  const child = spawn(
    maven,
    ['-B', '-C', ...more, '-f', pom, ...defines, goal, `-DoutputDirectory=${into}`, '-DincludeScope=runtime'],
    {
      env: { ...process.env, JAVA_HOME: javaHome },
      stdio: ['ignore', 'pipe', 'pipe'],
    },
  );
  let files = 0;
  const errors: string[] = [];
  for (const stream of [child.stdout, child.stderr])
    createInterface(stream).on('line', (line) => {
      if (/^(\[INFO\] )?Downloaded from/.test(line)) tell(++files);
      if (line.startsWith('[ERROR]')) errors.push(line.slice('[ERROR] '.length));
    });
  using _ = repeat(() => tell(files), '1.5s');
  const exit = await new Promise<number | null>((resolve) => {
    child.once('error', (failure) => {
      errors.push(failure.message);
      resolve(null);
    });
    child.once('close', resolve);
  });
  return { exit, said: errors[0] ?? 'it said nothing' };
}

function fetchFailed({ what, pom, defines = [] }: Wanted, said: string): Plain {
  const offline = /Unknown host|Connection refused|timed out|unreachable|Could not transfer|Temporary failure|UnknownHost/i.test(
    said,
  );
  return offline
    ? new Plain('maven-offline', `${what} could not be fetched, and Maven's cache does not hold all of it.`, {
        saw: said,
        fix: 'connect to the network (or set your proxy or mirror in ~/.m2/settings.xml), then run the command again',
      })
    : new Plain('maven-failed', `Maven could not fetch ${what}.`, {
        saw: said,
        fix: `run it by hand to see all of it: ${['mvn -B -C -f', pom, ...defines].join(' ')} dependency:resolve`,
      });
}

function readManifest({ manifest }: JarFolder): Readonly<Record<string, number>> | null {
  try {
    return JSON.parse(readFileSync(manifest, 'utf8')) as Record<string, number>;
  } catch {
    return null;
  }
}

function sizeOf(file: string): number | null {
  try {
    return statSync(file).size;
  } catch {
    return null;
  }
}

function isExecutable(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return statSync(file).isFile();
  } catch {
    return false;
  }
}

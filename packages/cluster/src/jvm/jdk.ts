import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, realpathSync } from 'node:fs';
import { homedir } from 'node:os';
import { delimiter, join } from 'node:path';

type Environment = Readonly<Record<string, string | undefined>>;

export interface Jdk {
  readonly home: string;
  readonly java: string;
  /** As its `release` file says: `17.0.15`, `1.8.0_452`. */
  readonly version: string;
  /** 8 for `1.8.0_452`. */
  readonly major: number;
}

/** Kafka 4 runs on this and newer (KIP-1013). */
export const oldestJava = 17;

/** Every Java found here, newest first: `JAVA_HOME`, PATH, and where Linux, macOS and the version managers put them. */
export function findJdks(env: Environment = process.env, usual: readonly string[] = installed(env)): readonly Jdk[] {
  const homes = [env['JAVA_HOME'], ...onPath(env['PATH'] ?? ''), ...usual];
  const found = new Map<string, Jdk>();
  for (const home of homes) {
    const jdk = home ? jdkAt(home) : null;
    if (jdk) found.set(jdk.home, jdk);
  }
  return [...found.values()].toSorted((a, b) => b.major - a.major || b.version.localeCompare(a.version, 'en', { numeric: true }));
}

/** The newest Java, if it is new enough: for Kafka unless told otherwise. */
export const bestJdk = (found: readonly Jdk[], oldest: number = oldestJava): Jdk | null =>
  found.find(({ major }) => major >= oldest) ?? null;

/** `17.0.15-3f2a91bc`: two builds of one version make two archives. */
export function markOf(jdk: Jdk): string {
  const release = readFileSync(join(jdk.home, 'release'), 'utf8');
  return `${jdk.version}-${createHash('sha256').update(`${jdk.java}\n${release}`).digest('hex').slice(0, 8)}`;
}

function jdkAt(folder: string): Jdk | null {
  try {
    const home = realpathSync(folder);
    const java = realpathSync(join(home, 'bin', 'java'));
    const version = /^JAVA_VERSION="?([^"\n]+)"?/m.exec(readFileSync(join(home, 'release'), 'utf8'))?.[1];
    if (version === undefined) return null;
    const [first = '0', second = '0'] = version.split('.');
    return { home, java, version, major: Number(first === '1' ? second : first) };
  } catch {
    return null;
  }
}

function onPath(path: string): string[] {
  return path.split(delimiter).flatMap((folder) => {
    try {
      return [join(realpathSync(join(folder, 'java')), '..', '..')];
    } catch {
      return [];
    }
  });
}

function installed(env: Environment): string[] {
  const user = env['HOME'] || homedir();
  const linux = ['/usr/lib/jvm', '/usr/java', '/opt/java', '/opt/jdk', join(user, '.jdks'), join(user, '.sdkman/candidates/java')];
  const mac = ['/Library/Java/JavaVirtualMachines', join(user, 'Library/Java/JavaVirtualMachines')];
  const brew = ['/opt/homebrew/opt', '/usr/local/opt', '/home/linuxbrew/.linuxbrew/opt'];
  return [
    ...linux.flatMap(inside),
    ...mac.flatMap(inside).map((each) => join(each, 'Contents/Home')),
    ...brew
      .flatMap(inside)
      .filter((each) => /openjdk/.test(each))
      .flatMap((each) => [each, join(each, 'libexec/openjdk.jdk/Contents/Home')]),
    ...inside(join(user, '.local/share/mise/installs/java')),
    ...inside(join(user, '.asdf/installs/java')),
  ];
}

function inside(folder: string): string[] {
  try {
    return readdirSync(folder).map((name) => join(folder, name));
  } catch {
    return [];
  }
}

import type { ClusterStatus, Probe } from '@proving/cluster';
import { bootstrapOf } from '../cluster/status.ts';
import { size } from '../size.ts';
import { type Finding, good, missing, note } from './finding.ts';

/** What four small JVMs of the lab take together, with room for the learner's own programs. */
export const neededMemory = 1_200 * 1024 ** 2;
/** Kafka's jars, a class-data archive and the brokers' logs. */
export const neededDisk = 1_500 * 1024 ** 2;

/** Holds a machine against what a cluster needs of it. `asked` is the driver that was named, if one was. */
export function judgeProbe(probe: Probe, isUp: boolean, asked: string | null): readonly Finding[] {
  return [
    ...(asked !== 'external' ? [java(probe), maven(probe), kafka(probe), memory(probe, isUp), disk(probe), taken(probe)] : []),
    ...drivers(probe, asked),
    registry(probe, asked),
    postgres(probe, asked),
    engine(probe),
    streams(probe, asked),
  ];
}

function java({ java, runsOn, drivers }: Probe): Finding {
  const found = java.length === 0 ? 'none' : java.map(({ version }) => version).join(', ');
  if (runsOn !== null) return good('java', `${java.find(({ home }) => home === runsOn)?.version} at ${runsOn}`);
  return hasDocker(drivers) ? note('java', found) : missing('java', found, '17 or newer', installJdk());
}

const hasDocker = (drivers: Probe['drivers']) => drivers.some(({ name, readiness }) => name === 'docker' && readiness.ready);

function maven({ maven, kafka, drivers }: Probe): Finding {
  if (maven !== null) return good('maven', maven);
  if (hasDocker(drivers)) return note('maven', 'none; containers do without');
  if (kafka.fetched) return note('maven', 'none; Kafka is here already');
  return missing('maven', 'none', 'to fetch Kafka once', installMaven());
}

const kafka = ({ kafka }: Probe): Finding =>
  kafka.fetched ? good('kafka', kafka.version) : note('kafka', `${kafka.version}, fetched by the first start (54 MB)`);

function memory({ memoryFree }: Probe, isUp: boolean): Finding {
  if (memoryFree === null) return note('memory', 'the system does not say');
  const found = `${size(memoryFree)} free`;
  if (isUp || memoryFree >= neededMemory) return good('memory', found);
  return missing(
    'memory',
    found,
    `${size(neededMemory)} for three brokers and a controller`,
    'close a program that takes much of it',
  );
}

function disk({ diskFree, home }: Probe): Finding {
  if (diskFree === null) return note('disk', 'the system does not say');
  const found = `${size(diskFree)} free at ${home}`;
  if (diskFree >= neededDisk) return good('disk', found);
  return missing('disk', found, size(neededDisk), 'PROVING_HOME=/a/folder/on/a/larger/disk pnpm diagnose');
}

function taken({ portsTaken }: Probe): Finding {
  if (portsTaken.length === 0) return good('ports', 'free ones are chosen, and remembered');
  return note('ports', `another program listens on ${portsTaken.join(', ')}; the next start chooses others`);
}

/** One ready driver is enough; the reasons of the others are worth a line only where none is, or where one was asked for. */
function drivers({ drivers, inContainers }: Probe, asked: string | null): readonly Finding[] {
  const ready = drivers.filter(({ readiness }) => readiness.ready);
  const chosen = choice(ready, inContainers, asked);
  const enough = asked === null ? ready.length > 0 : ready.some(({ name }) => name === asked);
  return drivers.map(({ name, readiness }) => {
    const about = `driver ${name}`;
    if (readiness.ready) return good(about, chosen?.name === name ? `ready, and taken: ${chosen.why}` : 'ready');
    const { because, fix } = readiness;
    return enough || (asked !== null && name !== asked)
      ? note(about, because)
      : missing(about, because, 'one driver that is ready', fix);
  });
}

/** Which driver the next command takes, as `openCluster` chooses, and why. */
function choice(ready: readonly { readonly name: string }[], inContainers: boolean, asked: string | null) {
  if (asked === 'external') return { name: asked, why: 'brokers of your own are named' };
  if (asked !== null) return { name: asked, why: 'it was asked for' };
  if (inContainers) return { name: 'docker', why: 'its cluster runs' };
  const [first] = ready.filter(({ name }) => name !== 'external');
  if (first === undefined) return null;
  return { name: first.name, why: first.name === 'jvm' ? 'the first that is ready' : 'no other is ready' };
}

/** Lessons 13 and 14 ask for one; every other lesson does without. */
function registry({ registry: { named, version, fetched, runsOn, oldestJava } }: Probe, asked: string | null): Finding {
  const about = 'registry';
  if (named !== null) return good(about, `${named}, as PROVING_REGISTRY says`);
  if (asked === 'external')
    return note(about, 'none is named', 'yours, for lessons 13 and 14', 'set PROVING_REGISTRY to its address');
  if (runsOn === null)
    return note(about, 'no Java that it runs on', `Java ${oldestJava} or newer, for lessons 13 and 14`, installJdk());
  const found = `Apicurio ${version}, on Java ${runsOn.version}`;
  return fetched ? good(about, found) : note(about, `${found}, fetched by the lesson that asks for it (159 MB)`);
}

/** Lesson 16 asks for one; every other lesson does without. */
function postgres({ postgres: { named, version, lacking } }: Probe, asked: string | null): Finding {
  const about = 'postgres';
  if (named !== null) return good(about, `${named}, as PROVING_POSTGRES says`);
  if (asked === 'external') return note(about, 'none is named', 'yours, for lesson 16', 'set PROVING_POSTGRES to its address');
  if (lacking !== null) return note(about, lacking.because, 'for lesson 16', lacking.fix);
  return good(about, `PostgreSQL ${version}, by npm`);
}

/** Lesson 35 starts a container; every other lesson does without, but with the driver docker. */
function engine({ engine: { version, lacking } }: Probe): Finding {
  const about = 'engine';
  if (lacking !== null) return note(about, lacking.because, 'for lesson 35', lacking.fix);
  return good(about, `Docker ${version}`);
}

/** Lessons 19 and 20 are held against it, and an experiment each of 17 and 18; every other lesson does without. */
function streams({ streams: { version, fetched, runsOn }, maven }: Probe, asked: string | null): Finding {
  const about = 'kafka streams';
  const what = 'for 19 and 20, and to compare in 17 and 18';
  if (asked === 'external') return note(about, 'runs beside a cluster of this machine alone', what, 'leave PROVING_BOOTSTRAP out');
  if (runsOn === null) return note(about, 'no JDK that it runs on', `17 or newer, with a compiler, ${what}`, installJdk());
  const found = `${version}, on Java ${runsOn.version}`;
  if (fetched) return good(about, found);
  if (maven === null) return note(about, 'not here, and no Maven to fetch it', what, installMaven());
  return note(about, `${found}, fetched by the lesson that asks for it (92 MB)`);
}

/** What runs now. Nothing running is no fault: the next lesson starts it. */
export function judgeStatus(status: ClusterStatus): Finding {
  const up = status.members.filter(({ is }) => is === 'up').length;
  switch (status.is) {
    case 'up':
      return good('cluster', `${up} processes, ${bootstrapOf(status)}`);
    case 'partly':
      return note('cluster', `${up} of ${status.members.length} processes up`, null, 'pnpm cluster start');
    case 'down':
      return note('cluster', 'not running; the next lesson starts it');
  }
}

const installJdk = () => (process.platform === 'darwin' ? 'brew install openjdk' : 'sudo apt install openjdk-21-jdk-headless');
const installMaven = () => (process.platform === 'darwin' ? 'brew install maven' : 'sudo apt install maven');

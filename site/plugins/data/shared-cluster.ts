import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { LoadedLesson } from '@proving/catalog';
import { type Lesson, type Power, servicesOf } from '@proving/spec';
import { native, root } from '../course.ts';
import { highlighted } from '../highlight.ts';
import { type CommandName, commands } from './shared-commands.ts';

/** What the page about a shared cluster shows: which experiments run there, and which settings they ask of its brokers. */
export interface SharedClusterData {
  readonly lessons: readonly LessonThere[];
  readonly settings: readonly AskedSetting[];
  /** The settings as lines of a `server.properties`, coloured. */
  readonly properties: string;
  /** Commands, coloured. */
  readonly commands: Readonly<Record<CommandName, string>>;
  /** Numbers of the lessons whose experiments were proved with those rights. */
  readonly tried: typeof tried;
  /** Numbers of the lessons that talk to a schema registry. */
  readonly withRegistry: readonly string[];
  /** Numbers of the lessons that keep tables in a Postgres. */
  readonly withPostgres: readonly string[];
  /** How many experiments run on somebody else's brokers, of how many. */
  readonly there: number;
  readonly all: number;
}

export interface LessonThere {
  readonly number: string;
  readonly folder: string;
  readonly title: string;
  readonly there: readonly Placed[];
  /** Those that need what only a cluster of one's own gives. */
  readonly own: readonly (Placed & { readonly needs: readonly (Power | 'streams')[] })[];
}

interface Placed {
  readonly experiment: string;
  readonly title: string;
}

/** A setting of brokers, with Kafka's default and the value of the lab. */
export interface AskedSetting {
  readonly name: string;
  readonly kafka: string;
  readonly lab: string;
  readonly because: string;
}

/** As `packages/cluster/kafka/settings.ts` calls it. */
interface LabSetting {
  readonly name: string;
  readonly productionDefault: string;
  readonly labValue: string;
  readonly why: string;
}

/**
 * The lessons whose experiments were proved with the rights that the page names, on brokers with an authorizer. Whoever tries
 * more of them moves it; `notes/decisions/external-brokers.md` says how.
 */
const tried = { from: '01', to: '12' } as const;

/** Without these, experiments that need no power of the lab's were not judged on brokers with Kafka's own defaults. */
const asked = [
  'group.min.session.timeout.ms',
  'group.consumer.min.session.timeout.ms',
  'group.consumer.session.timeout.ms',
  'group.consumer.min.heartbeat.interval.ms',
  'group.consumer.heartbeat.interval.ms',
  'transaction.abort.timed.out.transaction.cleanup.interval.ms',
];

/** @throws when the lab does not set one of the settings any more */
export async function sharedClusterData(lessons: readonly LoadedLesson[]): Promise<SharedClusterData> {
  const { labSettings } = await native<{ readonly labSettings: readonly LabSetting[] }>(
    pathToFileURL(join(root, 'packages/cluster/kafka/settings.ts')).href,
  );
  const settings = asked.map((name) => {
    const found = labSettings.find((each) => each.name === name);
    if (!found) throw new Error(`packages/cluster/kafka/settings.ts does not set ${name}, which a shared cluster is asked for`);
    return { name, kafka: found.productionDefault, lab: found.labValue, because: found.why };
  });
  const placed = lessons.map(lessonThere);
  const there = placed.reduce((sum, lesson) => sum + lesson.there.length, 0);
  const coloured = Object.entries(commands).map(async ([name, text]) => [name, await highlighted(text, 'sh')] as const);
  return {
    lessons: placed,
    tried,
    withRegistry: lessons.filter(({ manifest }) => manifest.cluster.services?.includes('registry')).map(({ number }) => number),
    withPostgres: lessons.filter(({ manifest }) => manifest.cluster.services?.includes('postgres')).map(({ number }) => number),
    settings,
    properties: await highlighted(settings.map(inProperties).join('\n'), 'sh'),
    commands: Object.fromEntries(await Promise.all(coloured)) as Record<CommandName, string>,
    there,
    all: there + placed.reduce((sum, { own }) => sum + own.length, 0),
  };
}

const inProperties = ({ name, kafka, lab, because }: AskedSetting) => `# ${because}; Kafka's own: ${kafka}\n${name}=${lab}`;

/** What cannot run beside brokers that are somebody else's. */
const ownOnly = (manifest: Lesson, experiment: string) =>
  servicesOf(manifest, experiment).filter((service) => service === 'streams');

function lessonThere({ number, folder, manifest }: LoadedLesson): LessonThere {
  const experiments = Object.entries(manifest.experiments).map(
    ([name, { title, needs }]) => [name, { title, needs: [...needs, ...ownOnly(manifest, name)] }] as const,
  );
  return {
    number,
    folder,
    title: manifest.title,
    there: experiments.filter(([, { needs }]) => needs.length === 0).map(([experiment, { title }]) => ({ experiment, title })),
    own: experiments
      .filter(([, { needs }]) => needs.length > 0)
      .map(([experiment, { title, needs }]) => ({ experiment, title, needs })),
  };
}

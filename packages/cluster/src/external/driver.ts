import { type BrokerId, type BrokerState, type Duration, Plain, type Service } from '@proving/spec';
import type { Cluster, Driver, Readiness } from '../driver.ts';
import type { Services } from '../services/service.ts';
import { notBesideTheirs } from '../services/streams/errors.ts';
import { waitFor } from '../wait.ts';
import type { Greeting, Unanswered } from './greet.ts';
import { releaseOf } from './kafka-version.ts';
import { reach, unreachable } from './reach.ts';
import { lacking, missingBrokers, otherShape } from './refusals.ts';
import { type ExternalSettings, externalSettings, inWords } from './settings.ts';

/**
 * Somebody else's brokers: a shared cluster of a class, Strimzi, MSK, Confluent Cloud. Nothing is started and nothing can be
 * broken; everything the course makes there carries the learner's prefix. Settings: `PROVING_BOOTSTRAP` and its company.
 */
export function externalDriver(env: Readonly<Record<string, string | undefined>> = process.env): Driver {
  return {
    name: 'external',
    probe: () => probe(env),
    async start(shape, tell) {
      const settings = externalSettings(env);
      if (!settings) throw notAsked();
      if (shape !== 'standard') throw otherShape(shape);
      tell({ doing: `calling on ${settings.bootstrap.map(inWords).join(', ')}` });
      return clusterOf(settings, await reach(settings));
    },
  };
}

/** The brokers that were found, as a cluster. */
export function clusterOf(settings: ExternalSettings, found: Greeting): Cluster {
  const brokers = found.brokers.map(({ id }) => id).toSorted((a, b) => a - b);
  return {
    driver: 'external',
    shape: 'standard',
    kafka: releaseOf(found.metadataVersion) ?? 'unknown',
    bootstrap: settings.bootstrap.map(inWords),
    proxied: [],
    prefix: settings.prefix,
    security: settings.security,
    brokers,
    powers: new Set(),
    use: (power) => Promise.reject(lacking(power)),
    serve: (service) => beside[service](),
    states: () => new Map<BrokerId, BrokerState>(brokers.map((id) => [id, 'up'])),
    heal: (within) => allPresent(found, settings, within),
    // There is nothing to let go of: each call opens and closes its own connections.
    [Symbol.asyncDispose]: () => Promise.resolve(),
  };
}

async function probe(env: Readonly<Record<string, string | undefined>>): Promise<Readiness> {
  try {
    const settings = externalSettings(env);
    if (!settings) throw notAsked();
    await reach(settings);
    return { ready: true };
  } catch (error) {
    if (!(error instanceof Plain)) throw error;
    return { ready: false, because: error.saw ? `${error.message} Seen: ${error.saw}` : error.message, fix: error.fix ?? '' };
  }
}

/**
 * Beside somebody else's brokers nothing of ours is started, so a service must be there already, and be named. An engine is this
 * machine's own.
 */
const beside: { readonly [S in Service]: () => Promise<Services[S]> } = {
  async registry() {
    const { callOn, registryNamed } = await import('../services/registry/named.ts');
    const url = registryNamed();
    return url === null ? notNamed('schema registry', 'Set PROVING_REGISTRY to their schema registry') : callOn(url);
  },
  streams: () => Promise.reject(notBesideTheirs()),
  async postgres() {
    const { callOnPostgres, postgresNamed } = await import('../services/postgres/named.ts');
    const url = postgresNamed();
    return url === null ? notNamed('Postgres', 'Set PROVING_POSTGRES to a database of yours') : callOnPostgres(url);
  },
  engine: async () => (await import('../services/engine/serve.ts')).serveEngine(),
};

function notNamed(what: string, how: string): never {
  const fix = `${how}, or leave PROVING_BOOTSTRAP out to use a cluster of your own.`;
  throw new Plain('not-provable-here', `Not provable here: no ${what} beside these brokers was named. ${fix}`, { fix, exit: 2 });
}

/** Nothing can be started here, so healing is waiting: until every broker that was there at the start answers again. */
async function allPresent(found: Greeting, { security }: ExternalSettings, within: Duration): Promise<void> {
  let away: readonly Unanswered[] = [];
  const nobodyIsAway = async () => {
    away = await unreachable(found, security);
    return away.length === 0;
  };
  await waitFor('every broker to answer', nobodyIsAway, { within, every: '200ms' }).catch((cause: unknown) => {
    throw missingBrokers(found, away, within, cause);
  });
}

const notAsked = () =>
  new Plain('not-asked', 'No brokers of somebody else were named.', {
    fix: 'Set PROVING_BOOTSTRAP=host:port,host:port to use your own brokers.',
  });

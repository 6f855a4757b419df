import type { BrokerId, BrokerState, DriverName, Duration, Power, Service, Shape } from '@proving/spec';
import type { Services } from './services/service.ts';

/** A way of having a Kafka cluster. Three exist: child JVMs of this machine, containers, somebody else's brokers. */
export interface Driver {
  readonly name: DriverName;
  /** Whether this driver could start here and now, without starting anything. */
  probe(): Promise<Readiness>;
  /**
   * A running cluster of that shape: the one that already runs, healed, or a new one.
   * @throws {Plain} what stands in the way, what was seen, and the one thing to do
   */
  start(shape: Shape, tell: (progress: Progress) => void): Promise<Cluster>;
}

export type Readiness = { readonly ready: true } | { readonly ready: false; readonly because: string; readonly fix: string };

/** What a start is doing. Told at least every two seconds while it works; `done` and `of` where a bar makes sense. */
export interface Progress {
  readonly doing: string;
  readonly done?: number;
  readonly of?: number;
  /** How `done` and `of` count: `'files'`, `'MB'`, `'brokers'`. */
  readonly unit?: string;
}

/**
 * A running cluster as an experiment sees it. It outlives the command that uses it; `await using` lets go of it, it does not stop it.
 */
export interface Cluster extends AsyncDisposable {
  readonly driver: DriverName;
  readonly shape: Shape;
  /** Kafka's version as the pin (jvm, docker) or the brokers (external, `unknown` where they do not say) give it. */
  readonly kafka: string;
  readonly bootstrap: readonly string[];
  /** Bootstrap addresses of the PROXIED listener; the same brokers, reached only through open proxies. Empty without the power. */
  readonly proxied: readonly string[];
  /** Put before every topic, group and transactional id that is made here; empty on a cluster of one's own. */
  readonly prefix: string;
  /** What a client needs besides the addresses: TLS and SASL, in kafkajs's and @platformatic/kafka's common words. Null: plaintext. */
  readonly security: Security | null;
  readonly brokers: readonly BrokerId[];
  readonly powers: ReadonlySet<Power>;
  /** @throws {Plain} code `not-provable-here`, exit 2, with the reason, where the driver lacks the power */
  use<P extends Power>(power: P): Promise<Powers[P]>;
  /**
   * A service beside the brokers: the one that runs, healed if need be, or a new one. It ends with the cluster.
   * @throws {Plain} code `not-provable-here`, exit 2, where there can be none; or what stopped it from starting
   */
  serve<S extends Service>(service: S, tell?: (progress: Progress) => void): Promise<Services[S]>;
  /** What the driver knows of each broker without asking Kafka: processes up, frozen, killed, stopped. */
  states(): ReadonlyMap<BrokerId, BrokerState>;
  /** Brings every broker back: thaws, starts, and waits until all are registered and unfenced. */
  heal(within: Duration): Promise<void>;
}

export interface Security {
  readonly tls: {
    readonly ca?: string;
    readonly cert?: string;
    readonly key?: string;
    readonly rejectUnauthorized?: boolean;
  } | null;
  readonly sasl: {
    readonly mechanism: 'plain' | 'scram-sha-256' | 'scram-sha-512';
    readonly username: string;
    readonly password: string;
  } | null;
}

export interface Powers {
  readonly kill: {
    /** SIGKILL; returns when the process is gone. */
    kill(broker: BrokerId): Promise<void>;
    /** SIGTERM, Kafka's controlled shutdown; returns when the process is gone. */
    stop(broker: BrokerId): Promise<void>;
    /** Starts it again on the same data and ports; returns when its client port answers an ApiVersions request. */
    restart(broker: BrokerId): Promise<void>;
  };
  readonly freeze: {
    /** SIGSTOP, or the engine's pause; returns when the process stands still. */
    freeze(broker: BrokerId): Promise<void>;
    thaw(broker: BrokerId): Promise<void>;
  };
  readonly proxy: {
    /** Where a proxy of this broker must listen (the advertised port of PROXIED), and where it must forward to. Both on loopback. */
    route(broker: BrokerId): { readonly listen: number; readonly forward: number };
  };
  readonly files: {
    /**
     * Where a file or folder below a broker's `log.dirs` can be read on this machine, as it is now: `orders-0`. Absolute. In
     * containers it is a copy, so ask again for what is newer. What the broker does not have is not there either.
     */
    path(broker: BrokerId, below: string): Promise<string>;
  };
  readonly cli: {
    /** One of Kafka's own tools, by its script name without `.sh`: `run('kafka-topics', ['--list'])`; bootstrap is added. */
    run(tool: string, args: readonly string[]): Promise<{ readonly exit: number; readonly out: string; readonly err: string }>;
  };
}

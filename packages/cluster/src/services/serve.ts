import type { Service } from '@proving/spec';
import type { Progress } from '../driver.ts';
import { serveEngine } from './engine/serve.ts';
import { servePostgres } from './postgres/serve.ts';
import { serveRegistry } from './registry/serve.ts';
import type { Services } from './service.ts';
import { serveStreams } from './streams/serve.ts';

/** How each service of this machine is had. */
export const serve: { readonly [S in Service]: (tell?: (progress: Progress) => void) => Promise<Services[S]> } = {
  registry: serveRegistry,
  postgres: servePostgres,
  streams: serveStreams,
  engine: serveEngine,
};

import { parseDocument } from 'yaml';
import { filesIn } from '../house/files.ts';
import type { Finding, Rule } from '../house/rule.ts';

/** What this rule looks at in a service; files that are laid over another one leave most of it out. */
interface Service {
  readonly image?: string;
  readonly build?: unknown;
  readonly mem_limit?: string;
  readonly healthcheck?: { readonly test?: unknown };
  readonly ports?: readonly string[];
  readonly profiles?: readonly string[];
  readonly restart?: string;
}

const pinned = /^[\w.-]+(\.[\w-]+)*(\/[\w.-]+)*:v?\d+\.\d+\.\d+$/;
const published = /^127\.0\.0\.1:\d+:\d+$/;

/** Containers are reached from this machine alone, are of one version, do not eat the machine, and say whether they are well. */
export const compose: Rule = {
  name: 'compose',
  why: 'nothing here asks for a password, and a tag that moves is another program tomorrow',
  async check(root) {
    return filesIn(root, (path) => /^(docker-compose\.yml|docker\/[^/]+\.yml)$/.test(path)).flatMap(({ path, text }) => {
      const { services = {} } = (parseDocument(text, { merge: true }).toJS() ?? {}) as { services?: Record<string, Service> };
      const whole = path === 'docker-compose.yml';
      return Object.entries(services).flatMap(([name, service]) =>
        wrongs(service, whole).map(([what, advice]): Finding => {
          const line = text.split('\n').indexOf(`  ${name}:`) + 1;
          return { path, line: line || null, what: `${name} ${what}`, do: advice };
        }),
      );
    });
  },
};

function wrongs(service: Service, whole: boolean): (readonly [string, string])[] {
  const { image, mem_limit: memory, healthcheck, ports = [], profiles = [], restart } = service;
  return [
    ...((whole || image !== undefined) && !pinned.test(image ?? '')
      ? [[`has the image ${image ?? 'none'}`, 'name a version of three numbers'] as const]
      : []),
    ...ports
      .filter((port) => !published.test(port))
      .map((port) => [`publishes ${port}`, 'publish on 127.0.0.1: "127.0.0.1:19090:9090"'] as const),
    ...(whole && memory === undefined ? [['has no mem_limit', 'say how much it may take'] as const] : []),
    ...(whole && !Array.isArray(healthcheck?.test)
      ? [['has no health check', 'say by which command it is known to be well'] as const]
      : []),
    ...(whole && profiles.length > 0 && restart !== 'unless-stopped'
      ? [['is not started again when it dies', 'restart: unless-stopped'] as const]
      : []),
    ...(whole && profiles.length === 0 && restart !== undefined
      ? [['is started again when it dies', 'leave restart out: a node that an experiment killed stays dead'] as const]
      : []),
  ];
}

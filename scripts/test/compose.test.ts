import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { compose } from '../check/compose.ts';
import { said } from './seeded.ts';

const read = (path: string) => readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8');
const real = { 'docker-compose.yml': read('docker-compose.yml'), 'docker/broker-metrics.yml': read('docker/broker-metrics.yml') };

test('the files as they are', async () => {
  expect(await said(compose, real)).toEqual([]);
});

test('an image that moves, a port for everybody, no limit, no health check, a restart too few and one too many', async () => {
  const file = real['docker-compose.yml']
    .replace('image: prom/prometheus:v3.13.3', 'image: prom/prometheus:latest')
    .replace('127.0.0.1:19030:3000', '19030:3000')
    .replace('mem_limit: 128m', 'cpus: 1')
    .replace('test: [CMD, wget, -q, -O, /dev/null, "http://127.0.0.1:8080/actuator/health"]', 'start_period: 1s')
    .replace('restart: unless-stopped', 'restart: "no"')
    .replace('stop_grace_period: 30s', 'restart: always');
  const found = await said(compose, { ...real, 'docker-compose.yml': file });
  expect(found.map((each) => each.replace(/^[^ ]+ +/, ''))).toEqual([
    ...['controller', 'broker-1', 'broker-2', 'broker-3'].map((name) => `${name} is started again when it dies`),
    'registry is not started again when it dies',
    'kafka-exporter has no mem_limit',
    'prometheus has the image prom/prometheus:latest',
    'grafana publishes 19030:3000',
    'ui has no health check',
  ]);
  const line = file.split('\n').indexOf('  ui:') + 1;
  expect(found.at(-1)).toBe(`docker-compose.yml:${line}  ui has no health check`);
});

test('a file that is laid over another: its image is pinned and its ports are for this machine', async () => {
  const over = real['docker/broker-metrics.yml'].replace('kafka-with-agent:4.3.1', 'kafka-with-agent');
  expect(await said(compose, { 'docker/broker-metrics.yml': `${over}    ports: ["9090:9090"]\n` })).toEqual([
    ...['controller', 'broker-1', 'broker-2', 'broker-3'].map(
      (name) =>
        `docker/broker-metrics.yml:${over.split('\n').indexOf(`  ${name}:`) + 1}  ${name} has the image kafka-proving-ground/kafka-with-agent`,
    ),
    `docker/broker-metrics.yml:${over.split('\n').indexOf('  prometheus:') + 1}  prometheus publishes 9090:9090`,
  ]);
});

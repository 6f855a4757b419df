import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { metrics } from '../check/metrics.ts';
import { said } from './seeded.ts';

const read = (path: string) => readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8');
const rules = 'docker/prometheus/rules/nodes.yml';
const proofs = 'docker/prometheus/tests/nodes.test.yml';
const panels = 'docker/grafana/dashboards/incident.json';
const around = {
  'docker/scraped/kafka-exporter.txt': read('docker/scraped/kafka-exporter.txt'),
  'docker/scraped/jmx-agent.txt': read('docker/scraped/jmx-agent.txt'),
  'notes/runbooks.md': read('notes/runbooks.md'),
  ...Object.fromEntries(
    ['01-the-log', '07-acks-and-durability', '11-storage', '12-flow-control'].map((name) => [`lessons/${name}/lesson.ts`, '']),
  ),
};
const real = { ...around, [rules]: read(rules), [proofs]: read(proofs), [panels]: read(panels) };

test('rules and dashboard as they are', async () => {
  expect(await said(metrics, real)).toEqual([]);
});

test('a rule and a panel on what nobody gives', async () => {
  const rule = read(rules).replace('kafka_log_logmanager_offlinelogdirectorycount', 'kafka_log_logmanager_offlinelogdirs');
  const panel = read(panels).replace('sum by (consumergroup, topic) (kafka_consumergroup_lag_sum)', 'kafka_lag');
  expect(await said(metrics, { ...real, [rules]: rule, [panels]: panel })).toEqual([
    `${rules}:${lineOf(rule, 'offlinelogdirs')}  looks at kafka_log_logmanager_offlinelogdirs, which no scrape has`,
    `${panels}:${lineOf(panel, 'kafka_lag')}  looks at kafka_lag, which no scrape has`,
  ]);
});

test('an alert without words, without a lesson, without a runbook', async () => {
  const rule = read(rules)
    .replace(/ {10}summary: "\{\{ \$labels.instance \}\} does not answer."\n/, '')
    .replace('lesson: 11-storage', 'lesson: 11-disks')
    .replace('#a-hot-partition', '#a-cold-partition');
  expect(await said(metrics, { ...real, [rules]: rule })).toEqual([
    `${rules}:${lineOf(rule, 'alert: NodeSilent')}  NodeSilent has no summary`,
    `${rules}:${lineOf(rule, 'alert: LogDirOffline')}  LogDirOffline names no lesson`,
    `${rules}:${lineOf(rule, 'alert: RequestsSlow')}  RequestsSlow names no runbook`,
  ]);
});

test('an alert that no test sees fire, and one that no test sees silent', async () => {
  const at = read(rules);
  const unproved = read(proofs).replaceAll('alertname="UnderMinIsr"', 'alertname="UnderMin"');
  expect(await said(metrics, { ...real, [proofs]: unproved })).toEqual([
    `${rules}:${lineOf(at, 'alert: UnderMinIsr')}  UnderMinIsr is nowhere seen to fire`,
    `${rules}:${lineOf(at, 'alert: UnderMinIsr')}  UnderMinIsr is nowhere seen silent`,
  ]);
  const onlyFires = 'tests: [{ promql_expr_test: [{ exp_samples: [{ labels: \'{alertname="NodeSilent"}\' }] }] }]';
  expect((await said(metrics, { ...real, [proofs]: onlyFires }))[0]).toBe(
    `${rules}:${lineOf(at, 'alert: NodeSilent')}  NodeSilent is nowhere seen silent`,
  );
});

const lineOf = (text: string, words: string) => text.split('\n').findIndex((line) => line.includes(words)) + 1;

import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { filesIn, type TextFile } from '../house/files.ts';
import type { Finding, Rule } from '../house/rule.ts';

const folder = 'docker/prometheus';
const dashboards = 'docker/grafana/dashboards';
const scraped = 'docker/scraped';

interface Alert {
  readonly alert: string;
  readonly expr: string;
  readonly annotations?: Readonly<Record<string, string>>;
}

/** Alerts and panels look at something that is there, each alert is proved twice and says where to go on. */
export const metrics: Rule = {
  name: 'metrics',
  why: 'a rule on a metric that nobody gives never fires, and its silence passes for health',
  async check(root) {
    const rules = filesIn(root, (path) => path.startsWith(`${folder}/rules/`));
    const panels = filesIn(root, (path) => path.startsWith(`${dashboards}/`) && path.endsWith('.json'));
    const tests = filesIn(root, (path) => path.startsWith(`${folder}/tests/`));
    const known = new Set(filesIn(root, (path) => path.startsWith(`${scraped}/`)).flatMap(({ lines }) => lines));
    return [
      ...rules.flatMap((file) => alertsIn(file).flatMap((alert) => ofAlert(root, file, alert, tests))),
      ...[...rules.map((file) => [file, alertsIn(file).map(({ expr }) => expr)] as const), ...panels.map(asked)].flatMap(
        ([file, expressions]) =>
          [...new Set(expressions.flatMap(namesIn))]
            .filter((name) => !known.has(name))
            .map((name) => found(file, name, `looks at ${name}, which no scrape has`, `one of ${scraped}, or record it again`)),
      ),
    ];
  },
};

const alertsIn = ({ text }: TextFile): readonly Alert[] =>
  (parse(text) as { groups: { rules: Alert[] }[] }).groups.flatMap(({ rules }) => rules);

/** The expressions of a dashboard's panels. */
function asked(file: TextFile): readonly [TextFile, readonly string[]] {
  const { panels } = JSON.parse(file.text) as { panels: { targets: { expr: string }[] }[] };
  return [file, panels.flatMap(({ targets }) => targets.map(({ expr }) => expr))];
}

/** What the exporters give; `up` and `ALERTS` are Prometheus' own. */
const namesIn = (expression: string): string[] => expression.match(/\b(?:kafka|jvm|process)_\w+/g) ?? [];

function ofAlert(root: string, file: TextFile, { alert, annotations = {} }: Alert, tests: readonly TextFile[]): Finding[] {
  const here = (what: string, advice: string) => found(file, `alert: ${alert}`, `${alert} ${what}`, advice);
  const lists = tests.filter(({ text }) => text.includes(`alertname="${alert}"`)).flatMap(listsIn);
  const [page = '', anchor = ''] = (annotations['runbook'] ?? '').split('#');
  const runbook = page !== '' && existsSync(join(root, page)) ? readFileSync(join(root, page), 'utf8') : '';
  const headings = [...runbook.matchAll(/^#+ (.+)$/gm)].map(([, words = '']) =>
    words
      .toLowerCase()
      .replaceAll(/[^\p{L}\p{N}\s-]/gu, '')
      .replaceAll(' ', '-'),
  );
  return [
    ...(annotations['summary'] ? [] : [here('has no summary', 'say what it means, in words for the night')]),
    ...(existsSync(join(root, 'lessons', annotations['lesson'] ?? '-'))
      ? []
      : [here('names no lesson', 'name the folder of the lesson that shows it')]),
    ...(headings.includes(anchor) ? [] : [here('names no runbook', 'name a page and a heading of it')]),
    ...(lists.some((list) => list.includes(alert)) ? [] : [here('is nowhere seen to fire', `prove it in ${folder}/tests`)]),
    ...(lists.some((list) => !list.includes(alert)) ? [] : [here('is nowhere seen silent', 'take its cause away in a test')]),
  ];
}

/** The alerts that are expected to fire, one list for each moment at which a test looks. */
function listsIn({ text }: TextFile): readonly (readonly string[])[] {
  const { tests } = parse(text) as { tests: { promql_expr_test: { exp_samples?: { labels: string }[] }[] }[] };
  return tests.flatMap((each) =>
    each.promql_expr_test.map(({ exp_samples: samples = [] }) =>
      samples.flatMap(({ labels }) => /alertname="(\w+)"/.exec(labels)?.[1] ?? []),
    ),
  );
}

function found({ path, lines }: TextFile, at: string, what: string, advice: string): Finding {
  const index = lines.findIndex((line) => line.includes(at));
  return { path, line: index === -1 ? null : index + 1, what, do: advice };
}

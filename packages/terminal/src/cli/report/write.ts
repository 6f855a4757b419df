import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** A part of a report; `body` is left out when there is nothing to say. */
export interface Section {
  readonly title: string;
  readonly body: readonly string[];
}

/** The report as text, before anything private is taken out of it. */
export function reportText(at: Date, sections: readonly Section[]): string {
  const said = sections.filter(({ body }) => body.length > 0);
  return `${[`Kafka Proving Ground, report of ${at.toISOString()}`, ...said.flatMap(({ title, body }) => ['', `## ${title}`, '', ...body])].join('\n')}\n`;
}

/** Writes it where a learner finds it again, and says where. */
export async function writeReport(home: string, at: Date, text: string): Promise<string> {
  const folder = join(home, 'reports');
  await mkdir(folder, { recursive: true });
  const file = join(folder, `report-${at.toISOString().replaceAll(/[:.]/g, '-')}.txt`);
  await writeFile(file, text, { flag: 'wx' });
  return file;
}

import type { Site } from './incident.ts';

/**
 * The settings with which a program of an incident starts, by name: of the last record of the topic `programs` with its key, such as
 * `group.id=packing-k2f9 first=letter`. Empty where there is none.
 */
export async function programOf(site: Site, program: string): Promise<ReadonlyMap<string, string>> {
  const said = (await site.read('programs')).findLast(({ key }) => key === program)?.value ?? '';
  return new Map([...said.matchAll(/([\w.]+)=([^\s,;]+)/g)].map(([, name, value]) => [name as string, value as string]));
}

/** The same settings as a record says them. */
export const setting = (settings: Readonly<Record<string, string>>): string =>
  Object.entries(settings)
    .map(([name, value]) => `${name}=${value}`)
    .join(' ');

/** Lines of evidence: of the first two, and how many more there are. */
export const some = <T>(which: readonly T[], say: (each: T) => string): string[] => [
  ...which.slice(0, 2).map(say),
  ...(which.length > 2 ? [`and ${which.length - 2} more`] : []),
];

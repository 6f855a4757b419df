/**
 * The release that brought each level of the feature `metadata.version`; a broker says the highest level it supports.
 * Source: `MetadataVersion` of Apache Kafka 4.4 (levels 31 and above) and 4.3.
 */
const firstLevelOf: readonly (readonly [level: number, release: string])[] = [
  [31, '4.4'],
  [30, '4.3'],
  [28, '4.2'],
  [26, '4.1'],
  [22, '4.0'],
  [21, '3.9'],
  [20, '3.8'],
  [15, '3.7'],
  [12, '3.6'],
  [9, '3.5'],
  [8, '3.4'],
  [1, '3.3'],
];
const newestKnownLevel = 33;

/** `4.3` for the level 30; null when the broker names none, or one that this course has not met yet. */
export function releaseOf(level: number | null): string | null {
  if (level === null || level > newestKnownLevel) return null;
  return firstLevelOf.find(([first]) => level >= first)?.[1] ?? null;
}

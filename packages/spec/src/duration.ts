/** A length of time that carries its unit: `'250ms'`, `'2s'`, `'1.5s'`, `'30min'`. */
export type Duration = `${number}ms` | `${number}s` | `${number}min`;

const factors = { ms: 1, s: 1_000, min: 60_000 } as const;

/**
 * A duration in milliseconds.
 * @throws {RangeError} when the text is not a duration
 */
export function ms(duration: Duration): number {
  const parts = /^(\d+(?:\.\d+)?)(ms|s|min)$/.exec(duration);
  if (!parts) throw new RangeError(`"${duration}" is not a duration; write 250ms, 2s or 30min`);
  return Number(parts[1]) * factors[parts[2] as keyof typeof factors];
}

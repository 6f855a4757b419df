/** An error of the library with everything that it wraps, as one line. */
export function refusal(cause: unknown): string {
  if (!(cause instanceof Error)) return String(cause);
  const within = [cause.cause, ...((cause as AggregateError).errors ?? [])].filter(Boolean).map(refusal);
  const id = (cause as { apiId?: string }).apiId;
  return [id ? `${id}: ${cause.message}` : cause.message, ...within].join('; ');
}

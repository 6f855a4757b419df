import type { Said } from '../job.ts';

interface PlainLike {
  readonly code?: string;
  readonly message?: string;
  readonly saw?: string | null;
  readonly fix?: string | null;
  readonly exit?: number;
  readonly stack?: string;
}

/** An error as it is told to the parent. A `Plain` keeps its three parts, whatever copy of the class it was made with. */
export function failed(thrown: unknown): Said & { readonly say: 'failed' } {
  const error = firstOf(thrown);
  const { code, message, saw, fix, exit, stack } = (error ?? {}) as PlainLike;
  const plain = typeof exit === 'number';
  return {
    say: 'failed',
    code: plain ? (code ?? 'internal') : 'threw',
    because: plain ? (message ?? 'unknown') : firstLine(error),
    saw: plain ? (saw ?? null) : null,
    fix: plain ? (fix ?? null) : null,
    exit: plain ? exit : 3,
    detail: stack ?? String(error),
  };
}

/** Of several errors the one that came first: those that follow come from cleaning up behind it. */
function firstOf(error: unknown): unknown {
  return error instanceof SuppressedError ? firstOf(error.suppressed) : error;
}

/** `KafkaJSProtocolError: This server does not host this topic-partition` */
export function firstLine(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return `${error.name}: ${error.message}`.split('\n')[0] as string;
}

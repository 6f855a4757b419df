/**
 * kafkajs 2.2.4 asks for timers that lie in the past, and Node warns about the first of them on standard error. Where that is a
 * learner's screen, this warning, and no other, is kept back until the scope ends.
 */
export function withoutTimerWarning(): Disposable {
  const { emitWarning } = process;
  const emit = emitWarning as (...args: unknown[]) => void;
  process.emitWarning = ((...args: unknown[]) => {
    if (args[1] !== 'TimeoutNegativeWarning') emit.apply(process, args);
  }) as typeof emitWarning;
  return {
    [Symbol.dispose]: () => {
      process.emitWarning = emitWarning;
    },
  };
}

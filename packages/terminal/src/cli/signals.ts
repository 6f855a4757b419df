/** What a shell gives a program that ended by this signal. */
const codes = { SIGINT: 130, SIGTERM: 143, SIGHUP: 129 } as const;

export interface Interrupts {
  /** Aborted by the first signal; whoever runs a child passes it on. */
  readonly signal: AbortSignal;
  /** The exit code of the signal that came; null while none has. */
  code(): number | null;
  /** Ends the command as a signal would, with this exit code. */
  interrupt(exit: number): void;
}

/**
 * From here on Ctrl-C, SIGTERM and SIGHUP abort instead of killing, so that children end and faults are healed. A second
 * signal, or `patience` milliseconds without an end, ends the process all the same.
 */
export function listenForSignals(leave: (code: number) => void, patience = 5_000): Interrupts {
  const controller = new AbortController();
  let code: number | null = null;
  const interrupt = (exit: number) => {
    code = exit;
    controller.abort(new Error('interrupted'));
    setTimeout(() => leave(exit), patience).unref();
  };
  for (const [name, exit] of Object.entries(codes)) process.on(name, () => (code === null ? interrupt(exit) : leave(code)));
  return { signal: controller.signal, code: () => code, interrupt };
}

/** Gives up waiting, not the work: brokers that were being started are found by the next command. */
export function unlessAborted<T>(signal: AbortSignal, work: Promise<T>): Promise<T> {
  return new Promise((done, give) => {
    signal.addEventListener('abort', () => give(signal.reason), { once: true });
    work.then(done, give);
  });
}

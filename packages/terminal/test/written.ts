import { Writable } from 'node:stream';

/** A stream that is no terminal, and what was written to it so far. */
export function written(): { readonly output: NodeJS.WriteStream; text(): string } {
  let text = '';
  const output = new Writable({
    write(chunk, _, done) {
      text += String(chunk);
      done();
    },
  }) as unknown as NodeJS.WriteStream;
  return { output, text: () => text };
}

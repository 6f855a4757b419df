import { Box, Static, Text, useApp, useInput } from 'ink';
import { useEffect, useSyncExternalStore } from 'react';
import type { Screen } from './screen.ts';

/** Hands the terminal to another program and takes it back. */
export type Suspend = (work: () => Promise<void>) => Promise<void>;

export function View({
  screen,
  pressed,
  ready,
}: {
  readonly screen: Screen;
  readonly pressed: (key: string) => void;
  readonly ready: (suspend: Suspend, flushed: () => Promise<void>) => void;
}) {
  const { printed, live } = useSyncExternalStore(screen.subscribe, screen.get);
  const { suspendTerminal, waitUntilRenderFlush } = useApp();
  useEffect(() => ready(suspendTerminal, waitUntilRenderFlush), [ready, suspendTerminal, waitUntilRenderFlush]);
  useInput((input, key) => {
    if (key.ctrl) return pressed(input === 'c' ? 'ctrl-c' : input === 'z' ? 'ctrl-z' : '');
    if (key.return) return pressed('return');
    if (key.backspace || key.delete) return pressed('backspace');
    if (key.escape) return pressed('escape');
    for (const char of input) pressed(char);
  });
  return (
    <>
      <Static items={[...printed]}>{(text, i) => <Text key={i}>{text}</Text>}</Static>
      <Box flexDirection="column" width="100%">
        {live.map((line, i) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a line is its place on the screen
          <Text key={i} wrap="truncate">
            {line === '' ? ' ' : line}
          </Text>
        ))}
      </Box>
    </>
  );
}

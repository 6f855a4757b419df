import { createHighlighter } from 'shiki';
import { type OneTheme, oneTheme } from './one-theme.ts';

const names = ['github-light-high-contrast', 'github-dark-high-contrast'] as const;
const languages: Readonly<Record<string, string>> = {
  ts: 'typescript',
  tsx: 'typescript',
  js: 'typescript',
  sh: 'shellscript',
  json: 'json',
  yaml: 'yaml',
};

let made: ReturnType<typeof make> | null = null;

/** Code as HTML with the colours of both modes in it, made while building: no highlighter is sent to a reader. */
export async function highlighted(code: string, language: string): Promise<string> {
  made ??= make();
  const { highlighter, both } = await made;
  // On a narrow screen the style sheet makes letters smaller, so that the longest line fits.
  const columns = Math.max(...code.split('\n').map((line) => line.length));
  return highlighter.codeToHtml(code, {
    lang: languages[language] ?? 'text',
    theme: both.theme,
    // It would leave a line half coloured that takes half a second; on a busy machine the first one does.
    tokenizeTimeLimit: 0,
    transformers: [
      {
        pre(node) {
          node.properties['style'] = `${colourOf(both, both.theme.fg)};--columns:${columns}`;
        },
        span(node) {
          const name = /^color:(#\w+)/.exec(String(node.properties['style'] ?? ''))?.[1];
          if (name !== undefined)
            node.properties['style'] = String(node.properties['style']).replace(`color:${name}`, colourOf(both, name));
        },
      },
    ],
  });
}

async function make() {
  const highlighter = await createHighlighter({ langs: [...new Set(Object.values(languages))], themes: [...names] });
  const [light, dark] = names.map((name) => highlighter.getTheme(name));
  if (!light || !dark) throw new Error(`shiki has no theme ${names.join(' or ')}`);
  return { highlighter, both: oneTheme(light, dark) };
}

function colourOf({ colours }: OneTheme, name: string): string {
  const pair = colours.get(name.toLowerCase());
  if (!pair) throw new Error(`${name} is no colour of this theme`);
  return `--shiki-light:${pair.light};--shiki-dark:${pair.dark}`;
}

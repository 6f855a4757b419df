import type { Highlighter } from 'shiki';

let highlighter: Promise<Highlighter> | null = null;

/** Code as HTML with the colours of both modes in it, made while building: no highlighter is sent to a reader. */
export async function highlighted(code: string, language: string): Promise<string> {
  highlighter ??= import('shiki').then(({ createHighlighter }) =>
    createHighlighter({ langs: ['typescript', 'shellscript', 'json', 'yaml'], themes: Object.values(themes) }),
  );
  const lang =
    { ts: 'typescript', tsx: 'typescript', js: 'typescript', sh: 'shellscript', json: 'json', yaml: 'yaml' }[language] ?? 'text';
  // On a narrow screen the style sheet makes letters smaller, so that the longest line fits.
  const columns = Math.max(...code.split('\n').map((line) => line.length));
  return (await highlighter).codeToHtml(code, {
    lang,
    themes,
    defaultColor: false,
    transformers: [
      {
        pre(node) {
          node.properties['style'] = `${node.properties['style']};--columns:${columns}`;
        },
      },
    ],
  });
}

const themes = { light: 'github-light-high-contrast', dark: 'github-dark-high-contrast' };

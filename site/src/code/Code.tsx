import './code.css';

interface Props {
  /** Made by plugins/highlight.ts from a file of this repository. */
  readonly html: string;
  readonly language: string;
  /** Where the code stands, from the lesson's folder; empty for code that quotes no file. */
  readonly file?: string;
}

/** A piece of code, a drawing, or what a terminal showed. */
export function Code({ html, language, file = '' }: Props) {
  const kind = language === 'text' || language === 'console' ? language : 'code';
  return (
    <figure className={`code code--${kind}`}>
      {file !== '' && <figcaption>{file}</figcaption>}
      {/* biome-ignore lint/security/noDangerouslySetInnerHtml: shiki escapes what it colours, and it coloured files of this repository */}
      <div dangerouslySetInnerHTML={{ __html: html }} />
    </figure>
  );
}

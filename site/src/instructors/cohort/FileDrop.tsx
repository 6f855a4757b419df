import { useEffect, useState } from 'react';

interface Props {
  onFiles(files: readonly File[]): void;
  /** Null when the files of learners are on the page. */
  readonly onExample: (() => void) | null;
  /** Null when there is nothing to forget. */
  readonly onForget: (() => void) | null;
}

/** Files come by the mouse anywhere on the page, or by the keyboard through the button. */
export function FileDrop({ onFiles, onExample, onForget }: Props) {
  const [over, setOver] = useState(false);
  useEffect(() => {
    // A file that misses the field would otherwise be opened by the browser, in place of this page.
    const stay = (event: DragEvent) => {
      if (!event.dataTransfer?.types.includes('Files')) return;
      event.preventDefault();
      setOver(event.type === 'dragover');
      if (event.type === 'drop') onFiles([...event.dataTransfer.files]);
    };
    const leave = (event: DragEvent) => {
      if (event.relatedTarget === null) setOver(false);
    };
    window.addEventListener('dragover', stay);
    window.addEventListener('drop', stay);
    window.addEventListener('dragleave', leave);
    return () => {
      window.removeEventListener('dragover', stay);
      window.removeEventListener('drop', stay);
      window.removeEventListener('dragleave', leave);
    };
  }, [onFiles]);
  return (
    <div className={over ? 'drop drop--over' : 'drop'}>
      <p className="drop-words">{over ? 'Let go: they are read here' : 'Drop progress files here'}</p>
      <p className="drop-ways">
        <label className="file-button">
          Choose files
          <input
            type="file"
            multiple
            accept=".jsonl,application/jsonl"
            onChange={({ target }) => {
              onFiles([...(target.files ?? [])]);
              // The same file again is a choice, too.
              target.value = '';
            }}
          />
        </label>
        {onExample && (
          <button type="button" onClick={onExample}>
            Show a made-up example
          </button>
        )}
        {onForget && (
          <button type="button" onClick={onForget}>
            Forget these files
          </button>
        )}
      </p>
    </div>
  );
}

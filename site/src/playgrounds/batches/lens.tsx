import { useState } from 'react';
import { Explained } from './explained.tsx';
import { FieldList } from './field-list.tsx';
import { HexView } from './hex-view.tsx';
import { hex, parseBatch } from './parse.ts';
import { Unpacked } from './unpacked.tsx';

/** A batch under the lens: its bytes, its fields, one of them explained, and what a flipped bit does. */
export function Lens({ bytes: original }: { readonly bytes: Uint8Array<ArrayBuffer> }) {
  const [bytes, setBytes] = useState(original);
  const [picked, setPicked] = useState('baseOffset');
  /** Under the mouse, for as long as it stays. */
  const [seen, setSeen] = useState<string | null>(null);
  const parsed = parseBatch(bytes);
  const pinned = parsed.fields.find(({ id }) => id === picked) ?? parsed.fields[0];
  const field = parsed.fields.find(({ id }) => id === seen) ?? pinned;
  const whole = parsed.crc !== null && parsed.crc.computed === parsed.crc.stored;
  const damaged = bytes !== original;

  return (
    <div className="pg-lens">
      <div className="pg-block pg-lens-bytes">
        <HexView bytes={bytes} fields={parsed.fields} picked={field?.id ?? ''} onPick={setPicked} onSee={setSeen} />
        <div className="pg-crc" data-whole={whole} role="status">
          {parsed.crc && (
            <p>
              {whole ? '✓ The checksum fits: ' : '✕ The checksum does not fit: '}
              <code>{hex(parsed.crc.stored)}</code> stored, <code>{hex(parsed.crc.computed)}</code> computed.
            </p>
          )}
          {parsed.problem && <p>✕ It cannot be read on: {parsed.problem}.</p>}
        </div>
        <div className="pg-options">
          <button type="button" disabled={!pinned} onClick={() => pinned && setBytes(flipped(bytes, pinned.to - 1))}>
            Flip a bit of {pinned?.name ?? 'it'}
          </button>
          <button type="button" aria-disabled={!damaged} onClick={() => setBytes(original)}>
            Mend it
          </button>
        </div>
        {field && <Explained field={field} bytes={bytes} />}
      </div>
      <div className="pg-block">
        <FieldList fields={parsed.fields} picked={field?.id ?? ''} onPick={setPicked} />
        {parsed.codec !== null && parsed.codec !== 'none' && whole && <Unpacked codec={parsed.codec} bytes={bytes} />}
      </div>
    </div>
  );
}

const flipped = (bytes: Uint8Array<ArrayBuffer>, at: number) => Uint8Array.from(bytes, (byte, i) => (i === at ? byte ^ 1 : byte));

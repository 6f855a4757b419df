import { useState } from 'react';
import { FieldList } from './field-list.tsx';
import { type Codec, type Parsed, parseUnpacked } from './parse.ts';

const headerBytes = 61;

/** The records of a packed batch. Browsers have gzip built in; the other codecs stay packed here. */
export function Unpacked({ codec, bytes }: { readonly codec: Codec; readonly bytes: Uint8Array<ArrayBuffer> }) {
  const [inside, setInside] = useState<{ readonly parsed: Parsed; readonly size: number } | null>(null);
  const [picked, setPicked] = useState('1.length');
  if (codec !== 'gzip')
    return (
      <p className="pg-quiet">
        A browser has no {codec} of its own, so the block stays packed. A consumer unpacks it by its codec.
      </p>
    );
  const unpack = async () => {
    const raw = await gunzipped(bytes.subarray(headerBytes));
    setInside({ parsed: parseUnpacked(raw, bytes), size: raw.length });
  };
  if (inside === null)
    return (
      <div className="pg-options">
        <button type="button" onClick={() => void unpack()}>
          Unpack the records
        </button>
      </div>
    );
  return (
    <>
      <p>
        {bytes.length - headerBytes} bytes packed, {inside.size} unpacked:{' '}
        {Math.round((100 * (bytes.length - headerBytes)) / inside.size)} %.
      </p>
      <FieldList fields={inside.parsed.fields} picked={picked} onPick={setPicked} />
    </>
  );
}

async function gunzipped(packed: Uint8Array<ArrayBuffer>): Promise<Uint8Array> {
  const stream = new Blob([packed]).stream().pipeThrough(new DecompressionStream('gzip'));
  return new Uint8Array(await new Response(stream).arrayBuffer());
}

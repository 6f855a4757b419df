import { compressionsAlgorithms } from '@platformatic/kafka';
import kafkajs from 'kafkajs';

const { CompressionCodecs, CompressionTypes } = kafkajs;
type Packer = { compressSync(from: Buffer): Buffer; decompressSync(from: Buffer): Buffer };
type Encoded = { readonly buffer: Buffer };

// kafkajs has gzip alone and a place for others. @platformatic/kafka has all four, and lends three.
// #region register
const { snappy, lz4, zstd } = compressionsAlgorithms;
register(CompressionTypes.Snappy, snappy);
register(CompressionTypes.LZ4, lz4);
register(CompressionTypes.ZSTD, zstd);

function register(type: 2 | 3 | 4, codec: Packer) {
  CompressionCodecs[type] = () => ({
    compress: async (it: Encoded) => codec.compressSync(it.buffer),
    decompress: async (it: Buffer) => codec.decompressSync(it),
  });
}
// #endregion

/** The number of each codec, as in the three lowest bits of a batch's attributes. */
export const codecs = {
  none: CompressionTypes.None,
  gzip: CompressionTypes.GZIP,
  snappy: CompressionTypes.Snappy,
  lz4: CompressionTypes.LZ4,
  zstd: CompressionTypes.ZSTD,
} as const;
export type Codec = keyof typeof codecs;

/** The same of each of the four that pack, in percent: `{ 'gzip %': 11, … }`. */
export const percentOfEach = <T>(of: (codec: Codec) => T) => ({
  'gzip %': of('gzip'),
  'snappy %': of('snappy'),
  'lz4 %': of('lz4'),
  'zstd %': of('zstd'),
});

import { sha256 as digest } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';

/**
 * SHA-256 of a text's UTF-8 bytes, hex. A browser's own is asynchronous, and takes longer to be asked than to answer: a class has
 * a hundred thousand lines to look at.
 */
export const sha256 = (text: string): string => bytesToHex(digest(utf8ToBytes(text)));

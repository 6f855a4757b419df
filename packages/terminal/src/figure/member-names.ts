/** A, B, C … in the order in which they came; after Z it goes on with small letters. */
export const letterOf = (index: number): string => 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz'[index] ?? '?';

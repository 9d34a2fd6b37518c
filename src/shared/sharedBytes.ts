// Memory for what worker threads read without a copy. Little of it is plain memory, which is copied to a thread in no time:
// shared memory costs microseconds apiece to take and to give back, and a single record's tables are many small pieces.

const sharedMin = 4096;

/** `length` zeroed bytes, shared from 4 KiB on. Not for what threads write. */
export const sharedBytes = (length: number): ArrayBufferLike =>
  length < sharedMin ? new ArrayBuffer(length) : new SharedArrayBuffer(length);

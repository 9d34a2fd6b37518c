// Typed arrays over shared memory, which worker threads read without a copy. Small ones are plain arrays, which are copied
// to a thread in no time: shared memory costs microseconds apiece to take and to give back, and the tables of a single
// record are many small pieces. So they are not for what threads write.

const sharedMin = 4096;

export const sharedInt32 = (length: number): Int32Array =>
  length * 4 < sharedMin ? new Int32Array(length) : new Int32Array(new SharedArrayBuffer(length * 4));

export const sharedUint32 = (length: number): Uint32Array =>
  length * 4 < sharedMin ? new Uint32Array(length) : new Uint32Array(new SharedArrayBuffer(length * 4));

export const sharedUint16 = (length: number): Uint16Array =>
  length * 2 < sharedMin ? new Uint16Array(length) : new Uint16Array(new SharedArrayBuffer(length * 2));

export const sharedUint8 = (length: number): Uint8Array =>
  length < sharedMin ? new Uint8Array(length) : new Uint8Array(new SharedArrayBuffer(length));

export const sharedFloat64 = (length: number): Float64Array =>
  length * 8 < sharedMin ? new Float64Array(length) : new Float64Array(new SharedArrayBuffer(length * 8));

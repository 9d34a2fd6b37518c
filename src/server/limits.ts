// The bounds that keep a server alive whatever is sent to it. Each can be set; these are the defaults and why.

export interface ServerLimits {
  /** Bytes of a JSON body, and of one line of bulk ingest. A record is a few hundred bytes. */
  readonly bodyBytesMax: number;
  /** Nesting of a JSON body; no request of this service needs more than four. */
  readonly depthMax: number;
  /** Lines of bulk ingest handed to the service at once. Larger batches commit less often but hold reads up longer. */
  readonly batchLines: number;
  /** Requests answered at the same time; more are refused with 503. */
  readonly inFlightMax: number;
  /** Requests of one client answered at the same time; more are refused with 429. */
  readonly inFlightPerClient: number;
  /** Requests a second of one client, and as many in one burst; more are refused with 429. */
  readonly perSecondPerClient: number;
  /** Bulk ingests at the same time, of all clients. */
  readonly bulkStreamsMax: number;
  /** Event streams open at the same time, of all clients. */
  readonly eventStreamsMax: number;
  /** Milliseconds that a request may have waited for its turn; one that waited longer is refused with 503. */
  readonly waitMsMax: number;
  /** Milliseconds in which a body (bulk ingest apart) must have arrived. */
  readonly bodyMsMax: number;
  /** Milliseconds after which a connection on which nothing moves is closed. */
  readonly idleMsMax: number;
  /** Milliseconds for which a key's client is remembered: so long a revoked key may still be taken. */
  readonly keyLifeMs: number;
  /** Milliseconds between signs of life on an event stream. */
  readonly heartbeatMs: number;
}

export const defaultLimits: ServerLimits = {
  bodyBytesMax: 1 << 20,
  depthMax: 16,
  batchLines: 256,
  inFlightMax: 1024,
  inFlightPerClient: 512,
  perSecondPerClient: 20_000,
  bulkStreamsMax: 8,
  eventStreamsMax: 256,
  waitMsMax: 500,
  bodyMsMax: 30_000,
  idleMsMax: 120_000,
  keyLifeMs: 2_000,
  heartbeatMs: 15_000,
};

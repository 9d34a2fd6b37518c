// Which person each cluster is: identifiers follow their records. A pure function of the clusters now and the persons
// before; the partition itself is decided by clustering alone.
//
// A person and a cluster that share records are a candidate pair. Pairs are taken by the number of records shared, most
// first; then the older person (smaller moment of creation, then number); then the part with the oldest record (smallest
// number). A pair is granted where neither side has been given away. So on a merge the person with more records survives,
// then the older; on a split the larger part keeps the identifier, then the part with the oldest record. A cluster that
// gets no person becomes a new one; identifiers are never given twice.
//
// A person whose identifier no cluster keeps is gone: "merged" where its remaining records went to one person, "split"
// where they went to several, "withdrawn" where none remain. A person that keeps its identifier but lost records to
// others was split too, yet it is not gone: it answers as before.
import type { Moment, PersonNumber, RecordNumber } from "../../store/personStore.ts";

export interface PersonsBefore {
  /** −1 where the record had none. */
  personOf(record: RecordNumber): PersonNumber;
  createdAt(person: PersonNumber): Moment;
  /** Ascending; records withdrawn meanwhile are among them. */
  recordsOf(person: PersonNumber): readonly RecordNumber[];
}

export interface Share {
  readonly person: PersonNumber;
  readonly records: readonly RecordNumber[];
}

/** What happened to a person that was there before. */
export interface PersonFate {
  readonly person: PersonNumber;
  readonly state: "current" | "merged" | "split" | "withdrawn";
  readonly recordsBefore: readonly RecordNumber[];
  /** Empty where it is gone. */
  readonly recordsAfter: readonly RecordNumber[];
  /** Other persons that got records of it. */
  readonly lostTo: readonly Share[];
  /** Other persons, and −1 for none, that it got records from. */
  readonly gainedFrom: readonly Share[];
}

export interface NewPerson {
  readonly person: PersonNumber;
  readonly records: readonly RecordNumber[];
  readonly gainedFrom: readonly Share[];
}

export interface Resolution {
  /** Per cluster its person. */
  readonly personOfCluster: readonly PersonNumber[];
  readonly created: readonly NewPerson[];
  /** Persons of before whose records changed, by number. */
  readonly fates: readonly PersonFate[];
  /** Records whose person changed; `to` is −1 where the record was withdrawn. */
  readonly moves: readonly { readonly record: RecordNumber; readonly from: PersonNumber; readonly to: PersonNumber }[];
}

/**
 * @param clusters records by cluster; with each person touched, all its records that are not withdrawn
 * @param withdrawn records that belong to no cluster any more
 * @param nextPerson number of the first person to be created
 */
export function resolvePersons(
  clusters: readonly (readonly RecordNumber[])[],
  withdrawn: readonly RecordNumber[],
  before: PersonsBefore,
  nextPerson: PersonNumber,
): Resolution {
  const personOfCluster = grantPersons(clusters, before);
  let next = nextPerson;
  const isNew = personOfCluster.map((person) => person < 0);
  // Numbers of new persons follow their oldest records, whatever the order of the clusters.
  const fresh = [...clusters.keys()].filter((cluster) => isNew[cluster]);
  const oldest = clusters.map((records) => smallest(records));
  for (const cluster of fresh.sort((a, b) => oldest[a]! - oldest[b]!)) personOfCluster[cluster] = next++;
  const moves: { record: number; from: number; to: number }[] = [];
  const changed = new Set<PersonNumber>();
  clusters.forEach((records, cluster) => {
    const to = personOfCluster[cluster]!;
    for (const record of records) {
      const from = before.personOf(record);
      if (from === to) continue;
      moves.push({ record, from, to });
      if (from >= 0) changed.add(from);
      if (!isNew[cluster]) changed.add(to);
    }
  });
  for (const record of withdrawn) {
    const from = before.personOf(record);
    if (from < 0) continue;
    moves.push({ record, from, to: -1 });
    changed.add(from);
  }
  const to = new Map(moves.map((move) => [move.record, move.to]));
  const clusterOf = new Map(personOfCluster.map((person, cluster) => [person, clusters[cluster]!]));
  const fates = [...changed]
    .sort((a, b) => a - b)
    .map((person) => describeFate(person, clusterOf.get(person) ?? [], before, to));
  const created = fresh.map((cluster): NewPerson => {
    const records = ascending(clusters[cluster]!);
    return { person: personOfCluster[cluster]!, records, gainedFrom: shareBy(records, before.personOf.bind(before)) };
  });
  return { personOfCluster, created, fates, moves };
}

interface Claim {
  readonly cluster: number;
  readonly person: PersonNumber;
  count: number;
  /** Smallest of the records shared. */
  oldest: RecordNumber;
}

/** Per cluster the person that it keeps, −1 for none. */
function grantPersons(clusters: readonly (readonly RecordNumber[])[], before: PersonsBefore): PersonNumber[] {
  const granted = new Array<PersonNumber>(clusters.length).fill(-1);
  const taken = new Set<PersonNumber>();
  const claims = listClaims(clusters, before);
  claims.sort(
    (a, b) =>
      b.count - a.count ||
      before.createdAt(a.person) - before.createdAt(b.person) ||
      a.person - b.person ||
      a.oldest - b.oldest,
  );
  for (const { cluster, person } of claims) {
    if (granted[cluster] !== -1 || taken.has(person)) continue;
    granted[cluster] = person;
    taken.add(person);
  }
  return granted;
}

function listClaims(clusters: readonly (readonly RecordNumber[])[], before: PersonsBefore): Claim[] {
  const claims: Claim[] = [];
  clusters.forEach((records, cluster) => {
    const first = claims.length;
    for (const record of records) {
      const person = before.personOf(record);
      if (person < 0) continue;
      let at = first;
      while (at < claims.length && claims[at]!.person !== person) at += 1;
      const claim = claims[at];
      if (claim === undefined) claims.push({ cluster, person, count: 1, oldest: record });
      else {
        claim.count += 1;
        claim.oldest = Math.min(claim.oldest, record);
      }
    }
  });
  return claims;
}

function describeFate(
  person: PersonNumber,
  records: readonly RecordNumber[],
  before: PersonsBefore,
  to: ReadonlyMap<RecordNumber, PersonNumber>,
): PersonFate {
  const recordsBefore = before.recordsOf(person);
  const recordsAfter = ascending(records);
  const lost = recordsBefore.filter((record) => (to.get(record) ?? -1) >= 0);
  const lostTo = shareBy(lost, (record) => to.get(record)!);
  const gained = recordsAfter.filter((record) => before.personOf(record) !== person);
  const gainedFrom = shareBy(gained, before.personOf.bind(before));
  const gone = lostTo.length === 0 ? "withdrawn" : lostTo.length === 1 ? "merged" : "split";
  return {
    person,
    state: recordsAfter.length > 0 ? "current" : gone,
    recordsBefore,
    recordsAfter,
    lostTo,
    gainedFrom,
  };
}

/** Records by the person that `personOf` gives, persons by number. */
function shareBy(records: readonly RecordNumber[], personOf: (record: RecordNumber) => PersonNumber): Share[] {
  const shares = new Map<PersonNumber, RecordNumber[]>();
  for (const record of records) {
    const person = personOf(record);
    const share = shares.get(person);
    if (share === undefined) shares.set(person, [record]);
    else share.push(record);
  }
  return [...shares].sort(([a], [b]) => a - b).map(([person, shared]) => ({ person, records: shared }));
}

const ascending = (records: readonly RecordNumber[]): RecordNumber[] => [...records].sort((a, b) => a - b);

function smallest(records: readonly RecordNumber[]): RecordNumber {
  let least = Number.POSITIVE_INFINITY;
  for (const record of records) if (record < least) least = record;
  return least;
}

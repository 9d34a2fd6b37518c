// "Do we know this person?": what is described is compared with every record that shares a blocking key with it, by the
// scorer that links; nothing is stored.
import type { AccessContext } from "../../governance/accessContext.ts";
import type { LiveMatch } from "../../linkage/live/liveIndex.ts";
import type { PersonNumber, RecordNumber } from "../../store/personStore.ts";
import type { IndexState } from "../indexState.ts";
import type { PersonTable } from "../mirror/personTable.ts";
import type { MatchAnswer, PersonService } from "../personService.ts";
import { answerAudited } from "./answerAudited.ts";
import { describeSteps } from "./describeSteps.ts";
import { standardiseTogether } from "./standardiseTogether.ts";
import { maySeeRecord } from "./visible.ts";

const defaultLimit = 10;
/** Records looked through for persons. */
const recordsPerPerson = 20;

export async function match(
  state: IndexState,
  context: AccessContext,
  { fields, limit = defaultLimit, minProbability }: Parameters<PersonService["match"]>[1],
): ReturnType<PersonService["match"]> {
  const values = state.fields.resolve(context, fields, "");
  const place = await standardiseTogether(state.mirror.live, values);
  return answerAudited(state, context, () => {
    const { mirror } = state;
    const { live, persons } = mirror;
    const { link, review } = live.model.thresholds;
    // Another model may have come meanwhile.
    const { batch, at } = place.live === live ? place : { batch: live.standardise([values]), at: 0 };
    const floor = minProbability === undefined ? review : Math.log(minProbability / (1 - minProbability));
    const options = {
      floor: Math.max(floor, floorMin),
      limit: limit * recordsPerPerson,
      accepts: (record: RecordNumber) => maySeeRecord(mirror, context, record),
    };
    const chosen = live.matchAndExplain(batch, at, options, (found) => bestOfPersons(found, persons, limit));
    const items = chosen.map(({ record, logOdds, pair }): MatchAnswer => {
      const { agreements, disagreements } = describeSteps(mirror, context, pair);
      return {
        person: { id: persons.idOf(persons.personOf(record)) },
        record: live.keyOf(record),
        match_weight: pair.matchWeight,
        match_probability: pair.matchProbability,
        band: logOdds >= link ? "match" : "possible",
        agreements,
        disagreements,
      };
    });
    return {
      answer: { items },
      persons: chosen.map(({ record }) => persons.personOf(record)),
      records: chosen.map(({ record }) => record),
    };
  });
}

/** Of each person the record that fits best, for the best `limit` persons. */
function bestOfPersons(found: readonly LiveMatch[], persons: PersonTable, limit: number): LiveMatch[] {
  const best = new Map<PersonNumber, LiveMatch>();
  for (const one of found) {
    const person = persons.personOf(one.record);
    if (person >= 0 && !best.has(person)) best.set(person, one);
    if (best.size === limit) break;
  }
  return [...best.values()];
}

/** Natural log odds of a probability of one in a thousand million: below it nothing is asked for in earnest. */
const floorMin = -20.7;

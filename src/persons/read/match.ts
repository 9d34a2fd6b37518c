// "Do we know this person?": what is described is compared with every record that shares a blocking key with it, by the
// scorer that links; nothing is stored.
import type { AccessContext } from "../../governance/accessContext.ts";
import type { IndexState } from "../indexState.ts";
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
    const found = live.match(batch, at, {
      floor: Math.max(floor, floorMin),
      limit: limit * recordsPerPerson,
      accepts: (record) => maySeeRecord(mirror, context, record),
    });
    const best = new Map<number, { record: number; logOdds: number }>();
    for (const one of found) {
      const person = persons.personOf(one.record);
      if (person >= 0 && !best.has(person)) best.set(person, one);
      if (best.size === limit) break;
    }
    const items = [...best].map(([person, { record, logOdds }]): MatchAnswer => {
      const pair = live.explainMatch(batch, at, record);
      const { agreements, disagreements } = describeSteps(mirror, context, pair);
      return {
        person: { id: persons.idOf(person) },
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
      persons: [...best.keys()],
      records: [...best.values()].map(({ record }) => record),
    };
  });
}

/** Natural log odds of a probability of one in a thousand million: below it nothing is asked for in earnest. */
const floorMin = -20.7;

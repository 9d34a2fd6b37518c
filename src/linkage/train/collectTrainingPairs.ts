// The candidate pairs that training looks at: all that meet under telling keys, where nearly all matches are, and of those
// that meet under common keys alone a sample of known rate, drawn by record so that a pair is in it or not whatever number
// of rules it meets under.
import { mixBits } from "../../shared/hashText.ts";
import { sharedUint8 } from "../../shared/sharedArrays.ts";
import type { MeasuredRule } from "../block/chooseRules.ts";
import type { WeightTables } from "../score/scoringModel.ts";
import type { StandardRecords } from "../standardise/standardRecords.ts";
import type { SampleRate } from "./compareMeetings.ts";
import type { CommonSample, Meetings } from "./meetings.ts";
import type { TrainingCrew } from "./trainingCrew.ts";
import type { TrainingPairs } from "./trainingPairs.ts";

export interface MeetingPlan {
  readonly rules: readonly MeasuredRule[];
  readonly blockSizeMax: number;
  /** Most meetings of candidate pairs, repeats under other rules included. */
  readonly pairsMax: number;
}

export interface TrainingPairOptions extends MeetingPlan {
  readonly acrossOnly: boolean;
  /** Pairs whose log odds under these tables do not exceed the floor teach nothing, and are left out. */
  readonly tables: WeightTables;
  readonly floor: number;
  /** Meetings under the same rules and block size; absent or null: they are listed here. */
  readonly listed?: ListedMeetings | null;
}

/** Where records meet, of one source too, and the sample that these meetings are. */
export interface ListedMeetings {
  readonly meetings: Meetings;
  readonly sample: SampleRate;
}

/** Meetings for all that asks about no more than this plan's pairs. */
export async function listTrainingMeetings(crew: TrainingCrew, plan: MeetingPlan): Promise<ListedMeetings> {
  const sample = planSample(plan);
  const rules = plan.rules.map(({ rule }) => rule);
  const { blockSizeMax } = plan;
  const common = drawCommon(sample, crew.records);
  return { meetings: await crew.meet(rules, { blockSizeMax, acrossOnly: false, sample: common }), sample };
}

export async function collectTrainingPairs(crew: TrainingCrew, options: TrainingPairOptions): Promise<TrainingPairs> {
  const { blockSizeMax, acrossOnly, tables, floor, listed = null } = options;
  const sample = planSample(options);
  const common = drawCommon(sample, crew.records);
  const rules = options.rules.map(({ rule }) => rule);
  // A sample of a smaller rate is part of one of a larger.
  const isListed = listed !== null && listed.sample.fromRule >= sample.fromRule && listed.sample.rate >= sample.rate;
  const meetings = isListed ? listed.meetings : await crew.meet(rules, { blockSizeMax, acrossOnly, sample: common });
  return crew.compare(meetings, { tables, floor, sample, common: isListed ? common : null, acrossOnly });
}

/** Share of the meetings looked at that the telling rules get before the others. */
const tellingShare = 0.25;

/** Rules, cheapest first, under which all pairs are looked at, and the rate that is left for those of the others alone. */
function planSample({ rules, pairsMax }: Pick<MeetingPlan, "rules" | "pairsMax">): SampleRate {
  const all = rules.reduce((sum, { measure }) => sum + measure.pairCount, 0);
  if (all <= pairsMax) return { fromRule: rules.length, rate: 1 };
  let telling = 0;
  const fromRule = rules.findIndex(({ measure }) => {
    if (telling + measure.pairCount > tellingShare * pairsMax) return true;
    telling += measure.pairCount;
    return false;
  });
  return { fromRule, rate: (pairsMax - telling) / (all - telling) };
}

/** Drawn by place, so that the same records give the same sample. */
function drawCommon({ fromRule, rate }: SampleRate, { recordCount }: StandardRecords): CommonSample {
  const limit = rate * 4294967296;
  const isSampled = sharedUint8(recordCount);
  for (let record = 0; record < recordCount; record += 1) {
    isSampled[record] = rate >= 1 || mixBits(record + 0x2545f491) < limit ? 1 : 0;
  }
  return { fromRule, isSampled };
}

// Questions and answers of a review: shows a pair, takes one key, writes the ruling, goes on. What follows from rulings
// already made is not asked; a ruling that contradicts them is refused with the chain that it breaks.
import type { RecordName } from "../../linkage/linkOptions.ts";
import type { DecisionsFile } from "../../linkage/review/decisionsFile.ts";
import type { ReviewPair } from "../../linkage/review/listReviewPairs.ts";
import { type Ruling, Rulings } from "../../linkage/review/rulings.ts";
import type { CliContext } from "../cliContext.ts";
import { printableText } from "../format/printableText.ts";
import { formatPair, type PairThresholds } from "../formatPair.ts";

export interface ReviewTask {
  readonly pairs: readonly ReviewPair[];
  readonly thresholds: PairThresholds;
  readonly file: DecisionsFile;
  /** Those that stand in the file. */
  readonly rulings: Rulings;
  readonly keys: AsyncGenerator<string>;
}

interface Answered {
  readonly at: number;
  /** Null where the pair was skipped. */
  readonly ruling: Ruling | null;
}

const question = "Same person? y yes, n no, s skip, u undo, q quit: ";

/** Asks until the pairs or the answers end; counts the rulings that were made and not taken back. */
export async function askPairs(task: ReviewTask, context: CliContext): Promise<{ same: number; different: number }> {
  const { pairs, file, keys } = task;
  let { rulings } = task;
  const history: Answered[] = [];
  const say = (text: string): void => void context.out.write(`${text}\n`);
  let shownAt = -1;
  let at = nextOpen(pairs, rulings, 0);
  while (at < pairs.length) {
    const pair = pairs[at]!;
    if (shownAt !== at) say(showQuestion(pair, at, task, context));
    shownAt = at;
    context.out.write(question);
    const { value: key, done } = await keys.next();
    say(done === true ? "" : key === undefined ? "" : printableText(key, 4));
    if (done === true || key === "q") break;
    if (key === "u") {
      const last = history.pop();
      if (last === undefined) {
        say("There is nothing to undo in this session.");
        continue;
      }
      if (last.ruling !== null && !(await takeBack(file, rulings))) {
        say("The file was changed by somebody else: what is in it stays.");
        continue;
      }
      at = last.at;
      shownAt = -1;
      continue;
    }
    if (key === "s") history.push({ at, ruling: null });
    else if (key === "y" || key === "n") {
      if (!(await file.isOurs())) rulings = new Rulings(await file.reload());
      const ruling: Ruling = { kind: key === "y" ? "same" : "different", ...pair.names };
      const chain = rulings.contradiction(ruling);
      if (chain !== null) {
        say(refusal(ruling, chain));
        at = nextOpen(pairs, rulings, at + 1);
        continue;
      }
      await file.append(ruling);
      rulings.add(ruling);
      history.push({ at, ruling });
    } else {
      say("Answer y, n, s, u or q.");
      continue;
    }
    at = nextOpen(pairs, rulings, at + 1);
  }
  await keys.return(undefined);
  const count = (kind: Ruling["kind"]): number => history.filter(({ ruling }) => ruling?.kind === kind).length;
  return { same: count("same"), different: count("different") };
}

function nextOpen(pairs: readonly ReviewPair[], rulings: Rulings, from: number): number {
  let at = from;
  const isKnown = rulings.knower();
  for (let pair = pairs[at]; pair !== undefined && isKnown(pair.names.left, pair.names.right); pair = pairs[at])
    at += 1;
  return at;
}

async function takeBack(file: DecisionsFile, rulings: Rulings): Promise<boolean> {
  if (!(await file.isOurs()) || !(await file.undo())) return false;
  rulings.removeLast();
  return true;
}

function showQuestion(pair: ReviewPair, at: number, { pairs, thresholds }: ReviewTask, context: CliContext): string {
  const lines = formatPair(pair, thresholds, context.columns);
  return ["", `Pair ${at + 1} of ${pairs.length} (${pair.reason})`, "", ...lines, ""].join("\n");
}

function refusal({ kind }: Ruling, chain: readonly Ruling[]): string {
  const steps = chain.map(({ kind: ruled, left, right }) => `  ${nameOf(left)} and ${nameOf(right)}: ${ruled}`);
  return [`Refused: ${kind} contradicts rulings that stand; withdraw one of them first.`, ...steps].join("\n");
}

const nameOf = ({ source, id }: RecordName): string => printableText(source === undefined ? id : `${source}:${id}`, 60);

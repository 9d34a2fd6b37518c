// The keys that a model froze as too common to use. Whether a key serves must not change as records arrive: bulk runs with
// a given model and the live index both ask here.
import type { BlockingModel } from "../model.ts";
import { KeySet } from "./keySet.ts";

/**
 * Answers for the rules of a model whether a key is one of its stop keys.
 * @example new StopKeys(model.blocking).has(0, keyMaker.keys[0])
 */
export class StopKeys {
  readonly #ofRule: readonly KeySet[];

  constructor({ stopKeys }: Pick<BlockingModel, "stopKeys">) {
    this.#ofRule = stopKeys.map((keys) => new KeySet(keys));
  }

  /** `ruleIndex`: of the rule in the model; `key`: unsigned 32-bit integer as KeyMaker makes it. */
  has(ruleIndex: number, key: number): boolean {
    return this.#ofRule[ruleIndex]?.has(key) ?? false;
  }
}

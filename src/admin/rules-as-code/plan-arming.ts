import { Injectable } from '@nestjs/common';
import { ArmingGate } from '../../dry-run/arming-gate.js';
import type { Change } from '../../rulebook/rulebook-version.repository.js';
import { parseRuleDefinition } from '../../rules/definition/parse-rule-definition.js';
import type { PlanStep } from './plan-bundle.js';

/** By what the rules of a plan are watched from now on, by their keys; those that are not named go on as before. */
export type Forecasts = ReadonlyMap<string, NonNullable<Change['forecast']>>;

/** A rule that has to be tried on the past before it goes live. */
export type Unarmed = { readonly key: string; readonly pointer: string; readonly why: string };

/** Asks the gate for every rule that a plan makes or changes: files let no rule go live that the page would not. */
@Injectable()
export class PlanArming {
  constructor(private readonly gate: ArmingGate) {}

  /** @param dryRuns - ids of dry runs by the keys of their rules */
  async judge(
    steps: readonly PlanStep[],
    dryRuns: ReadonlyMap<string, string> = new Map(),
  ): Promise<{ readonly forecasts: Forecasts; readonly unarmed: readonly Unarmed[] }> {
    const forecasts = new Map<string, NonNullable<Change['forecast']>>();
    const unarmed: Unarmed[] = [];
    const asked = steps.flatMap(({ action, entry, stored }) => {
      if (entry?.kind !== 'rule' || (action !== 'create' && action !== 'update')) return [];
      const reading = stored === undefined ? undefined : parseRuleDefinition(stored.definition);
      const before =
        stored !== undefined && reading?.ok === true
          ? { ruleId: stored.id, definition: reading.definition }
          : undefined;
      const { key, definition } = entry;
      return [{ entry, request: { definition, stored: before, dryRunId: dryRuns.get(key) } }];
    });
    const armings = await this.gate.judgeAll(asked.map(({ request }) => request));
    for (const [index, arming] of armings.entries()) {
      const entry = asked[index]?.entry;
      if (entry === undefined) continue;
      const { key, pointer } = entry;
      if (!arming.ok) {
        const how = `With files: heed rules apply --dry-run ${key}=<id>; or apply it with "mode: shadow" first.`;
        unarmed.push({ key, pointer, why: `${arming.why} ${how}` });
      } else if (arming.forecast !== undefined) forecasts.set(key, arming.forecast);
    }
    return { forecasts, unarmed };
  }
}

import { Inject, Injectable } from '@nestjs/common';
import { Database, type Transaction } from '../../platform/database/database.js';
import { RUNTIME } from '../../platform/platform.module.js';
import type { Runtime } from '../../platform/runtime.js';
import { absentModelProblem } from '../../rulebook/absent-model.js';
import { localWebhookProblems, localWebhookProblemsOfFlow } from '../../rulebook/local-webhook.js';
import { knownCategories } from '../../rulebook/known-category.repository.js';
import {
  lockRulebook,
  raiseVersion,
  rulebookVersion,
  type Change,
} from '../../rulebook/rulebook-version.repository.js';
import type { DefinitionProblem } from '../../rules/definition/rule-definition.js';
import type { Bundle, BundleJson, BundleReading } from '../../rules-as-code/bundle.js';
import { referenceProblems } from '../../rules-as-code/bundle-references.js';
import { exportBundle } from '../../rules-as-code/export-bundle.js';
import { driftOf, type Drift } from './drift.js';
import type { Forecasts } from './plan-arming.js';
import { planBundle, type RulebookPlan } from './plan-bundle.js';
import { baseState, currentState, noteApplied, type RulebookState } from './rulebook-state.repository.js';
import { writePlan } from './write-plan.repository.js';

/** A bundle that was read, and whether what it does not hold shall go. */
export type Wish = { readonly reading: BundleReading; readonly prune: boolean };

/** What applying a bundle would do, and what stands against it. */
export type Prepared = {
  readonly state: RulebookState;
  /** The state that the bundle comes from; absent when this Heed knows none. */
  readonly base: RulebookState | undefined;
  readonly plan: RulebookPlan;
  readonly drift: readonly (Drift & { readonly author: Author | undefined })[];
  /** With problems, the plan leaves out what could not be read. Pointers are those of the bundle. */
  readonly problems: readonly DefinitionProblem[];
};

/** Who made a revision, when and why. */
export type Author = { readonly actor: string; readonly reason: string | null; readonly createdAt: Date };

export type Application = Wish & {
  /** What `plan` said of the same wish: where nothing has changed since, that is still the plan. */
  readonly planned: Prepared;
  readonly change: Change;
  readonly forecasts: Forecasts;
  /** The state for which the caller saw the plan. */
  readonly expectedVersion: string;
  /** Undo what others did on the server since. */
  readonly force: boolean;
};

export type Applied =
  | { readonly outcome: 'applied'; readonly prepared: Prepared; readonly tag: string }
  | { readonly outcome: 'outdated' | 'problems' | 'drift'; readonly prepared: Prepared };

/** The rulebook as files: taken out whole, compared with files, and changed to what they say. */
@Injectable()
export class RulesAsCode {
  constructor(
    private readonly database: Database,
    @Inject(RUNTIME) private readonly runtime: Runtime,
  ) {}

  async export(): Promise<BundleJson> {
    return this.database.$transaction(async (tx) => {
      await tx.$executeRaw`set transaction isolation level repeatable read, read only`;
      const { tag, entries } = await currentState(tx);
      return exportBundle(
        tag,
        entries.map((each) =>
          each.kind === 'rule'
            ? { kind: each.kind, id: each.id, key: each.ruleKey, definition: each.definition }
            : { kind: each.kind, id: each.id, definition: each.definition },
        ),
      );
    });
  }

  async plan(wish: Wish): Promise<Prepared> {
    return this.database.$transaction(async (tx) => {
      await tx.$executeRaw`set transaction isolation level repeatable read, read only`;
      return this.prepare(tx, wish);
    });
  }

  /** Everything or nothing. */
  async apply({
    planned,
    change,
    forecasts,
    expectedVersion,
    force,
    ...wish
  }: Application): Promise<Applied> {
    return this.database.$transaction(async (tx) => {
      await lockRulebook(tx);
      const prepared = await this.prepare(tx, wish, planned);
      if (prepared.problems.length > 0) return { outcome: 'problems', prepared };
      if (prepared.state.tag !== expectedVersion) return { outcome: 'outdated', prepared };
      if (prepared.drift.length > 0 && !force) return { outcome: 'drift', prepared };
      const isChanged = await writePlan(tx, prepared.plan, change, forecasts);
      if (isChanged) await raiseVersion(tx);
      await noteApplied(await rulebookVersion(tx), tx);
      const { tag } = isChanged ? await currentState(tx) : prepared.state;
      return { outcome: 'applied', prepared, tag };
    });
  }

  private async prepare(
    tx: Transaction,
    { reading: { bundle, problems }, prune }: Wish,
    planned?: Prepared,
  ): Promise<Prepared> {
    const state = await currentState(tx);
    const base = await baseState(bundle.version, state, tx);
    const isAsPlanned = planned?.state.tag === state.tag;
    const plan = isAsPlanned ? planned.plan : planBundle(bundle, state.entries, prune);
    const drift = driftOf(plan.steps, base?.entries, state.entries);
    const authors = await authorsOf(drift, tx);
    const hasLanguageModel = this.runtime.config.languageModel !== undefined;
    const absentModels = modelProblems(plan, hasLanguageModel);
    const localWebhooks = this.runtime.config.allowsLocalWebhooks ? [] : localProblems(plan);
    return {
      state,
      base,
      plan,
      drift: drift.map((each) => ({ ...each, author: authors.get(each.revisionId ?? '') })),
      problems: [
        ...problems,
        ...misfits(bundle, plan, await knownCategories(tx)),
        ...absentModels,
        ...localWebhooks,
      ],
    };
  }
}

/** What each entry says well, and does not go with the others or with what stays on the server. */
function misfits(
  { rules, library }: Bundle,
  { steps }: RulebookPlan,
  categories: ReadonlySet<string>,
): readonly DefinitionProblem[] {
  // Either nothing is deleted, or everything that no file has: so what stays on the server never loses what it names.
  const staying = steps.filter(({ action }) => action !== 'delete');
  const uncategorised = rules.flatMap(({ definition: { category }, pointer }) => {
    if (category === undefined || categories.has(category)) return [];
    const message = `There is no message category "${category}". Make it first: PUT /api/v1/consent/settings.`;
    return [{ pointer: `${pointer}/category`, message }];
  });
  return [...referenceProblems([...library, ...rules], staying), ...uncategorised];
}

/** A rule that stands and is not touched may have been made when there was a model. */
function modelProblems({ steps }: RulebookPlan, hasLanguageModel: boolean): readonly DefinitionProblem[] {
  return steps.flatMap(({ action, entry }) => {
    if (entry?.kind !== 'rule' || (action !== 'create' && action !== 'update')) return [];
    const problem = absentModelProblem(entry.definition, hasLanguageModel);
    return problem === undefined ? [] : [{ ...problem, pointer: entry.pointer + problem.pointer }];
  });
}

/** The same of calls to this machine: what stands may have been made when they were allowed. */
function localProblems({ steps }: RulebookPlan): readonly DefinitionProblem[] {
  return steps.flatMap(({ action, entry }) => {
    if (entry === undefined || (action !== 'create' && action !== 'update')) return [];
    const problems =
      entry.kind === 'rule'
        ? localWebhookProblems(entry.definition)
        : entry.kind === 'flow'
          ? localWebhookProblemsOfFlow(entry.definition)
          : [];
    return problems.map((problem) => ({ ...problem, pointer: entry.pointer + problem.pointer }));
  });
}

async function authorsOf(drift: readonly Drift[], tx: Transaction): Promise<ReadonlyMap<string, Author>> {
  const ids = drift.flatMap(({ revisionId }) => revisionId ?? []);
  if (ids.length === 0) return new Map();
  const which = {
    where: { id: { in: ids } },
    select: { id: true, actor: true, reason: true, createdAt: true },
  };
  const revisions = [
    ...(await tx.ruleRevision.findMany(which)),
    ...(await tx.libraryRevision.findMany(which)),
  ];
  return new Map(revisions.map(({ id, ...author }) => [id, author]));
}

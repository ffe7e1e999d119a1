import { Module } from '@nestjs/common';
import { ConnectionsModule } from '../connections/connections.module.js';
import { ConsentModule } from '../consent/consent.module.js';
import { ConsentSettingsModule } from '../consent/settings/consent-settings.module.js';
import { DeliveryModule } from '../delivery/delivery.module.js';
import { DryRunModule } from '../dry-run/dry-run.module.js';
import { DispatchModule } from '../inbox/dispatch.module.js';
import { RulebookModule } from '../rulebook/rulebook.module.js';
import { UnsubscribeLinksModule } from '../unsubscribe/unsubscribe-links.module.js';
import { AuditController } from './access/audit.controller.js';
import { OwnSessionsController } from './access/own-sessions.controller.js';
import { SessionController } from './access/session.controller.js';
import { TokensController } from './access/tokens.controller.js';
import { UsersController } from './access/users.controller.js';
import { WelcomeController } from './access/welcome.controller.js';
import { ConnectionDesk } from './connections/connection-desk.js';
import { ConnectionsController } from './connections/connections.controller.js';
import { LastEvents } from './connections/last-events.repository.js';
import { ProviderSide } from './connections/provider-side.js';
import { WebhookAddresses } from './connections/webhook-address.js';
import { ConsentAuditController } from './consent/consent-audit.controller.js';
import { ConsentReadings } from './consent/consent-readings.repository.js';
import { HoldsController } from './consent/holds.controller.js';
import { RetentionController } from './retention/retention.controller.js';
import { RetentionRuns } from './retention/retention.repository.js';
import { ConsentSettingsController } from './consent/settings.controller.js';
import { ConsentController } from './consent/consent.controller.js';
import { ConsentDesk } from './consent/consent.repository.js';
import { Dossiers } from './consent/dossier.repository.js';
import { LedgerEntriesController } from './consent/ledger-entries.controller.js';
import { LedgerEntries } from './consent/ledger-entries.repository.js';
import { LedgerController } from './consent/ledger.controller.js';
import { ContactDesk } from './contacts/contact-desk.js';
import { ContactsController } from './contacts/contacts.controller.js';
import { Contacts } from './contacts/contacts.repository.js';
import { ErasureController } from './contacts/erasure.controller.js';
import { LinkingController } from './contacts/linking.controller.js';
import { Linking } from './contacts/linking.repository.js';
import { ConversationsController } from './conversations/conversations.controller.js';
import { Conversations } from './conversations/conversations.repository.js';
import { DocsController } from './docs/docs.controller.js';
import { EventsController } from './events/events.controller.js';
import { InboxQueries } from './events/inbox-queries.repository.js';
import { Replays } from './events/replay.repository.js';
import { IdentitySessionsController } from './identity-sessions/identity-sessions.controller.js';
import { IdentitySessions } from './identity-sessions/identity-sessions.repository.js';
import { KillSwitchesController } from './kill-switches/kill-switches.controller.js';
import { KillSwitches } from './kill-switches/kill-switches.repository.js';
import { ModelCallsController } from './language-model/model-calls.controller.js';
import { ModelCalls } from './language-model/model-calls.repository.js';
import { Explanations } from './messages/explanation.repository.js';
import { ManualMessages } from './messages/manual-messages.repository.js';
import { MessageQueries } from './messages/message-queries.repository.js';
import { MessagesController } from './messages/messages.controller.js';
import { QueuesController } from './queues/queues.controller.js';
import { Queues } from './queues/queues.repository.js';
import { ReplySettingsController } from './reply-settings/reply-settings.controller.js';
import { ReplySettingsDesk } from './reply-settings/reply-settings.repository.js';
import { FlowRunsController } from './flows/flow-runs.controller.js';
import { FlowRuns } from './flows/flow-runs.repository.js';
import { FlowTrialController } from './flows/flow-trial.controller.js';
import { FlowsController } from './library/flows.controller.js';
import { SchedulesController } from './library/schedules.controller.js';
import { TemplatesController } from './library/templates.controller.js';
import { DryRunController } from './dry-run/dry-run.controller.js';
import { DryRunDesk } from './dry-run/dry-run-desk.repository.js';
import { DryRunsController } from './dry-run/dry-runs.controller.js';
import { DecisionReplayController } from './rules/decision-replay.controller.js';
import { DecisionReplays } from './rules/decision-replay.repository.js';
import { FactsController } from './rules/facts.controller.js';
import { ConflictDesk } from './rules/conflict-desk.repository.js';
import { RuleConflictsController } from './rules/rule-conflicts.controller.js';
import { RulesController } from './rules/rules.controller.js';
import { ShownRules } from './rules/shown-rules.repository.js';
import { PlanArming } from './rules-as-code/plan-arming.js';
import { PlanEffects } from './rules-as-code/plan-effect.repository.js';
import { RulesAsCodeController } from './rules-as-code/rules-as-code.controller.js';
import { RulesAsCode } from './rules-as-code/rules-as-code.repository.js';
import { TestCaseController } from './rules-as-code/test-case.controller.js';
import { TestCases } from './rules-as-code/test-case.repository.js';
import { SandboxController } from './sandbox/sandbox.controller.js';
import { SandboxDesk } from './sandbox/sandbox-desk.js';
import { SimulateController } from './simulate/simulate.controller.js';
import { Simulator } from './simulate/simulator.repository.js';
import { StatsController } from './stats/stats.controller.js';
import { Statistics } from './stats/stats.repository.js';
import { DecisionFeed } from './stream/decision-feed.repository.js';
import { LiveTail } from './stream/live-tail.js';
import { StreamController } from './stream/stream.controller.js';
import { WebhooksOutModule } from '../webhooks-out/webhooks-out.module.js';
import { WebhookCallsController } from './webhooks-out/webhook-calls.controller.js';
import { WebhookCalls } from './webhooks-out/webhook-calls.repository.js';
import { WebhookSecretsController } from './webhooks-out/webhook-secrets.controller.js';

/** The REST API for the page and for tools: /api/v1. */
@Module({
  imports: [
    ConnectionsModule,
    ConsentModule,
    ConsentSettingsModule,
    RulebookModule,
    DryRunModule,
    DispatchModule,
    DeliveryModule,
    UnsubscribeLinksModule,
    WebhooksOutModule,
  ],
  controllers: [
    EventsController,
    MessagesController,
    ConversationsController,
    ContactsController,
    ErasureController,
    LinkingController,
    LedgerController,
    LedgerEntriesController,
    ConsentAuditController,
    HoldsController,
    RetentionController,
    ConsentSettingsController,
    ConsentController,
    RulesController,
    RulesAsCodeController,
    TestCaseController,
    FactsController,
    SchedulesController,
    TemplatesController,
    FlowTrialController,
    FlowsController,
    FlowRunsController,
    RuleConflictsController,
    DryRunController,
    DryRunsController,
    DecisionReplayController,
    SimulateController,
    KillSwitchesController,
    ReplySettingsController,
    ConnectionsController,
    IdentitySessionsController,
    StatsController,
    QueuesController,
    StreamController,
    SandboxController,
    WebhookCallsController,
    WebhookSecretsController,
    ModelCallsController,
    SessionController,
    OwnSessionsController,
    WelcomeController,
    UsersController,
    TokensController,
    AuditController,
    DocsController,
  ],
  providers: [
    InboxQueries,
    Replays,
    MessageQueries,
    Explanations,
    ManualMessages,
    Conversations,
    Contacts,
    ContactDesk,
    Linking,
    RetentionRuns,
    ConsentDesk,
    Dossiers,
    ConsentReadings,
    DryRunDesk,
    ShownRules,
    ConflictDesk,
    DecisionReplays,
    RulesAsCode,
    PlanEffects,
    PlanArming,
    TestCases,
    Simulator,
    KillSwitches,
    ReplySettingsDesk,
    ConnectionDesk,
    LastEvents,
    ProviderSide,
    WebhookAddresses,
    IdentitySessions,
    Statistics,
    Queues,
    LedgerEntries,
    DecisionFeed,
    LiveTail,
    SandboxDesk,
    WebhookCalls,
    ModelCalls,
    FlowRuns,
  ],
})
export class AdminModule {}

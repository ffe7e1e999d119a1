import { Module } from '@nestjs/common';
import { ConnectionsModule } from '../connections/connections.module.js';
import { ConsentModule } from '../consent/consent.module.js';
import { DeliveryModule } from '../delivery/delivery.module.js';
import { DispatchModule } from '../inbox/dispatch.module.js';
import { RulebookModule } from '../rulebook/rulebook.module.js';
import { UnsubscribeLinksModule } from '../unsubscribe/unsubscribe-links.module.js';
import { ConnectionDesk } from './connections/connection-desk.js';
import { ConnectionsController } from './connections/connections.controller.js';
import { LastEvents } from './connections/last-events.repository.js';
import { ProviderSide } from './connections/provider-side.js';
import { WebhookAddresses } from './connections/webhook-address.js';
import { ConsentAuditController } from './consent/consent-audit.controller.js';
import { ConsentReadings } from './consent/consent-readings.repository.js';
import { HoldsController } from './consent/holds.controller.js';
import { ConsentController } from './consent/consent.controller.js';
import { ConsentDesk } from './consent/consent.repository.js';
import { Dossiers } from './consent/dossier.repository.js';
import { LedgerController } from './consent/ledger.controller.js';
import { ContactsController } from './contacts/contacts.controller.js';
import { Contacts } from './contacts/contacts.repository.js';
import { ErasureController } from './contacts/erasure.controller.js';
import { ConversationsController } from './conversations/conversations.controller.js';
import { Conversations } from './conversations/conversations.repository.js';
import { FrontDoorController } from './docs/front-door.controller.js';
import { DocsController } from './docs/docs.controller.js';
import { EventsController } from './events/events.controller.js';
import { InboxQueries } from './events/inbox-queries.repository.js';
import { Replays } from './events/replay.repository.js';
import { IdentitySessionsController } from './identity-sessions/identity-sessions.controller.js';
import { IdentitySessions } from './identity-sessions/identity-sessions.repository.js';
import { Explanations } from './messages/explanation.repository.js';
import { ManualMessages } from './messages/manual-messages.repository.js';
import { MessageQueries } from './messages/message-queries.repository.js';
import { MessagesController } from './messages/messages.controller.js';
import { RulesController } from './rules/rules.controller.js';
import { SimulateController } from './simulate/simulate.controller.js';
import { Simulator } from './simulate/simulator.repository.js';
import { StatsController } from './stats/stats.controller.js';
import { Statistics } from './stats/stats.repository.js';
import { DecisionFeed } from './stream/decision-feed.repository.js';
import { LiveTail } from './stream/live-tail.js';
import { StreamController } from './stream/stream.controller.js';

/** The REST API for the page and for tools: /api/v1. */
@Module({
  imports: [
    ConnectionsModule,
    ConsentModule,
    RulebookModule,
    DispatchModule,
    DeliveryModule,
    UnsubscribeLinksModule,
  ],
  controllers: [
    EventsController,
    MessagesController,
    ConversationsController,
    ContactsController,
    ErasureController,
    LedgerController,
    ConsentAuditController,
    HoldsController,
    ConsentController,
    RulesController,
    SimulateController,
    ConnectionsController,
    IdentitySessionsController,
    StatsController,
    StreamController,
    DocsController,
    FrontDoorController,
  ],
  providers: [
    InboxQueries,
    Replays,
    MessageQueries,
    Explanations,
    ManualMessages,
    Conversations,
    Contacts,
    ConsentDesk,
    Dossiers,
    ConsentReadings,
    Simulator,
    ConnectionDesk,
    LastEvents,
    ProviderSide,
    WebhookAddresses,
    IdentitySessions,
    Statistics,
    DecisionFeed,
    LiveTail,
  ],
})
export class AdminModule {}

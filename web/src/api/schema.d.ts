// Written by `npm run api-types` from /openapi.json. Do not edit.

export interface paths {
  '/health/live': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Whether the process runs. When this fails, restart it. */
    get: operations['HealthController_live'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/health/ready': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Whether the database, the queue and the migrations are in order and nothing waits too long (503 if not). */
    get: operations['HealthController_ready'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/metrics': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Prometheus metrics. They name no person. */
    get: operations['HealthController_show'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/events': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Stored webhooks, newest first. */
    get: operations['EventsController_list'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/events/{id}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** One stored webhook with its raw body. */
    get: operations['EventsController_read'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/events/{id}/replay': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Has an event that is processed, quarantined or failed handled once more.
     * @description What it caused before is not done twice: a processed event adds nothing.
     */
    post: operations['EventsController_replay'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/messages': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Messages in both directions, newest first. */
    get: operations['MessagesController_list'];
    put?: never;
    /**
     * Queues a message that a person wrote.
     * @description It leaves through the same permit as every other message: consent, service window, send rate.
     */
    post: operations['MessagesController_send'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/messages/{id}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** One message with everything that happened to it. */
    get: operations['MessagesController_read'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/messages/{id}/explain': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Why a message was answered, or was not; of one of ours, why it was sent.
     * @description The verdict is null for a message sent by hand, and while nothing is decided.
     */
    get: operations['MessagesController_explain'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/messages/{id}/resend': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Queues a message of unknown fate once more.
     * @description The customer may get it twice: the first one may have arrived. It can be done once for each message.
     */
    post: operations['MessagesController_resend'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/conversations': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Conversations, the latest first. */
    get: operations['ConversationsController_list'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/conversations/{id}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** One conversation with a page of its messages. */
    get: operations['ConversationsController_read'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/conversations/{id}/pause': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Gives the conversation to a person: until then no rule answers.
     * @description STOP, START and HELP are honoured all the same. Raises conversation.handed_over.
     */
    post: operations['ConversationsController_pause'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/conversations/{id}/resume': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Ends a pause: rules answer again. */
    post: operations['ConversationsController_resume'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/contacts': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Contacts, the newest first. */
    get: operations['ContactsController_list'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/contacts/{id}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * One contact with addresses, consent and conversations.
     * @description The id of a contact that was joined into another shows the other.
     */
    get: operations['ContactsController_read'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    /** Changes the name, the tags or the attributes; what is absent stays. */
    patch: operations['ContactsController_change'];
    trace?: never;
  };
  '/api/v1/contacts/{id}/erase': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Erases who a contact was: addresses, name, texts, webhooks and the words in the consent ledger.
     * @description It cannot be undone. The consent itself stays under a keyed hash of the address: whoever opted out stays opted out, also when they write again.
     */
    post: operations['ErasureController_erase'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/contacts/{id}/addresses': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Links an address to a contact: it is the same person.
     * @description Whoever has the address is joined into this contact, with conversations and messages; the stricter consent of the two counts from now on, for every address. STOP by one of them stops all.
     */
    post: operations['LinkingController_link'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/contacts/{id}/addresses/{address}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    post?: never;
    /**
     * Unlinks an address: it is another person, and becomes a contact of its own.
     * @description Its conversations go with it. The consent stays with both: whoever was opted out while they were one stays so. Answers the new contact.
     */
    delete: operations['LinkingController_unlink'];
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/consent/verify': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Proves the consent ledger.
     * @description Reads every entry: its hashes, its place in the chain, the consent that follows from it, and the signed checkpoints in the data directory. A million entries take about a minute.
     */
    get: operations['LedgerController_verify'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/consent/export': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * The suppression list as CSV, or the whole ledger as JSON Lines.
     * @description The ledger comes with its hashes: docs/consent-ledger.md tells how anybody can verify it.
     */
    get: operations['LedgerController_export'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/consent/import': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Takes over consent from another system.
     * @description Most restrictive wins: no opt-out is ever lifted. With one bad row nothing is imported, and the problem names its line.
     */
    post: operations['LedgerController_import'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/consent/rebuild': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Computes every contact’s consent from the ledger again, and corrects what differs. */
    post: operations['LedgerController_rebuild'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/consent/entries': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** The entries of the consent ledger with their hashes, the newest first. */
    get: operations['LedgerEntriesController_list'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/consent/standing': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** How the ledger stands: its length, its last verification and the newest signed checkpoints. */
    get: operations['LedgerEntriesController_standing'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/consent/policy': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * The written opt-out policy, as carriers ask for it.
     * @description Made from the configuration and from the keywords that this version heeds; the same every time.
     */
    get: operations['ConsentAuditController_policy'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/consent/readings': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * How customers’ messages were read, the newest first.
     * @description What `heed consent rehearse` compares another version of the detector with. Messages that machines wrote are left out.
     */
    get: operations['ConsentAuditController_readings'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/consent/holds': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** The review queue: unclear stops that nobody has settled yet, the oldest first. */
    get: operations['HoldsController_list'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/consent/retention': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * How long words are kept, and what was emptied.
     * @description Set it in the consent settings. Rows, states, times and ids stay for ever, and so does the consent ledger; only what people said is emptied.
     */
    get: operations['RetentionController_list'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/consent/settings': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Keywords, message categories and retention. */
    get: operations['ConsentSettingsController_read'];
    /**
     * Replaces the settings, in force at once.
     * @description A word that stops messages in a built-in language can never become anything else, and a category that a rule is in stays.
     */
    put: operations['ConsentSettingsController_replace'];
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/consent/settings/versions': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** The settings as they stood after each change, the newest first, at most a thousand. */
    get: operations['ConsentSettingsController_versions'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/consent/{address}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Whether anything may be sent to an address.
     * @description An address that nobody wrote from is subscribed, and isKnown says that it is on no record.
     */
    get: operations['ConsentController_status'];
    put?: never;
    /**
     * Opts an address out or in on a person’s word: of everything, or of one category of messages.
     * @description In force at once: an opt-out cancels what is queued. Answers the new status.
     */
    post: operations['ConsentController_record'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/consent/{address}/ledger': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Everything that was said and done about an address’s consent, the newest first. */
    get: operations['ConsentController_ledger'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/consent/{address}/dossier': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Everything about one contact’s consent, as evidence.
     * @description The ledger entries with their hashes, and every message to the contact with the entry that it rested on. The cursor pages through the messages.
     */
    get: operations['ConsentController_dossier'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/rules': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** All rules, in the order in which they are asked. The ETag is the rulebook’s version. */
    get: operations['RulesController_list'];
    put?: never;
    /** Makes a rule, at the end of the order. */
    post: operations['RulesController_create'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/rules/reorder': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Sets the whole order.
     * @description With `version` in the body, or If-Match, an order that somebody else set meanwhile is not lost.
     */
    post: operations['RulesController_reorder'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/rules/schema': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** The JSON Schema of a rule, for editors and tools; also docs/rule.schema.json. */
    get: operations['RulesController_schema'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/rules/{id}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** One rule. Its ETag is its revision. */
    get: operations['RulesController_read'];
    /**
     * Changes a rule: makes a new revision of it.
     * @description With `revision` in the body, or If-Match, a change that somebody else made meanwhile is not lost: 409 or 412. Without either only your own last change is replaced: 428 says so when it is somebody else’s. If-Match: * replaces whatever is there.
     */
    put: operations['RulesController_replace'];
    post?: never;
    /** Takes a rule out. Its revisions stay, because decisions refer to them. */
    delete: operations['RulesController_remove'];
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/rules/{id}/revisions': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Every revision of a rule, the newest first. */
    get: operations['RulesController_revisions'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/rules/{id}/revisions/{before}/diff/{after}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** What is different between two revisions of a rule, place by place. */
    get: operations['RulesController_difference'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/rules/{id}/tests': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Runs the examples that a rule carries, through the same `decide` as real traffic. */
    get: operations['RulesController_test'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/rules/{id}/rollback': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Goes back to an earlier revision, by making a new one that equals it. Needs no dry run. */
    post: operations['RulesController_rollback'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/rules/{id}/resume': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Lets a rule go on that was held back, because it fired far more often than its dry run foretold.
     * @description From now on its firings are counted anew. Nothing changes for a rule that is not held back.
     */
    post: operations['RulesController_resume'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/rules/export': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * The whole rulebook as a bundle: rules in their order, schedules, templates and flows.
     * @description With format=yaml as one YAML file. Applying it to the same Heed changes nothing.
     */
    get: operations['RulesAsCodeController_export'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/rules/file-schema': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** The JSON Schema of a file of rules, for editors; also docs/rules-file.schema.json. */
    get: operations['RulesAsCodeController_schema'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/rules/plan': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** What applying a bundle would do, and what it would have done with the latest real events. */
    post: operations['RulesAsCodeController_plan'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/rules/apply': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Makes the rulebook what a bundle says: everything in one transaction, or nothing.
     * @description Ask for a plan first and give its `version`. What is unchanged gets no new revision. What others did on the server since is not undone without `force`.
     */
    post: operations['RulesAsCodeController_apply'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/messages/{id}/test-case': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Makes a customer’s message a test of a rule, without personal data.
     * @description Names, addresses, phone numbers, long numbers and the queries of links become placeholders of the same shape; the test is run with them, and `holds` says whether it came out as the message did. With `add` it becomes part of the rule.
     */
    post: operations['TestCaseController_make'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/facts': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** What conditions can ask about and templates can insert, for editors of rules. */
    get: operations['FactsController_list'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/schedules/{id}/now': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Whether a schedule is open at an instant, until when, and the week from then on. */
    get: operations['SchedulesController_now'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/schedules': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** All schedules, in the order of their names. */
    get: operations['SchedulesController_list'];
    put?: never;
    /** Makes a schedule. */
    post: operations['SchedulesController_create'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/schedules/{id}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** One schedule. Its ETag is its revision. */
    get: operations['SchedulesController_read'];
    /**
     * Changes a schedule: makes a new revision of it.
     * @description With `revision` in the body, or If-Match, a change that somebody else made meanwhile is not lost: 409 or 412. Without either only your own last change is replaced: 428 says so when it is somebody else’s. If-Match: * replaces whatever is there. The name stays while rules use it.
     */
    put: operations['SchedulesController_replace'];
    post?: never;
    /**
     * Takes a schedule out.
     * @description While rules use it the answer is 409 and names them. Its revisions stay.
     */
    delete: operations['SchedulesController_remove'];
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/schedules/{id}/revisions': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Every revision of a schedule, the newest first. */
    get: operations['SchedulesController_revisions'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/schedules/{id}/rollback': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Goes back to an earlier revision, by making a new one that equals it. */
    post: operations['SchedulesController_rollback'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/templates': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** All templates, in the order of their names. */
    get: operations['TemplatesController_list'];
    put?: never;
    /** Makes a template. */
    post: operations['TemplatesController_create'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/templates/{id}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** One template. Its ETag is its revision. */
    get: operations['TemplatesController_read'];
    /**
     * Changes a template: makes a new revision of it.
     * @description With `revision` in the body, or If-Match, a change that somebody else made meanwhile is not lost: 409 or 412. Without either only your own last change is replaced: 428 says so when it is somebody else’s. If-Match: * replaces whatever is there. The name stays while rules use it.
     */
    put: operations['TemplatesController_replace'];
    post?: never;
    /**
     * Takes a template out.
     * @description While rules use it the answer is 409 and names them. Its revisions stay.
     */
    delete: operations['TemplatesController_remove'];
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/templates/{id}/revisions': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Every revision of a template, the newest first. */
    get: operations['TemplatesController_revisions'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/templates/{id}/rollback': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Goes back to an earlier revision, by making a new one that equals it. */
    post: operations['TemplatesController_rollback'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/flows/schema': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** The JSON Schema of a flow, for editors and other tools. */
    get: operations['FlowTrialController_schema'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/flows/{id}/try': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Plays a conversation with a new customer through a flow. Nothing is stored and nothing is sent.
     * @description The first turn begins the flow; then one for each text, a minute apart, through the same `decide` as real traffic.
     */
    post: operations['FlowTrialController_try'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/flows/try': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Plays a conversation through a flow that nobody has saved. Nothing is stored and nothing is sent.
     * @description What is wrong with the flow is told by its place, as when it is saved.
     */
    post: operations['FlowTrialController_tryDraft'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/flows': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** All flows, in the order of their names. */
    get: operations['FlowsController_list'];
    put?: never;
    /** Makes a flow. */
    post: operations['FlowsController_create'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/flows/{id}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** One flow. Its ETag is its revision. */
    get: operations['FlowsController_read'];
    /**
     * Changes a flow: makes a new revision of it.
     * @description With `revision` in the body, or If-Match, a change that somebody else made meanwhile is not lost: 409 or 412. Without either only your own last change is replaced: 428 says so when it is somebody else’s. If-Match: * replaces whatever is there. The name stays while rules use it.
     */
    put: operations['FlowsController_replace'];
    post?: never;
    /**
     * Takes a flow out.
     * @description While rules use it the answer is 409 and names them. Its revisions stay.
     */
    delete: operations['FlowsController_remove'];
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/flows/{id}/revisions': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Every revision of a flow, the newest first. */
    get: operations['FlowsController_revisions'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/flows/{id}/rollback': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Goes back to an earlier revision, by making a new one that equals it. */
    post: operations['FlowsController_rollback'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/flow-runs': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Flows as they go on in conversations, the latest begun first. */
    get: operations['FlowRunsController_list'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/flow-runs/{id}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** One run of a flow. */
    get: operations['FlowRunsController_read'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/flow-runs/{id}/cancel': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Ends a flow that waits: what the customer writes next is for the rules. */
    post: operations['FlowRunsController_cancel'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/rules/conflicts': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Rules that can never answer, or answer in place of others; each with a message that shows it.
     * @description Only what was proven, or what an example shows that was really decided. Silence is no proof that there is no conflict.
     */
    get: operations['RuleConflictsController_find'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/rules/dry-runs': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Dry runs, the newest first. They are kept for 400 days. */
    get: operations['DryRunController_list'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/rules/dry-run': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Tries a rule on the events of the past, against the live rules. Nothing is sent.
     * @description Begins at once and goes on by itself: ask `GET /api/v1/dry-runs/:id` how far it is. One at a time in each process; 429 while another is at work.
     */
    post: operations['DryRunController_start'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/dry-runs/{id}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * How far a dry run is, and what it found.
     * @description Examples are decided again when you ask, so they lack what was erased or emptied since the dry run.
     */
    get: operations['DryRunsController_read'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/messages/{id}/decision/replay': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Makes the decision about a message again, by the rules of its time, and compares.
     * @description Of a reply: the decision that caused it. Nothing is stored or sent. 409 when its rules or facts are no longer known.
     */
    get: operations['DecisionReplayController_replay'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/simulate': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Says what would be answered, and why. Nothing is stored and nothing is sent.
     * @description Live rules and the real facts of the customer, through the same `decide` as real traffic.
     */
    post: operations['SimulateController_simulate'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/kill-switches': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** What is switched off. An empty list: rules answer everywhere. */
    get: operations['KillSwitchesController_list'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/kill-switches/groups': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** The groups that rules are in, each of which can be switched off. */
    get: operations['KillSwitchesController_groups'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/kill-switches/{scope}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    /**
     * Switches the replies of rules off, at once, and suppresses what is queued.
     * @description Confirmations of STOP, START and HELP still go, and so do messages that people send by hand. A call to a provider that had its permit before is on its way.
     */
    put: operations['KillSwitchesController_switchOff'];
    post?: never;
    /** Switches on again. What was suppressed stays so; new messages are answered. */
    delete: operations['KillSwitchesController_switchOn'];
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/reply-settings': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** How much automatic replies may do, and when they stay away. */
    get: operations['ReplySettingsController_read'];
    /** Changes the settings, all together; in force with the next message. */
    put: operations['ReplySettingsController_replace'];
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/connections': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** The configured accounts at providers. Secrets are never shown. */
    get: operations['ConnectionsController_list'];
    put?: never;
    /** Makes a connection. */
    post: operations['ConnectionsController_create'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/connections/{id}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** One connection. */
    get: operations['ConnectionsController_read'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    /**
     * Changes a connection; what is absent stays.
     * @description A change releases an account that was held back. Of a connection that the environment or the demo made, only the settings can be changed, but for businessId and senderId.
     */
    patch: operations['ConnectionsController_change'];
    trace?: never;
  };
  '/api/v1/connections/{id}/test': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Checks what can be checked without sending a message.
     * @description Says honestly what it could not check: not every provider has a call that proves a key.
     */
    post: operations['ConnectionsController_test'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/connections/{id}/register-webhooks': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Has the provider call this Heed for every topic (Connectly). */
    post: operations['ConnectionsController_register'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/connections/{id}/webhooks': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** What is registered at the provider (Connectly). */
    get: operations['ConnectionsController_webhooks'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/connections/{id}/webhooks/{webhookId}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    /** Changes the address of one registration. */
    put: operations['ConnectionsController_changeWebhook'];
    post?: never;
    /** Removes one registration: the provider no longer calls for its topic. */
    delete: operations['ConnectionsController_removeWebhook'];
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/identity-sessions/{id}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Whose identity check a session is, and how far it has come. */
    get: operations['IdentitySessionsController_read'];
    /**
     * Says whose identity check a session of the provider is.
     * @description The provider’s events name the session only. Without a link they are stored and answered to nobody.
     */
    put: operations['IdentitySessionsController_link'];
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/stats': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Numbers for a dashboard. */
    get: operations['StatsController_read'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/stats/series': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** The same over time, for charts. */
    get: operations['StatsController_series'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/queues': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * What waits, and for how long.
     * @description Counted from the tables, which are the truth; jobs of the queue are wake-ups only.
     */
    get: operations['QueuesController_read'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/stream': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * The live tail: one server-sent event for each decision.
     * @description event: decision, data: {id, decidedAt, event, verdict, sentence, message}. A comment every 15 s keeps the connection open; after 15 minutes it ends, and an EventSource opens another.
     */
    get: operations['StreamController_listen'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/sandbox': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Whether a sandbox plays the providers here, and how its customers can write. */
    get: operations['SandboxController_read'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/sandbox/messages': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * What a sandbox customer’s handset shows.
     * @description Ours are those that the sandbox accepted as the provider: the proof that they left.
     */
    get: operations['SandboxController_handset'];
    put?: never;
    /**
     * A sandbox customer writes.
     * @description The sandbox signs the message as the provider does and posts it to this Heed’s own webhook route, over HTTP. Only where a sandbox runs.
     */
    post: operations['SandboxController_say'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/webhook-calls': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Calls of other systems that rules asked for, the newest first. */
    get: operations['WebhookCallsController_list'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/webhook-calls/{id}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** One call. */
    get: operations['WebhookCallsController_read'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/webhook-calls/{id}/retry': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Makes a failed call again, under the same id. */
    post: operations['WebhookCallsController_retry'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/webhook-secrets': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** The secrets that outbound webhooks are signed with, without their values. */
    get: operations['WebhookSecretsController_list'];
    put?: never;
    /**
     * Makes the next secret, and shows it this once.
     * @description For a day the one before it signs too, so that receivers can change over without a gap.
     */
    post: operations['WebhookSecretsController_rotate'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/webhook-secrets/{id}/reveal': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Shows a secret that was made when a rule first needed it, once. */
    post: operations['WebhookSecretsController_reveal'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/model-calls': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Questions to the language model that rules asked for, the newest first.
     * @description `state=draft` are the answers that wait for a person.
     */
    get: operations['ModelCallsController_list'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/model-calls/{id}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** One question, with what was asked and what the model said. */
    get: operations['ModelCallsController_read'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/model-calls/{id}/send': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Sends a draft, as it is or as the person has changed it.
     * @description It is that person’s message, as one sent by POST /api/v1/messages: it leaves through the same permit, and the rules stay away afterwards.
     */
    post: operations['ModelCallsController_send'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/model-calls/{id}/discard': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Puts a draft aside: it is not sent. */
    post: operations['ModelCallsController_discard'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/session': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Who you are, and what role you have. */
    get: operations['SessionController_read'];
    put?: never;
    /**
     * Signs in: the answer sets the session’s cookie.
     * @description One answer for a wrong password and for an account that does not exist. After five wrong passwords the account has to wait, longer each time; an administrator can unlock it.
     */
    post: operations['SessionController_enter'];
    /** Signs out. */
    delete: operations['SessionController_leave'];
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/session/password': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Changes your password. You are signed out everywhere else. */
    post: operations['SessionController_changePassword'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/sessions': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** The browsers in which you are signed in, the latest used first. */
    get: operations['OwnSessionsController_list'];
    put?: never;
    post?: never;
    /** Signs you out everywhere, here too. */
    delete: operations['OwnSessionsController_endAll'];
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/sessions/{id}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    post?: never;
    /** Ends one of your sessions. */
    delete: operations['OwnSessionsController_end'];
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/welcome/read': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** What a one-time link is for. It stays good. */
    post: operations['WelcomeController_read'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/welcome': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Sets the password that a one-time link is for, and signs in.
     * @description The link is used up by it. An unfit password leaves it as it is.
     */
    post: operations['WelcomeController_accept'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/users': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Who may sign in, and who might once, the newest first. */
    get: operations['UsersController_list'];
    put?: never;
    /** Invites somebody: answers the link with which they set their password. */
    post: operations['UsersController_invite'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/users/{id}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** One user. */
    get: operations['UsersController_read'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    /**
     * Gives a user another role, or lets them in no more, or again.
     * @description The user is signed out everywhere. The last administrator who can sign in stays one.
     */
    patch: operations['UsersController_change'];
    trace?: never;
  };
  '/api/v1/users/{id}/link': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * A new link with which the user sets a password: an invitation again, or a reset.
     * @description An earlier link is void from then on. The present password is good until the link is used.
     */
    post: operations['UsersController_link'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/users/{id}/unlock': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Forgets the wrong passwords: the user may try again at once. */
    post: operations['UsersController_unlock'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/tokens': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** The API tokens that are not revoked, the newest first. None is shown itself. */
    get: operations['TokensController_list'];
    put?: never;
    /** Makes a token for a program. The answer shows it, this once. */
    post: operations['TokensController_create'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/tokens/{id}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    post?: never;
    /** Revokes a token: it is refused from now on. */
    delete: operations['TokensController_revoke'];
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/audit': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Who changed what, the newest first. Entries are never changed and never deleted. */
    get: operations['AuditController_list'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
}
export type webhooks = Record<string, never>;
export interface components {
  schemas: {
    FieldProblemView: {
      /** @description Where: a JSON pointer into the body, or the name of a query parameter after a slash. */
      pointer: string;
      /** @description What is wrong, and what to write instead. */
      detail: string;
    };
    ProblemView: {
      /** @description Always about:blank: the status says what kind of problem it is. */
      type: string;
      /** @description The status in words. */
      title: string;
      /** @description The HTTP status. */
      status: number;
      /** @description One sentence for people. */
      detail: string;
      /** @description The id under which the log has a failure of ours. */
      instance?: string;
      errors?: components['schemas']['FieldProblemView'][];
    };
    EventView: {
      /**
       * Format: uuid
       * @description Its id; the webhook’s answer gave it as x-heed-event-id.
       */
      id: string;
      /** @description The provider that sent it. */
      provider: string;
      /**
       * Format: uuid
       * @description The connection it came in by.
       */
      connectionId: string;
      /** @description The provider’s name of its type. */
      type: string;
      /** @enum {string} */
      state: 'received' | 'dispatched' | 'processed' | 'quarantined' | 'failed';
      /** @description Why it is quarantined, failed or ignored. */
      reason: string | null;
      /** @description Whether its signed time was outside the provider’s tolerance. */
      isStale: boolean;
      /** @description Failed tries since it was received or replayed. */
      attempts: number;
      /** @description How often somebody had it handled again. */
      replays: number;
      /** @description How often the provider sent it again. It was handled once. */
      duplicates: number;
      /**
       * Format: date-time
       * @description When it came again last.
       */
      lastDuplicateAt: string | null;
      /**
       * Format: uuid
       * @description The message that it brought, or whose delivery status it told.
       */
      messageId: string | null;
      /**
       * @description How it ended; null while nothing is decided.
       * @enum {string|null}
       */
      verdict:
        | 'replied'
        | 'no_rule_matched'
        | 'opt_out_recorded'
        | 'opt_in_recorded'
        | 'help_sent'
        | 'held'
        | 'suppressed'
        | 'cooldown'
        | 'paused'
        | 'quiet_hours'
        | 'loop_suspected'
        | 'budget_exhausted'
        | 'quarantined'
        | 'echo_ignored'
        | 'render_failed'
        | 'no_action'
        | null;
      /**
       * Format: date-time
       * @description When it happened, by the provider’s clock.
       */
      occurredAt: string | null;
      /**
       * Format: date-time
       * @description When it was stored.
       */
      receivedAt: string;
      /**
       * Format: date-time
       * @description When it was done with.
       */
      processedAt: string | null;
      /**
       * Format: date-time
       * @description When retention emptied its body and headers.
       */
      purgedAt: string | null;
      /** @description Why retention emptied it. */
      purgeReason: string | null;
    };
    EventPage: {
      items: components['schemas']['EventView'][];
      /** @description Give it as `cursor` to go on; null at the end. A page may hold fewer items than `limit`. */
      nextCursor: string | null;
    };
    EventDetailView: {
      /**
       * Format: uuid
       * @description Its id; the webhook’s answer gave it as x-heed-event-id.
       */
      id: string;
      /** @description The provider that sent it. */
      provider: string;
      /**
       * Format: uuid
       * @description The connection it came in by.
       */
      connectionId: string;
      /** @description The provider’s name of its type. */
      type: string;
      /** @enum {string} */
      state: 'received' | 'dispatched' | 'processed' | 'quarantined' | 'failed';
      /** @description Why it is quarantined, failed or ignored. */
      reason: string | null;
      /** @description Whether its signed time was outside the provider’s tolerance. */
      isStale: boolean;
      /** @description Failed tries since it was received or replayed. */
      attempts: number;
      /** @description How often somebody had it handled again. */
      replays: number;
      /** @description How often the provider sent it again. It was handled once. */
      duplicates: number;
      /**
       * Format: date-time
       * @description When it came again last.
       */
      lastDuplicateAt: string | null;
      /**
       * Format: uuid
       * @description The message that it brought, or whose delivery status it told.
       */
      messageId: string | null;
      /**
       * @description How it ended; null while nothing is decided.
       * @enum {string|null}
       */
      verdict:
        | 'replied'
        | 'no_rule_matched'
        | 'opt_out_recorded'
        | 'opt_in_recorded'
        | 'help_sent'
        | 'held'
        | 'suppressed'
        | 'cooldown'
        | 'paused'
        | 'quiet_hours'
        | 'loop_suspected'
        | 'budget_exhausted'
        | 'quarantined'
        | 'echo_ignored'
        | 'render_failed'
        | 'no_action'
        | null;
      /**
       * Format: date-time
       * @description When it happened, by the provider’s clock.
       */
      occurredAt: string | null;
      /**
       * Format: date-time
       * @description When it was stored.
       */
      receivedAt: string;
      /**
       * Format: date-time
       * @description When it was done with.
       */
      processedAt: string | null;
      /**
       * Format: date-time
       * @description When retention emptied its body and headers.
       */
      purgedAt: string | null;
      /** @description Why retention emptied it. */
      purgeReason: string | null;
      /** @description When it came again, the newest first: the latest twenty times. */
      duplicatesAt: string[];
      /** @description The body, byte for byte as it was signed. */
      rawBody: string;
      /**
       * @description base64 when the bytes are no UTF-8 text.
       * @enum {string}
       */
      rawBodyEncoding: 'utf-8' | 'base64';
      /** @description The headers that were kept. */
      headers: {
        [key: string]: string;
      };
    };
    ReplayView: {
      /**
       * Format: uuid
       * @description The event.
       */
      id: string;
      /** @enum {string} */
      state: 'received' | 'dispatched' | 'processed' | 'quarantined' | 'failed';
    };
    AttachmentView: {
      /** @description Where the provider keeps the file. It is never fetched. */
      url: string;
      mimeType?: string;
      filename?: string;
    };
    MessageTemplateView: {
      /**
       * @description Its name at the provider.
       * @example order_update
       */
      name: string;
      /**
       * @description As the provider writes it: en, en_US.
       * @example en
       */
      language: string;
      /**
       * @description Texts by the names that the provider gives the places. Write {} for a template without any.
       * @example {
       *       "body_1": "A-17"
       *     }
       */
      parameters: {
        [key: string]: string;
      };
    };
    MessageView: {
      /**
       * Format: uuid
       * @description Its id.
       */
      id: string;
      /** @enum {string} */
      direction: 'inbound' | 'outbound';
      /** @enum {string} */
      kind: 'inbound' | 'reply' | 'confirmation' | 'help' | 'manual' | 'resend';
      /**
       * @description Inbound messages are `received`.
       * @enum {string}
       */
      status:
        | 'received'
        | 'queued'
        | 'sending'
        | 'sent'
        | 'delivered'
        | 'read'
        | 'undelivered'
        | 'failed'
        | 'unknown'
        | 'suppressed'
        | 'expired'
        | 'cancelled';
      /** @description Why it is where it is: the refusal, the guard, what is not known. */
      reason: string | null;
      /**
       * @description How an inbound message was decided.
       * @enum {string|null}
       */
      verdict:
        | 'replied'
        | 'no_rule_matched'
        | 'opt_out_recorded'
        | 'opt_in_recorded'
        | 'help_sent'
        | 'held'
        | 'suppressed'
        | 'cooldown'
        | 'paused'
        | 'quiet_hours'
        | 'loop_suspected'
        | 'budget_exhausted'
        | 'quarantined'
        | 'echo_ignored'
        | 'render_failed'
        | 'no_action'
        | null;
      /** @description Inbound: what kept the answer that was decided from the customer, as a clause; null when it left or still may. */
      withheld: string | null;
      /** @description The provider. */
      provider: string;
      /**
       * Format: uuid
       * @description The connection.
       */
      connectionId: string;
      /** @enum {string} */
      channel: 'sms' | 'mms' | 'imessage' | 'whatsapp' | 'email';
      /**
       * Format: uuid
       * @description Who wrote, or is written to.
       */
      contactId: string;
      /**
       * Format: uuid
       * @description The thread.
       */
      conversationId: string;
      /** @description The customer’s address, as the provider spells it. */
      theirAddress: string;
      /** @description Our number, address or page. */
      ourAddress: string | null;
      /** @description The text; empty when only files came. */
      text: string;
      /** @description E-mail: the subject. */
      subject: string | null;
      attachments: components['schemas']['AttachmentView'][];
      /** @description What only some messages have: location, buttonId, replyToId, referral, isAutomatic. */
      details: {
        [key: string]: unknown;
      };
      /** @description Outbound: goes out instead of the text while the channel’s service window is closed. */
      template: components['schemas']['MessageTemplateView'] | null;
      /**
       * @description Outbound: as what it was let go; null while it waits.
       * @enum {string|null}
       */
      sentAs: 'text' | 'template' | null;
      /** @description SMS: GSM-7 or UCS-2. */
      encoding: string | null;
      /** @description SMS: how many parts it takes. */
      segments: number | null;
      /** @description Send calls made so far. */
      attempt: number;
      /**
       * Format: date-time
       * @description Queued: not before this.
       */
      nextAttemptAt: string | null;
      /**
       * Format: date-time
       * @description Queued: not after this.
       */
      expiresAt: string | null;
      /** @description The provider’s id of it. */
      providerMessageId: string | null;
      /**
       * Format: uuid
       * @description Inbound: the event that brought it.
       */
      eventId: string | null;
      /**
       * Format: uuid
       * @description Outbound: the message it answers.
       */
      inReplyToId: string | null;
      /**
       * Format: uuid
       * @description Outbound: the message of unknown fate that it repeats.
       */
      resendOfId: string | null;
      /**
       * Format: uuid
       * @description Outbound: the revision of the rule that wrote it.
       */
      ruleRevisionId: string | null;
      /**
       * Format: uuid
       * @description Outbound: that rule.
       */
      ruleId: string | null;
      /** @description Outbound: what that rule was called then. */
      ruleName: string | null;
      /** @description Outbound, by hand: who sent it. */
      actor: string | null;
      /**
       * Format: date-time
       * @description When retention emptied the text, the files and the details.
       */
      purgedAt: string | null;
      /** @description Why retention emptied it. */
      purgeReason: string | null;
      /**
       * Format: date-time
       * @description Inbound: when it was sent, by the provider’s clock. Outbound: when its cause reached us.
       */
      occurredAt: string;
      /**
       * Format: date-time
       * @description When it was stored.
       */
      createdAt: string;
      /**
       * Format: date-time
       * @description When it last changed.
       */
      updatedAt: string;
    };
    MessagePage: {
      items: components['schemas']['MessageView'][];
      /** @description Give it as `cursor` to go on; null at the end. A page may hold fewer items than `limit`. */
      nextCursor: string | null;
    };
    StatusChangeView: {
      /** @description The status before; null at the beginning. */
      from: string | null;
      /** @description The status after. */
      to: string;
      /** @description What caused it. */
      cause: string;
      /**
       * Format: date-time
       * @description When.
       */
      at: string;
    };
    SendAttemptView: {
      /** @description Counted from 1. */
      number: number;
      /**
       * Format: date-time
       * @description When the call began.
       */
      startedAt: string;
      /**
       * Format: date-time
       * @description When it ended; null while it runs, or when the process died in it.
       */
      finishedAt: string | null;
      /** @description `accepted`, or the kind of failure. */
      outcome: string | null;
      /** @description The provider’s HTTP status. */
      httpStatus: number | null;
      /** @description The provider’s error code. */
      code: string | null;
      /** @description The provider’s words, or ours. */
      detail: string | null;
    };
    DeliveryReportView: {
      /**
       * Format: uuid
       * @description The event that brought it.
       */
      eventId: string;
      /** @description What the provider reported. */
      status: string;
      /** @description The number that the provider really used, where it says so. */
      usedNumber: string | null;
      /** @description The provider’s error code. */
      errorCode: string | null;
      /** @description The provider’s error. */
      errorText: string | null;
      /**
       * Format: date-time
       * @description When, by the provider’s clock.
       */
      occurredAt: string;
      /**
       * Format: date-time
       * @description When it reached us.
       */
      receivedAt: string;
    };
    MessageDetailView: {
      /**
       * Format: uuid
       * @description Its id.
       */
      id: string;
      /** @enum {string} */
      direction: 'inbound' | 'outbound';
      /** @enum {string} */
      kind: 'inbound' | 'reply' | 'confirmation' | 'help' | 'manual' | 'resend';
      /**
       * @description Inbound messages are `received`.
       * @enum {string}
       */
      status:
        | 'received'
        | 'queued'
        | 'sending'
        | 'sent'
        | 'delivered'
        | 'read'
        | 'undelivered'
        | 'failed'
        | 'unknown'
        | 'suppressed'
        | 'expired'
        | 'cancelled';
      /** @description Why it is where it is: the refusal, the guard, what is not known. */
      reason: string | null;
      /**
       * @description How an inbound message was decided.
       * @enum {string|null}
       */
      verdict:
        | 'replied'
        | 'no_rule_matched'
        | 'opt_out_recorded'
        | 'opt_in_recorded'
        | 'help_sent'
        | 'held'
        | 'suppressed'
        | 'cooldown'
        | 'paused'
        | 'quiet_hours'
        | 'loop_suspected'
        | 'budget_exhausted'
        | 'quarantined'
        | 'echo_ignored'
        | 'render_failed'
        | 'no_action'
        | null;
      /** @description Inbound: what kept the answer that was decided from the customer, as a clause; null when it left or still may. */
      withheld: string | null;
      /** @description The provider. */
      provider: string;
      /**
       * Format: uuid
       * @description The connection.
       */
      connectionId: string;
      /** @enum {string} */
      channel: 'sms' | 'mms' | 'imessage' | 'whatsapp' | 'email';
      /**
       * Format: uuid
       * @description Who wrote, or is written to.
       */
      contactId: string;
      /**
       * Format: uuid
       * @description The thread.
       */
      conversationId: string;
      /** @description The customer’s address, as the provider spells it. */
      theirAddress: string;
      /** @description Our number, address or page. */
      ourAddress: string | null;
      /** @description The text; empty when only files came. */
      text: string;
      /** @description E-mail: the subject. */
      subject: string | null;
      attachments: components['schemas']['AttachmentView'][];
      /** @description What only some messages have: location, buttonId, replyToId, referral, isAutomatic. */
      details: {
        [key: string]: unknown;
      };
      /** @description Outbound: goes out instead of the text while the channel’s service window is closed. */
      template: components['schemas']['MessageTemplateView'] | null;
      /**
       * @description Outbound: as what it was let go; null while it waits.
       * @enum {string|null}
       */
      sentAs: 'text' | 'template' | null;
      /** @description SMS: GSM-7 or UCS-2. */
      encoding: string | null;
      /** @description SMS: how many parts it takes. */
      segments: number | null;
      /** @description Send calls made so far. */
      attempt: number;
      /**
       * Format: date-time
       * @description Queued: not before this.
       */
      nextAttemptAt: string | null;
      /**
       * Format: date-time
       * @description Queued: not after this.
       */
      expiresAt: string | null;
      /** @description The provider’s id of it. */
      providerMessageId: string | null;
      /**
       * Format: uuid
       * @description Inbound: the event that brought it.
       */
      eventId: string | null;
      /**
       * Format: uuid
       * @description Outbound: the message it answers.
       */
      inReplyToId: string | null;
      /**
       * Format: uuid
       * @description Outbound: the message of unknown fate that it repeats.
       */
      resendOfId: string | null;
      /**
       * Format: uuid
       * @description Outbound: the revision of the rule that wrote it.
       */
      ruleRevisionId: string | null;
      /**
       * Format: uuid
       * @description Outbound: that rule.
       */
      ruleId: string | null;
      /** @description Outbound: what that rule was called then. */
      ruleName: string | null;
      /** @description Outbound, by hand: who sent it. */
      actor: string | null;
      /**
       * Format: date-time
       * @description When retention emptied the text, the files and the details.
       */
      purgedAt: string | null;
      /** @description Why retention emptied it. */
      purgeReason: string | null;
      /**
       * Format: date-time
       * @description Inbound: when it was sent, by the provider’s clock. Outbound: when its cause reached us.
       */
      occurredAt: string;
      /**
       * Format: date-time
       * @description When it was stored.
       */
      createdAt: string;
      /**
       * Format: date-time
       * @description When it last changed.
       */
      updatedAt: string;
      statusHistory: components['schemas']['StatusChangeView'][];
      attempts: components['schemas']['SendAttemptView'][];
      deliveryReports: components['schemas']['DeliveryReportView'][];
    };
    SentReplyView: {
      /** @description The text. */
      text: string;
      /** @enum {string} */
      channel: 'sms' | 'mms' | 'imessage' | 'whatsapp' | 'email';
      /**
       * @description As an SMS: one character outside GSM-7 makes the whole text UCS-2.
       * @enum {string}
       */
      encoding: 'GSM-7' | 'UCS-2';
      /** @description As an SMS: how many parts it takes. */
      segments: number;
      /** @description In a simulation: which characters make an SMS cost more, and what to write instead. */
      costHint?: string;
      /**
       * Format: uuid
       * @description The message that carries it.
       */
      messageId: string;
      /** @description Where it is now. */
      status: string;
    };
    TraceNodeView: {
      /** @description What was asked. */
      label: string;
      /** @enum {string} */
      outcome: 'passed' | 'matched' | 'not_matched' | 'skipped' | 'stopped';
      /** @description The answer in one sentence. */
      detail?: string;
      /** @description What was found. */
      actual?: unknown;
      /** @description What was wanted. */
      expected?: unknown;
      /** Format: uuid */
      ruleId?: string;
      children?: components['schemas']['TraceNodeView'][];
    };
    ModelCallView: {
      /**
       * Format: uuid
       * @description Its id.
       */
      id: string;
      /**
       * @description draft: a person sends it or not. answered: the model’s answer was sent. fallen_back: the rule’s own text was. refused and failed: nothing was.
       * @enum {string}
       */
      state: 'queued' | 'calling' | 'draft' | 'answered' | 'fallen_back' | 'refused' | 'failed' | 'discarded';
      /** @enum {string} */
      mode: 'draft' | 'live';
      /** @description The rule that asked, by its name then. */
      ruleName: string;
      /**
       * Format: uuid
       * @description The revision of the rule that asked.
       */
      ruleRevisionId: string;
      /**
       * Format: uuid
       * @description The event that the rule was about.
       */
      domainEventId: string;
      /**
       * Format: uuid
       * @description Who is answered.
       */
      contactId: string;
      /**
       * Format: uuid
       * @description Where.
       */
      conversationId: string;
      /**
       * Format: uuid
       * @description The customer’s message.
       */
      inboundMessageId: string;
      /** @description What the customer wrote; null when the message is not on record any more. */
      question: string | null;
      /** @description The customer’s number or address. */
      theirAddress: string | null;
      /**
       * @description By which the answer goes.
       * @enum {string|null}
       */
      channel: 'sms' | 'mms' | 'imessage' | 'whatsapp' | 'email' | null;
      /** @description SHA-256 of the prompt, in hex. */
      promptHash: string;
      /** @description The model that answered, as it calls itself. */
      model: string | null;
      /** @description The allowed topic that the model chose. */
      topic: string | null;
      /** @description The text that was sent, or that a person may send. */
      answer: string | null;
      /** @description Why it is not the model’s answer that was sent. */
      reason: string | null;
      /** @description Tokens of the question, as the model told. */
      promptTokens: number | null;
      /** @description Tokens of the answer. */
      answerTokens: number | null;
      /** @description How long the model took, in milliseconds. */
      latencyMs: number | null;
      /**
       * Format: uuid
       * @description The message that carries the answer.
       */
      messageId: string | null;
      /** @description Who sent or discarded the draft. */
      actor: string | null;
      /**
       * Format: date-time
       * @description When the rule asked.
       */
      createdAt: string;
      /**
       * Format: date-time
       * @description When it came to its end; null while it waits, for the model or for a person.
       */
      finishedAt: string | null;
    };
    TimelineStepView: {
      /**
       * Format: date-time
       * @description When.
       */
      at: string;
      /** @description What happened, in a word or two. */
      what: string;
      /** @description The same in a sentence. */
      detail: string;
    };
    ExplanationView: {
      /**
       * @description Null for a message that was sent by hand, and while nothing is decided.
       * @enum {string|null}
       */
      verdict:
        | 'replied'
        | 'no_rule_matched'
        | 'opt_out_recorded'
        | 'opt_in_recorded'
        | 'help_sent'
        | 'held'
        | 'suppressed'
        | 'cooldown'
        | 'paused'
        | 'quiet_hours'
        | 'loop_suspected'
        | 'budget_exhausted'
        | 'quarantined'
        | 'echo_ignored'
        | 'render_failed'
        | 'no_action'
        | null;
      /** @description Why it was answered, or was not, in one plain sentence. */
      sentence: string;
      replies: components['schemas']['SentReplyView'][];
      /** @description Every question that was asked, in order of precedence. */
      stages: components['schemas']['TraceNodeView'][];
      /**
       * Format: date-time
       * @description When it was decided.
       */
      decidedAt: string | null;
      message: components['schemas']['MessageView'];
      /** @description What a language model was asked about it, and answered; null when none was asked. */
      modelCall: components['schemas']['ModelCallView'] | null;
      timeline: components['schemas']['TimelineStepView'][];
    };
    NewMessage: {
      /**
       * @description The customer’s number, e-mail address or id at the provider.
       * @example +2207654321
       */
      to: string;
      /** @enum {string} */
      channel: 'sms' | 'mms' | 'imessage' | 'whatsapp' | 'email';
      /** @description May be left out where there is a template: then that goes out, whatever the time. */
      text?: string;
      /** @description Goes out instead of the text while the channel’s service window is closed (WhatsApp). */
      template?: components['schemas']['MessageTemplateView'];
      /** @description E-mail: the subject. */
      subject?: string;
      /** @description The id of a connection, or `provider/name`. Absent: that of the customer’s latest conversation on the channel, or the only one there is. */
      connection?: string;
      /** @description Our number, address or page. Absent: the one that the conversation goes by. */
      from?: string;
    };
    LatestMessageView: {
      /**
       * Format: uuid
       * @description Its id.
       */
      id: string;
      /** @enum {string} */
      direction: 'inbound' | 'outbound';
      /** @description Where it is. */
      status: string;
      /** @description Its text. */
      text: string;
      /**
       * Format: date-time
       * @description When it was stored.
       */
      createdAt: string;
    };
    ConversationView: {
      /**
       * Format: uuid
       * @description Its id.
       */
      id: string;
      /**
       * Format: uuid
       * @description With whom.
       */
      contactId: string;
      /** @description The contact’s name, where one is known. */
      contactName: string | null;
      /** @enum {string} */
      consent: 'subscribed' | 'opted_out' | 'held';
      /**
       * Format: uuid
       * @description Through which account.
       */
      connectionId: string;
      /** @description Of which provider. */
      provider: string;
      /** @enum {string} */
      channel: 'sms' | 'mms' | 'imessage' | 'whatsapp' | 'email';
      /** @description The customer’s address. */
      theirAddress: string;
      /** @description Our side. */
      ourAddress: string | null;
      /**
       * Format: date-time
       * @description When the customer last wrote.
       */
      lastInboundAt: string | null;
      /**
       * Format: date-time
       * @description Until when the channel lets free text through, and templates only after that; null where it always does, and while the customer has not written.
       */
      windowClosesAt: string | null;
      /**
       * Format: date-time
       * @description When anybody last wrote; the list’s order.
       */
      lastMessageAt: string;
      /**
       * Format: date-time
       * @description Until then no rule answers.
       */
      pausedUntil: string | null;
      /** @description Why it is paused. */
      pauseReason: string | null;
      /**
       * Format: date-time
       * @description When it began.
       */
      createdAt: string;
      latestMessage: components['schemas']['LatestMessageView'] | null;
    };
    ConversationPage: {
      items: components['schemas']['ConversationView'][];
      /** @description Give it as `cursor` to go on; null at the end. A page may hold fewer items than `limit`. */
      nextCursor: string | null;
    };
    ThreadView: {
      /**
       * Format: uuid
       * @description Its id.
       */
      id: string;
      /**
       * Format: uuid
       * @description With whom.
       */
      contactId: string;
      /** @description The contact’s name, where one is known. */
      contactName: string | null;
      /** @enum {string} */
      consent: 'subscribed' | 'opted_out' | 'held';
      /**
       * Format: uuid
       * @description Through which account.
       */
      connectionId: string;
      /** @description Of which provider. */
      provider: string;
      /** @enum {string} */
      channel: 'sms' | 'mms' | 'imessage' | 'whatsapp' | 'email';
      /** @description The customer’s address. */
      theirAddress: string;
      /** @description Our side. */
      ourAddress: string | null;
      /**
       * Format: date-time
       * @description When the customer last wrote.
       */
      lastInboundAt: string | null;
      /**
       * Format: date-time
       * @description Until when the channel lets free text through, and templates only after that; null where it always does, and while the customer has not written.
       */
      windowClosesAt: string | null;
      /**
       * Format: date-time
       * @description When anybody last wrote; the list’s order.
       */
      lastMessageAt: string;
      /**
       * Format: date-time
       * @description Until then no rule answers.
       */
      pausedUntil: string | null;
      /** @description Why it is paused. */
      pauseReason: string | null;
      /**
       * Format: date-time
       * @description When it began.
       */
      createdAt: string;
      latestMessage: components['schemas']['LatestMessageView'] | null;
      /** @description Newest first; `limit` and `cursor` page through them. */
      messages: components['schemas']['MessagePage'];
    };
    Pause: {
      minutes?: number;
      /**
       * Format: date-time
       * @description Instead of minutes.
       */
      until?: string;
      /** @example Taken over by the front desk */
      reason: string;
    };
    ContactAddressView: {
      /** @enum {string} */
      kind: 'phone' | 'email' | 'opaque' | 'erased';
      /** @description As it was last written. */
      value: string;
      /**
       * Format: date-time
       * @description Since when it is known.
       */
      createdAt: string;
    };
    ContactView: {
      /**
       * Format: uuid
       * @description Its id.
       */
      id: string;
      /** @description The name, where one is known. */
      name: string | null;
      tags: string[];
      /** @description Whatever rules should know: texts, numbers and flags by name. */
      attributes: {
        [key: string]: unknown;
      };
      addresses: components['schemas']['ContactAddressView'][];
      /** @enum {string} */
      consent: 'subscribed' | 'opted_out' | 'held';
      /**
       * Format: date-time
       * @description When they first came up.
       */
      createdAt: string;
      /**
       * Format: date-time
       * @description When this last changed.
       */
      updatedAt: string;
    };
    ContactPage: {
      items: components['schemas']['ContactView'][];
      /** @description Give it as `cursor` to go on; null at the end. A page may hold fewer items than `limit`. */
      nextCursor: string | null;
    };
    JoinedContactView: {
      /**
       * Format: uuid
       * @description The id that it had. Its ledger entries keep it, and it still leads to this contact.
       */
      id: string;
      /** @description Who joined them. */
      actor: string;
      /** @description Why; null after an erasure. */
      reason: string | null;
      /**
       * Format: date-time
       * @description When.
       */
      joinedAt: string;
    };
    ContactDetailView: {
      /**
       * Format: uuid
       * @description Its id.
       */
      id: string;
      /** @description The name, where one is known. */
      name: string | null;
      tags: string[];
      /** @description Whatever rules should know: texts, numbers and flags by name. */
      attributes: {
        [key: string]: unknown;
      };
      addresses: components['schemas']['ContactAddressView'][];
      /** @enum {string} */
      consent: 'subscribed' | 'opted_out' | 'held';
      /**
       * Format: date-time
       * @description When they first came up.
       */
      createdAt: string;
      /**
       * Format: date-time
       * @description When this last changed.
       */
      updatedAt: string;
      /** @description Contacts that were joined into this one. */
      joined: components['schemas']['JoinedContactView'][];
      /** @description The latest ones; GET /conversations lists all. */
      conversations: components['schemas']['ConversationView'][];
    };
    ContactChange: {
      /** @description Null takes it away. */
      name?: string | null;
      /** @description All the tags it shall have. */
      tags?: string[];
      /** @description All the attributes it shall have. */
      attributes?: {
        [key: string]: unknown;
      };
    };
    ErasureRequest: {
      /**
       * @description Kept in the ledger for good: do not name the person in it.
       * @example They asked for it by e-mail.
       */
      reason: string;
    };
    ErasureView: {
      /** @description Ledger entries whose payload is gone; the chain still holds them. */
      ledgerEntries: number;
      /** @description Messages whose text and address are gone. */
      messages: number;
      /** @description Webhooks whose body is gone. */
      webhooks: number;
    };
    LinkRequest: {
      /**
       * @description A number, an e-mail address or an id. Whoever has it is joined into this contact.
       * @example ada@acme.example
       */
      address: string;
      /**
       * @description How you know that it is the same person. Kept in the ledger for good.
       * @example Gave us both in the shop.
       */
      reason: string;
    };
    HeadView: {
      /** @description The position of the newest entry. */
      position: number;
      /** @description Its hash, in hex. */
      hash: string;
    };
    FindingView: {
      /** @enum {string} */
      kind:
        | 'missing'
        | 'misplaced'
        | 'broken_link'
        | 'envelope'
        | 'payload'
        | 'unrecorded_erasure'
        | 'head'
        | 'projection'
        | 'checkpoint';
      /** @description The position in the chain. */
      position: number | null;
      /**
       * Format: uuid
       * @description The entry, or the contact for `projection`.
       */
      id: string | null;
      /** @description What is wrong. */
      detail: string;
    };
    LedgerReportView: {
      /** @description Whether nothing was found. */
      isIntact: boolean;
      /** @description Entries that were read. */
      entries: number;
      /** @description Entries whose payload was erased. */
      erasedEntries: number;
      /** @description Contacts whose consent was computed again. */
      contacts: number;
      /** @description Signed checkpoints that were compared. */
      checkpoints: number;
      head: components['schemas']['HeadView'] | null;
      /** @description How much is wrong. */
      findingCount: number;
      /** @description The first hundred. */
      findings: components['schemas']['FindingView'][];
    };
    ConsentList: {
      /** @enum {string} */
      format: 'csv' | 'jsonl';
      /**
       * @description Columns address, state (opted_out, held or subscribed), scope (all or a category), at and reason; at most 20,000 rows.
       * @example address,state,at,reason
       *     +2207654321,opted_out,2026-04-10T12:00:00Z,STOP
       */
      content: string;
      /**
       * @description Tells what would be done.
       * @default false
       */
      dryRun: boolean;
      /**
       * @description Where the list comes from.
       * @example the CRM
       */
      source: string;
      /** @description Why it is imported. Kept in the ledger for good. */
      reason: string;
    };
    RecordedView: {
      /** @description Opt-outs. */
      optedOut: number;
      /** @description Holds. */
      held: number;
      /** @description Consents of contacts whom nothing holds back. */
      subscribed: number;
    };
    ImportExampleView: {
      /** @description The line of the list. */
      line: number;
      /** @enum {string} */
      outcome: 'record' | 'already' | 'kept';
    };
    ImportResultView: {
      /** @description Whether nothing was changed. */
      dryRun: boolean;
      /** @description Rows of the list. */
      rows: number;
      /** @description Rows that became ledger entries. */
      recorded: components['schemas']['RecordedView'];
      /** @description Rows that say what was known. */
      already: number;
      /** @description Rows that would have lifted an opt-out or a hold, and did not. */
      kept: number;
      /** @description The first ten rows. */
      examples: components['schemas']['ImportExampleView'][];
    };
    RebuiltView: {
      /** @description Contacts whose consent was computed from the ledger. */
      contacts: number;
      /** @description Those whose stored consent was another. */
      corrected: number;
    };
    ChainedEntryView: {
      /**
       * Format: uuid
       * @description Its id.
       */
      id: string;
      /** @enum {string} */
      action: 'revoke' | 'grant' | 'hold' | 'release' | 'erase';
      /** @description `all`, or a category of messages. */
      scope: string;
      /** @enum {string} */
      source:
        'message' | 'email_one_click' | 'administrator' | 'provider' | 'import' | 'hold_timeout' | 'link';
      /** @description Whether it changed the state. A repeated STOP is on record and changes nothing. */
      changed: boolean;
      /** @description The address, as it was written; null when it was erased. */
      address: string | null;
      /** @description The channel it came by. */
      channel: string | null;
      /** @description What was said, verbatim. */
      text: string | null;
      /** @description The words that decided. */
      matchedSpan: string | null;
      /** @description The rule of the detector that decided. */
      detectorRule: string | null;
      /** @description The version of the detector. */
      detectorVersion: string | null;
      /**
       * Format: uuid
       * @description The event that brought it.
       */
      eventId: string | null;
      /** @description Whose word or act it was. */
      actor: string;
      /** @description The reason that an administrator gave. */
      reason: string | null;
      /**
       * Format: date-time
       * @description When it was said.
       */
      occurredAt: string;
      /**
       * Format: date-time
       * @description When it reached us.
       */
      receivedAt: string;
      /** @description Its position in the chain. */
      position: number;
      /** @description Whether its payload (address, texts, reason) was erased. */
      isErased: boolean;
      /** @description The hash of the entry before it, in hex. */
      prevHash: string;
      /** @description SHA-256 of the previous hash and the envelope, in hex. */
      rowHash: string;
    };
    LedgerPage: {
      items: components['schemas']['ChainedEntryView'][];
      /** @description Give it as `cursor` to go on; null at the end. A page may hold fewer items than `limit`. */
      nextCursor: string | null;
    };
    CheckpointView: {
      /** @description The name of its file. */
      name: string;
      /** @description The position that it is about; null when the file cannot be read. */
      position: number | null;
      /** @description The hash at that position, in hex. */
      hash: string | null;
      /**
       * Format: date-time
       * @description When it was signed.
       */
      signedAt: string | null;
    };
    LedgerStandingView: {
      /** @description Entries. */
      entries: number;
      /**
       * Format: date-time
       * @description When it was last verified, by the schedule or by a person.
       */
      checkedAt: string | null;
      /** @description How much was wrong then: 0 when it was intact; null before the first verification. */
      findingCount: number | null;
      /** @description The newest signed checkpoints, at most five. */
      checkpoints: components['schemas']['CheckpointView'][];
    };
    ConsentReadingView: {
      /**
       * Format: uuid
       * @description The message.
       */
      messageId: string;
      /**
       * Format: date-time
       * @description When it was read.
       */
      at: string;
      /** @enum {string} */
      channel: 'sms' | 'mms' | 'imessage' | 'whatsapp' | 'email';
      /** @description Of an e-mail. */
      subject: string | null;
      /** @description What the customer wrote. */
      text: string;
      /** @enum {string} */
      class: 'opt_out' | 'opt_in' | 'help' | 'hold' | 'none';
      /** @description The rule of the detector that decided. */
      ruleId: string | null;
      /** @description The version of the detector that read it. */
      detectorVersion: string | null;
    };
    ConsentReadingPage: {
      items: components['schemas']['ConsentReadingView'][];
      /** @description Give it as `cursor` to go on; null at the end. A page may hold fewer items than `limit`. */
      nextCursor: string | null;
    };
    HoldView: {
      /**
       * Format: uuid
       * @description The contact whose automatic messages stay back.
       */
      contactId: string;
      /**
       * Format: uuid
       * @description The ledger entry that made the hold.
       */
      entryId: string;
      /** @description The address it came from; settle it with POST /api/v1/consent/:address. */
      address: string;
      /** @description The channel it came by. */
      channel: string | null;
      /** @description What was said, verbatim. */
      text: string | null;
      /**
       * Format: date-time
       * @description Since when.
       */
      heldAt: string;
      /**
       * Format: uuid
       * @description The connection it came through.
       */
      connectionId: string | null;
    };
    HoldPage: {
      items: components['schemas']['HoldView'][];
      /** @description Give it as `cursor` to go on; null at the end. A page may hold fewer items than `limit`. */
      nextCursor: string | null;
    };
    RetentionKindView: {
      /**
       * @description `webhooks`: bodies and headers. `messages`: texts, subjects, files and details. `decisions`: sentences, reasoning and snapshots.
       * @enum {string}
       */
      kind: 'webhooks' | 'messages' | 'decisions';
      /** @description For so many days; null for ever. Set it in the consent settings. */
      keptDays: number | null;
      /**
       * Format: date-time
       * @description When the last run began; null before the first.
       */
      lastRunAt: string | null;
      /** @description How many the last run emptied. */
      lastPurged: number;
      /** @description How many were emptied in all. */
      totalPurged: number;
    };
    RetentionView: {
      items: components['schemas']['RetentionKindView'][];
    };
    TenantKeywords: {
      /**
       * @description Stop all messages.
       * @example [
       *       "nee bedankt"
       *     ]
       */
      optOut: string[];
      /**
       * @description Ask for messages again.
       * @example [
       *       "weiter"
       *     ]
       */
      optIn: string[];
      /**
       * @description Ask for help.
       * @example [
       *       "assist"
       *     ]
       */
      help: string[];
    };
    Category: {
      /**
       * @description Names it in rules, in the ledger and in this API.
       * @example marketing
       */
      key: string;
      /**
       * @description Names it in texts to customers: "You will get no more Marketing messages."
       * @example Marketing
       */
      name: string;
      /**
       * @description What customers write behind STOP or START to mean it.
       * @example [
       *       "marketing",
       *       "promo",
       *       "offers"
       *     ]
       */
      keywords: string[];
    };
    Retention: {
      /** @description Bodies of webhooks. */
      webhookBodyDays?: number;
      /** @description Texts of messages. */
      messageTextDays?: number;
      /** @description What was decided, and why. */
      decisionDays?: number;
    };
    ConsentSettingsView: {
      /** @description Whole-message keywords besides the built-in ones. None of these can be taken away or given another meaning. */
      keywords?: components['schemas']['TenantKeywords'];
      /** @description Kinds of messages that a contact can leave and still get the others. At most 20. */
      categories?: components['schemas']['Category'][];
      /** @description How many days are kept; without a number for ever. The consent ledger is always kept. */
      retention?: components['schemas']['Retention'];
      /** @description Counted from 1; 0 while nobody has changed anything. */
      version: number;
      /** @description Who made this version. */
      actor: string | null;
      /** @description Why. */
      reason: string | null;
      /**
       * Format: date-time
       * @description When.
       */
      changedAt: string | null;
    };
    ConsentSettingsPage: {
      items: components['schemas']['ConsentSettingsView'][];
      /** @description Give it as `cursor` to go on; null at the end. A page may hold fewer items than `limit`. */
      nextCursor: string | null;
    };
    ConsentSettingsDraft: {
      /** @description Whole-message keywords besides the built-in ones. None of these can be taken away or given another meaning. */
      keywords?: components['schemas']['TenantKeywords'];
      /** @description Kinds of messages that a contact can leave and still get the others. At most 20. */
      categories?: components['schemas']['Category'][];
      /** @description How many days are kept; without a number for ever. The consent ledger is always kept. */
      retention?: components['schemas']['Retention'];
      /** @description The version that was read. If somebody has changed the settings since, the answer is 409. */
      version: number;
      /** @description Why; kept with the version. */
      reason?: string;
    };
    CategoryConsentView: {
      /** @description The key of the category. */
      key: string;
      /** @description Its name; the key when the category was taken away. */
      name: string;
      /** @enum {string} */
      state: 'subscribed' | 'opted_out';
      /**
       * Format: date-time
       * @description Since when; null while nothing was said about it.
       */
      since: string | null;
    };
    LedgerEntryView: {
      /**
       * Format: uuid
       * @description Its id.
       */
      id: string;
      /** @enum {string} */
      action: 'revoke' | 'grant' | 'hold' | 'release' | 'erase';
      /** @description `all`, or a category of messages. */
      scope: string;
      /** @enum {string} */
      source:
        'message' | 'email_one_click' | 'administrator' | 'provider' | 'import' | 'hold_timeout' | 'link';
      /** @description Whether it changed the state. A repeated STOP is on record and changes nothing. */
      changed: boolean;
      /** @description The address, as it was written; null when it was erased. */
      address: string | null;
      /** @description The channel it came by. */
      channel: string | null;
      /** @description What was said, verbatim. */
      text: string | null;
      /** @description The words that decided. */
      matchedSpan: string | null;
      /** @description The rule of the detector that decided. */
      detectorRule: string | null;
      /** @description The version of the detector. */
      detectorVersion: string | null;
      /**
       * Format: uuid
       * @description The event that brought it.
       */
      eventId: string | null;
      /** @description Whose word or act it was. */
      actor: string;
      /** @description The reason that an administrator gave. */
      reason: string | null;
      /**
       * Format: date-time
       * @description When it was said.
       */
      occurredAt: string;
      /**
       * Format: date-time
       * @description When it reached us.
       */
      receivedAt: string;
    };
    ConsentView: {
      /** @description The address that was asked about, as it is kept. */
      address: string;
      /**
       * @description `held`: they may have asked to stop; automatic messages stay back until that is settled.
       * @enum {string}
       */
      state: 'subscribed' | 'opted_out' | 'held';
      /** @description By category of messages. Nothing is sent of any of them while the state is opted_out. */
      categories: components['schemas']['CategoryConsentView'][];
      /** @description False when nobody of this address is on record; then nothing stands against writing. */
      isKnown: boolean;
      /**
       * Format: uuid
       * @description Whose address it is.
       */
      contactId: string | null;
      /**
       * Format: date-time
       * @description Since when the state holds; null while nothing was ever said.
       */
      since: string | null;
      /** @description The entry that made it so. */
      lastEntry: components['schemas']['LedgerEntryView'] | null;
    };
    DossierEntryView: {
      /**
       * Format: uuid
       * @description Its id.
       */
      id: string;
      /** @enum {string} */
      action: 'revoke' | 'grant' | 'hold' | 'release' | 'erase';
      /** @description `all`, or a category of messages. */
      scope: string;
      /** @enum {string} */
      source:
        'message' | 'email_one_click' | 'administrator' | 'provider' | 'import' | 'hold_timeout' | 'link';
      /** @description Whether it changed the state. A repeated STOP is on record and changes nothing. */
      changed: boolean;
      /** @description The address, as it was written; null when it was erased. */
      address: string | null;
      /** @description The channel it came by. */
      channel: string | null;
      /** @description What was said, verbatim. */
      text: string | null;
      /** @description The words that decided. */
      matchedSpan: string | null;
      /** @description The rule of the detector that decided. */
      detectorRule: string | null;
      /** @description The version of the detector. */
      detectorVersion: string | null;
      /**
       * Format: uuid
       * @description The event that brought it.
       */
      eventId: string | null;
      /** @description Whose word or act it was. */
      actor: string;
      /** @description The reason that an administrator gave. */
      reason: string | null;
      /**
       * Format: date-time
       * @description When it was said.
       */
      occurredAt: string;
      /**
       * Format: date-time
       * @description When it reached us.
       */
      receivedAt: string;
      /** @description Its position in the chain. */
      position: number;
      /** @description Whether its payload (address, texts, reason) was erased. */
      isErased: boolean;
      /** @description The hash of the entry before it, in hex. */
      prevHash: string;
      /** @description SHA-256 of the previous hash and the envelope, in hex. */
      rowHash: string;
      /** @description The salt of the payload’s hash, in hex; null when it was erased. */
      payloadSalt: string | null;
      /** @description SHA-256 of salt and payload, in hex. */
      payloadHash: string;
    };
    DossierMessageView: {
      /**
       * Format: uuid
       * @description Its id.
       */
      id: string;
      /** @description reply, confirmation, help, manual or resend. */
      kind: string;
      /** @description What became of it; `suppressed` and `cancelled` were held back. */
      status: string;
      /** @description The provider. */
      provider: string;
      /** @description The channel. */
      channel: string;
      /** @description Where it was to go. */
      theirAddress: string;
      /** @description Its text, as it was rendered. */
      text: string;
      /** @description Why it was held back or refused. */
      reason: string | null;
      /**
       * Format: uuid
       * @description The revision of the rule that caused it.
       */
      ruleRevisionId: string | null;
      /**
       * Format: uuid
       * @description The ledger entry that the consent rested on at its permit; null when nothing had been said.
       */
      consentEventId: string | null;
      /** @description The provider’s id of it. */
      providerMessageId: string | null;
      /**
       * Format: date-time
       * @description When consent was checked and it was let go.
       */
      permittedAt: string | null;
      /**
       * Format: date-time
       * @description When it was queued.
       */
      createdAt: string;
    };
    DossierMessagePage: {
      items: components['schemas']['DossierMessageView'][];
      /** @description Give it as `cursor` to go on; null at the end. A page may hold fewer items than `limit`. */
      nextCursor: string | null;
    };
    DossierView: {
      consent: components['schemas']['ConsentView'];
      /** @description The newest first, at most 1,000. */
      entries: components['schemas']['DossierEntryView'][];
      /** @description Whether there are older entries; /ledger lists all. */
      hasMoreEntries: boolean;
      /** @description Messages to them, the newest first. */
      messages: components['schemas']['DossierMessagePage'];
    };
    ConsentAct: {
      /** @enum {string} */
      action: 'opt_out' | 'opt_in';
      /**
       * @description The key of a category of messages. Absent: everything.
       * @example marketing
       */
      category?: string;
      /**
       * @description Kept in the ledger for good.
       * @example Asked for it on the phone.
       */
      reason: string;
    };
    RuleTrigger: {
      /** @enum {string} */
      event:
        | 'message.received'
        | 'message.sent'
        | 'message.delivered'
        | 'message.read'
        | 'message.undelivered'
        | 'message.failed'
        | 'message.suppressed'
        | 'number.substituted'
        | 'identity.started'
        | 'identity.processing'
        | 'identity.verified'
        | 'identity.failed'
        | 'identity.requires_input'
        | 'identity.manually_approved'
        | 'identity.manually_denied'
        | 'identity.report_generated'
        | 'otp.verified'
        | 'contact.opted_out'
        | 'contact.opted_in'
        | 'help.requested'
        | 'conversation.handed_over'
        | 'flow.timed_out';
      /** @description Absent: all. */
      channels?: ('sms' | 'mms' | 'imessage' | 'whatsapp' | 'email')[];
    };
    RuleLimits: {
      /**
       * @description An ISO 8601 duration.
       * @example PT10M
       */
      cooldown?: string;
      /**
       * @default channel
       * @enum {string}
       */
      cooldownScope: 'contact' | 'channel' | 'conversation' | 'group';
      /**
       * @description How often this rule answers one contact at most.
       * @example {
       *       "count": 3,
       *       "per": "P1D"
       *     }
       */
      atMost?: {
        count?: number;
        per?: string;
      };
      /** @description Only the first time: true or `contact` for the contact, `conversation` in each conversation. */
      once?: boolean | ('contact' | 'conversation');
      /**
       * @description The reply waits so long, at most a minute, for more of the customer’s messages.
       * @example PT3S
       */
      debounce?: string;
    };
    RuleExample: {
      /** @description What a customer writes. */
      text: string;
      /** @enum {string} */
      expect: 'reply' | 'none';
      /** @description What the reply has to contain. */
      expectText?: string;
      /** @enum {string} */
      channel?: 'sms' | 'mms' | 'imessage' | 'whatsapp' | 'email';
      /**
       * Format: date-time
       * @description When it is written.
       */
      at?: string;
    };
    HeldBackView: {
      /**
       * Format: date-time
       * @description Since when.
       */
      at: string;
      /** @description Why, and what to do. */
      reason: string;
    };
    RuleTrafficView: {
      /** @description How often it fired in the last 7 days. */
      fired7Days: number;
      /** @description How often it fired in the last 30 days: 0 means that it never won. */
      fired30Days: number;
      /** Format: date-time */
      lastFiredAt: string | null;
      /** @description How often it would have fired in the last 7 days, as a shadow or while it was held back. */
      shadow7Days: number;
      /** @description The same for 30 days. */
      shadow30Days: number;
      /** Format: date-time */
      lastShadowAt: string | null;
    };
    RuleForecastView: {
      /** @description Firings in 24 hours, on average. */
      mean: number;
      /** @description Few firings, but not yet surprisingly few. */
      low: number;
      /** @description Many firings, but not yet surprisingly many. */
      high: number;
      /**
       * Format: uuid
       * @description The dry run that says so.
       */
      dryRunId: string;
      /**
       * Format: date-time
       * @description When that was made.
       */
      madeAt: string;
    };
    RuleView: {
      /** @example Opening hours */
      name: string;
      /** @default true */
      enabled: boolean;
      /**
       * @description A shadow rule decides and is counted, and sends nothing.
       * @default live
       * @enum {string}
       */
      mode: 'live' | 'shadow';
      trigger: components['schemas']['RuleTrigger'];
      /**
       * @description `all`, `any` or `not` of conditions, or one leaf: {fact, op, value, caseSensitive?}.
       * @example {
       *       "fact": "message.text",
       *       "op": "word",
       *       "value": [
       *         "hours",
       *         "open"
       *       ]
       *     }
       */
      when: {
        [key: string]: unknown;
      };
      /**
       * @description What to do: {"reply": {"text": …}} once at most, and {"tag": …}.
       * @example [
       *       {
       *         "reply": {
       *           "text": "We are open 9-17."
       *         }
       *       },
       *       {
       *         "tag": "asked-hours"
       *       }
       *     ]
       */
      then: {
        [key: string]: unknown;
      }[];
      limits?: components['schemas']['RuleLimits'];
      /**
       * @description Go on to the next rules after this one matched.
       * @default false
       */
      continue: boolean;
      /**
       * @description Asked also while a flow waits for an answer, and before the flow.
       * @default false
       */
      hot: boolean;
      /**
       * @description A message category of the consent settings: the rule leaves contacts alone who have left it.
       * @example marketing
       */
      category?: string;
      /** @description Rules of one group can share a cooldown, and are switched off together. */
      group?: string;
      tests?: components['schemas']['RuleExample'][];
      /** @description It is treated as a shadow, because it fired far more often than was foretold. */
      heldBack: components['schemas']['HeldBackView'] | null;
      traffic: components['schemas']['RuleTrafficView'];
      /** @description Null: it was not tried on the past. */
      forecast: components['schemas']['RuleForecastView'] | null;
      /**
       * Format: uuid
       * @description Its id.
       */
      id: string;
      /** @description Its name in files of rules as code. */
      key: string | null;
      /** @description Its place in the order in which rules are asked. */
      position: number;
      /** @description The number of its current revision, counted from 1. */
      revision: number;
      /**
       * Format: uuid
       * @description The id of that revision; decisions refer to it.
       */
      revisionId: string;
      /**
       * Format: date-time
       * @description When it was made.
       */
      createdAt: string;
      /**
       * Format: date-time
       * @description When it was last changed.
       */
      updatedAt: string;
    };
    RulePage: {
      items: components['schemas']['RuleView'][];
      /** @description Give it as `cursor` to go on; null at the end. A page may hold fewer items than `limit`. */
      nextCursor: string | null;
      /** @description The version of the rulebook: it rises with every change of a rule, of the order or of the library. */
      version: number;
    };
    RuleDraft: {
      /** @example Opening hours */
      name: string;
      /** @default true */
      enabled: boolean;
      /**
       * @description A shadow rule decides and is counted, and sends nothing.
       * @default live
       * @enum {string}
       */
      mode: 'live' | 'shadow';
      trigger: components['schemas']['RuleTrigger'];
      /**
       * @description `all`, `any` or `not` of conditions, or one leaf: {fact, op, value, caseSensitive?}.
       * @example {
       *       "fact": "message.text",
       *       "op": "word",
       *       "value": [
       *         "hours",
       *         "open"
       *       ]
       *     }
       */
      when: {
        [key: string]: unknown;
      };
      /**
       * @description What to do: {"reply": {"text": …}} once at most, and {"tag": …}.
       * @example [
       *       {
       *         "reply": {
       *           "text": "We are open 9-17."
       *         }
       *       },
       *       {
       *         "tag": "asked-hours"
       *       }
       *     ]
       */
      then: {
        [key: string]: unknown;
      }[];
      limits?: components['schemas']['RuleLimits'];
      /**
       * @description Go on to the next rules after this one matched.
       * @default false
       */
      continue: boolean;
      /**
       * @description Asked also while a flow waits for an answer, and before the flow.
       * @default false
       */
      hot: boolean;
      /**
       * @description A message category of the consent settings: the rule leaves contacts alone who have left it.
       * @example marketing
       */
      category?: string;
      /** @description Rules of one group can share a cooldown, and are switched off together. */
      group?: string;
      tests?: components['schemas']['RuleExample'][];
      /** @description Its name in files of rules as code, unique among the rules. Given when it is made, and kept. */
      key?: string | null;
      /** @description Why; kept with the revision. */
      reason?: string;
      /**
       * Format: uuid
       * @description A dry run of exactly this rule, not older than a day: needed when it goes live, or fires upon something else, and there is enough past to try it on.
       */
      dryRunId?: string;
      /** @description When changing: the revision that was read. If somebody else has changed the rule since, the answer is 409. */
      revision?: number;
    };
    Reordering: {
      /** @description The ids of all the rules, in the order in which they shall be asked. */
      ids: string[];
      /** @description The version of the list that was read. If anything has changed since, the answer is 409. */
      version?: number;
    };
    RevisionView: {
      /**
       * Format: uuid
       * @description Its id.
       */
      id: string;
      /** @description Counted from 1. */
      revision: number;
      /** @description The definition as it stood. */
      definition: {
        [key: string]: unknown;
      };
      /** @description Who made it. */
      actor: string;
      /** @description Why. */
      reason: string | null;
      /**
       * Format: date-time
       * @description When.
       */
      createdAt: string;
    };
    RevisionPage: {
      items: components['schemas']['RevisionView'][];
      /** @description Give it as `cursor` to go on; null at the end. A page may hold fewer items than `limit`. */
      nextCursor: string | null;
    };
    DifferenceView: {
      /** @description Where: a JSON pointer into the definition. */
      pointer: string;
      /** @description What stood there; absent when nothing did. */
      before?: Record<string, never>;
      /** @description What stands there; absent when nothing does. */
      after?: Record<string, never>;
    };
    DifferencePage: {
      items: components['schemas']['DifferenceView'][];
      /** @description Give it as `cursor` to go on; null at the end. A page may hold fewer items than `limit`. */
      nextCursor: string | null;
    };
    RuleTestView: {
      /** @description What the customer writes. */
      text: string;
      /** @enum {string} */
      expected: 'reply' | 'none';
      /** @enum {string} */
      actual: 'reply' | 'none';
      /** @description Why. */
      sentence: string;
      /** @description Whether it came out as expected. */
      ok: boolean;
    };
    RuleTestPage: {
      items: components['schemas']['RuleTestView'][];
      /** @description Give it as `cursor` to go on; null at the end. A page may hold fewer items than `limit`. */
      nextCursor: string | null;
    };
    Rollback: {
      /** @description The revision to go back to. */
      revision: number;
      /** @description The current revision, as it was read. If there is a newer one, the answer is 409. */
      current?: number;
      reason?: string;
    };
    PlanRequest: {
      /** @description What the files say, as GET /api/v1/rules/export answers it: {version, rules, schedules, templates, flows}. Rules stand in their order. */
      bundle: {
        [key: string]: unknown;
      };
      /**
       * @description Take out what is on the server and not in the bundle.
       * @default false
       */
      prune: boolean;
    };
    PlanSummary: {
      /** @description So many are new. */
      create: number;
      /** @description So many get a new revision. */
      update: number;
      /** @description So many rules only change their place. */
      move: number;
      /** @description So many are taken out. */
      delete: number;
      /** @description So many are as the bundle says. */
      unchanged: number;
      /** @description So many are on the server only, and stay. */
      kept: number;
    };
    PlacesView: {
      /** @description Where the rule stands. */
      before?: number;
      /** @description Where it will stand. */
      after?: number;
    };
    PlannedChangeView: {
      /** @enum {string} */
      kind: 'rule' | 'schedule' | 'template' | 'flow';
      /** @description The key of a rule, the name of anything else. */
      key: string;
      /** @description Its name. */
      name: string;
      /**
       * @description `kept`: it is on the server only, and stays, because `prune` was not asked for.
       * @enum {string}
       */
      action: 'create' | 'update' | 'move' | 'delete' | 'unchanged' | 'kept';
      /**
       * Format: uuid
       * @description Its id; null for what is not there yet.
       */
      id: string | null;
      /** @description The number of its current revision; null for what is not there yet. */
      revision: number | null;
      /** @description What is different, place by place. */
      differences: components['schemas']['DifferenceView'][];
      /** @description Of a rule in the bundle. */
      position?: components['schemas']['PlacesView'];
    };
    PlanProblemView: {
      /** @description Where: a JSON pointer into the bundle. */
      pointer: string;
      /** @description What is wrong, and what to write instead. */
      detail: string;
    };
    DriftView: {
      /** @enum {string} */
      kind: 'rule' | 'schedule' | 'template' | 'flow' | 'order';
      /** @description The key of a rule, the name of anything else. */
      key: string;
      /** @enum {string} */
      what: 'changed' | 'made' | 'deleted' | 'reordered' | 'unknown';
      /** @description What happened, who did it, and why. */
      sentence: string;
      /** @description The revision that somebody made. */
      revision: number | null;
    };
    UnarmedView: {
      /** @description The key of the rule. */
      key: string;
      /** @description What to do. */
      detail: string;
    };
    CountsView: {
      /** @description By the rules as they stand. */
      before: number;
      /** @description By the rules as the bundle says. */
      after: number;
    };
    RuleEffectView: {
      /** @description By the rules as they stand. */
      before: number;
      /** @description By the rules as the bundle says. */
      after: number;
      /** @description The key of the rule. */
      key: string;
      /** @description Its name. */
      name: string;
    };
    OutcomeView: {
      /** @description The verdict. */
      verdict: string;
      /** @description Why, in one sentence. */
      sentence: string;
    };
    EffectExampleView: {
      /**
       * Format: uuid
       * @description The message whose answer would be another; null for an event that is no message.
       */
      messageId: string | null;
      before: components['schemas']['OutcomeView'];
      after: components['schemas']['OutcomeView'];
    };
    PlanEffectView: {
      /**
       * Format: date-time
       * @description Events from then on were looked at.
       */
      since: string;
      /**
       * Format: date-time
       * @description Until then.
       */
      until: string;
      /** @description So many, the latest. */
      lookedAt: number;
      /** @description Whether it took too long to look at all of them. */
      isCut: boolean;
      /** @description Events whose verdict or reply would be another. */
      changedReplies: number;
      /** @description Replies in all. */
      replies: components['schemas']['CountsView'];
      /** @description How often rules fire, where that differs. */
      rules: components['schemas']['RuleEffectView'][];
      examples: components['schemas']['EffectExampleView'][];
    };
    PlanView: {
      /** @description Names the state of the rulebook that this plan is for. Give it to `apply`. */
      version: string;
      /** @description The state that the bundle comes from; null when this Heed knows none. */
      base: string | null;
      summary: components['schemas']['PlanSummary'];
      changes: components['schemas']['PlannedChangeView'][];
      /** @description With any of them the bundle cannot be applied. */
      problems: components['schemas']['PlanProblemView'][];
      /** @description What others did on the server since, and the bundle would undo. It is refused without `force`. */
      drift: components['schemas']['DriftView'][];
      /** @description Rules that have to be tried on the past before they go live; `apply` asks for their `dryRuns`. Absent as `effect` is. */
      dryRunsNeeded?: components['schemas']['UnarmedView'][];
      /** @description Absent with problems, and after `apply`. */
      effect?: components['schemas']['PlanEffectView'];
    };
    ApplyRequest: {
      /** @description What the files say, as GET /api/v1/rules/export answers it: {version, rules, schedules, templates, flows}. Rules stand in their order. */
      bundle: {
        [key: string]: unknown;
      };
      /**
       * @description Take out what is on the server and not in the bundle.
       * @default false
       */
      prune: boolean;
      /** @description The `version` of the plan that was seen. If anything has changed since, the answer is 409. */
      expectedVersion: string;
      /** @description Why; kept with the revisions. */
      reason?: string;
      /**
       * @description Undo what others did on the server since the files were exported or last applied.
       * @default false
       */
      force: boolean;
      /**
       * @description The dry runs of rules that must have one before they go live, by their keys.
       * @example {
       *       "opening-hours": "0198c1de-0000-7000-8000-000000000001"
       *     }
       */
      dryRuns?: {
        [key: string]: string;
      };
    };
    TestCaseRequest: {
      /**
       * Format: uuid
       * @description The rule that is tested; the one that answered unless said.
       */
      ruleId?: string;
      /**
       * @description Add the test to the rule, as a new revision. Needs the role editor.
       * @default false
       */
      add: boolean;
      /** @description Why; kept with the revision. */
      reason?: string;
    };
    TestCaseView: {
      /**
       * Format: uuid
       * @description The rule that is tested.
       */
      ruleId: string;
      /** @description Its key in files. */
      ruleKey: string | null;
      /** @description Its name. */
      ruleName: string;
      /** @description The entry for `tests` of the rule, without personal data. */
      test: components['schemas']['RuleExample'];
      /** @description What was hidden in the text. */
      masked: ('name' | 'email' | 'link' | 'address' | 'account' | 'phone' | 'number')[];
      /** @description Whether the test holds: run just now, with the masked text. */
      holds: boolean;
      /** @description How it came out, and why. */
      sentence: string;
      /** @description The revision of the rule that has the test; null when it was not added. */
      revision: number | null;
    };
    FactView: {
      /** @description Its name; with <name> at its end a whole family: contact.attributes.<name>. */
      name: string;
      /** @enum {string} */
      type: 'text' | 'number' | 'flag' | 'list' | 'any' | 'instant';
      /** @description One sentence for people. */
      description: string;
      /** @description The events that have it. */
      events: (
        | 'message.received'
        | 'message.sent'
        | 'message.delivered'
        | 'message.read'
        | 'message.undelivered'
        | 'message.failed'
        | 'message.suppressed'
        | 'number.substituted'
        | 'identity.started'
        | 'identity.processing'
        | 'identity.verified'
        | 'identity.failed'
        | 'identity.requires_input'
        | 'identity.manually_approved'
        | 'identity.manually_denied'
        | 'identity.report_generated'
        | 'otp.verified'
        | 'contact.opted_out'
        | 'contact.opted_in'
        | 'help.requested'
        | 'conversation.handed_over'
        | 'flow.timed_out'
      )[];
      /** @description What may be asked of it. */
      operators: (
        | 'equals'
        | 'firstWord'
        | 'word'
        | 'contains'
        | 'startsWith'
        | 'endsWith'
        | 'matches'
        | 'fuzzy'
        | 'in'
        | 'exists'
        | 'gt'
        | 'lt'
        | 'within'
      )[];
      /** @description Whether the condition has to say whose clock is read. */
      needsTimeZone: boolean;
      /** @description Whether templates can insert it. */
      isTemplateVariable: boolean;
    };
    FactPage: {
      items: components['schemas']['FactView'][];
      /** @description Give it as `cursor` to go on; null at the end. A page may hold fewer items than `limit`. */
      nextCursor: string | null;
    };
    ScheduledDayView: {
      /** @description The date, as 2026-12-25. */
      date: string;
      /** @enum {string} */
      weekday: 'sunday' | 'monday' | 'tuesday' | 'wednesday' | 'thursday' | 'friday' | 'saturday';
      /** @description The hours that begin on this day. */
      intervals: string[][];
      /** @description Whether an exception governs it. */
      isException: boolean;
      /** @description The note of that exception. */
      note?: string;
    };
    ScheduleNowView: {
      /**
       * Format: date-time
       * @description The instant that was asked about.
       */
      at: string;
      /** @description Whether it is open then. */
      isOpen: boolean;
      /**
       * Format: date-time
       * @description When that changes; null if it does not within 400 days.
       */
      nextChangeAt: string | null;
      /** @description The time zone whose clock was asked. */
      timeZone: string;
      /** @description "Open until 18:00 today." or "Closed; opens Monday 09:00." */
      sentence: string;
      /** @description That day and the six after it. */
      week: components['schemas']['ScheduledDayView'][];
    };
    ScheduleExceptionView: {
      /**
       * Format: date
       * @description The day; or from and until.
       */
      date?: string;
      /** Format: date */
      from?: string;
      /**
       * Format: date
       * @description The last day of the range.
       */
      until?: string;
      /**
       * @description Either this, or intervals.
       * @enum {boolean}
       */
      closed?: true;
      /**
       * @example [
       *       [
       *         "10:00",
       *         "14:00"
       *       ]
       *     ]
       */
      intervals?: string[][];
      /** @example Christmas */
      note?: string;
    };
    ScheduleView: {
      /** @description By which rules refer to it; unique, and kept while rules use it. */
      name: string;
      /**
       * @description The name of a time zone, or `contact` for the clock of whoever is asked about.
       * @example Africa/Banjul
       */
      timeZone: string;
      /** @description With `contact`, and only then: the zone of those whose own is not known. */
      fallbackTimeZone?: string;
      /**
       * @description From and until on the 24-hour clock, several times a day; an end before the start is on the next day. A day that is left out is closed.
       * @example {
       *       "monday": [
       *         [
       *           "09:00",
       *           "12:30"
       *         ],
       *         [
       *           "14:00",
       *           "18:00"
       *         ]
       *       ],
       *       "friday": [
       *         [
       *           "20:00",
       *           "02:00"
       *         ]
       *       ]
       *     }
       */
      weekly: {
        sunday?: string[][];
        monday?: string[][];
        tuesday?: string[][];
        wednesday?: string[][];
        thursday?: string[][];
        friday?: string[][];
        saturday?: string[][];
      };
      exceptions?: components['schemas']['ScheduleExceptionView'][];
      /**
       * Format: uuid
       * @description Its id.
       */
      id: string;
      /** @description The number of its current revision, counted from 1. */
      revision: number;
      /**
       * Format: uuid
       * @description The id of that revision.
       */
      revisionId: string;
      /**
       * Format: date-time
       * @description When it was made.
       */
      createdAt: string;
      /**
       * Format: date-time
       * @description When it was last changed.
       */
      updatedAt: string;
    };
    SchedulePage: {
      items: components['schemas']['ScheduleView'][];
      /** @description Give it as `cursor` to go on; null at the end. A page may hold fewer items than `limit`. */
      nextCursor: string | null;
    };
    ScheduleDraft: {
      /** @description By which rules refer to it; unique, and kept while rules use it. */
      name: string;
      /**
       * @description The name of a time zone, or `contact` for the clock of whoever is asked about.
       * @example Africa/Banjul
       */
      timeZone: string;
      /** @description With `contact`, and only then: the zone of those whose own is not known. */
      fallbackTimeZone?: string;
      /**
       * @description From and until on the 24-hour clock, several times a day; an end before the start is on the next day. A day that is left out is closed.
       * @example {
       *       "monday": [
       *         [
       *           "09:00",
       *           "12:30"
       *         ],
       *         [
       *           "14:00",
       *           "18:00"
       *         ]
       *       ],
       *       "friday": [
       *         [
       *           "20:00",
       *           "02:00"
       *         ]
       *       ]
       *     }
       */
      weekly: {
        sunday?: string[][];
        monday?: string[][];
        tuesday?: string[][];
        wednesday?: string[][];
        thursday?: string[][];
        friday?: string[][];
        saturday?: string[][];
      };
      exceptions?: components['schemas']['ScheduleExceptionView'][];
      /** @description Why; kept with the revision. */
      reason?: string;
      /** @description When changing: the revision that was read. If there is a newer one, the answer is 409. */
      revision?: number;
    };
    TemplateView: {
      /** @description By which rules refer to it; unique, and kept while rules use it. */
      name: string;
      /**
       * @description Liquid, with the variables of the event that is answered.
       * @example We are open 9-17, {{ contact.name | default: "friend" }}.
       */
      text: string;
      /**
       * @description The same in other languages, by language code.
       * @example {
       *       "fr": "Nous sommes ouverts de 9 h à 17 h."
       *     }
       */
      languages?: {
        [key: string]: string;
      };
      /** @description For order among many. */
      category?: string;
      /**
       * Format: uuid
       * @description Its id.
       */
      id: string;
      /** @description The number of its current revision, counted from 1. */
      revision: number;
      /**
       * Format: uuid
       * @description The id of that revision.
       */
      revisionId: string;
      /**
       * Format: date-time
       * @description When it was made.
       */
      createdAt: string;
      /**
       * Format: date-time
       * @description When it was last changed.
       */
      updatedAt: string;
    };
    TemplatePage: {
      items: components['schemas']['TemplateView'][];
      /** @description Give it as `cursor` to go on; null at the end. A page may hold fewer items than `limit`. */
      nextCursor: string | null;
    };
    TemplateDraft: {
      /** @description By which rules refer to it; unique, and kept while rules use it. */
      name: string;
      /**
       * @description Liquid, with the variables of the event that is answered.
       * @example We are open 9-17, {{ contact.name | default: "friend" }}.
       */
      text: string;
      /**
       * @description The same in other languages, by language code.
       * @example {
       *       "fr": "Nous sommes ouverts de 9 h à 17 h."
       *     }
       */
      languages?: {
        [key: string]: string;
      };
      /** @description For order among many. */
      category?: string;
      /** @description Why; kept with the revision. */
      reason?: string;
      /** @description When changing: the revision that was read. If there is a newer one, the answer is 409. */
      revision?: number;
    };
    FlowTrialRequest: {
      /**
       * @description What the customer writes after the flow has begun, one message each; null: no answer in time.
       * @example [
       *       "1",
       *       "Ann"
       *     ]
       */
      texts: (string | null)[];
      /**
       * @default sms
       * @enum {string}
       */
      channel: 'sms' | 'mms' | 'imessage' | 'whatsapp' | 'email';
      /**
       * Format: date-time
       * @description When; now when absent.
       */
      at?: string;
    };
    PlannedReplyView: {
      /** @description The text. */
      text: string;
      /** @enum {string} */
      channel: 'sms' | 'mms' | 'imessage' | 'whatsapp' | 'email';
      /**
       * @description As an SMS: one character outside GSM-7 makes the whole text UCS-2.
       * @enum {string}
       */
      encoding: 'GSM-7' | 'UCS-2';
      /** @description As an SMS: how many parts it takes. */
      segments: number;
      /** @description In a simulation: which characters make an SMS cost more, and what to write instead. */
      costHint?: string;
    };
    PlannedEffectView: {
      /**
       * @description What it is; what else it says depends on that. docs/rules.md describes each action.
       * @enum {string}
       */
      kind: 'tag' | 'untag' | 'attribute' | 'pause' | 'handOver' | 'flow' | 'webhook' | 'send' | 'model';
    };
    SimulatedDecisionView: {
      /** @enum {string} */
      verdict:
        | 'replied'
        | 'no_rule_matched'
        | 'opt_out_recorded'
        | 'opt_in_recorded'
        | 'help_sent'
        | 'held'
        | 'suppressed'
        | 'cooldown'
        | 'paused'
        | 'quiet_hours'
        | 'loop_suspected'
        | 'budget_exhausted'
        | 'quarantined'
        | 'echo_ignored'
        | 'render_failed'
        | 'no_action';
      /** @description What was decided and why, in one plain sentence. */
      sentence: string;
      replies: components['schemas']['PlannedReplyView'][];
      /** @description Every question that was asked, in order of precedence. */
      stages: components['schemas']['TraceNodeView'][];
      effects: components['schemas']['PlannedEffectView'][];
      /** @description What was not looked at, for people: rules look at the beginning of a long text only. */
      note?: string;
      /** @description What the rule of `ruleId` says by itself, whatever the rules before it say. */
      rule?: components['schemas']['TraceNodeView'];
    };
    FlowTrialTurnView: {
      /** @description What the customer wrote; the first opens the conversation. Null: nothing in time. */
      text: string | null;
      decision: components['schemas']['SimulatedDecisionView'];
      /** @description The step at which the flow waits then; null when it is over. */
      step: string | null;
      /** @description What was answered so far. */
      variables: {
        [key: string]: unknown;
      };
    };
    FlowWarningView: {
      /** @description A JSON pointer into the flow. */
      pointer: string;
      /** @description What may be wrong, and what to do about it. */
      detail: string;
    };
    FlowTrialView: {
      turns: components['schemas']['FlowTrialTurnView'][];
      /** @description What is worth a thought about the flow itself. */
      warnings: components['schemas']['FlowWarningView'][];
    };
    FlowDraftTrialRequest: {
      /**
       * @description What the customer writes after the flow has begun, one message each; null: no answer in time.
       * @example [
       *       "1",
       *       "Ann"
       *     ]
       */
      texts: (string | null)[];
      /**
       * @default sms
       * @enum {string}
       */
      channel: 'sms' | 'mms' | 'imessage' | 'whatsapp' | 'email';
      /**
       * Format: date-time
       * @description When; now when absent.
       */
      at?: string;
      /** @description The flow, as POST /api/v1/flows takes it. */
      definition: {
        [key: string]: unknown;
      };
    };
    FlowLimitsDocument: {
      /** @default 50 */
      maxSteps: number;
      /**
       * @description ISO 8601, at most 30 days.
       * @default P1D
       */
      maxDuration: string;
    };
    FlowView: {
      /** @description By which rules refer to it; unique, and kept while rules use it. */
      name: string;
      /**
       * @description The step with which the flow begins.
       * @example ask_name
       */
      start: string;
      /**
       * @description The steps by name, as GET /api/v1/flows/schema describes them.
       * @example {
       *       "ask_name": {
       *         "ask": {
       *           "text": "What is your name?"
       *         },
       *         "saveAs": "name",
       *         "next": "end"
       *       }
       *     }
       */
      steps: {
        [key: string]: {
          [key: string]: unknown;
        };
      };
      limits?: components['schemas']['FlowLimitsDocument'];
      /**
       * @description Words that lead to a step from wherever the flow waits; "end" leaves it.
       * @example {
       *       "menu": "main_menu",
       *       "back": "end"
       *     }
       */
      hotWords?: {
        [key: string]: string;
      };
      /**
       * Format: uuid
       * @description Its id.
       */
      id: string;
      /** @description The number of its current revision, counted from 1. */
      revision: number;
      /**
       * Format: uuid
       * @description The id of that revision.
       */
      revisionId: string;
      /**
       * Format: date-time
       * @description When it was made.
       */
      createdAt: string;
      /**
       * Format: date-time
       * @description When it was last changed.
       */
      updatedAt: string;
    };
    FlowPage: {
      items: components['schemas']['FlowView'][];
      /** @description Give it as `cursor` to go on; null at the end. A page may hold fewer items than `limit`. */
      nextCursor: string | null;
    };
    FlowDraft: {
      /** @description By which rules refer to it; unique, and kept while rules use it. */
      name: string;
      /**
       * @description The step with which the flow begins.
       * @example ask_name
       */
      start: string;
      /**
       * @description The steps by name, as GET /api/v1/flows/schema describes them.
       * @example {
       *       "ask_name": {
       *         "ask": {
       *           "text": "What is your name?"
       *         },
       *         "saveAs": "name",
       *         "next": "end"
       *       }
       *     }
       */
      steps: {
        [key: string]: {
          [key: string]: unknown;
        };
      };
      limits?: components['schemas']['FlowLimitsDocument'];
      /**
       * @description Words that lead to a step from wherever the flow waits; "end" leaves it.
       * @example {
       *       "menu": "main_menu",
       *       "back": "end"
       *     }
       */
      hotWords?: {
        [key: string]: string;
      };
      /** @description Why; kept with the revision. */
      reason?: string;
      /** @description When changing: the revision that was read. If there is a newer one, the answer is 409. */
      revision?: number;
    };
    FlowRunView: {
      /**
       * Format: uuid
       * @description Its id.
       */
      id: string;
      /**
       * Format: uuid
       * @description The conversation.
       */
      conversationId: string;
      /**
       * Format: uuid
       * @description The contact.
       */
      contactId: string;
      /** @description The name of the contact. */
      contactName: string | null;
      /**
       * Format: uuid
       * @description The flow.
       */
      flowId: string;
      /** @description The name of the flow. */
      flowName: string;
      /**
       * Format: uuid
       * @description The revision of the flow with which it began, and by which it goes on.
       */
      flowRevisionId: string;
      /** @enum {string} */
      status: 'active' | 'completed' | 'timed_out' | 'cancelled' | 'handed_over' | 'failed';
      /** @description Why it is over. */
      reason: string | null;
      /** @description The step at which it waits or ended. */
      step: string;
      /** @description What was answered, by the names under which answers are saved. */
      variables: {
        [key: string]: unknown;
      };
      /** @description How many steps were taken. */
      steps: number;
      /**
       * Format: date-time
       * @description When it began.
       */
      startedAt: string;
      /**
       * Format: date-time
       * @description When it last moved.
       */
      updatedAt: string;
      /**
       * Format: date-time
       * @description Until when it waits for an answer; null when it is over.
       */
      waitUntil: string | null;
    };
    FlowRunPage: {
      items: components['schemas']['FlowRunView'][];
      /** @description Give it as `cursor` to go on; null at the end. A page may hold fewer items than `limit`. */
      nextCursor: string | null;
    };
    NamedRuleView: {
      /**
       * Format: uuid
       * @description Its id.
       */
      id: string;
      /** @description Its name. */
      name: string;
    };
    ConflictExampleView: {
      /** @enum {string} */
      event:
        | 'message.received'
        | 'message.sent'
        | 'message.delivered'
        | 'message.read'
        | 'message.undelivered'
        | 'message.failed'
        | 'message.suppressed'
        | 'number.substituted'
        | 'identity.started'
        | 'identity.processing'
        | 'identity.verified'
        | 'identity.failed'
        | 'identity.requires_input'
        | 'identity.manually_approved'
        | 'identity.manually_denied'
        | 'identity.report_generated'
        | 'otp.verified'
        | 'contact.opted_out'
        | 'contact.opted_in'
        | 'help.requested'
        | 'conversation.handed_over'
        | 'flow.timed_out';
      /** @description What a customer would write; of any other event what it tells, as JSON. */
      text: string;
      /** @description By which channel. */
      channel: string;
      /** @description What is decided upon it, by these rules alone. */
      sentence: string;
    };
    RuleConflictView: {
      /**
       * @description `unreachable`: its condition contradicts itself, or all it asks for are words of consent, which compliance answers before any rule. `always`: it asks for something and answers everything. `shadowed`: whenever it matches, the earlier rule answers. `duplicate`: the same both ways. `hidden`: the earlier rule answers everything. `overlap`: both match the example and would answer differently.
       * @enum {string}
       */
      kind: 'unreachable' | 'always' | 'shadowed' | 'duplicate' | 'hidden' | 'overlap';
      /**
       * @description `proven` for every message there can be, or only for the example.
       * @enum {string}
       */
      certainty: 'proven' | 'example_found';
      /** @description The rule that has the problem. */
      rule: components['schemas']['NamedRuleView'];
      /** @description The rule above it. */
      earlier?: components['schemas']['NamedRuleView'];
      /** @description A message that both rules match, or that shows the problem of the one; decided, not supposed. */
      example?: components['schemas']['ConflictExampleView'];
    };
    RuleConflictPage: {
      items: components['schemas']['RuleConflictView'][];
      /** @description Give it as `cursor` to go on; null at the end. A page may hold fewer items than `limit`. */
      nextCursor: string | null;
      /** @description Live rules of more than 30 days that never fired in them. */
      neverFired: components['schemas']['NamedRuleView'][];
      /** @description How many rules were looked at: the first 2,000 that are on. */
      analysed: number;
      /** @description How many rules that are on were not. */
      notAnalysed: number;
      /** @description What was not looked at, for people; null when all rules that are on were. */
      note: string | null;
      /** @description Whether there are more conflicts than are shown. */
      isCut: boolean;
    };
    SidesView: {
      /** @description By the live rules. */
      before: number;
      /** @description With the change. */
      after: number;
    };
    ListedDryRunView: {
      /**
       * Format: uuid
       * @description Its id; give it as `dryRunId` when you save the rule.
       */
      id: string;
      /**
       * Format: uuid
       * @description The rule; null for a new one.
       */
      ruleId: string | null;
      /** @description What the rule was called that was tried. */
      ruleName: string;
      /** @enum {string} */
      state: 'running' | 'finished' | 'failed';
      /** @description The days that are looked back upon. */
      days: number;
      /** @description How many events there are to look at; 0 before they are counted. */
      total: number;
      /** @description How many it has looked at. */
      lookedAt: number;
      /** @description Why it failed, and what to do. */
      problem: string | null;
      /** @description Who asked for it. */
      actor: string;
      /**
       * Format: date-time
       * @description When it began.
       */
      createdAt: string;
      /** Format: date-time */
      finishedAt: string | null;
      /** @description Events upon which the rule fires. Null until it has finished. */
      fired: components['schemas']['SidesView'] | null;
    };
    DryRunPage: {
      items: components['schemas']['ListedDryRunView'][];
      /** @description Give it as `cursor` to go on; null at the end. A page may hold fewer items than `limit`. */
      nextCursor: string | null;
    };
    DryRunDraft: {
      /** @description The rule as it would be saved. Absent: the stored rule as it is, without it against with it live. */
      definition?: Record<string, never>;
      /**
       * Format: uuid
       * @description The stored rule that it changes. Absent: a new rule.
       */
      ruleId?: string;
      /** @description Its place in the order, counted from 1. Absent: where it is, or at the end. */
      position?: number;
      /** @default 30 */
      days: number;
      /**
       * @description The latest so many events are looked at.
       * @default 100000
       */
      limit: number;
    };
    DayView: {
      /** @description By the live rules. */
      before: number;
      /** @description With the change. */
      after: number;
      /** @description A UTC day: 2026-04-10. */
      day: string;
      /** @description Events of that day. */
      lookedAt: number;
    };
    ForecastView: {
      /** @description Firings in 24 hours, on average. */
      mean: number;
      /** @description Few firings, but not yet surprisingly few. */
      low: number;
      /** @description Many firings, but not yet surprisingly many. */
      high: number;
    };
    OtherRuleView: {
      /**
       * Format: uuid
       * @description Its id.
       */
      ruleId: string;
      /** @description Its name; null when it was deleted since. */
      name: string | null;
      /** @description Events upon which it fires only with the change. */
      gained: number;
      /** @description Events upon which it no longer fires. */
      lost: number;
    };
    ExampleSideView: {
      /** @description How it ends. */
      verdict: string;
      /** @description Why. */
      sentence: string;
      /**
       * Format: uuid
       * @description The rule that it is about.
       */
      ruleId: string | null;
      /** @description Its name. */
      ruleName: string | null;
      /** @description The reply. */
      reply: string | null;
    };
    ExampleView: {
      /**
       * Format: uuid
       * @description The decision that was made then.
       */
      decisionId: string;
      /**
       * Format: uuid
       * @description The message.
       */
      messageId: string | null;
      /**
       * Format: date-time
       * @description When it was decided upon.
       */
      at: string;
      /** @description What the customer wrote; null for an event that is no message. */
      text: string | null;
      before: components['schemas']['ExampleSideView'];
      after: components['schemas']['ExampleSideView'];
    };
    DryRunResultView: {
      /**
       * Format: date-time
       * @description From when on events were looked at.
       */
      since: string;
      /**
       * Format: date-time
       * @description Until when.
       */
      until: string;
      /** @description Events that could not be read any more. */
      unreadable: number;
      /** @description Events upon which the rule fires. */
      fired: components['schemas']['SidesView'];
      /** @description Events upon which it fires only with the change. */
      gained: number;
      /** @description Events upon which it no longer fires. */
      lost: number;
      /** @description Events whose verdict or reply differs. */
      changedReplies: number;
      /** @description Replies in all. */
      replies: components['schemas']['SidesView'];
      /** @description What they cost in SMS segments. */
      segments: components['schemas']['SidesView'];
      /** @description Firings by day. */
      perDay: components['schemas']['DayView'][];
      forecast: components['schemas']['ForecastView'];
      /** @description Rules that lose events to it, or win them, the most first. */
      otherRules: components['schemas']['OtherRuleView'][];
      /** @description The latest 20 that differ, no two of the same text. */
      examples: components['schemas']['ExampleView'][];
    };
    DryRunView: {
      /**
       * Format: uuid
       * @description Its id; give it as `dryRunId` when you save the rule.
       */
      id: string;
      /**
       * Format: uuid
       * @description The rule; null for a new one.
       */
      ruleId: string | null;
      /** @description What the rule was called that was tried. */
      ruleName: string;
      /** @enum {string} */
      state: 'running' | 'finished' | 'failed';
      /** @description The days that are looked back upon. */
      days: number;
      /** @description How many events there are to look at; 0 before they are counted. */
      total: number;
      /** @description How many it has looked at. */
      lookedAt: number;
      /** @description Why it failed, and what to do. */
      problem: string | null;
      /** @description Who asked for it. */
      actor: string;
      /**
       * Format: date-time
       * @description When it began.
       */
      createdAt: string;
      /** Format: date-time */
      finishedAt: string | null;
      /** @description How firings, cooldowns and the other limits were counted. */
      assumptions: string;
      /** @description Null until it has finished. */
      result: components['schemas']['DryRunResultView'] | null;
    };
    ReplayedDecisionView: {
      /** @description How the event ended. */
      verdict: string;
      /** @description Why, in one sentence. */
      sentence: string;
      /**
       * Format: uuid
       * @description The revision of the rule that it is about.
       */
      ruleRevisionId: string | null;
      /** @description The texts of its replies, by slot; without those that retention has emptied. */
      replies: {
        [key: string]: string;
      };
      stages: {
        [key: string]: unknown;
      }[];
    };
    DecisionReplayView: {
      /** @description Whether both are the same, down to the last step of the reasoning. */
      identical: boolean;
      /** @description The version of the rulebook by which it was made, both times. */
      rulesVersion: number;
      /**
       * Format: date-time
       * @description When it was made.
       */
      decidedAt: string;
      stored: components['schemas']['ReplayedDecisionView'];
      replayed: components['schemas']['ReplayedDecisionView'];
      /** @description Before is the stored one, after the replayed one. */
      differences: components['schemas']['DifferenceView'][];
    };
    SimulatedEvent: {
      /** @enum {string} */
      name:
        | 'message.received'
        | 'message.sent'
        | 'message.delivered'
        | 'message.read'
        | 'message.undelivered'
        | 'message.failed'
        | 'message.suppressed'
        | 'number.substituted'
        | 'identity.started'
        | 'identity.processing'
        | 'identity.verified'
        | 'identity.failed'
        | 'identity.requires_input'
        | 'identity.manually_approved'
        | 'identity.manually_denied'
        | 'identity.report_generated'
        | 'otp.verified'
        | 'contact.opted_out'
        | 'contact.opted_in'
        | 'help.requested'
        | 'conversation.handed_over'
        | 'flow.timed_out';
      /**
       * @description What the event carries, as docs/events.md lists it.
       * @example {
       *       "sessionId": "sess_1",
       *       "details": {
       *         "age": "30"
       *       }
       *     }
       */
      payload: {
        [key: string]: unknown;
      };
      /** @description The customer it concerns, where the payload does not name them. */
      address?: string;
      /**
       * @description The channel of their conversation; sms when absent.
       * @enum {string}
       */
      channel?: 'sms' | 'mms' | 'imessage' | 'whatsapp' | 'email';
    };
    SimulatedDraft: {
      /**
       * Format: uuid
       * @description The rule that it changes. Absent: a new one, at the end of the order.
       */
      ruleId?: string;
      /** @description Its place in the order, counted from 1. Absent: where it is, or at the end. */
      position?: number;
      /** @description As it would be saved; it is checked in the same way. */
      definition: {
        [key: string]: unknown;
      };
    };
    SimulationRequest: {
      /** @enum {string} */
      channel?: 'sms' | 'mms' | 'imessage' | 'whatsapp' | 'email';
      /** @example +2207654321 */
      from?: string;
      /** @example +2203001234 */
      to?: string;
      /** @example what are your hours? */
      text?: string;
      /**
       * @description Of an e-mail.
       * @example Unsubscribe
       */
      subject?: string;
      /** @description As if a machine had written it. */
      isAutomatic?: boolean;
      /** @description Instead of channel, from, to and text. */
      event?: components['schemas']['SimulatedEvent'];
      /**
       * Format: uuid
       * @description A rule to explain in full as `rule`, also when others come before it or there are thousands.
       */
      ruleId?: string;
      /** @description Decides as if this rule had been saved, and explains it as `rule`. Nothing is stored. */
      draft?: components['schemas']['SimulatedDraft'];
      /**
       * Format: date-time
       * @description When; now when absent.
       */
      at?: string;
      /** @description An id or `provider/name`. Absent: that of their latest conversation on the channel, or the first that carries it. */
      connection?: string;
    };
    KillSwitchView: {
      /** @description What is off: `all`, `connection:<id>` or `group:<name>`. */
      scope: string;
      /** @description Why. */
      reason: string;
      /** @description Who switched it off. */
      actor: string;
      /**
       * Format: date-time
       * @description Since when.
       */
      since: string;
    };
    KillSwitchPage: {
      items: components['schemas']['KillSwitchView'][];
      /** @description Give it as `cursor` to go on; null at the end. A page may hold fewer items than `limit`. */
      nextCursor: string | null;
    };
    RuleGroupList: {
      items: string[];
    };
    SwitchOff: {
      /** @example Wrong prices in the menu rules */
      reason: string;
    };
    SwitchedOffView: {
      /** @description What is off: `all`, `connection:<id>` or `group:<name>`. */
      scope: string;
      /** @description Why. */
      reason: string;
      /** @description Who switched it off. */
      actor: string;
      /**
       * Format: date-time
       * @description Since when.
       */
      since: string;
      /** @description How many queued replies were suppressed with it. */
      suppressed: number;
    };
    ReplyBudgetView: {
      /** @default 10 */
      perHour: number | null;
      /** @default 30 */
      perDay: number | null;
    };
    CostBudgetView: {
      /**
       * Format: uuid
       * @description The connection that it is for.
       */
      connectionId: string;
      /** @description SMS segments that rules may have sent in a UTC day; whatever is sent counts. */
      segmentsPerDay: number;
      /** @description What a segment costs; only shown. */
      pricePerSegment?: number;
      /** @example EUR */
      currency?: string;
    };
    HumanPauseView: {
      /**
       * @description After a person has answered, no rule does for so long (ISO 8601). Null: rules go on.
       * @default PT12H
       */
      length: string | null;
      /**
       * @default conversation
       * @enum {string}
       */
      scope: 'conversation' | 'contact';
    };
    LoopGuardView: {
      /**
       * @default normal
       * @enum {string}
       */
      sensitivity: 'off' | 'low' | 'normal' | 'high';
      /**
       * @description For so long a conversation with another automatic system is left to people (ISO 8601).
       * @default PT12H
       */
      pause: string;
    };
    ReplySettingsView: {
      /** @description Replies for one contact; null: no limit. */
      replyBudget?: components['schemas']['ReplyBudgetView'];
      costBudgets?: components['schemas']['CostBudgetView'][];
      humanPause?: components['schemas']['HumanPauseView'];
      loopGuard?: components['schemas']['LoopGuardView'];
      /** @description Counts the changes; 0 while the defaults hold. */
      version: number;
      /** @description Who changed them last. */
      actor: string | null;
      /**
       * Format: date-time
       * @description When.
       */
      changedAt: string | null;
    };
    ReplySettingsDraft: {
      /** @description Replies for one contact; null: no limit. */
      replyBudget?: components['schemas']['ReplyBudgetView'];
      costBudgets?: components['schemas']['CostBudgetView'][];
      humanPause?: components['schemas']['HumanPauseView'];
      loopGuard?: components['schemas']['LoopGuardView'];
      /** @description The version that was read. If somebody has changed the settings since, the answer is 409. */
      version: number;
      /** @description Why; kept with the change on the audit trail. */
      reason?: string;
    };
    ConnectionSettings: {
      /** @description Connectly: the business id. */
      businessId?: string;
      /** @description Our number, address or sender name, where webhooks do not say which was written to. Empty takes it away. */
      senderId?: string;
      /** @description Our numbers at this account: a message from one of them is an echo of our own. */
      ownAddresses?: string[];
      /** @description Refuse a webhook whose signed time is outside the tolerance, instead of storing it marked stale. */
      strictTimestamps?: boolean;
      /** @description The provider or carrier confirms a STOP by itself (US toll-free numbers do): then Heed does not. */
      confirmsOptOut?: boolean;
      /** @description Answer HELP from people who have opted out too, as US short codes and Canada ask. */
      answersHelpAlways?: boolean;
      /** @description Confirm an opt-out that came by e-mail. Without this it is in force and nothing more is sent. */
      confirmsEmailOptOut?: boolean;
      /** @description Hold messages that answer none of the customer’s back until the customer’s morning (docs/quiet-hours.md). */
      keepsQuietHours?: boolean;
    };
    ConnectionView: {
      /**
       * Format: uuid
       * @description Its id.
       */
      id: string;
      /** @enum {string} */
      provider: 'contiguity' | 'integify' | 'connectly';
      /** @description The provider’s name for people. */
      displayName: string;
      /** @description Its name; `default` for the one that the environment makes. */
      name: string;
      /**
       * @description Who made it. Only `api` ones can be changed here.
       * @enum {string}
       */
      origin: 'environment' | 'demo' | 'api';
      /** @description Whether it is in use. */
      enabled: boolean;
      channels: ('sms' | 'mms' | 'imessage' | 'whatsapp' | 'email')[];
      /** @description Where the provider’s API is. */
      baseUrl: string;
      settings: components['schemas']['ConnectionSettings'];
      /** @description What the provider has to call. */
      webhookUrl: string;
      /** @description Without it, the connection receives and cannot send. */
      hasApiKey: boolean;
      /** @description Without it, every webhook is refused. */
      hasWebhookSecret: boolean;
      /** @description How many secrets verify: two during a rotation. */
      webhookSecretCount: number;
      /**
       * Format: date-time
       * @description Sending is held back until then.
       */
      pausedUntil: string | null;
      /** @description What a person has to do before sending can go on. */
      attention: string | null;
      /**
       * Format: date-time
       * @description When it last received something; null when nothing came lately.
       */
      lastEventAt: string | null;
    };
    ConnectionPage: {
      items: components['schemas']['ConnectionView'][];
      /** @description Give it as `cursor` to go on; null at the end. A page may hold fewer items than `limit`. */
      nextCursor: string | null;
    };
    NewConnection: {
      enabled?: boolean;
      /** @description https; plain http for this machine only. */
      baseUrl?: string;
      /** @description What is absent stays. */
      settings?: components['schemas']['ConnectionSettings'];
      apiKey?: string;
      /** @description All the secrets that shall verify: the new and the old one during a rotation. */
      webhookSecrets?: string[];
      /** @enum {string} */
      provider: 'contiguity' | 'integify' | 'connectly';
      /** @description Stands in the address of its webhooks. */
      name: string;
    };
    ConnectionChange: {
      enabled?: boolean;
      /** @description https; plain http for this machine only. */
      baseUrl?: string;
      /** @description What is absent stays. */
      settings?: components['schemas']['ConnectionSettings'];
      apiKey?: string;
      /** @description All the secrets that shall verify: the new and the old one during a rotation. */
      webhookSecrets?: string[];
    };
    CheckView: {
      /** @description What was looked at. */
      name: string;
      /** @enum {string} */
      outcome: 'ok' | 'failed' | 'not_checked';
      /** @description What was found, and what to do. */
      detail: string;
    };
    ConnectionTestView: {
      /** @description False when a check failed. What could not be checked does not count. */
      ok: boolean;
      checks: components['schemas']['CheckView'][];
    };
    WebhookRegistrationRequest: {
      /**
       * @description Where the provider reaches this Heed; HEED_PUBLIC_URL when absent.
       * @example https://heed.example.com
       */
      publicUrl?: string;
    };
    RegisteredWebhookView: {
      /** @description The provider’s id of it. */
      id: string;
      /** @description What it is told of. */
      topic: string;
      /** @description What is called. */
      address: string;
    };
    RegisteredWebhookPage: {
      items: components['schemas']['RegisteredWebhookView'][];
      /** @description Give it as `cursor` to go on; null at the end. A page may hold fewer items than `limit`. */
      nextCursor: string | null;
    };
    WebhookChange: {
      /** @example https://heed.example.com/webhooks/connectly */
      address: string;
    };
    IdentityLinkRequest: {
      /**
       * @description Whose identity is checked.
       * @example +2207654321
       */
      address: string;
      /**
       * @description Where they hear of it. Absent: sms, or email for an e-mail address.
       * @enum {string}
       */
      channel?: 'sms' | 'mms' | 'imessage' | 'whatsapp' | 'email';
      /** @description An id or `provider/name`. Absent: contiguity/default. */
      connection?: string;
    };
    IdentitySessionView: {
      /** @description The provider’s session id. */
      sessionId: string;
      /**
       * Format: uuid
       * @description The connection whose events name it.
       */
      connectionId: string;
      /**
       * Format: uuid
       * @description The contact.
       */
      contactId: string;
      /** @description The address that hears of it. */
      address: string;
      /** @enum {string} */
      channel: 'sms' | 'mms' | 'imessage' | 'whatsapp' | 'email';
      /** @description The latest step that the provider reported. */
      status: string | null;
      /**
       * Format: date-time
       * @description When it was linked.
       */
      createdAt: string;
      /**
       * Format: date-time
       * @description When it last changed.
       */
      updatedAt: string;
    };
    StatsView: {
      /**
       * Format: date-time
       * @description From when on.
       */
      since: string;
      /**
       * Format: date-time
       * @description When it was counted.
       */
      until: string;
      /** @description Customers’ messages. */
      inbound: number;
      /** @description Our messages by their status now. */
      outbound: {
        [key: string]: number;
      };
      /** @description Our messages by kind. */
      outboundKinds: {
        [key: string]: number;
      };
      /** @description Decisions by verdict. */
      verdicts: {
        [key: string]: number;
      };
      /** @description Stored webhooks by state. */
      events: {
        [key: string]: number;
      };
      /** @description Contacts who opted out since then. */
      optOuts: number;
      /** @description Contacts who opted in again since then. */
      optIns: number;
      /** @description Contacts who may not be written to, now. */
      optedOutNow: number;
      /** @description Contacts whose wish is unclear, now. */
      heldNow: number;
      /** @description Messages that wait to be sent, now. */
      queuedNow: number;
      /** @description How long the oldest of them has waited. */
      queuedOldestSeconds: number | null;
      /** @description Messages whose fate nobody knows, now. */
      unknownNow: number;
      /** @description Conversations that are with a person, now. */
      pausedNow: number;
      /** @description Half of the replies were accepted by the provider within so many seconds after their cause reached us (of the latest 10,000). */
      replySecondsMedian: number | null;
      /** @description And 95 of 100 within so many. */
      replySecondsP95: number | null;
      /** @description Rules that are held back, because they fired far more often than was foretold, now. */
      rulesHeldBackNow: number;
      /** @description What the last scheduled verification of the consent ledger found: 0 when it is intact. See `GET /api/v1/consent/verify`. */
      ledgerFindings: number | null;
    };
    StatsPointView: {
      /**
       * Format: date-time
       * @description When it began.
       */
      at: string;
      /** @description Customers’ messages. */
      inbound: number;
      /** @description Replies of rules. */
      replies: number;
      /** @description Our messages that failed or did not arrive. */
      failed: number;
      /** @description Contacts’ messages that went unanswered because of consent. */
      suppressed: number;
      /** @description Contacts who opted out. */
      optOuts: number;
    };
    StatsSeriesView: {
      /** @description How long each step is: an hour within two days, a day beyond. The last one may be cut short. */
      stepSeconds: number;
      /** @description Oldest first, without gaps. */
      points: components['schemas']['StatsPointView'][];
    };
    WaitingView: {
      /**
       * @description `webhooks`: stored and to be handled. `events`: what happened, to be decided. `messages`: to be sent. `calls`: of other systems.
       * @enum {string}
       */
      queue: 'webhooks' | 'events' | 'messages' | 'calls';
      /** @description The state, as in docs/message-states.md. */
      state: string;
      /** @description Whether a person has to do something; the others go on by themselves. */
      needsPerson: boolean;
      /** @description How many; 10,000 stands for that many or more. */
      count: number;
      /**
       * Format: date-time
       * @description Since when the oldest of them waits.
       */
      oldestAt: string | null;
    };
    LaneView: {
      /** @description The account and the customer’s address. */
      lane: string;
      /** @description What waits in it. */
      waiting: number;
      /**
       * Format: date-time
       * @description Since when the oldest of it waits.
       */
      oldestAt: string;
    };
    QueuesView: {
      /**
       * Format: date-time
       * @description When it was counted.
       */
      countedAt: string;
      waiting: components['schemas']['WaitingView'][];
      /** @description The longest lanes, at most twenty. */
      lanes: components['schemas']['LaneView'][];
    };
    SandboxLineView: {
      /** @enum {string} */
      provider: 'contiguity' | 'integify' | 'connectly';
      /** @description The provider’s name, for people. */
      providerName: string;
      /** @enum {string} */
      channel: 'sms' | 'mms' | 'imessage' | 'whatsapp' | 'email';
      /** @description Our side. */
      ourAddress: string;
      /** @description An address that a customer may have. */
      sampleAddress: string;
      /** @description Whether a file can be sent with a message. */
      takesFiles: boolean;
    };
    SandboxView: {
      /** @description Whether a sandbox runs in this process. */
      isRunning: boolean;
      /** @description Empty when none runs. */
      lines: components['schemas']['SandboxLineView'][];
    };
    HandsetMessageView: {
      /** @description Tells it from the others. */
      id: string;
      /** @enum {string} */
      from: 'customer' | 'business';
      /** @description The text. */
      text: string;
      /** @description E-mail: the subject. */
      subject: string | null;
      attachments: components['schemas']['AttachmentView'][];
      /**
       * Format: date-time
       * @description When it was sent.
       */
      at: string;
      /** @description Of ours: how far the provider has brought it. Of the customer’s: `received`. */
      status: string;
      /**
       * Format: uuid
       * @description The same message in Heed, where it is known.
       */
      messageId: string | null;
      /**
       * Format: uuid
       * @description Of the customer’s: the event that brought it.
       */
      eventId: string | null;
      /**
       * @description Of the customer’s: how it was decided.
       * @enum {string|null}
       */
      verdict:
        | 'replied'
        | 'no_rule_matched'
        | 'opt_out_recorded'
        | 'opt_in_recorded'
        | 'help_sent'
        | 'held'
        | 'suppressed'
        | 'cooldown'
        | 'paused'
        | 'quiet_hours'
        | 'loop_suspected'
        | 'budget_exhausted'
        | 'quarantined'
        | 'echo_ignored'
        | 'render_failed'
        | 'no_action'
        | null;
    };
    HandsetView: {
      /** @description The latest 50 or so, oldest first. */
      items: components['schemas']['HandsetMessageView'][];
    };
    HandsetMessage: {
      /** @enum {string} */
      provider: 'contiguity' | 'integify' | 'connectly';
      /** @enum {string} */
      channel: 'sms' | 'mms' | 'imessage' | 'whatsapp' | 'email';
      /** @example +2207654321 */
      from: string;
      /** @example what are your hours? */
      text: string;
      /** @description Of an e-mail. */
      subject?: string;
      /** @description WhatsApp: the id of a button that was pressed; `text` is what stands on it. */
      buttonId?: string;
      /**
       * @description The address of a file that goes with it, where the line takes files. It is not fetched.
       * @example https://example.com/receipt.jpg
       */
      attachmentUrl?: string;
    };
    SandboxDeliveryView: {
      /** @description The HTTP status; 200 when it is stored. */
      status: number;
      /**
       * Format: uuid
       * @description The stored event.
       */
      eventId: string | null;
    };
    WebhookCallView: {
      /**
       * Format: uuid
       * @description Its id, which receivers find in the header webhook-id: the same in every try.
       */
      id: string;
      /**
       * Format: uuid
       * @description The event that a rule was about.
       */
      domainEventId: string;
      /**
       * Format: uuid
       * @description The revision of the rule that asked for it.
       */
      ruleRevisionId: string;
      /** @description The address that is called. */
      url: string;
      /** @enum {string} */
      state: 'queued' | 'sending' | 'delivered' | 'failed';
      /** @description How often it was tried. */
      attempts: number;
      /** @description The HTTP status of the last answer; null where there was none. */
      lastStatus: number | null;
      /** @description Why it is not delivered yet, or has failed. */
      reason: string | null;
      /**
       * Format: date-time
       * @description When it is tried next; null when it is over.
       */
      nextAttemptAt: string | null;
      /**
       * Format: date-time
       * @description When the rule asked for it.
       */
      createdAt: string;
      /**
       * Format: date-time
       * @description When it was delivered or given up.
       */
      finishedAt: string | null;
    };
    WebhookCallPage: {
      items: components['schemas']['WebhookCallView'][];
      /** @description Give it as `cursor` to go on; null at the end. A page may hold fewer items than `limit`. */
      nextCursor: string | null;
    };
    WebhookSecretView: {
      /**
       * Format: uuid
       * @description Its id.
       */
      id: string;
      /**
       * Format: date-time
       * @description When it was made.
       */
      createdAt: string;
      /**
       * Format: date-time
       * @description When it was shown; it is shown once.
       */
      revealedAt: string | null;
      /**
       * Format: date-time
       * @description From then on it signs nothing; null for the newest.
       */
      retiresAt: string | null;
    };
    WebhookSecretPage: {
      items: components['schemas']['WebhookSecretView'][];
      /** @description Give it as `cursor` to go on; null at the end. A page may hold fewer items than `limit`. */
      nextCursor: string | null;
    };
    RevealedWebhookSecretView: {
      /**
       * Format: uuid
       * @description Its id.
       */
      id: string;
      /**
       * Format: date-time
       * @description When it was made.
       */
      createdAt: string;
      /**
       * Format: date-time
       * @description When it was shown; it is shown once.
       */
      revealedAt: string | null;
      /**
       * Format: date-time
       * @description From then on it signs nothing; null for the newest.
       */
      retiresAt: string | null;
      /**
       * @description What receivers check signatures with. Keep it now: it is not shown again.
       * @example whsec_…
       */
      secret: string;
    };
    ModelCallPage: {
      items: components['schemas']['ModelCallView'][];
      /** @description Give it as `cursor` to go on; null at the end. A page may hold fewer items than `limit`. */
      nextCursor: string | null;
    };
    ModelCallDetailView: {
      /**
       * Format: uuid
       * @description Its id.
       */
      id: string;
      /**
       * @description draft: a person sends it or not. answered: the model’s answer was sent. fallen_back: the rule’s own text was. refused and failed: nothing was.
       * @enum {string}
       */
      state: 'queued' | 'calling' | 'draft' | 'answered' | 'fallen_back' | 'refused' | 'failed' | 'discarded';
      /** @enum {string} */
      mode: 'draft' | 'live';
      /** @description The rule that asked, by its name then. */
      ruleName: string;
      /**
       * Format: uuid
       * @description The revision of the rule that asked.
       */
      ruleRevisionId: string;
      /**
       * Format: uuid
       * @description The event that the rule was about.
       */
      domainEventId: string;
      /**
       * Format: uuid
       * @description Who is answered.
       */
      contactId: string;
      /**
       * Format: uuid
       * @description Where.
       */
      conversationId: string;
      /**
       * Format: uuid
       * @description The customer’s message.
       */
      inboundMessageId: string;
      /** @description What the customer wrote; null when the message is not on record any more. */
      question: string | null;
      /** @description The customer’s number or address. */
      theirAddress: string | null;
      /**
       * @description By which the answer goes.
       * @enum {string|null}
       */
      channel: 'sms' | 'mms' | 'imessage' | 'whatsapp' | 'email' | null;
      /** @description SHA-256 of the prompt, in hex. */
      promptHash: string;
      /** @description The model that answered, as it calls itself. */
      model: string | null;
      /** @description The allowed topic that the model chose. */
      topic: string | null;
      /** @description The text that was sent, or that a person may send. */
      answer: string | null;
      /** @description Why it is not the model’s answer that was sent. */
      reason: string | null;
      /** @description Tokens of the question, as the model told. */
      promptTokens: number | null;
      /** @description Tokens of the answer. */
      answerTokens: number | null;
      /** @description How long the model took, in milliseconds. */
      latencyMs: number | null;
      /**
       * Format: uuid
       * @description The message that carries the answer.
       */
      messageId: string | null;
      /** @description Who sent or discarded the draft. */
      actor: string | null;
      /**
       * Format: date-time
       * @description When the rule asked.
       */
      createdAt: string;
      /**
       * Format: date-time
       * @description When it came to its end; null while it waits, for the model or for a person.
       */
      finishedAt: string | null;
      /** @description What was asked: the messages as they were sent, JSON. Empty once it was erased or purged. */
      prompt: string;
      /** @description What the model said, letter by letter; its beginning, where that was long. */
      output: string | null;
    };
    DraftToSend: {
      /** @description The text as it shall be sent. Absent: the draft as it is. */
      text?: string;
    };
    SessionView: {
      /**
       * @description Somebody who signed in, or a program.
       * @enum {string}
       */
      kind: 'user' | 'token';
      /** @description By this name the caller’s acts are on record. */
      actor: string;
      /** @enum {string} */
      role: 'viewer' | 'editor' | 'administrator';
      /** @description The e-mail address; null for a token. */
      email: string | null;
      /**
       * Format: uuid
       * @description The user; null for a token.
       */
      userId: string | null;
      /**
       * Format: uuid
       * @description This session; null for a token.
       */
      sessionId: string | null;
      /**
       * Format: date-time
       * @description When the session ends at the latest; null for a token.
       */
      endsAt: string | null;
    };
    Credentials: {
      email: string;
      /** Format: password */
      password: string;
    };
    PasswordChange: {
      /** Format: password */
      currentPassword: string;
      /** Format: password */
      newPassword: string;
    };
    OwnSessionView: {
      /**
       * Format: uuid
       * @description Its id.
       */
      id: string;
      /** @description Whether it is the one that asks. */
      isCurrent: boolean;
      /** @description What the browser called itself when it signed in. */
      userAgent: string | null;
      /**
       * Format: date-time
       * @description When it was signed in.
       */
      createdAt: string;
      /**
       * Format: date-time
       * @description When it was last used, to the minute.
       */
      seenAt: string;
    };
    OwnSessionPage: {
      items: components['schemas']['OwnSessionView'][];
      /** @description Give it as `cursor` to go on; null at the end. A page may hold fewer items than `limit`. */
      nextCursor: string | null;
    };
    LinkToken: {
      /** @description The `token` of the link. */
      token: string;
    };
    GreetingView: {
      /** @enum {string} */
      purpose: 'first_administrator' | 'invitation' | 'reset';
      /** @description Whose password is set; null for the first administrator, who says it. */
      email: string | null;
      /** @enum {string} */
      role: 'viewer' | 'editor' | 'administrator';
      /**
       * Format: date-time
       * @description Until when the link is good.
       */
      expiresAt: string;
    };
    Acceptance: {
      /** @description The `token` of the link. */
      token: string;
      /** @description For the first administrator only; otherwise it is known. */
      email?: string;
      /** Format: password */
      password: string;
    };
    UserView: {
      /**
       * Format: uuid
       * @description The user’s id.
       */
      id: string;
      /** @description With which they sign in, in lower case. */
      email: string;
      /** @enum {string} */
      role: 'viewer' | 'editor' | 'administrator';
      /**
       * @description Invited: has no password yet.
       * @enum {string}
       */
      state: 'invited' | 'active' | 'deactivated';
      /**
       * Format: date-time
       * @description When they were invited.
       */
      createdAt: string;
      /**
       * Format: date-time
       * @description When they last signed in.
       */
      signedInAt: string | null;
    };
    UserPage: {
      items: components['schemas']['UserView'][];
      /** @description Give it as `cursor` to go on; null at the end. A page may hold fewer items than `limit`. */
      nextCursor: string | null;
    };
    NewUser: {
      /** Format: email */
      email: string;
      /** @enum {string} */
      role: 'viewer' | 'editor' | 'administrator';
    };
    InvitedUserView: {
      user: components['schemas']['UserView'];
      /** @description Give it to the user, and to nobody else. It is shown once, and works once. */
      link: string;
      /**
       * Format: date-time
       * @description Until when the link is good.
       */
      expiresAt: string;
    };
    UserPatch: {
      /** @enum {string} */
      role?: 'viewer' | 'editor' | 'administrator';
      /** @description false: may not sign in any more. */
      isActive?: boolean;
    };
    TokenView: {
      /**
       * Format: uuid
       * @description Its id.
       */
      id: string;
      /** @description What it is for. */
      name: string;
      /** @enum {string} */
      role: 'viewer' | 'editor' | 'administrator';
      /** @description Who made it. */
      createdBy: string;
      /**
       * Format: date-time
       * @description When it was made.
       */
      createdAt: string;
      /**
       * Format: date-time
       * @description From when on it is refused.
       */
      expiresAt: string | null;
      /** @description The day it was last used on, in UTC. */
      lastUsedOn: string | null;
    };
    TokenPage: {
      items: components['schemas']['TokenView'][];
      /** @description Give it as `cursor` to go on; null at the end. A page may hold fewer items than `limit`. */
      nextCursor: string | null;
    };
    NewToken: {
      /** @description What it is for. Its acts are on record under this name. */
      name: string;
      /** @enum {string} */
      role: 'viewer' | 'editor' | 'administrator';
      /**
       * Format: date-time
       * @description Absent: until it is revoked.
       */
      expiresAt?: string;
    };
    NewTokenView: {
      /**
       * Format: uuid
       * @description Its id.
       */
      id: string;
      /** @description What it is for. */
      name: string;
      /** @enum {string} */
      role: 'viewer' | 'editor' | 'administrator';
      /** @description Who made it. */
      createdBy: string;
      /**
       * Format: date-time
       * @description When it was made.
       */
      createdAt: string;
      /**
       * Format: date-time
       * @description From when on it is refused.
       */
      expiresAt: string | null;
      /** @description The day it was last used on, in UTC. */
      lastUsedOn: string | null;
      /** @description The token itself. It is shown this once: only its hash is stored. */
      token: string;
    };
    AuditEntryView: {
      /**
       * Format: uuid
       * @description Its id.
       */
      id: string;
      /**
       * Format: date-time
       * @description When.
       */
      at: string;
      /** @description Who. */
      actor: string;
      /** @description Their role then; null where nobody was signed in. */
      role: string | null;
      /** @description What was done, as `rules.update`. */
      action: string;
      /** @description To what: the collection, as in the API’s paths. */
      subjectKind: string;
      /** @description And its id there. */
      subjectId: string | null;
      /** @description Why, where it was said. */
      reason: string | null;
      /** @description How it was, where that is known. */
      before: {
        [key: string]: unknown;
      } | null;
      /** @description What was given: switches and numbers as they are; of texts, only that they were given. */
      after: {
        [key: string]: unknown;
      } | null;
      /** @description The request; the log has a failure of it under the same id. */
      requestId: string | null;
    };
    AuditPage: {
      items: components['schemas']['AuditEntryView'][];
      /** @description Give it as `cursor` to go on; null at the end. A page may hold fewer items than `limit`. */
      nextCursor: string | null;
    };
  };
  responses: never;
  parameters: never;
  requestBodies: never;
  headers: never;
  pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
  HealthController_live: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
    };
  };
  HealthController_ready: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
    };
  };
  HealthController_show: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
    };
  };
  EventsController_list: {
    parameters: {
      query?: {
        limit?: number;
        /** @description The nextCursor of the page before. */
        cursor?: string;
        provider?: 'contiguity' | 'integify' | 'connectly';
        state?: 'received' | 'dispatched' | 'processed' | 'quarantined' | 'failed';
        /** @description The provider’s name of the type: text.incoming.sms. */
        type?: string;
        /** @description Only those that the provider sent again, of the latest 5,000 that it did. */
        cameAgain?: 'true';
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['EventPage'];
        };
      };
      /** @description Unauthorized */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemView'];
        };
      };
      /** @description Forbidden */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemView'];
        };
      };
      /** @description Unprocessable Entity */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemView'];
        };
      };
    };
  };
  EventsController_read: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['EventDetailView'];
        };
      };
      /** @description Unauthorized */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemView'];
        };
      };
      /** @description Forbidden */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemView'];
        };
      };
      /** @description Not Found */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemView'];
        };
      };
      /** @description Unprocessable Entity */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemView'];
        };
      };
    };
  };
  EventsController_replay: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      202: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ReplayView'];
        };
      };
      /** @description Unauthorized */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemView'];
        };
      };
      /** @description Forbidden */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemView'];
        };
      };
      /** @description Not Found */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemView'];
        };
      };
      /** @description Conflict */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemView'];
        };
      };
      /** @description Gone */
      410: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemView'];
        };
      };
      /** @description Unprocessable Entity */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemView'];
        };
      };
    };
  };
  MessagesController_list: {
    parameters: {
      query?: {
        limit?: number;
        /** @description The nextCursor of the page before. */
        cursor?: string;
        /** @description A customer’s number, e-mail address or id, in any spelling. */
        address?: string;
        direction?: 'inbound' | 'outbound';
        kind?: 'inbound' | 'reply' | 'confirmation' | 'help' | 'manual' | 'resend';
        /** @description Given several times, any of them: status=failed&status=undelivered. */
        status?: (
          | 'received'
          | 'queued'
          | 'sending'
          | 'sent'
          | 'delivered'
          | 'read'
          | 'undelivered'
          | 'failed'
          | 'unknown'
          | 'suppressed'
          | 'expired'
          | 'cancelled'
        )[];
        /** @description How an inbound message was decided. */
        verdict?:
          | 'replied'
          | 'no_rule_matched'
          | 'opt_out_recorded'
          | 'opt_in_recorded'
          | 'help_sent'
          | 'held'
          | 'suppressed'
          | 'cooldown'
          | 'paused'
          | 'quiet_hours'
          | 'loop_suspected'
          | 'budget_exhausted'
          | 'quarantined'
          | 'echo_ignored'
          | 'render_failed'
          | 'no_action';
        /** @description Stored from then on. */
        since?: string;
        provider?: 'contiguity' | 'integify' | 'connectly';
        /** @description A part of the text, in any case. */
        q?: string;
        conversationId?: string;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['MessagePage'];
        };
      };
      /** @description Unauthorized */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemView'];
        };
      };
      /** @description Forbidden */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemView'];
        };
      };
      /** @description Unprocessable Entity */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemView'];
        };
      };
    };
  };
  MessagesController_send: {
    parameters: {
      query?: never;
      header?: {
        /** @description The same key to the same customer again queues nothing and answers the first message. */
        'Idempotency-Key'?: string;
      };
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['NewMessage'];
      };
    };
    responses: {
      202: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['MessageView'];
        };
      };
      /** @description Unauthorized */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemView'];
        };
      };
      /** @description Forbidden */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemView'];
        };
      };
      /** @description Conflict */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemView'];
        };
      };
      /** @description Unprocessable Entity */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemView'];
        };
      };
    };
  };
  MessagesController_read: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['MessageDetailView'];
        };
      };
      /** @description Unauthorized */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemView'];
        };
      };
      /** @description Forbidden */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemView'];
        };
      };
      /** @description Not Found */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemView'];
        };
      };
      /** @description Unprocessable Entity */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemView'];
        };
      };
    };
  };
  MessagesController_explain: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ExplanationView'];
        };
      };
      /** @description Unauthorized */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemView'];
        };
      };
      /** @description Forbidden */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemView'];
        };
      };
      /** @description Not Found */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemView'];
        };
      };
      /** @description Unprocessable Entity */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemView'];
        };
      };
    };
  };
  MessagesController_resend: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      202: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['MessageView'];
        };
      };
      /** @description Unauthorized */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemView'];
        };
      };
      /** @description Forbidden */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemView'];
        };
      };
      /** @description Not Found */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemView'];
        };
      };
      /** @description Conflict */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemView'];
        };
      };
      /** @description Unprocessable Entity */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemView'];
        };
      };
    };
  };
  ConversationsController_list: {
    parameters: {
      query?: {
        limit?: number;
        /** @description The nextCursor of the page before. */
        cursor?: string;
        /** @description Only those with this contact. */
        contactId?: string;
        /** @description A part of the contact’s name or of the address, in any case. */
        q?: string;
        /** @description Only those that are with a person: rules stay away from them. */
        paused?: 'true';
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ConversationPage'];
        };
      };
      /** @description Unauthorized */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemView'];
        };
      };
      /** @description Forbidden */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemView'];
        };
      };
      /** @description Unprocessable Entity */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemView'];
        };
      };
    };
  };
  ConversationsController_read: {
    parameters: {
      query?: {
        limit?: number;
        /** @description The nextCursor of the page before. */
        cursor?: string;
      };
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ThreadView'];
        };
      };
      /** @description Unauthorized */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemView'];
        };
      };
      /** @description Forbidden */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemView'];
        };
      };
      /** @description Not Found */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemView'];
        };
      };
      /** @description Unprocessable Entity */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemView'];
        };
      };
    };
  };
  ConversationsController_pause: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['Pause'];
      };
    };
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ConversationView'];
        };
      };
      /** @description Unauthorized */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemView'];
        };
      };
      /** @description Forbidden */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemView'];
        };
      };
      /** @description Not Found */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemView'];
        };
      };
      /** @description Unprocessable Entity */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemView'];
        };
      };
    };
  };
  ConversationsController_resume: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ConversationView'];
        };
      };
      /** @description Unauthorized */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemView'];
        };
      };
      /** @description Forbidden */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemView'];
        };
      };
      /** @description Not Found */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemView'];
        };
      };
      /** @description Unprocessable Entity */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemView'];
        };
      };
    };
  };
  ContactsController_list: {
    parameters: {
      query?: {
        limit?: number;
        /** @description The nextCursor of the page before. */
        cursor?: string;
        /** @description A part of a name or of an address, in any case. */
        q?: string;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ContactPage'];
        };
      };
      /** @description Unauthorized */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemView'];
        };
      };
      /** @description Forbidden */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemView'];
        };
      };
      /** @description Unprocessable Entity */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemView'];
        };
      };
    };
  };
  ContactsController_read: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ContactDetailView'];
        };
      };
      /** @description Unauthorized */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemView'];
        };
      };
      /** @description Forbidden */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemView'];
        };
      };
      /** @description Not Found */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemView'];
        };
      };
      /** @description Unprocessable Entity */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemView'];
        };
      };
    };
  };
  ContactsController_change: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['ContactChange'];
      };
    };
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ContactDetailView'];
        };
      };
      /** @description Unauthorized */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemView'];
        };
      };
      /** @description Forbidden */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemView'];
        };
      };
      /** @description Not Found */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemView'];
        };
      };
      /** @description Unprocessable Entity */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemView'];
        };
      };
    };
  };
  ErasureController_erase: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['ErasureRequest'];
      };
    };
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ErasureView'];
        };
      };
      /** @description Unauthorized */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemView'];
        };
      };
      /** @description Forbidden */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemView'];
        };
      };
      /** @description Not Found */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemView'];
        };
      };
      /** @description Conflict */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemView'];
        };
      };
      /** @description Unprocessable Entity */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemView'];
        };
      };
    };
  };
  LinkingController_link: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['LinkRequest'];
      };
    };
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ContactDetailView'];
        };
      };
      /** @description Unauthorized */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemView'];
        };
      };
      /** @description Forbidden */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemView'];
        };
      };
      /** @description Not Found */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemView'];
        };
      };
      /** @description Conflict */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemView'];
        };
      };
      /** @description Unprocessable Entity */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemView'];
        };
      };
    };
  };
  LinkingController_unlink: {
    parameters: {
      query?: {
        /** @description How you know that it is another person. Kept in the ledger for good. */
        reason?: string;
      };
      header?: never;
      path: {
        id: string;
        /** @description URL-encoded: %2B2207654321, an e-mail address, or the provider’s id. */
        address: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ContactDetailView'];
        };
      };
      /** @description Unauthorized */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemView'];
        };
      };
      /** @description Forbidden */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemView'];
        };
      };
      /** @description Not Found */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemView'];
        };
      };
      /** @description Conflict */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemView'];
        };
      };
      /** @description Unprocessable Entity */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemView'];
        };
      };
    };
  };
  LedgerController_verify: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['LedgerReportView'];
        };
      };
      /** @description Unauthorized */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemView'];
        };
      };
      /** @description Forbidden */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemView'];
        };
      };
      /** @description Unprocessable Entity */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemView'];
        };
      };
    };
  };
  LedgerController_export: {
    parameters: {
      query: {
        /** @description csv: the suppression list. jsonl: the whole ledger with its hashes. */
        format: 'csv' | 'jsonl';
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description A file. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description Unauthorized */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemView'];
        };
      };
      /** @description Forbidden */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemView'];
        };
      };
      /** @description Unprocessable Entity */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemView'];
        };
      };
    };
  };
  LedgerController_import: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['ConsentList'];
      };
    };
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ImportResultView'];
        };
      };
      /** @description Unauthorized */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemView'];
        };
      };
      /** @description Forbidden */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemView'];
        };
      };
      /** @description Unprocessable Entity */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemView'];
        };
      };
    };
  };
  LedgerController_rebuild: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['RebuiltView'];
        };
      };
      /** @description Unauthorized */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemView'];
        };
      };
      /** @description Forbidden */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemView'];
        };
      };
      /** @description Unprocessable Entity */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemView'];
        };
      };
    };
  };
  LedgerEntriesController_list: {
    parameters: {
      query?: {
        limit?: number;
        /** @description The nextCursor of the page before. */
        cursor?: string;
        /** @description What was done. */
        action?: 'revoke' | 'grant' | 'hold' | 'release' | 'erase';
        /** @description Only entries that changed the state. */
        changed?: 'true';
        /** @description Stored from then on. */
        since?: string;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['LedgerPage'];
        };
      };
      /** @description Unauthorized */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemView'];
        };
      };
      /** @description Forbidden */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemView'];
        };
      };
      /** @description Unprocessable Entity */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemView'];
        };
      };
    };
  };
  LedgerEntriesController_standing: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['LedgerStandingView'];
        };
      };
      /** @description Unauthorized */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemView'];
        };
      };
      /** @description Forbidden */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemView'];
        };
      };
      /** @description Unprocessable Entity */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemView'];
        };
      };
    };
  };
  ConsentAuditController_policy: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'text/markdown': string;
        };
      };
      /** @description Unauthorized */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemView'];
        };
      };
      /** @description Forbidden */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemView'];
        };
      };
      /** @description Unprocessable Entity */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemView'];
        };
      };
    };
  };
  ConsentAuditController_readings: {
    parameters: {
      query?: {
        limit?: number;
        /** @description The nextCursor of the page before. */
        cursor?: string;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ConsentReadingPage'];
        };
      };
      /** @description Unauthorized */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemView'];
        };
      };
      /** @description Forbidden */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemView'];
        };
      };
      /** @description Unprocessable Entity */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemView'];
        };
      };
    };
  };
  HoldsController_list: {
    parameters: {
      query?: {
        limit?: number;
        /** @description The nextCursor of the page before. */
        cursor?: string;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['HoldPage'];
        };
      };
      /** @description Unauthorized */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemView'];
        };
      };
      /** @description Forbidden */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemView'];
        };
      };
      /** @description Unprocessable Entity */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemView'];
        };
      };
    };
  };
  RetentionController_list: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['RetentionView'];
        };
      };
      /** @description Unauthorized */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemView'];
        };
      };
      /** @description Forbidden */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemView'];
        };
      };
      /** @description Unprocessable Entity */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemView'];
        };
      };
    };
  };
  ConsentSettingsController_read: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ConsentSettingsView'];
        };
      };
      /** @description Unauthorized */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemView'];
        };
      };
      /** @description Forbidden */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemView'];
        };
      };
      /** @description Unprocessable Entity */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemView'];
        };
      };
    };
  };
  ConsentSettingsController_replace: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['ConsentSettingsDraft'];
      };
    };
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ConsentSettingsView'];
        };
      };
      /** @description Unauthorized */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemView'];
        };
      };
      /** @description Forbidden */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemView'];
        };
      };
      /** @description Conflict */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemView'];
        };
      };
      /** @description Unprocessable Entity */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemView'];
        };
      };
    };
  };
  ConsentSettingsController_versions: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ConsentSettingsPage'];
        };
      };
      /** @description Unauthorized */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemView'];
        };
      };
      /** @description Forbidden */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemView'];
        };
      };
      /** @description Unprocessable Entity */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemView'];
        };
      };
    };
  };
  ConsentController_status: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /** @description URL-encoded: %2B2207654321, an e-mail address, or the provider’s id. */
        address: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ConsentView'];
        };
      };
      /** @description Unauthorized */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemView'];
        };
      };
      /** @description Forbidden */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemView'];
        };
      };
      /** @description Unprocessable Entity */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemView'];
        };
      };
    };
  };
  ConsentController_record: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /** @description URL-encoded: %2B2207654321, an e-mail address, or the provider’s id. */
        address: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['ConsentAct'];
      };
    };
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ConsentView'];
        };
      };
      /** @description Unauthorized */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemView'];
        };
      };
      /** @description Forbidden */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemView'];
        };
      };
      /** @description Unprocessable Entity */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemView'];
        };
      };
    };
  };
  ConsentController_ledger: {
    parameters: {
      query?: {
        limit?: number;
        /** @description The nextCursor of the page before. */
        cursor?: string;
      };
      header?: never;
      path: {
        /** @description URL-encoded: %2B2207654321, an e-mail address, or the provider’s id. */
        address: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['LedgerPage'];
        };
      };
      /** @description Unauthorized */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemView'];
        };
      };
      /** @description Forbidden */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemView'];
        };
      };
      /** @description Unprocessable Entity */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemView'];
        };
      };
    };
  };
  ConsentController_dossier: {
    parameters: {
      query?: {
        limit?: number;
        /** @description The nextCursor of the page before. */
        cursor?: string;
      };
      header?: never;
      path: {
        /** @description URL-encoded: %2B2207654321, an e-mail address, or the provider’s id. */
        address: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['DossierView'];
        };
      };
      /** @description Unauthorized */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemView'];
        };
      };
      /** @description Forbidden */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemView'];
        };
      };
      /** @description Unprocessable Entity */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemView'];
        };
      };
    };
  };
  RulesController_list: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['RulePage'];
        };
      };
      /** @description Unauthorized */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemView'];
        };
      };
      /** @description Forbidden */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemView'];
        };
      };
      /** @description Unprocessable Entity */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemView'];
        };
      };
    };
  };
  RulesController_create: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['RuleDraft'];
      };
    };
    responses: {
      201: {
        headers: {
          /** @description Why it needs no dry run to go live, or that it had one. */
          'x-heed-arming'?: string;
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['RuleView'];
        };
      };
      /** @description Unauthorized */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemView'];
        };
      };
      /** @description Forbidden */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemView'];
        };
      };
      /** @description Conflict */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemView'];
        };
      };
      /** @description Unprocessable Entity */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemView'];
        };
      };
    };
  };
  RulesController_reorder: {
    parameters: {
      query?: never;
      header?: {
        /** @description The ETag of the list that was read. */
        'If-Match'?: string;
      };
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['Reordering'];
      };
    };
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['RulePage'];
        };
      };
      /** @description Unauthorized */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemView'];
        };
      };
      /** @description Forbidden */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemView'];
        };
      };
      /** @description Conflict */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemView'];
        };
      };
      /** @description Precondition Failed */
      412: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemView'];
        };
      };
      /** @description Unprocessable Entity */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemView'];
        };
      };
    };
  };
  RulesController_schema: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            [key: string]: unknown;
          };
        };
      };
      /** @description Unauthorized */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemView'];
        };
      };
      /** @description Forbidden */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemView'];
        };
      };
      /** @description Unprocessable Entity */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemView'];
        };
      };
    };
  };
  RulesController_read: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['RuleView'];
        };
      };
      /** @description Unauthorized */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemView'];
        };
      };
      /** @description Forbidden */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemView'];
        };
      };
      /** @description Not Found */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemView'];
        };
      };
      /** @description Unprocessable Entity */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemView'];
        };
      };
    };
  };
  RulesController_replace: {
    parameters: {
      query?: never;
      header?: {
        /** @description The ETag that was read. */
        'If-Match'?: string;
      };
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['RuleDraft'];
      };
    };
    responses: {
      200: {
        headers: {
          /** @description Why it needs no dry run to go live, or that it had one. */
          'x-heed-arming'?: string;
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['RuleView'];
        };
      };
      /** @description Unauthorized */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemView'];
        };
      };
      /** @description Forbidden */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemView'];
        };
      };
      /** @description Not Found */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemView'];
        };
      };
      /** @description Conflict */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemView'];
        };
      };
      /** @description Precondition Failed */
      412: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemView'];
        };
      };
      /** @description Unprocessable Entity */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemView'];
        };
      };
      /** @description Precondition Required */
      428: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemView'];
        };
      };
    };
  };
  RulesController_remove: {
    parameters: {
      query?: {
        /** @description The revision that was read. If there is a newer one, the answer is 409. */
        revision?: number;
      };
      header?: {
        /** @description The ETag that was read. */
        'If-Match'?: string;
      };
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description Unauthorized */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemView'];
        };
      };
      /** @description Forbidden */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemView'];
        };
      };
      /** @description Not Found */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemView'];
        };
      };
      /** @description Conflict */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemView'];
        };
      };
      /** @description Precondition Failed */
      412: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemView'];
        };
      };
      /** @description Unprocessable Entity */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemView'];
        };
      };
    };
  };
  RulesController_revisions: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['RevisionPage'];
        };
      };
      /** @description Unauthorized */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemView'];
        };
      };
      /** @description Forbidden */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemView'];
        };
      };
      /** @description Not Found */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemView'];
        };
      };
      /** @description Unprocessable Entity */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemView'];
        };
      };
    };
  };
  RulesController_difference: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
        before: string;
        after: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['DifferencePage'];
        };
      };
      /** @description Unauthorized */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemView'];
        };
      };
      /** @description Forbidden */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemView'];
        };
      };
      /** @description Not Found */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemView'];
        };
      };
      /** @description Unprocessable Entity */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemView'];
        };
      };
    };
  };
  RulesController_test: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['RuleTestPage'];
        };
      };
      /** @description Unauthorized */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemView'];
        };
      };
      /** @description Forbidden */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemView'];
        };
      };
      /** @description Not Found */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemView'];
        };
      };
      /** @description Unprocessable Entity */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemView'];
        };
      };
    };
  };
  RulesController_rollback: {
    parameters: {
      query?: never;
      header?: {
        /** @description The ETag that was read. */
        'If-Match'?: string;
      };
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['Rollback'];
      };
    };
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['RuleView'];
        };
      };
      /** @description Unauthorized */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemView'];
        };
      };
      /** @description Forbidden */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemView'];
        };
      };
      /** @description Not Found */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemView'];
        };
      };
      /** @description Conflict */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemView'];
        };
      };
      /** @description Precondition Failed */
      412: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemView'];
        };
      };
      /** @description Unprocessable Entity */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemView'];
        };
      };
    };
  };
  RulesController_resume: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['RuleView'];
        };
      };
      /** @description Unauthorized */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemView'];
        };
      };
      /** @description Forbidden */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemView'];
        };
      };
      /** @description Not Found */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemView'];
        };
      };
      /** @description Unprocessable Entity */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemView'];
        };
      };
    };
  };
  RulesAsCodeController_export: {
    parameters: {
      query?: {
        format?: 'json' | 'yaml';
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            [key: string]: unknown;
          };
        };
      };
      /** @description Unauthorized */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemView'];
        };
      };
      /** @description Forbidden */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemView'];
        };
      };
      /** @description Unprocessable Entity */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemView'];
        };
      };
    };
  };
  RulesAsCodeController_schema: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            [key: string]: unknown;
          };
        };
      };
      /** @description Unauthorized */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemView'];
        };
      };
      /** @description Forbidden */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemView'];
        };
      };
      /** @description Unprocessable Entity */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemView'];
        };
      };
    };
  };
  RulesAsCodeController_plan: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['PlanRequest'];
      };
    };
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['PlanView'];
        };
      };
      /** @description Unauthorized */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemView'];
        };
      };
      /** @description Forbidden */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemView'];
        };
      };
      /** @description Unprocessable Entity */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemView'];
        };
      };
    };
  };
  RulesAsCodeController_apply: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['ApplyRequest'];
      };
    };
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['PlanView'];
        };
      };
      /** @description Unauthorized */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemView'];
        };
      };
      /** @description Forbidden */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemView'];
        };
      };
      /** @description Conflict */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemView'];
        };
      };
      /** @description Unprocessable Entity */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemView'];
        };
      };
    };
  };
  TestCaseController_make: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['TestCaseRequest'];
      };
    };
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['TestCaseView'];
        };
      };
      /** @description Unauthorized */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemView'];
        };
      };
      /** @description Forbidden */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemView'];
        };
      };
      /** @description Not Found */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemView'];
        };
      };
      /** @description Conflict */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemView'];
        };
      };
      /** @description Unprocessable Entity */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemView'];
        };
      };
    };
  };
  FactsController_list: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['FactPage'];
        };
      };
      /** @description Unauthorized */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemView'];
        };
      };
      /** @description Forbidden */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemView'];
        };
      };
      /** @description Unprocessable Entity */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemView'];
        };
      };
    };
  };
  SchedulesController_now: {
    parameters: {
      query?: {
        /** @description Absent: now. */
        at?: string;
        /** @description For a schedule by the contact’s clock: the contact’s time zone. Absent: its fallback. */
        timeZone?: string;
      };
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ScheduleNowView'];
        };
      };
      /** @description Unauthorized */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemView'];
        };
      };
      /** @description Forbidden */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemView'];
        };
      };
      /** @description Not Found */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemView'];
        };
      };
      /** @description Unprocessable Entity */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemView'];
        };
      };
    };
  };
  SchedulesController_list: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['SchedulePage'];
        };
      };
      /** @description Unauthorized */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemView'];
        };
      };
      /** @description Forbidden */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemView'];
        };
      };
      /** @description Unprocessable Entity */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemView'];
        };
      };
    };
  };
  SchedulesController_create: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['ScheduleDraft'];
      };
    };
    responses: {
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ScheduleView'];
        };
      };
      /** @description Unauthorized */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemView'];
        };
      };
      /** @description Forbidden */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemView'];
        };
      };
      /** @description Conflict */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemView'];
        };
      };
      /** @description Unprocessable Entity */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemView'];
        };
      };
    };
  };
  SchedulesController_read: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ScheduleView'];
        };
      };
      /** @description Unauthorized */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemView'];
        };
      };
      /** @description Forbidden */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemView'];
        };
      };
      /** @description Not Found */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemView'];
        };
      };
      /** @description Unprocessable Entity */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemView'];
        };
      };
    };
  };
  SchedulesController_replace: {
    parameters: {
      query?: never;
      header?: {
        /** @description The ETag that was read. */
        'If-Match'?: string;
      };
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['ScheduleDraft'];
      };
    };
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ScheduleView'];
        };
      };
      /** @description Unauthorized */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemView'];
        };
      };
      /** @description Forbidden */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemView'];
        };
      };
      /** @description Not Found */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemView'];
        };
      };
      /** @description Conflict */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemView'];
        };
      };
      /** @description Precondition Failed */
      412: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemView'];
        };
      };
      /** @description Unprocessable Entity */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemView'];
        };
      };
      /** @description Precondition Required */
      428: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemView'];
        };
      };
    };
  };
  SchedulesController_remove: {
    parameters: {
      query?: {
        /** @description The revision that was read. If there is a newer one, the answer is 409. */
        revision?: number;
      };
      header?: {
        /** @description The ETag that was read. */
        'If-Match'?: string;
      };
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description Unauthorized */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemView'];
        };
      };
      /** @description Forbidden */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemView'];
        };
      };
      /** @description Not Found */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemView'];
        };
      };
      /** @description Conflict */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemView'];
        };
      };
      /** @description Precondition Failed */
      412: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemView'];
        };
      };
      /** @description Unprocessable Entity */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemView'];
        };
      };
    };
  };
  SchedulesController_revisions: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['RevisionPage'];
        };
      };
      /** @description Unauthorized */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemView'];
        };
      };
      /** @description Forbidden */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemView'];
        };
      };
      /** @description Not Found */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemView'];
        };
      };
      /** @description Unprocessable Entity */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemView'];
        };
      };
    };
  };
  SchedulesController_rollback: {
    parameters: {
      query?: never;
      header?: {
        /** @description The ETag that was read. */
        'If-Match'?: string;
      };
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['Rollback'];
      };
    };
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ScheduleView'];
        };
      };
      /** @description Unauthorized */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemView'];
        };
      };
      /** @description Forbidden */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemView'];
        };
      };
      /** @description Not Found */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemView'];
        };
      };
      /** @description Conflict */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemView'];
        };
      };
      /** @description Precondition Failed */
      412: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemView'];
        };
      };
      /** @description Unprocessable Entity */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemView'];
        };
      };
    };
  };
  TemplatesController_list: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['TemplatePage'];
        };
      };
      /** @description Unauthorized */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemView'];
        };
      };
      /** @description Forbidden */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemView'];
        };
      };
      /** @description Unprocessable Entity */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemView'];
        };
      };
    };
  };
  TemplatesController_create: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['TemplateDraft'];
      };
    };
    responses: {
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['TemplateView'];
        };
      };
      /** @description Unauthorized */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemView'];
        };
      };
      /** @description Forbidden */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemView'];
        };
      };
      /** @description Conflict */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemView'];
        };
      };
      /** @description Unprocessable Entity */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemView'];
        };
      };
    };
  };
  TemplatesController_read: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['TemplateView'];
        };
      };
      /** @description Unauthorized */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemView'];
        };
      };
      /** @description Forbidden */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemView'];
        };
      };
      /** @description Not Found */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemView'];
        };
      };
      /** @description Unprocessable Entity */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemView'];
        };
      };
    };
  };
  TemplatesController_replace: {
    parameters: {
      query?: never;
      header?: {
        /** @description The ETag that was read. */
        'If-Match'?: string;
      };
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['TemplateDraft'];
      };
    };
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['TemplateView'];
        };
      };
      /** @description Unauthorized */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemView'];
        };
      };
      /** @description Forbidden */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemView'];
        };
      };
      /** @description Not Found */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemView'];
        };
      };
      /** @description Conflict */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemView'];
        };
      };
      /** @description Precondition Failed */
      412: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemView'];
        };
      };
      /** @description Unprocessable Entity */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemView'];
        };
      };
      /** @description Precondition Required */
      428: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemView'];
        };
      };
    };
  };
  TemplatesController_remove: {
    parameters: {
      query?: {
        /** @description The revision that was read. If there is a newer one, the answer is 409. */
        revision?: number;
      };
      header?: {
        /** @description The ETag that was read. */
        'If-Match'?: string;
      };
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description Unauthorized */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemView'];
        };
      };
      /** @description Forbidden */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemView'];
        };
      };
      /** @description Not Found */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemView'];
        };
      };
      /** @description Conflict */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemView'];
        };
      };
      /** @description Precondition Failed */
      412: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemView'];
        };
      };
      /** @description Unprocessable Entity */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemView'];
        };
      };
    };
  };
  TemplatesController_revisions: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['RevisionPage'];
        };
      };
      /** @description Unauthorized */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemView'];
        };
      };
      /** @description Forbidden */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemView'];
        };
      };
      /** @description Not Found */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemView'];
        };
      };
      /** @description Unprocessable Entity */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemView'];
        };
      };
    };
  };
  TemplatesController_rollback: {
    parameters: {
      query?: never;
      header?: {
        /** @description The ETag that was read. */
        'If-Match'?: string;
      };
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['Rollback'];
      };
    };
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['TemplateView'];
        };
      };
      /** @description Unauthorized */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemView'];
        };
      };
      /** @description Forbidden */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemView'];
        };
      };
      /** @description Not Found */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemView'];
        };
      };
      /** @description Conflict */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemView'];
        };
      };
      /** @description Precondition Failed */
      412: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemView'];
        };
      };
      /** @description Unprocessable Entity */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemView'];
        };
      };
    };
  };
  FlowTrialController_schema: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            [key: string]: unknown;
          };
        };
      };
      /** @description Unauthorized */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemView'];
        };
      };
      /** @description Forbidden */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemView'];
        };
      };
      /** @description Unprocessable Entity */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemView'];
        };
      };
    };
  };
  FlowTrialController_try: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['FlowTrialRequest'];
      };
    };
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['FlowTrialView'];
        };
      };
      /** @description Unauthorized */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemView'];
        };
      };
      /** @description Forbidden */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemView'];
        };
      };
      /** @description Not Found */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemView'];
        };
      };
      /** @description Unprocessable Entity */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemView'];
        };
      };
    };
  };
  FlowTrialController_tryDraft: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['FlowDraftTrialRequest'];
      };
    };
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['FlowTrialView'];
        };
      };
      /** @description Unauthorized */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemView'];
        };
      };
      /** @description Forbidden */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemView'];
        };
      };
      /** @description Unprocessable Entity */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemView'];
        };
      };
    };
  };
  FlowsController_list: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['FlowPage'];
        };
      };
      /** @description Unauthorized */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemView'];
        };
      };
      /** @description Forbidden */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemView'];
        };
      };
      /** @description Unprocessable Entity */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemView'];
        };
      };
    };
  };
  FlowsController_create: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['FlowDraft'];
      };
    };
    responses: {
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['FlowView'];
        };
      };
      /** @description Unauthorized */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemView'];
        };
      };
      /** @description Forbidden */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemView'];
        };
      };
      /** @description Conflict */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemView'];
        };
      };
      /** @description Unprocessable Entity */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemView'];
        };
      };
    };
  };
  FlowsController_read: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['FlowView'];
        };
      };
      /** @description Unauthorized */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemView'];
        };
      };
      /** @description Forbidden */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemView'];
        };
      };
      /** @description Not Found */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemView'];
        };
      };
      /** @description Unprocessable Entity */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemView'];
        };
      };
    };
  };
  FlowsController_replace: {
    parameters: {
      query?: never;
      header?: {
        /** @description The ETag that was read. */
        'If-Match'?: string;
      };
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['FlowDraft'];
      };
    };
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['FlowView'];
        };
      };
      /** @description Unauthorized */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemView'];
        };
      };
      /** @description Forbidden */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemView'];
        };
      };
      /** @description Not Found */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemView'];
        };
      };
      /** @description Conflict */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemView'];
        };
      };
      /** @description Precondition Failed */
      412: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemView'];
        };
      };
      /** @description Unprocessable Entity */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemView'];
        };
      };
      /** @description Precondition Required */
      428: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemView'];
        };
      };
    };
  };
  FlowsController_remove: {
    parameters: {
      query?: {
        /** @description The revision that was read. If there is a newer one, the answer is 409. */
        revision?: number;
      };
      header?: {
        /** @description The ETag that was read. */
        'If-Match'?: string;
      };
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description Unauthorized */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemView'];
        };
      };
      /** @description Forbidden */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemView'];
        };
      };
      /** @description Not Found */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemView'];
        };
      };
      /** @description Conflict */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemView'];
        };
      };
      /** @description Precondition Failed */
      412: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemView'];
        };
      };
      /** @description Unprocessable Entity */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemView'];
        };
      };
    };
  };
  FlowsController_revisions: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['RevisionPage'];
        };
      };
      /** @description Unauthorized */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemView'];
        };
      };
      /** @description Forbidden */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemView'];
        };
      };
      /** @description Not Found */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemView'];
        };
      };
      /** @description Unprocessable Entity */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemView'];
        };
      };
    };
  };
  FlowsController_rollback: {
    parameters: {
      query?: never;
      header?: {
        /** @description The ETag that was read. */
        'If-Match'?: string;
      };
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['Rollback'];
      };
    };
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['FlowView'];
        };
      };
      /** @description Unauthorized */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemView'];
        };
      };
      /** @description Forbidden */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemView'];
        };
      };
      /** @description Not Found */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemView'];
        };
      };
      /** @description Conflict */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemView'];
        };
      };
      /** @description Precondition Failed */
      412: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemView'];
        };
      };
      /** @description Unprocessable Entity */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemView'];
        };
      };
    };
  };
  FlowRunsController_list: {
    parameters: {
      query?: {
        limit?: number;
        /** @description The nextCursor of the page before. */
        cursor?: string;
        status?: 'active' | 'completed' | 'timed_out' | 'cancelled' | 'handed_over' | 'failed';
        conversationId?: string;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['FlowRunPage'];
        };
      };
      /** @description Unauthorized */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemView'];
        };
      };
      /** @description Forbidden */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemView'];
        };
      };
      /** @description Unprocessable Entity */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemView'];
        };
      };
    };
  };
  FlowRunsController_read: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['FlowRunView'];
        };
      };
      /** @description Unauthorized */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemView'];
        };
      };
      /** @description Forbidden */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemView'];
        };
      };
      /** @description Not Found */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemView'];
        };
      };
      /** @description Unprocessable Entity */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemView'];
        };
      };
    };
  };
  FlowRunsController_cancel: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['FlowRunView'];
        };
      };
      /** @description Unauthorized */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemView'];
        };
      };
      /** @description Forbidden */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemView'];
        };
      };
      /** @description Not Found */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemView'];
        };
      };
      /** @description Conflict */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemView'];
        };
      };
      /** @description Unprocessable Entity */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemView'];
        };
      };
    };
  };
  RuleConflictsController_find: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['RuleConflictPage'];
        };
      };
      /** @description Unauthorized */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemView'];
        };
      };
      /** @description Forbidden */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemView'];
        };
      };
      /** @description Unprocessable Entity */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemView'];
        };
      };
    };
  };
  DryRunController_list: {
    parameters: {
      query?: {
        limit?: number;
        /** @description The nextCursor of the page before. */
        cursor?: string;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['DryRunPage'];
        };
      };
      /** @description Unauthorized */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemView'];
        };
      };
      /** @description Forbidden */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemView'];
        };
      };
      /** @description Unprocessable Entity */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemView'];
        };
      };
    };
  };
  DryRunController_start: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['DryRunDraft'];
      };
    };
    responses: {
      202: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['DryRunView'];
        };
      };
      /** @description Unauthorized */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemView'];
        };
      };
      /** @description Forbidden */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemView'];
        };
      };
      /** @description Not Found */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemView'];
        };
      };
      /** @description Unprocessable Entity */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemView'];
        };
      };
      /** @description Too Many Requests */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemView'];
        };
      };
    };
  };
  DryRunsController_read: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['DryRunView'];
        };
      };
      /** @description Unauthorized */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemView'];
        };
      };
      /** @description Forbidden */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemView'];
        };
      };
      /** @description Not Found */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemView'];
        };
      };
      /** @description Unprocessable Entity */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemView'];
        };
      };
    };
  };
  DecisionReplayController_replay: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['DecisionReplayView'];
        };
      };
      /** @description Unauthorized */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemView'];
        };
      };
      /** @description Forbidden */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemView'];
        };
      };
      /** @description Not Found */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemView'];
        };
      };
      /** @description Conflict */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemView'];
        };
      };
      /** @description Unprocessable Entity */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemView'];
        };
      };
    };
  };
  SimulateController_simulate: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['SimulationRequest'];
      };
    };
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['SimulatedDecisionView'];
        };
      };
      /** @description Unauthorized */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemView'];
        };
      };
      /** @description Forbidden */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemView'];
        };
      };
      /** @description Unprocessable Entity */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemView'];
        };
      };
    };
  };
  KillSwitchesController_list: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['KillSwitchPage'];
        };
      };
      /** @description Unauthorized */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemView'];
        };
      };
      /** @description Forbidden */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemView'];
        };
      };
      /** @description Unprocessable Entity */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemView'];
        };
      };
    };
  };
  KillSwitchesController_groups: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['RuleGroupList'];
        };
      };
      /** @description Unauthorized */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemView'];
        };
      };
      /** @description Forbidden */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemView'];
        };
      };
      /** @description Unprocessable Entity */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemView'];
        };
      };
    };
  };
  KillSwitchesController_switchOff: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /** @description `all`, `connection:<id>` or `group:<name>`, URL-encoded. */
        scope: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['SwitchOff'];
      };
    };
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['SwitchedOffView'];
        };
      };
      /** @description Unauthorized */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemView'];
        };
      };
      /** @description Forbidden */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemView'];
        };
      };
      /** @description Unprocessable Entity */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemView'];
        };
      };
    };
  };
  KillSwitchesController_switchOn: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /** @description `all`, `connection:<id>` or `group:<name>`, URL-encoded. */
        scope: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description Unauthorized */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemView'];
        };
      };
      /** @description Forbidden */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemView'];
        };
      };
      /** @description Not Found */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemView'];
        };
      };
      /** @description Unprocessable Entity */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemView'];
        };
      };
    };
  };
  ReplySettingsController_read: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ReplySettingsView'];
        };
      };
      /** @description Unauthorized */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemView'];
        };
      };
      /** @description Forbidden */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemView'];
        };
      };
      /** @description Unprocessable Entity */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemView'];
        };
      };
    };
  };
  ReplySettingsController_replace: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['ReplySettingsDraft'];
      };
    };
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ReplySettingsView'];
        };
      };
      /** @description Unauthorized */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemView'];
        };
      };
      /** @description Forbidden */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemView'];
        };
      };
      /** @description Conflict */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemView'];
        };
      };
      /** @description Unprocessable Entity */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemView'];
        };
      };
    };
  };
  ConnectionsController_list: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ConnectionPage'];
        };
      };
      /** @description Unauthorized */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemView'];
        };
      };
      /** @description Forbidden */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemView'];
        };
      };
      /** @description Unprocessable Entity */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemView'];
        };
      };
    };
  };
  ConnectionsController_create: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['NewConnection'];
      };
    };
    responses: {
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ConnectionView'];
        };
      };
      /** @description Unauthorized */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemView'];
        };
      };
      /** @description Forbidden */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemView'];
        };
      };
      /** @description Conflict */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemView'];
        };
      };
      /** @description Unprocessable Entity */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemView'];
        };
      };
    };
  };
  ConnectionsController_read: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ConnectionView'];
        };
      };
      /** @description Unauthorized */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemView'];
        };
      };
      /** @description Forbidden */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemView'];
        };
      };
      /** @description Not Found */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemView'];
        };
      };
      /** @description Unprocessable Entity */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemView'];
        };
      };
    };
  };
  ConnectionsController_change: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['ConnectionChange'];
      };
    };
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ConnectionView'];
        };
      };
      /** @description Unauthorized */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemView'];
        };
      };
      /** @description Forbidden */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemView'];
        };
      };
      /** @description Not Found */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemView'];
        };
      };
      /** @description Conflict */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemView'];
        };
      };
      /** @description Unprocessable Entity */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemView'];
        };
      };
    };
  };
  ConnectionsController_test: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ConnectionTestView'];
        };
      };
      /** @description Unauthorized */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemView'];
        };
      };
      /** @description Forbidden */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemView'];
        };
      };
      /** @description Not Found */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemView'];
        };
      };
      /** @description Conflict */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemView'];
        };
      };
      /** @description Unprocessable Entity */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemView'];
        };
      };
    };
  };
  ConnectionsController_register: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['WebhookRegistrationRequest'];
      };
    };
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['RegisteredWebhookPage'];
        };
      };
      /** @description Unauthorized */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemView'];
        };
      };
      /** @description Forbidden */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemView'];
        };
      };
      /** @description Not Found */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemView'];
        };
      };
      /** @description Conflict */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemView'];
        };
      };
      /** @description Unprocessable Entity */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemView'];
        };
      };
      /** @description Bad Gateway */
      502: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemView'];
        };
      };
    };
  };
  ConnectionsController_webhooks: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['RegisteredWebhookPage'];
        };
      };
      /** @description Unauthorized */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemView'];
        };
      };
      /** @description Forbidden */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemView'];
        };
      };
      /** @description Not Found */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemView'];
        };
      };
      /** @description Conflict */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemView'];
        };
      };
      /** @description Unprocessable Entity */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemView'];
        };
      };
      /** @description Bad Gateway */
      502: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemView'];
        };
      };
    };
  };
  ConnectionsController_changeWebhook: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
        webhookId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['WebhookChange'];
      };
    };
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['RegisteredWebhookView'];
        };
      };
      /** @description Unauthorized */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemView'];
        };
      };
      /** @description Forbidden */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemView'];
        };
      };
      /** @description Not Found */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemView'];
        };
      };
      /** @description Conflict */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemView'];
        };
      };
      /** @description Unprocessable Entity */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemView'];
        };
      };
      /** @description Bad Gateway */
      502: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemView'];
        };
      };
    };
  };
  ConnectionsController_removeWebhook: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
        webhookId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description Unauthorized */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemView'];
        };
      };
      /** @description Forbidden */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemView'];
        };
      };
      /** @description Not Found */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemView'];
        };
      };
      /** @description Conflict */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemView'];
        };
      };
      /** @description Unprocessable Entity */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemView'];
        };
      };
      /** @description Bad Gateway */
      502: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemView'];
        };
      };
    };
  };
  IdentitySessionsController_read: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['IdentitySessionView'];
        };
      };
      /** @description Unauthorized */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemView'];
        };
      };
      /** @description Forbidden */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemView'];
        };
      };
      /** @description Not Found */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemView'];
        };
      };
      /** @description Unprocessable Entity */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemView'];
        };
      };
    };
  };
  IdentitySessionsController_link: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['IdentityLinkRequest'];
      };
    };
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['IdentitySessionView'];
        };
      };
      /** @description Unauthorized */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemView'];
        };
      };
      /** @description Forbidden */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemView'];
        };
      };
      /** @description Unprocessable Entity */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemView'];
        };
      };
    };
  };
  StatsController_read: {
    parameters: {
      query?: {
        /** @description From when on to count; 24 hours ago when absent, 31 days ago at the furthest. */
        since?: string;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['StatsView'];
        };
      };
      /** @description Unauthorized */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemView'];
        };
      };
      /** @description Forbidden */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemView'];
        };
      };
      /** @description Unprocessable Entity */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemView'];
        };
      };
    };
  };
  StatsController_series: {
    parameters: {
      query?: {
        /** @description From when on to count; 24 hours ago when absent, 31 days ago at the furthest. */
        since?: string;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['StatsSeriesView'];
        };
      };
      /** @description Unauthorized */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemView'];
        };
      };
      /** @description Forbidden */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemView'];
        };
      };
      /** @description Unprocessable Entity */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemView'];
        };
      };
    };
  };
  QueuesController_read: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['QueuesView'];
        };
      };
      /** @description Unauthorized */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemView'];
        };
      };
      /** @description Forbidden */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemView'];
        };
      };
      /** @description Unprocessable Entity */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemView'];
        };
      };
    };
  };
  StreamController_listen: {
    parameters: {
      query?: {
        /** @description Begins with so many of the latest decisions. */
        last?: number;
      };
      header?: {
        /** @description Goes on after this event. An EventSource sends it by itself when it comes back. */
        'Last-Event-ID'?: string;
      };
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Goes on until somebody ends it, 15 minutes at most. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description Unauthorized */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemView'];
        };
      };
      /** @description Forbidden */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemView'];
        };
      };
      /** @description Unprocessable Entity */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemView'];
        };
      };
      /** @description Service Unavailable */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemView'];
        };
      };
    };
  };
  SandboxController_read: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['SandboxView'];
        };
      };
      /** @description Unauthorized */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemView'];
        };
      };
      /** @description Forbidden */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemView'];
        };
      };
      /** @description Unprocessable Entity */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemView'];
        };
      };
    };
  };
  SandboxController_handset: {
    parameters: {
      query: {
        provider: 'contiguity' | 'integify' | 'connectly';
        channel: 'sms' | 'mms' | 'imessage' | 'whatsapp' | 'email';
        /** @description The customer’s number or e-mail address. */
        address: string;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['HandsetView'];
        };
      };
      /** @description Unauthorized */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemView'];
        };
      };
      /** @description Forbidden */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemView'];
        };
      };
      /** @description Conflict */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemView'];
        };
      };
      /** @description Unprocessable Entity */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemView'];
        };
      };
    };
  };
  SandboxController_say: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['HandsetMessage'];
      };
    };
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['SandboxDeliveryView'];
        };
      };
      /** @description Unauthorized */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemView'];
        };
      };
      /** @description Forbidden */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemView'];
        };
      };
      /** @description Conflict */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemView'];
        };
      };
      /** @description Unprocessable Entity */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemView'];
        };
      };
    };
  };
  WebhookCallsController_list: {
    parameters: {
      query?: {
        limit?: number;
        /** @description The nextCursor of the page before. */
        cursor?: string;
        state?: 'queued' | 'sending' | 'delivered' | 'failed';
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['WebhookCallPage'];
        };
      };
      /** @description Unauthorized */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemView'];
        };
      };
      /** @description Forbidden */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemView'];
        };
      };
      /** @description Unprocessable Entity */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemView'];
        };
      };
    };
  };
  WebhookCallsController_read: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['WebhookCallView'];
        };
      };
      /** @description Unauthorized */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemView'];
        };
      };
      /** @description Forbidden */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemView'];
        };
      };
      /** @description Not Found */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemView'];
        };
      };
      /** @description Unprocessable Entity */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemView'];
        };
      };
    };
  };
  WebhookCallsController_retry: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['WebhookCallView'];
        };
      };
      /** @description Unauthorized */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemView'];
        };
      };
      /** @description Forbidden */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemView'];
        };
      };
      /** @description Not Found */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemView'];
        };
      };
      /** @description Conflict */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemView'];
        };
      };
      /** @description Unprocessable Entity */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemView'];
        };
      };
    };
  };
  WebhookSecretsController_list: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['WebhookSecretPage'];
        };
      };
      /** @description Unauthorized */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemView'];
        };
      };
      /** @description Forbidden */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemView'];
        };
      };
      /** @description Unprocessable Entity */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemView'];
        };
      };
    };
  };
  WebhookSecretsController_rotate: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['RevealedWebhookSecretView'];
        };
      };
      /** @description Unauthorized */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemView'];
        };
      };
      /** @description Forbidden */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemView'];
        };
      };
      /** @description Unprocessable Entity */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemView'];
        };
      };
    };
  };
  WebhookSecretsController_reveal: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['RevealedWebhookSecretView'];
        };
      };
      /** @description Unauthorized */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemView'];
        };
      };
      /** @description Forbidden */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemView'];
        };
      };
      /** @description Not Found */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemView'];
        };
      };
      /** @description Conflict */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemView'];
        };
      };
      /** @description Unprocessable Entity */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemView'];
        };
      };
    };
  };
  ModelCallsController_list: {
    parameters: {
      query?: {
        limit?: number;
        /** @description The nextCursor of the page before. */
        cursor?: string;
        state?:
          'queued' | 'calling' | 'draft' | 'answered' | 'fallen_back' | 'refused' | 'failed' | 'discarded';
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ModelCallPage'];
        };
      };
      /** @description Unauthorized */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemView'];
        };
      };
      /** @description Forbidden */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemView'];
        };
      };
      /** @description Unprocessable Entity */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemView'];
        };
      };
    };
  };
  ModelCallsController_read: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ModelCallDetailView'];
        };
      };
      /** @description Unauthorized */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemView'];
        };
      };
      /** @description Forbidden */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemView'];
        };
      };
      /** @description Not Found */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemView'];
        };
      };
      /** @description Unprocessable Entity */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemView'];
        };
      };
    };
  };
  ModelCallsController_send: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['DraftToSend'];
      };
    };
    responses: {
      202: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ModelCallDetailView'];
        };
      };
      /** @description Unauthorized */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemView'];
        };
      };
      /** @description Forbidden */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemView'];
        };
      };
      /** @description Not Found */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemView'];
        };
      };
      /** @description Conflict */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemView'];
        };
      };
      /** @description Unprocessable Entity */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemView'];
        };
      };
    };
  };
  ModelCallsController_discard: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ModelCallDetailView'];
        };
      };
      /** @description Unauthorized */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemView'];
        };
      };
      /** @description Forbidden */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemView'];
        };
      };
      /** @description Not Found */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemView'];
        };
      };
      /** @description Conflict */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemView'];
        };
      };
      /** @description Unprocessable Entity */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemView'];
        };
      };
    };
  };
  SessionController_read: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['SessionView'];
        };
      };
      /** @description Unauthorized */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemView'];
        };
      };
      /** @description Forbidden */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemView'];
        };
      };
      /** @description Unprocessable Entity */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemView'];
        };
      };
    };
  };
  SessionController_enter: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['Credentials'];
      };
    };
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['SessionView'];
        };
      };
      /** @description Unauthorized */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemView'];
        };
      };
      /** @description Forbidden */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemView'];
        };
      };
      /** @description Unprocessable Entity */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemView'];
        };
      };
      /** @description Too Many Requests */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemView'];
        };
      };
      /** @description Service Unavailable */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemView'];
        };
      };
    };
  };
  SessionController_leave: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description Unauthorized */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemView'];
        };
      };
      /** @description Forbidden */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemView'];
        };
      };
      /** @description Conflict */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemView'];
        };
      };
      /** @description Unprocessable Entity */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemView'];
        };
      };
    };
  };
  SessionController_changePassword: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['PasswordChange'];
      };
    };
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['SessionView'];
        };
      };
      /** @description Unauthorized */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemView'];
        };
      };
      /** @description Forbidden */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemView'];
        };
      };
      /** @description Conflict */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemView'];
        };
      };
      /** @description Unprocessable Entity */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemView'];
        };
      };
      /** @description Too Many Requests */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemView'];
        };
      };
      /** @description Service Unavailable */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemView'];
        };
      };
    };
  };
  OwnSessionsController_list: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['OwnSessionPage'];
        };
      };
      /** @description Unauthorized */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemView'];
        };
      };
      /** @description Forbidden */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemView'];
        };
      };
      /** @description Conflict */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemView'];
        };
      };
      /** @description Unprocessable Entity */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemView'];
        };
      };
    };
  };
  OwnSessionsController_endAll: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description Unauthorized */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemView'];
        };
      };
      /** @description Forbidden */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemView'];
        };
      };
      /** @description Conflict */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemView'];
        };
      };
      /** @description Unprocessable Entity */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemView'];
        };
      };
    };
  };
  OwnSessionsController_end: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description Unauthorized */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemView'];
        };
      };
      /** @description Forbidden */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemView'];
        };
      };
      /** @description Not Found */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemView'];
        };
      };
      /** @description Conflict */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemView'];
        };
      };
      /** @description Unprocessable Entity */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemView'];
        };
      };
    };
  };
  WelcomeController_read: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['LinkToken'];
      };
    };
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['GreetingView'];
        };
      };
      /** @description Unauthorized */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemView'];
        };
      };
      /** @description Forbidden */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemView'];
        };
      };
      /** @description Not Found */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemView'];
        };
      };
      /** @description Unprocessable Entity */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemView'];
        };
      };
    };
  };
  WelcomeController_accept: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['Acceptance'];
      };
    };
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['SessionView'];
        };
      };
      /** @description Unauthorized */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemView'];
        };
      };
      /** @description Forbidden */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemView'];
        };
      };
      /** @description Not Found */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemView'];
        };
      };
      /** @description Unprocessable Entity */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemView'];
        };
      };
      /** @description Service Unavailable */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemView'];
        };
      };
    };
  };
  UsersController_list: {
    parameters: {
      query?: {
        limit?: number;
        /** @description The nextCursor of the page before. */
        cursor?: string;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['UserPage'];
        };
      };
      /** @description Unauthorized */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemView'];
        };
      };
      /** @description Forbidden */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemView'];
        };
      };
      /** @description Unprocessable Entity */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemView'];
        };
      };
    };
  };
  UsersController_invite: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['NewUser'];
      };
    };
    responses: {
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['InvitedUserView'];
        };
      };
      /** @description Unauthorized */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemView'];
        };
      };
      /** @description Forbidden */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemView'];
        };
      };
      /** @description Conflict */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemView'];
        };
      };
      /** @description Unprocessable Entity */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemView'];
        };
      };
    };
  };
  UsersController_read: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['UserView'];
        };
      };
      /** @description Unauthorized */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemView'];
        };
      };
      /** @description Forbidden */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemView'];
        };
      };
      /** @description Not Found */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemView'];
        };
      };
      /** @description Unprocessable Entity */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemView'];
        };
      };
    };
  };
  UsersController_change: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['UserPatch'];
      };
    };
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['UserView'];
        };
      };
      /** @description Unauthorized */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemView'];
        };
      };
      /** @description Forbidden */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemView'];
        };
      };
      /** @description Not Found */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemView'];
        };
      };
      /** @description Conflict */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemView'];
        };
      };
      /** @description Unprocessable Entity */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemView'];
        };
      };
    };
  };
  UsersController_link: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['InvitedUserView'];
        };
      };
      /** @description Unauthorized */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemView'];
        };
      };
      /** @description Forbidden */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemView'];
        };
      };
      /** @description Not Found */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemView'];
        };
      };
      /** @description Conflict */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemView'];
        };
      };
      /** @description Unprocessable Entity */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemView'];
        };
      };
    };
  };
  UsersController_unlock: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description Unauthorized */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemView'];
        };
      };
      /** @description Forbidden */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemView'];
        };
      };
      /** @description Not Found */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemView'];
        };
      };
      /** @description Unprocessable Entity */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemView'];
        };
      };
    };
  };
  TokensController_list: {
    parameters: {
      query?: {
        limit?: number;
        /** @description The nextCursor of the page before. */
        cursor?: string;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['TokenPage'];
        };
      };
      /** @description Unauthorized */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemView'];
        };
      };
      /** @description Forbidden */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemView'];
        };
      };
      /** @description Unprocessable Entity */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemView'];
        };
      };
    };
  };
  TokensController_create: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['NewToken'];
      };
    };
    responses: {
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['NewTokenView'];
        };
      };
      /** @description Unauthorized */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemView'];
        };
      };
      /** @description Forbidden */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemView'];
        };
      };
      /** @description Unprocessable Entity */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemView'];
        };
      };
    };
  };
  TokensController_revoke: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description Unauthorized */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemView'];
        };
      };
      /** @description Forbidden */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemView'];
        };
      };
      /** @description Not Found */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemView'];
        };
      };
      /** @description Unprocessable Entity */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemView'];
        };
      };
    };
  };
  AuditController_list: {
    parameters: {
      query?: {
        limit?: number;
        /** @description The nextCursor of the page before. */
        cursor?: string;
        /** @description Who: an e-mail address, `token <name>`, or `api token`. */
        actor?: string;
        /** @description What was done, as `rules.update`; `rules.` finds everything that was done to rules. */
        action?: string;
        /** @description The collection, as in the API’s paths: `rules`. */
        subjectKind?: string;
        /** @description The id of what was changed. */
        subjectId?: string;
        /** @description From then on. */
        since?: string;
        /** @description Before then. */
        until?: string;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['AuditPage'];
        };
      };
      /** @description Unauthorized */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemView'];
        };
      };
      /** @description Forbidden */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemView'];
        };
      };
      /** @description Unprocessable Entity */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemView'];
        };
      };
    };
  };
}

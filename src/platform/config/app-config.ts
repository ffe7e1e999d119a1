import type { ProviderName } from '../../messaging/provider.js';

/** What the environment makes of one provider: its connection named `default`. */
export type ProviderConfig = {
  readonly apiKey: string | undefined;
  readonly webhookSecrets: readonly string[];
  readonly baseUrl: string | undefined;
  readonly businessId?: string;
  readonly senderId?: string;
};

/** The language model that rules may ask, and how much. */
export type LanguageModelConfig = {
  /** Without a slash at its end; `/chat/completions` follows. */
  readonly baseUrl: string;
  readonly apiKey: string | undefined;
  readonly name: string;
  readonly timeoutMs: number;
  readonly budget: {
    readonly callsPerContact: number;
    readonly callsPerDay: number;
    readonly tokensPerDay: number;
  };
};

export type ProcessRole = 'all' | 'web' | 'worker';

/** The validated configuration, nested by subject. Holds secrets: never log it. */
export type AppConfig = {
  readonly http: {
    readonly host: string;
    readonly port: number;
    readonly publicUrl: string | undefined;
    /** Whose X-Forwarded-For is believed: addresses, and networks as 10.0.0.0/8. */
    readonly trustedProxies: readonly string[];
  };
  readonly role: ProcessRole;
  readonly dataDir: string;
  /** Absent: the embedded PostgreSQL in `dataDir`. */
  readonly databaseUrl: string | undefined;
  /** Absent: the queue lives in PostgreSQL. */
  readonly redisUrl: string | undefined;
  /** Encrypts provider secrets. Absent only in embedded mode, where one is generated into `dataDir`. */
  readonly secret: string | undefined;
  readonly apiToken: string | undefined;
  readonly firstAdministrator: { readonly email: string; readonly password: string } | undefined;
  readonly brand: string;
  readonly helpContact: string | undefined;
  /** `auto` was resolved: the demo is on when no provider is configured and one process does everything. */
  readonly isDemo: boolean;
  /** How long an unclear stop may stay unsettled before it counts as an opt-out. */
  readonly holdTimeoutMs: number;
  /** Above so many firings in the past a rule needs a dry run before it goes live; 0 is never. */
  readonly armingThreshold: number;
  readonly logLevel: string;
  /** Rules may call plain http addresses of this machine: for trying outbound webhooks on. */
  readonly allowsLocalWebhooks: boolean;
  /** Absent: no rule may ask a language model. */
  readonly languageModel: LanguageModelConfig | undefined;
  readonly webhookBodyLimitBytes: number;
  readonly providers: Readonly<Partial<Record<ProviderName, ProviderConfig>>>;
};

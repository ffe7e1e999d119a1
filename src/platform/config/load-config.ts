import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { plainToInstance } from 'class-transformer';
import { validateSync } from 'class-validator';
import type { AppConfig, ProviderConfig } from './app-config.js';
import { EnvironmentVariables, SECRET_VARIABLES } from './environment.js';

type Environment = Readonly<Record<string, string | undefined>>;

/** The configuration cannot be used. `problems` names variables and rules; it never holds a value. */
export class ConfigurationError extends Error {
  constructor(readonly problems: readonly string[]) {
    super(
      `The configuration has ${problems.length === 1 ? 'a problem' : `${problems.length} problems`}:\n${problems.map((problem) => `  - ${problem}`).join('\n')}`,
    );
    this.name = 'ConfigurationError';
  }
}

/** Reads and checks the whole environment at once, so that one start shows every problem. */
export function loadConfig(environment: Environment = process.env): AppConfig {
  const problems: string[] = [];
  const given = withoutEmpty(environment);
  for (const name of SECRET_VARIABLES) readSecretFile(name, given, problems);

  const variables = plainToInstance(EnvironmentVariables, given, { exposeDefaultValues: true });
  for (const failure of validateSync(variables, { forbidUnknownValues: false })) {
    for (const rule of Object.values(failure.constraints ?? {})) {
      problems.push(`${failure.property}: ${rule.replace(`${failure.property} `, '')}`);
    }
  }
  problems.push(...problemsBetween(variables));
  if (problems.length > 0) throw new ConfigurationError(problems);
  return toAppConfig(variables);
}

function withoutEmpty(environment: Environment): Record<string, string> {
  return Object.fromEntries(
    Object.entries(environment).flatMap(([name, value]) =>
      value === undefined || value === '' ? [] : [[name, value]],
    ),
  );
}

function readSecretFile(name: string, given: Record<string, string>, problems: string[]): void {
  const path = given[`${name}_FILE`];
  if (path === undefined) return;
  if (given[name] !== undefined) {
    problems.push(`${name} and ${name}_FILE are both set; keep one of them`);
    return;
  }
  try {
    given[name] = readFileSync(path, 'utf8').trim();
  } catch {
    problems.push(`${name}_FILE names a file that cannot be read`);
  }
}

/** Rules that span several variables. */
function problemsBetween(variables: EnvironmentVariables): string[] {
  const problems: string[] = [];
  if (variables.DATABASE_URL !== undefined && variables.HEED_SECRET === undefined) {
    problems.push('HEED_SECRET is required with DATABASE_URL: every process must encrypt with the same key');
  }
  if (variables.DATABASE_URL === undefined && variables.HEED_ROLE !== 'all') {
    problems.push('HEED_ROLE needs DATABASE_URL: the embedded database serves one process with the role all');
  }
  if (variables.HEED_DEMO === 'on' && variables.HEED_ROLE !== 'all') {
    problems.push('HEED_DEMO=on needs HEED_ROLE=all: the sandbox lives in the process that uses it');
  }
  if (variables.CONNECTLY_API_KEY !== undefined && variables.CONNECTLY_BUSINESS_ID === undefined) {
    problems.push(
      'CONNECTLY_BUSINESS_ID is required with CONNECTLY_API_KEY: it is part of every address of that API',
    );
  }
  if ((variables.HEED_MODEL_BASE_URL === undefined) !== (variables.HEED_MODEL_NAME === undefined)) {
    problems.push('HEED_MODEL_BASE_URL and HEED_MODEL_NAME belong together; set both or neither');
  }
  if ((variables.HEED_ADMIN_EMAIL === undefined) !== (variables.HEED_ADMIN_PASSWORD === undefined)) {
    problems.push('HEED_ADMIN_EMAIL and HEED_ADMIN_PASSWORD belong together; set both or neither');
  }
  return problems;
}

function toAppConfig(variables: EnvironmentVariables): AppConfig {
  const providers = providersOf(variables);
  const isUnconfigured = Object.keys(providers).length === 0;
  return {
    http: {
      host: variables.HOST,
      port: variables.PORT,
      publicUrl: variables.HEED_PUBLIC_URL?.replace(/\/+$/, ''),
      trustedProxies: variables.HEED_TRUSTED_PROXIES,
    },
    role: variables.HEED_ROLE,
    dataDir: resolve(variables.HEED_DATA_DIR),
    databaseUrl: variables.DATABASE_URL,
    redisUrl: variables.REDIS_URL,
    secret: variables.HEED_SECRET,
    apiToken: variables.HEED_API_TOKEN,
    firstAdministrator:
      variables.HEED_ADMIN_EMAIL !== undefined && variables.HEED_ADMIN_PASSWORD !== undefined
        ? { email: variables.HEED_ADMIN_EMAIL, password: variables.HEED_ADMIN_PASSWORD }
        : undefined,
    brand: variables.HEED_BRAND,
    helpContact: variables.HEED_HELP_CONTACT,
    isDemo:
      variables.HEED_DEMO === 'on' ||
      (variables.HEED_DEMO === 'auto' && isUnconfigured && variables.HEED_ROLE === 'all'),
    holdTimeoutMs: variables.HEED_HOLD_HOURS * 3_600_000,
    armingThreshold: variables.HEED_ARMING_THRESHOLD,
    logLevel: variables.LOG_LEVEL,
    allowsLocalWebhooks: variables.HEED_WEBHOOKS_TO_LOOPBACK === 'on',
    languageModel: languageModelOf(variables),
    webhookBodyLimitBytes: variables.HEED_WEBHOOK_BODY_LIMIT_BYTES,
    providers,
  };
}

function languageModelOf(variables: EnvironmentVariables): AppConfig['languageModel'] {
  const { HEED_MODEL_BASE_URL: baseUrl, HEED_MODEL_NAME: name } = variables;
  if (baseUrl === undefined || name === undefined) return undefined;
  return {
    baseUrl: baseUrl.replace(/\/+$/, ''),
    apiKey: variables.HEED_MODEL_API_KEY,
    name,
    timeoutMs: variables.HEED_MODEL_TIMEOUT_SECONDS * 1_000,
    budget: {
      callsPerContact: variables.HEED_MODEL_CALLS_PER_CONTACT,
      callsPerDay: variables.HEED_MODEL_CALLS_PER_DAY,
      tokensPerDay: variables.HEED_MODEL_TOKENS_PER_DAY,
    },
  };
}

function providersOf(variables: EnvironmentVariables): AppConfig['providers'] {
  const contiguity = providerConfig(
    variables.CONTIGUITY_API_KEY,
    variables.CONTIGUITY_WEBHOOK_SECRET,
    variables.CONTIGUITY_BASE_URL,
  );
  const integify = providerConfig(
    variables.INTEGIFY_API_KEY,
    variables.INTEGIFY_WEBHOOK_SECRET,
    variables.INTEGIFY_BASE_URL,
  );
  const connectly = providerConfig(
    variables.CONNECTLY_API_KEY,
    variables.CONNECTLY_WEBHOOK_SECRET,
    variables.CONNECTLY_BASE_URL,
  );
  const { INTEGIFY_SENDER_ID: senderId, CONNECTLY_BUSINESS_ID: businessId } = variables;
  return {
    ...(contiguity && { contiguity }),
    ...(integify && { integify: { ...integify, ...(senderId !== undefined && { senderId }) } }),
    ...(connectly && { connectly: { ...connectly, ...(businessId !== undefined && { businessId }) } }),
  };
}

function providerConfig(
  apiKey: string | undefined,
  webhookSecrets: readonly string[] = [],
  baseUrl: string | undefined,
): ProviderConfig | undefined {
  if (apiKey === undefined && webhookSecrets.length === 0) return undefined;
  return { apiKey, webhookSecrets, baseUrl: baseUrl?.replace(/\/+$/, '') };
}

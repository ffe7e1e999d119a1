import 'reflect-metadata';
import { Transform, Type } from 'class-transformer';
import {
  IsEmail,
  IsIn,
  IsInt,
  IsOptional,
  IsUrl,
  Matches,
  Max,
  MaxLength,
  Min,
  MinLength,
  ValidateBy,
} from 'class-validator';
import ipaddr from 'ipaddr.js';

const URL_RULE = { require_tld: false, protocols: ['http', 'https'], require_protocol: true };

/** Splits `a,b` into its parts: every webhook secret may be a list, so that it can be rotated without a gap. */
function commaSeparated({ value }: { value: unknown }): unknown {
  if (typeof value !== 'string') return value;
  const parts = value.split(',').map((part) => part.trim());
  return parts.filter((part) => part !== '');
}

function WebhookSecrets(): PropertyDecorator {
  return (target, key) => {
    IsOptional()(target, key);
    Transform(commaSeparated)(target, key);
    MinLength(8, { each: true, message: 'each secret must be at least 8 characters' })(target, key);
  };
}

function isNetwork(value: unknown): boolean {
  return typeof value === 'string' && (ipaddr.isValid(value) || ipaddr.isValidCIDR(value));
}

/** The environment as it is written (docs/configuration.md), each variable with its rule. Nothing else reads `process.env`. */
export class EnvironmentVariables {
  @Type(() => Number)
  @IsInt()
  @Min(0)
  @Max(65535)
  PORT: number = 3000;

  @MinLength(1)
  HOST: string = '127.0.0.1';

  @MinLength(1)
  HEED_DATA_DIR: string = '.heed';

  @IsOptional()
  @Matches(/^postgres(ql)?:\/\//, { message: 'must be a postgresql:// address' })
  DATABASE_URL?: string;

  @IsOptional()
  @Matches(/^rediss?:\/\//, { message: 'must be a redis:// or rediss:// address' })
  REDIS_URL?: string;

  @IsIn(['all', 'web', 'worker'])
  HEED_ROLE: 'all' | 'web' | 'worker' = 'all';

  @IsOptional()
  @IsUrl(URL_RULE)
  HEED_PUBLIC_URL?: string;

  @Transform(commaSeparated)
  @ValidateBy(
    {
      name: 'isNetwork',
      validator: {
        validate: isNetwork,
        defaultMessage: () => 'must be addresses or networks such as 10.0.0.0/8',
      },
    },
    { each: true },
  )
  HEED_TRUSTED_PROXIES: string[] = ['127.0.0.1', '::1'];

  @IsOptional()
  @MinLength(32)
  HEED_SECRET?: string;

  @IsOptional()
  @IsEmail()
  HEED_ADMIN_EMAIL?: string;

  @IsOptional()
  @MinLength(12)
  HEED_ADMIN_PASSWORD?: string;

  @IsOptional()
  @MinLength(32)
  HEED_API_TOKEN?: string;

  @MaxLength(40)
  HEED_BRAND: string = 'Heed';

  @IsOptional()
  @MaxLength(60)
  HEED_HELP_CONTACT?: string;

  /** Hours after which an unclear stop that nobody settled counts as an opt-out. */
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(24 * 30)
  HEED_HOLD_HOURS: number = 24;

  /** A rule that would have fired more often than this in the last 30 days needs a dry run before it goes live. 0: no rule ever needs one. */
  @Type(() => Number)
  @IsInt()
  @Min(0)
  @Max(1_000_000)
  HEED_ARMING_THRESHOLD: number = 50;

  @IsIn(['auto', 'on', 'off'])
  HEED_DEMO: 'auto' | 'on' | 'off' = 'auto';

  /** Lets rules call plain http addresses of this machine, for trying outbound webhooks on. Never where customers write. */
  @IsIn(['on', 'off'])
  HEED_WEBHOOKS_TO_LOOPBACK: 'on' | 'off' = 'off';

  /** An OpenAI-compatible API. Set together with HEED_MODEL_NAME; without both no rule can ask a language model. */
  @IsOptional()
  @IsUrl(URL_RULE)
  HEED_MODEL_BASE_URL?: string;

  @IsOptional()
  @MinLength(8)
  HEED_MODEL_API_KEY?: string;

  @IsOptional()
  @MaxLength(200)
  HEED_MODEL_NAME?: string;

  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(60)
  HEED_MODEL_TIMEOUT_SECONDS: number = 10;

  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(1_000)
  HEED_MODEL_CALLS_PER_CONTACT: number = 5;

  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(1_000_000)
  HEED_MODEL_CALLS_PER_DAY: number = 500;

  @Type(() => Number)
  @IsInt()
  @Min(1_000)
  @Max(1_000_000_000)
  HEED_MODEL_TOKENS_PER_DAY: number = 1_000_000;

  @IsIn(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'])
  LOG_LEVEL: 'fatal' | 'error' | 'warn' | 'info' | 'debug' | 'trace' | 'silent' = 'info';

  @Type(() => Number)
  @IsInt()
  @Min(1024)
  @Max(16 * 1024 * 1024)
  HEED_WEBHOOK_BODY_LIMIT_BYTES: number = 256 * 1024;

  @IsOptional()
  @MinLength(8)
  CONTIGUITY_API_KEY?: string;

  @WebhookSecrets()
  CONTIGUITY_WEBHOOK_SECRET?: string[];

  @IsOptional()
  @IsUrl(URL_RULE)
  CONTIGUITY_BASE_URL?: string;

  @IsOptional()
  @MinLength(8)
  INTEGIFY_API_KEY?: string;

  @WebhookSecrets()
  INTEGIFY_WEBHOOK_SECRET?: string[];

  @IsOptional()
  @MaxLength(40)
  INTEGIFY_SENDER_ID?: string;

  @IsOptional()
  @IsUrl(URL_RULE)
  INTEGIFY_BASE_URL?: string;

  @IsOptional()
  @MinLength(8)
  CONNECTLY_API_KEY?: string;

  @IsOptional()
  @MinLength(1)
  CONNECTLY_BUSINESS_ID?: string;

  @WebhookSecrets()
  CONNECTLY_WEBHOOK_SECRET?: string[];

  @IsOptional()
  @IsUrl(URL_RULE)
  CONNECTLY_BASE_URL?: string;
}

/** The variables that may also be given as the path of a file that holds them: `NAME_FILE`. */
export const SECRET_VARIABLES = [
  'DATABASE_URL',
  'REDIS_URL',
  'HEED_SECRET',
  'HEED_ADMIN_PASSWORD',
  'HEED_API_TOKEN',
  'HEED_MODEL_API_KEY',
  'CONTIGUITY_API_KEY',
  'CONTIGUITY_WEBHOOK_SECRET',
  'INTEGIFY_API_KEY',
  'INTEGIFY_WEBHOOK_SECRET',
  'CONNECTLY_API_KEY',
  'CONNECTLY_WEBHOOK_SECRET',
] as const;

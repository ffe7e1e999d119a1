import { Inject, Injectable } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import { DEFAULT_CONNECTION } from '../../connections/connection-registry.js';
import { RUNTIME } from '../../platform/platform.module.js';
import type { Runtime } from '../../platform/runtime.js';

/** The addresses that providers have to call. */
@Injectable()
export class WebhookAddresses {
  constructor(
    private readonly http: HttpAdapterHost,
    @Inject(RUNTIME) private readonly runtime: Runtime,
  ) {}

  /** HEED_PUBLIC_URL, when it is set: what the internet sees. */
  get publicUrl(): string | undefined {
    return this.runtime.config.http.publicUrl;
  }

  /** Under the public address, or under the one that this process listens at. */
  of(connection: { readonly provider: string; readonly name: string }): string {
    return webhookUrl(this.publicUrl ?? this.listeningAt(), connection);
  }

  private listeningAt(): string {
    const { host, port } = this.runtime.config.http;
    const bound: unknown = this.http.httpAdapter.getHttpServer().address();
    return `http://${host}:${portOf(bound) ?? port}`;
  }
}

export function webhookUrl(
  base: string,
  { provider, name }: { readonly provider: string; readonly name: string },
): string {
  return `${base}/webhooks/${provider}${name === DEFAULT_CONNECTION ? '' : `/${name}`}`;
}

/** The port that was really bound: port 0 means any. */
function portOf(bound: unknown): number | undefined {
  return typeof bound === 'object' && bound !== null && 'port' in bound && typeof bound.port === 'number'
    ? bound.port
    : undefined;
}

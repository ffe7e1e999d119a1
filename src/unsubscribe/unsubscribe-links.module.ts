import { Module } from '@nestjs/common';
import { RUNTIME } from '../platform/platform.module.js';
import type { Runtime } from '../platform/runtime.js';
import { UnsubscribeLinks } from './unsubscribe-links.js';

/** The links, for whoever sends them and for whoever is called by them. */
@Module({
  providers: [
    {
      provide: UnsubscribeLinks,
      inject: [RUNTIME],
      useFactory: ({ secret, config }: Runtime) => new UnsubscribeLinks(secret, config.http.publicUrl),
    },
  ],
  exports: [UnsubscribeLinks],
})
export class UnsubscribeLinksModule {}

import { Module } from '@nestjs/common';
import { DeliveryModule } from './delivery.module.js';
import { SendProcessor } from './send.processor.js';

/** The workers of the sends. */
@Module({ imports: [DeliveryModule], providers: [SendProcessor], exports: [SendProcessor] })
export class SendsModule {}

import { Readable } from 'node:stream';
import { Body, Get, HttpCode, HttpStatus, Post, Query, StreamableFile } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiProduces } from '@nestjs/swagger';
import { ConsentImport } from '../../consent/consent-import.repository.js';
import { readImportRows } from '../../consent/import-rows.js';
import { ledgerLines } from '../../consent/ledger-lines.js';
import { LedgerVerifier } from '../../consent/ledger-verifier.js';
import { rebuildConsent } from '../../consent/rebuild-consent.repository.js';
import { ConsentSettingsRepository } from '../../consent/settings/consent-settings.repository.js';
import { suppressionCsv } from '../../consent/suppression-list.repository.js';
import { Clock } from '../../platform/clock/clock.js';
import { Database } from '../../platform/database/database.js';
import { Metrics } from '../../platform/metrics/metrics.js';
import { AdminController } from '../http/api-docs.js';
import { invalid } from '../http/problem.js';
import { Actor } from '../http/request-identity.js';
import { Needs } from '../http/required-role.js';
import { ConsentList, ExportQuery, ImportResultView, LedgerReportView, RebuiltView } from './ledger.views.js';

/** The ledger as a whole. One address's part of it is in `ConsentController`. */
@AdminController('consent')
@Needs('administrator')
export class LedgerController {
  constructor(
    private readonly database: Database,
    private readonly verifier: LedgerVerifier,
    private readonly imports: ConsentImport,
    private readonly clock: Clock,
    private readonly metrics: Metrics,
    private readonly settings: ConsentSettingsRepository,
  ) {}

  @Get('verify')
  @ApiOperation({
    summary: 'Proves the consent ledger.',
    description:
      'Reads every entry: its hashes, its place in the chain, the consent that follows from it, and the signed checkpoints in the data directory. A million entries take about a minute.',
  })
  @ApiOkResponse({ type: LedgerReportView })
  async verify(): Promise<LedgerReportView> {
    const report = await this.verifier.verify();
    return { ...report, head: report.head ?? null };
  }

  @Get('export')
  @ApiOperation({
    summary: 'The suppression list as CSV, or the whole ledger as JSON Lines.',
    description: 'The ledger comes with its hashes: docs/consent-ledger.md tells how anybody can verify it.',
  })
  @ApiProduces('text/csv', 'application/jsonl')
  @ApiOkResponse({ description: 'A file.' })
  export(@Query() { format }: ExportQuery): StreamableFile {
    const isCsv = format === 'csv';
    const pieces = isCsv ? suppressionCsv(this.database) : ledgerLines(this.database);
    return new StreamableFile(Readable.from(pieces, { objectMode: false, highWaterMark: 64 * 1024 }), {
      type: isCsv ? 'text/csv; charset=utf-8' : 'application/jsonl; charset=utf-8',
      disposition: `attachment; filename="${isCsv ? 'suppression-list.csv' : 'consent-ledger.jsonl'}"`,
    });
  }

  @Post('import')
  @HttpCode(HttpStatus.OK)
  @ApiOperation({
    summary: 'Takes over consent from another system.',
    description:
      'Most restrictive wins: no opt-out is ever lifted. With one bad row nothing is imported, and the problem names its line.',
  })
  @ApiOkResponse({ type: ImportResultView })
  async import(@Body() list: ConsentList, @Actor() actor: string): Promise<ImportResultView> {
    const { format, content, dryRun = false, source, reason } = list;
    const { settings } = await this.settings.current();
    const categories = settings.categories.map(({ key }) => key);
    const read = readImportRows(format, content, this.clock.now(), categories);
    if (read.kind === 'refused') {
      throw invalid(
        read.problems.map(({ line, detail }) => ({ pointer: '/content', detail: `Line ${line}: ${detail}` })),
      );
    }
    const result = await this.imports.run(read.rows, { source, reason, actor }, dryRun);
    if (!dryRun) this.metrics.consentChanges.inc({ action: 'revoke' }, result.recorded.optedOut);
    return { dryRun, ...result };
  }

  @Post('rebuild')
  @HttpCode(HttpStatus.OK)
  @ApiOperation({
    summary: 'Computes every contact’s consent from the ledger again, and corrects what differs.',
  })
  @ApiOkResponse({ type: RebuiltView })
  async rebuild(): Promise<RebuiltView> {
    return rebuildConsent(this.database);
  }
}

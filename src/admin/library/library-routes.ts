import {
  Body,
  Delete,
  Get,
  Headers,
  HttpCode,
  HttpStatus,
  Injectable,
  Post,
  Put,
  Query,
  Res,
  type Type,
} from '@nestjs/common';
import {
  ApiBody,
  ApiCreatedResponse,
  ApiHeader,
  ApiNoContentResponse,
  ApiOkResponse,
  ApiOperation,
} from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { asObject, type JsonObject } from '../../messaging/untrusted.js';
import { LIBRARY_PARSERS, type LibraryKind } from '../../rulebook/library-kinds.js';
import { LibraryRepository, type LibraryRow } from '../../rulebook/library.repository.js';
import { Problems } from '../http/api-docs.js';
import { PathId } from '../http/path-id.js';
import { invalid, notFound } from '../http/problem.js';
import { Actor } from '../http/request-identity.js';
import { Needs } from '../http/required-role.js';
import type { Page } from '../lists/page.js';
import { readDraft } from '../revisions/draft.js';
import { expectedRevision, orRefusal } from '../revisions/expected-revision.js';
import {
  DeletionQuery,
  RevisionPage,
  revisionView,
  Rollback,
  rollbackReason,
} from '../revisions/revision.views.js';

/** What the routes of one kind are documented with. */
export type LibraryViews = { readonly draft: Type; readonly view: Type; readonly page: Type };

/** A view: its definition was checked when it was stored, and is not read again to be shown. */
type ItemJson = JsonObject;

/** The routes that schedules, templates and flows have in common. */
export function LibraryRoutes(kind: LibraryKind, { draft, view, page }: LibraryViews) {
  @Injectable()
  abstract class Routes {
    constructor(readonly library: LibraryRepository) {}

    @Get()
    @ApiOperation({ summary: `All ${kind}s, in the order of their names.` })
    @ApiOkResponse({ type: page })
    async list(): Promise<Page<ItemJson>> {
      return { items: (await this.library.all(kind)).map(viewOf), nextCursor: null };
    }

    @Post()
    @Needs('editor')
    @ApiOperation({ summary: `Makes a ${kind}.` })
    @ApiBody({ type: draft })
    @ApiCreatedResponse({ type: view })
    @Problems(409)
    async create(
      @Body() body: unknown,
      @Actor() actor: string,
      @Res({ passthrough: true }) reply: FastifyReply,
    ): Promise<ItemJson> {
      const { definition, reason } = read(kind, body);
      const id = await orRefusal(this.library.create(kind, definition, { actor, reason }));
      return answer(await this.stored(id), reply);
    }

    @Get(':id')
    @ApiOperation({ summary: `One ${kind}. Its ETag is its revision.` })
    @ApiOkResponse({ type: view })
    @Problems(404)
    async read(@PathId(kind) id: string, @Res({ passthrough: true }) reply: FastifyReply): Promise<ItemJson> {
      return answer(await this.stored(id), reply);
    }

    @Put(':id')
    @Needs('editor')
    @ApiOperation({
      summary: `Changes a ${kind}: makes a new revision of it.`,
      description:
        'With `revision` in the body, or If-Match, a change that somebody else made meanwhile is not lost: 409 or 412. Without either only your own last change is replaced: 428 says so when it is somebody else’s. If-Match: * replaces whatever is there. The name stays while rules use it.',
    })
    @ApiBody({ type: draft })
    @ApiHeader({ name: 'If-Match', required: false, description: 'The ETag that was read.' })
    @ApiOkResponse({ type: view })
    @Problems(404, 409, 412, 428)
    async replace(
      @PathId(kind) id: string,
      @Body() body: unknown,
      @Headers('if-match') ifMatch: string | undefined,
      @Actor() actor: string,
      @Res({ passthrough: true }) reply: FastifyReply,
    ): Promise<ItemJson> {
      const { definition, reason, revision } = read(kind, body);
      const expected = expectedRevision(ifMatch, revision);
      const change = this.library.revise(kind, id, definition, { actor, reason }, expected.madeFrom);
      await orRefusal(change, expected);
      return answer(await this.stored(id), reply);
    }

    @Delete(':id')
    @Needs('editor')
    @HttpCode(HttpStatus.NO_CONTENT)
    @ApiOperation({
      summary: `Takes a ${kind} out.`,
      description: 'While rules use it the answer is 409 and names them. Its revisions stay.',
    })
    @ApiHeader({ name: 'If-Match', required: false, description: 'The ETag that was read.' })
    @ApiNoContentResponse()
    @Problems(404, 409, 412)
    async remove(
      @PathId(kind) id: string,
      @Query() { revision }: DeletionQuery,
      @Headers('if-match') ifMatch: string | undefined,
    ): Promise<void> {
      const expected = expectedRevision(ifMatch, revision);
      await orRefusal(this.library.remove(kind, id, expected.number), expected);
    }

    @Get(':id/revisions')
    @ApiOperation({ summary: `Every revision of a ${kind}, the newest first.` })
    @ApiOkResponse({ type: RevisionPage })
    @Problems(404)
    async revisions(@PathId(kind) id: string): Promise<RevisionPage> {
      const revisions = await this.library.revisions(kind, id);
      if (revisions.length === 0) throw notFound(kind);
      return { items: revisions.map(revisionView), nextCursor: null };
    }

    @Post(':id/rollback')
    @Needs('editor')
    @HttpCode(HttpStatus.OK)
    @ApiOperation({ summary: 'Goes back to an earlier revision, by making a new one that equals it.' })
    @ApiHeader({ name: 'If-Match', required: false, description: 'The ETag that was read.' })
    @ApiOkResponse({ type: view })
    @Problems(404, 409, 412)
    async rollback(
      @PathId(kind) id: string,
      @Body() request: Rollback,
      @Headers('if-match') ifMatch: string | undefined,
      @Actor() actor: string,
      @Res({ passthrough: true }) reply: FastifyReply,
    ): Promise<ItemJson> {
      const expected = expectedRevision(ifMatch, request.current);
      const earlier = await this.library.revision(kind, id, request.revision);
      if (earlier === null) throw notFound(`revision of this ${kind}`);
      const { definition } = read(kind, earlier.definition);
      const change = { actor, reason: rollbackReason(request) };
      await orRefusal(this.library.revise(kind, id, definition, change, expected.number), expected);
      return answer(await this.stored(id), reply);
    }

    async stored(id: string): Promise<LibraryRow> {
      const item = await this.library.find(kind, id);
      if (item === undefined) throw notFound(kind);
      return item;
    }
  }
  return Routes;
}

function read(kind: LibraryKind, body: unknown) {
  const reading = readDraft(body, LIBRARY_PARSERS[kind]);
  if (!reading.ok) throw invalid(reading.problems);
  return reading;
}

function answer(row: LibraryRow, reply: FastifyReply): ItemJson {
  void reply.header('etag', `"${row.number}"`);
  return viewOf(row);
}

function viewOf({ definition, number, id, revisionId, createdAt, updatedAt }: LibraryRow): ItemJson {
  return { ...asObject(definition), id, revision: number, revisionId, createdAt, updatedAt };
}

import { STATUS_CODES } from 'node:http';
import {
  applyDecorators,
  Controller,
  HttpStatus,
  UseGuards,
  UseInterceptors,
  type Type,
} from '@nestjs/common';
import {
  ApiBearerAuth,
  ApiCookieAuth,
  ApiExtraModels,
  ApiProperty,
  ApiResponse,
  ApiTags,
  getSchemaPath,
} from '@nestjs/swagger';
import { AccessGuard } from './access.guard.js';
import { AuditInterceptor } from './audit.interceptor.js';

const SCHEMAS = {
  uuid: { type: 'string', format: 'uuid' },
  instant: { type: 'string', format: 'date-time' },
  text: { type: 'string' },
  integer: { type: 'integer' },
  number: { type: 'number' },
  flag: { type: 'boolean' },
  object: { type: 'object', additionalProperties: true },
} as const;

type Kind = keyof typeof SCHEMAS;

/** A field of an answer, with its one-sentence meaning. */
export function Field(kind: Kind, description: string): PropertyDecorator {
  return ApiProperty({ ...SCHEMAS[kind], description });
}

/** A field of an answer that may be null. */
export function NullableField(kind: Kind, description: string): PropertyDecorator {
  return ApiProperty({ ...SCHEMAS[kind], description, nullable: true });
}

/** What a view holds. Its class describes it; nothing is ever an instance of that class. */
export type Shown<View> = Pick<View, keyof View>;

/** The shape of every error answer (RFC 9457). */
class FieldProblemView {
  @Field('text', 'Where: a JSON pointer into the body, or the name of a query parameter after a slash.')
  readonly pointer: string;

  @Field('text', 'What is wrong, and what to write instead.')
  readonly detail: string;
}

class ProblemView {
  @Field('text', 'Always about:blank: the status says what kind of problem it is.')
  readonly type: string;

  @Field('text', 'The status in words.')
  readonly title: string;

  @Field('integer', 'The HTTP status.')
  readonly status: number;

  @Field('text', 'One sentence for people.')
  readonly detail: string;

  @ApiProperty({
    type: String,
    required: false,
    description: 'The id under which the log has a failure of ours.',
  })
  readonly instance?: string;

  @ApiProperty({ type: [FieldProblemView], required: false })
  readonly errors?: readonly FieldProblemView[];
}

/** Documents the problems that a route answers besides those that every route may answer. */
export function Problems(...statuses: readonly number[]): MethodDecorator & ClassDecorator {
  return applyDecorators(
    ...statuses.map((status) =>
      ApiResponse({
        status,
        description: STATUS_CODES[status] ?? 'Error',
        content: { 'application/problem+json': { schema: { $ref: getSchemaPath(ProblemView) } } },
      }),
    ),
  );
}

/**
 * A controller below /api/v1. Its guard lets in whoever has the role that `Needs` names, an administrator where it names none; its interceptor
 * puts every change on the audit trail.
 */
export function AdminController(path: string): ClassDecorator {
  return applyDecorators(
    Controller(`api/v1/${path}`),
    UseGuards(AccessGuard),
    UseInterceptors(AuditInterceptor),
    ApiTags(path),
    ApiBearerAuth(),
    ApiCookieAuth(),
    ApiExtraModels(ProblemView),
    Problems(HttpStatus.UNAUTHORIZED, HttpStatus.FORBIDDEN, HttpStatus.UNPROCESSABLE_ENTITY),
  );
}

/** The class of a list answer. */
export function PageOf<Item>(item: Type<Item>) {
  class Page {
    @ApiProperty({ type: [item] })
    readonly items: readonly Item[];

    @NullableField(
      'text',
      'Give it as `cursor` to go on; null at the end. A page may hold fewer items than `limit`.',
    )
    readonly nextCursor: string | null;
  }
  return Page;
}

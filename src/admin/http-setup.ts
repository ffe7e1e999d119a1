import { ValidationPipe } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { DocumentBuilder, SwaggerModule } from '@nestjs/swagger';
import type { ProblemFilter } from './http/problem.filter.js';
import { invalid } from './http/problem.js';
import { validationProblems } from './http/validation-problems.js';

/** Every request is checked against its class, every failure is answered as a problem, and the API describes itself. */
export function setUpHttp(app: NestFastifyApplication, problems: ProblemFilter): void {
  app.useGlobalPipes(
    new ValidationPipe({
      whitelist: true,
      forbidNonWhitelisted: true,
      transform: true,
      exceptionFactory: (errors) => invalid(validationProblems(errors)),
    }),
  );
  app.useGlobalFilters(problems);
  describe(app);
}

const API_VERSION = '1.0.0';

/** Serves the description at /openapi.json (OpenAPI 3.1); it is made when it is first asked for. /docs shows it as a page. */
function describe(app: NestFastifyApplication): void {
  const description = new DocumentBuilder()
    .setOpenAPIVersion('3.1.0')
    .setTitle('Heed')
    .setDescription(
      'The API of a self-hosted messaging auto-responder. Send a token as `Authorization: Bearer …`, or sign in at POST /api/v1/session and send its cookie; errors are application/problem+json (RFC 9457); instants are ISO 8601 in UTC.',
    )
    .setVersion(API_VERSION)
    .addBearerAuth({
      type: 'http',
      scheme: 'bearer',
      description: 'A token from /api/v1/tokens, or HEED_API_TOKEN.',
    })
    .addCookieAuth('heed_session', {
      type: 'apiKey',
      in: 'cookie',
      description: 'Behind https: __Host-heed_session.',
    })
    .build();
  SwaggerModule.setup('docs', app, () => SwaggerModule.createDocument(app, description), {
    ui: false,
    raw: ['json'],
    jsonDocumentUrl: 'openapi.json',
  });
}

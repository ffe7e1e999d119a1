# Heed, as one image for every role. It needs DATABASE_URL and HEED_SECRET: the embedded PostgreSQL is left out.

FROM node:24-bookworm-slim AS build
WORKDIR /app
COPY package.json package-lock.json ./
# Swagger's package would report the installation to a third party.
ENV SCARF_ANALYTICS=false
RUN npm ci --no-audit --no-fund
COPY prisma.config.ts tsconfig.json tsconfig.build.json nest-cli.json ./
COPY prisma ./prisma
COPY bin ./bin
COPY src ./src
COPY web ./web
# `prisma generate` needs the development dependencies; what it generates does not. Optional are the embedded PostgreSQL and, to npm,
# Prisma's command line and the compiler, which only development uses.
RUN npm run build && npm prune --omit=dev --omit=optional --no-audit --no-fund

FROM node:24-bookworm-slim
ENV NODE_ENV=production HOST=0.0.0.0 PORT=3000 HEED_DATA_DIR=/var/lib/heed
WORKDIR /app
RUN install --directory --owner=node --group=node --mode=0755 /var/lib/heed
COPY --from=build /app/package.json ./
COPY --from=build /app/node_modules ./node_modules
# Beside dist, because migrations are applied at the start.
COPY --from=build /app/prisma ./prisma
COPY --from=build /app/bin ./bin
COPY --from=build /app/dist ./dist
USER node
EXPOSE 3000
STOPSIGNAL SIGTERM
HEALTHCHECK --interval=10s --timeout=3s --start-period=60s --retries=3 \
  CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.PORT}/health/live`).then((answer) => process.exit(answer.ok ? 0 : 1), () => process.exit(1))"]
CMD ["node", "dist/main.js"]

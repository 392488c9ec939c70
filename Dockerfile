# The embedded database as an image. Nothing is fetched while it is built: the base image brings Node.js (20.19 or later), the
# dependencies come from `npm ci` beside it. Build: npm ci && docker build -t printproof .
ARG BASE_IMAGE=node:24-slim
FROM ${BASE_IMAGE}
WORKDIR /opt/printproof
COPY package.json ./
COPY node_modules ./node_modules
COPY src ./src
# Ahead of the start: the user below may write nothing. No shell is needed, so a base of Node.js alone will do.
RUN ["node", "--input-type=module", "-e", "import { compileAhead } from '/opt/printproof/src/compiled.mjs'; await compileAhead('backend/serve/image.ts');"]
ENV PORT=8443 FAUNA_ROOT_KEY=secret
EXPOSE 8443
USER 10001:10001
HEALTHCHECK --interval=2s --timeout=3s --start-period=20s --retries=3 CMD ["node", "src/backend/serve/healthcheck.mjs"]
ENTRYPOINT ["node", "src/backend/serve/image.mjs"]

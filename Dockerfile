FROM node:24-slim
# Others reach 0.0.0.0: without Slack's settings it ends with a sentence, unless HANSA_PLAYGROUND=open.
# One arena: glibc otherwise keeps a pool of freed memory for each thread (docs/decisions/0007).
ENV NODE_ENV=production HOST=0.0.0.0 PORT=3000 HANSA_DATA=/data MALLOC_ARENA_MAX=1 MALLOC_TRIM_THRESHOLD_=131072
WORKDIR /app
COPY package.json package-lock.json ./
# For Microsoft Teams: docker build --build-arg TEAMS=1. What speaks with it is a development package else, and is not brought.
ARG TEAMS=
# Neither a second Node nor what draws the playground: those are development packages. No package runs a script.
RUN if [ -n "$TEAMS" ]; then \
    npm pkg delete "devDependencies[@microsoft/teams.apps]" && npm pkg set "dependencies[@microsoft/teams.apps]=*" && \
    npm install --omit=dev --ignore-scripts; \
  else npm ci --omit=dev --ignore-scripts; fi && npm cache clean --force && mkdir /data && chown node:node /data
COPY src ./src
COPY knowledge ./knowledge
USER node
VOLUME /data
EXPOSE 3000
HEALTHCHECK CMD ["node", "-e", "fetch('http://127.0.0.1:' + process.env.PORT + '/health').then((r) => process.exit(r.ok ? 0 : 1), () => process.exit(1))"]
CMD ["npm", "start"]

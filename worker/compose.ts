import { vendorOf } from '../shared/tenant.ts';
import { createChangeFeeds } from './changes/change-feeds.ts';
import { denseOf, embedderOf, writerOf } from './compose-models.ts';
import { createContextEndpoint } from './context/endpoint.ts';
import { createBearers } from './crypto/bearers.ts';
import { fromBase64 } from './crypto/bytes.ts';
import { createConsoleLinks } from './crypto/console-links.ts';
import { createIdentity } from './crypto/person.ts';
import { createSignIns } from './crypto/sign-in.ts';
import { createSurveyLinks } from './crypto/survey-links.ts';
import { createAutomaticActStore } from './d1/automatic/automatic-acts.ts';
import { createChangeNoteStore } from './d1/context/change-notes.ts';
import { createProductFactsStore } from './d1/context/product-facts.ts';
import { createTrackedIssueStore } from './d1/context/tracked-issues.ts';
import { createCursorStore } from './d1/cursors.ts';
import { openDatabase, type Usage } from './d1/database.ts';
import { createActivityStore } from './d1/fixes/activity.ts';
import { createFixStore } from './d1/fixes/fixes.ts';
import { createGapStore } from './d1/fixes/gaps.ts';
import { createPublicationStore } from './d1/fixes/publications.ts';
import { createQuestionStore } from './d1/fixes/questions.ts';
import { createReservationStore } from './d1/fixes/reservations.ts';
import { createReviewDeskStore } from './d1/fixes/review-desk.ts';
import { createReviewTimeStore } from './d1/fixes/review-times.ts';
import { createInboxStore } from './d1/inbox.ts';
import { createArticleIndex } from './d1/knowledge/article-index.ts';
import { createArticleStore } from './d1/knowledge/articles.ts';
import { createMacroStore } from './d1/knowledge/macros.ts';
import { createLearningLog } from './d1/learning/learning-log.ts';
import { createObservationStore } from './d1/learning/observations.ts';
import { createOutcomeStore } from './d1/learning/outcomes.ts';
import { createRetentionStore } from './d1/learning/retention.ts';
import { createLeaseStore, createTokenLocks } from './d1/leases.ts';
import { createMeasureStores } from './d1/measure/measure-stores.ts';
import { createOutboxStore } from './d1/outbox.ts';
import { createSecretStore } from './d1/secrets.ts';
import { createSessionStore } from './d1/sessions.ts';
import { createSpentStates } from './d1/spent-states.ts';
import { createTenantStore } from './d1/tenants.ts';
import { type Env, marketplaceOf, mayAnswer, parseEnv } from './env.ts';
import { createIntercomConnections } from './intercom/connection/connections.ts';
import { createSessions } from './loop/account/sessions.ts';
import { createMemory } from './loop/observe/memory.ts';
import type { Ports } from './loop/ports/ports.ts';
import { tick } from './loop/sweep.ts';
import { createCourier } from './notices/courier.ts';
import { createWaker } from './queue.ts';
import type { Services } from './routes/services.ts';
import { messagesOf } from './scheduled.ts';
import { createTrackers } from './trackers/trackers.ts';
import { createZendeskConnections } from './zendesk/connection/connections.ts';

const composed = new WeakMap<Env, Services>();

/** Everything joined, once an isolate: what is held in memory lives as long as the environment does. */
export function compose(env: Env): Services {
  const held = composed.get(env) ?? build(env);
  composed.set(env, held);
  return held;
}

function build(env: Env): Services {
  const { DB, WAKE, ASSETS, VECTORIZE, AI, ...vars } = parseEnv(env);
  const { GITHUB_API_URL: githubUrl, LINEAR_API_URL: linearUrl } = vars;
  const usage: Usage = { statements: 0, rowsRead: 0, rowsWritten: 0 };
  const db = openDatabase(DB, usage);
  const wallClock = { now: () => Date.now() };
  let driven = 0;
  const eventClock = vars.EVENT_CLOCK === 'driver' ? { now: () => driven } : wallClock;
  const learningLog = createLearningLog(db);
  const tenants = createTenantStore(db, wallClock.now);
  const connecting = {
    secrets: createSecretStore(db, wallClock.now),
    tenants,
    sealKey: { id: 'k1', bytes: bytesOf(vars.SEAL_KEY) },
    isLoopbackAllowed: vars.ALLOW_LOOPBACK === 'yes',
    now: wallClock.now,
    eventNow: eventClock.now,
  };
  const zendesk = createZendeskConnections({
    ...connecting,
    publicUrl: vars.PUBLIC_URL,
    appId: vars.ZENDESK_APP_ID ?? null,
    app: vars.ZENDESK_CLIENT_ID
      ? { clientId: vars.ZENDESK_CLIENT_ID, clientSecret: vars.ZENDESK_CLIENT_SECRET ?? null }
      : null,
    marketplace: marketplaceOf(vars),
    locks: createTokenLocks(db),
  });
  const { INTERCOM_CLIENT_SECRET: secret, INTERCOM_CLIENT_SECRET_PREVIOUS: before } = vars;
  const intercom = createIntercomConnections({
    ...connecting,
    clientSecrets: [secret, before].filter((s) => s !== undefined),
    clientId: vars.INTERCOM_CLIENT_ID ?? null,
    publicUrl: vars.PUBLIC_URL,
  });
  const helpdesks = { zendesk, intercom };
  const helpdesksOf = (tenant: string) => helpdesks[vendorOf(tenant)];
  const rightsOf = (tenant: string) => helpdesksOf(tenant).rights;
  const sessions = createSessions({
    store: createSessionStore(db),
    bearers: createBearers(connecting.sealKey.bytes),
    rightsOf,
    tenants,
    now: wallClock.now,
  });
  const changeFeeds = createChangeFeeds({ ...connecting, githubUrl });
  const trackers = createTrackers({ ...connecting, githubUrl, linearUrl });
  const links = createConsoleLinks(connecting.sealKey.bytes, wallClock.now);
  const writer = writerOf(vars, db, wallClock.now);
  const asset = async (path: string) => (ASSETS ? ASSETS.fetch(new Request(new URL(path, vars.PUBLIC_URL))) : null);
  const dense = denseOf(VECTORIZE, db, embedderOf(vars, AI, db, asset, wallClock.now));
  const ports: Ports = {
    wallClock,
    eventClock,
    tenants,
    inbox: createInboxStore(db, wallClock.now, vars.SETTLE_MS),
    leases: createLeaseStore(db),
    observations: createObservationStore(db),
    learningLog,
    memory: createMemory(learningLog),
    articles: createArticleStore(db),
    articleIndex: createArticleIndex(db),
    macros: createMacroStore(db),
    gaps: createGapStore(db),
    fixes: createFixStore(db),
    publications: createPublicationStore(db),
    reviewTimes: createReviewTimeStore(db),
    reviewDesk: createReviewDeskStore(db),
    activity: createActivityStore(db),
    outbox: createOutboxStore(db),
    outcomes: createOutcomeStore(db),
    automaticActs: createAutomaticActStore(db),
    ...createMeasureStores(db),
    changeNotes: createChangeNoteStore(db),
    productFacts: createProductFactsStore(db),
    trackedIssues: createTrackedIssueStore(db),
    reservations: createReservationStore(db),
    questions: createQuestionStore(db),
    cursors: createCursorStore(db),
    retention: createRetentionStore(db, wallClock.now),
    courier: createCourier(connecting),
    changeFeeds,
    product: createContextEndpoint(connecting),
    trackers,
    surveys: createSurveyLinks(connecting.sealKey.bytes, vars.PUBLIC_URL, wallClock.now),
    identity: createIdentity(bytesOf(vars.PERSON_KEY)),
    prove: (tenant, how) => helpdesksOf(tenant).prove(tenant, how),
    helpdesk: (tenant, use) => helpdesksOf(tenant).helpdesk(tenant, use),
    ...(mayAnswer(vars) ? { publicAnswers: 'allowed' as const } : {}),
    ...(writer ? { writer } : {}),
    ...(dense ? { dense } : {}),
  };
  const { wake, wakeAll } = createWaker(WAKE);
  return {
    ports,
    apiToken: vars.API_TOKEN,
    settleMs: vars.SETTLE_MS,
    publicUrl: vars.PUBLIC_URL,
    frameAncestors: vars.FRAME_ANCESTORS,
    sessions,
    reloads: createBearers(connecting.sealKey.bytes, 'reload'),
    mayOpen: ({ tenant, userId }, ids) => rightsOf(tenant).mayOpen(tenant, userId, ids),
    absent: ({ tenant, userId }, id) => rightsOf(tenant).absent(tenant, userId, id),
    openedByZendesk: zendesk.opened,
    setZendeskApp: zendesk.setApp,
    openedByLink: links.opened,
    consoleLink: async (viewer) => `${vars.PUBLIC_URL}/intercom/console?link=${await links.issue(viewer)}`,
    asset,
    wake,
    wakeAll,
    receiveChange: changeFeeds.receive,
    receiveIssue: trackers.receive,
    receiveZendesk: zendesk.receive,
    connectZendesk: zendesk.connect,
    receiveIntercom: intercom.receive,
    receiveCanvas: intercom.receiveCanvas,
    connectIntercom: intercom.connect,
    signIns: createSignIns(connecting.sealKey, createSpentStates(db), wallClock.now),
    vendors: { zendesk: zendesk.signIn, intercom: intercom.signIn },
    leave: (tenant) => helpdesks[tenant.vendor].leave(tenant),
    isIntercomGone: { named: intercom.uninstalledTenant, confirmed: intercom.confirmUninstalled },
    driver:
      vars.EVENT_CLOCK === 'driver'
        ? {
            async setClock(now) {
              driven = now;
              await wakeAll(await ports.inbox.tenantsWithDue(now, wallClock.now()));
            },
            cron: (expression) => tick(ports, wakeAll, messagesOf(expression, driven)),
            due: async (tenant) => (await ports.inbox.depth(tenant, driven)).due,
            usage: () => ({ ...usage }),
          }
        : null,
  };
}

function bytesOf(base64: string) {
  const bytes = fromBase64(base64);
  if (!bytes) throw new Error('a key is not base64');
  return bytes;
}

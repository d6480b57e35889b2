import { describe, expect, it } from 'vitest';
import { sinkClass, tokensOf } from '../../../rule-core/src/checks/made-ids/sink-names.js';

describe('tokensOf', () => {
  it.each([
    ['runId', ['run', 'id']],
    ['run_id', ['run', 'id']],
    ['RUN_ID', ['run', 'id']],
    ['runID', ['run', 'id']],
    ['runIDs', ['run', 'ids']],
    ['IDGenerator', ['id', 'generator']],
    ['userUUID', ['user', 'uuid']],
    ['uuidv4', ['uuidv4']],
    ['x-request-id', ['x', 'request', 'id']],
    ['ids.next', ['ids', 'next']],
    ['parseHTMLText', ['parse', 'html', 'text']],
    ['#lastId', ['last', 'id']],
    ['idle', ['idle']],
    ['INVALID', ['invalid']],
    ['', []],
  ])('%s', (name, tokens) => {
    expect(tokensOf(name)).toEqual(tokens);
  });
});

describe('sinkClass', () => {
  it.each([
    ['id', 'strong'],
    ['_id', 'strong'],
    ['traceIds', 'strong'],
    ['IdMinter.nextSeq', 'none'],
    ['nextSequenceId', 'strong'],
    ['requestid', 'strong'],
    ['x-request-id', 'strong'],
    ['generateUuid', 'strong'],
    ['guid', 'strong'],
    ['id2', 'strong'],
    ['userId_1', 'strong'],
    ['ref2', 'weak'],
    ['width2', 'none'],
    ['fileId', 'strong'],
    ['timeId', 'strong'],
    ['urlIds', 'strong'],
    ['slug', 'weak'],
    ['paymentRef', 'weak'],
    ['nextCursor', 'weak'],
    ['itemKey', 'random-only'],
    ['idempotency-key', 'random-only'],
    ['apiKey', 'never'],
    ['publicKey', 'never'],
    ['cacheKey', 'never'],
    ['token', 'never'],
    ['idToken', 'never'],
    ['tokenId', 'never'],
    ['clientSecret', 'never'],
    ['cspNonce', 'never'],
    ['passwordSalt', 'never'],
    ['etag', 'never'],
    ['idHash', 'never'],
    ['fileName', 'never'],
    ['runIdFile', 'never'],
    ['uploadPath', 'never'],
    ['assetUrl', 'never'],
    ['href', 'never'],
    ['domIdPrefix', 'never'],
    ['prereleaseId', 'never'],
    ['domainId', 'strong'],
    ['timeOfId', 'strong'],
    ['idCount', 'none'],
    ['refCount', 'none'],
    ['idPattern', 'none'],
    ['createdAt', 'none'],
    ['idle', 'none'],
    ['valid', 'none'],
    ['grid', 'none'],
    ['keyboard', 'none'],
    ['suffix', 'none'],
  ] as const)('%s is %s', (name, expected) => {
    expect(sinkClass(name)).toBe(expected);
  });
});

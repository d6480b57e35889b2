import type { ResolvedConcern } from '../../config/resolved-config.js';
import type { ModuleFacts, Range, Reference } from '../../source/facts.js';
import type { Check } from '../check.js';
import { ownerOf } from '../owner.js';
import type { Project } from '../project.js';
import type { Violation } from '../violation.js';

/** Packages whose calls send an HTTP request to their first argument. */
const HTTP_CLIENTS: ReadonlySet<string> = new Set([
  'axios',
  'got',
  'ky',
  'undici',
  'node-fetch',
  'cross-fetch',
  'superagent',
  'needle',
  'node:http',
  'node:https',
  'ofetch',
]);
/** Members of them that do. */
const VERBS: ReadonlySet<string> = new Set([
  'get',
  'post',
  'put',
  'patch',
  'delete',
  'head',
  'request',
  'fetch',
  'stream',
  'default',
]);

/**
 * Talking to the concern's server with a plain HTTP request: `fetch(\`${CLICKHOUSE_URL}/?query=…\`)`. Off unless the concern
 * has `forms.http`, since a URL is known by its text only.
 */
export const requestByHand: Check = {
  name: 'request-by-hand',
  inTests: false,
  messages: {
    requestByHand:
      "This request goes to '{{server}}' by hand; '{{concern}}' belongs to {{owner}} ({{path}}). Use {{obtain}} instead.",
  },
  words: ({ forms, endpoints }) => (forms.http === true ? { anywhere: endpoints.flatMap(spellings) } : {}),
  run({ facts, text }, concern, project) {
    if (
      concern.forms.http !== true ||
      concern.endpoints.length === 0 ||
      project.targets(concern).isCanonical(facts.path)
    ) {
      return [];
    }
    return requests(facts, project).flatMap(({ reference, url }): Violation[] => {
      const server = endpointIn(url, facts, text, concern);
      if (server === undefined || reference.call === null) {
        return [];
      }
      const { owner, path, obtain, related } = ownerOf(concern, project);
      return [
        {
          check: 'request-by-hand',
          concern: concern.id,
          messageId: 'requestByHand',
          data: { server, concern: concern.id, owner, path, obtain },
          range: url,
          symbol: server,
          scope: reference.scope,
          related,
          fix: null,
          suggestions: [],
          tags: [],
        },
      ];
    });
  },
};

/** As names of variables and of environment variables have it. */
function spellings(endpoint: string): readonly string[] {
  return [endpoint, endpoint.toUpperCase(), endpoint.charAt(0).toUpperCase() + endpoint.slice(1)];
}

interface Request {
  readonly reference: Reference;
  /** The first argument. */
  readonly url: Range;
}

function requests(facts: ModuleFacts, project: Project): readonly Request[] {
  const globals = facts.globals
    .filter(({ name, reference }) =>
      isGlobalObject(name) ? reference.path.join() === 'fetch' : name === 'fetch' && reference.path.length === 0,
    )
    .map(({ reference }) => reference);
  const imported = facts.requests.flatMap(({ bindings, specifier }) => {
    const target = project.resolve(facts.path, specifier);
    return target.kind === 'package' && HTTP_CLIENTS.has(target.name)
      ? bindings.flatMap(({ references }) => references.filter(({ path }) => path.every((member) => VERBS.has(member))))
      : [];
  });
  return [...globals, ...imported]
    .flatMap((reference) => {
      const url = reference.role === 'call' ? reference.call?.arguments[0] : undefined;
      return url === undefined ? [] : [{ reference, url }];
    })
    .sort((a, b) => a.url[0] - b.url[0]);
}

function isGlobalObject(name: string): boolean {
  return name === 'globalThis' || name === 'window' || name === 'self' || name === 'global';
}

/** The endpoint that the text of a URL names, or that of the module-level constants which it is made of. */
function endpointIn(
  url: Range,
  { declarations, localUses }: ModuleFacts,
  text: string,
  { endpoints }: ResolvedConcern,
): string | undefined {
  const constants = declarations
    .filter(
      ({ kind, scope, signature, name }) =>
        kind === 'variable' &&
        scope === '' &&
        signature === null &&
        (localUses[name] ?? []).some(({ range }) => range[0] >= url[0] && range[1] <= url[1]),
    )
    .map(({ value }) => (value === null ? '' : text.slice(...value.range)));
  const written = [text.slice(...url), ...constants].map((part) => whereItGoes(part).toLowerCase());
  return endpoints.find((endpoint) => written.some((part) => part.includes(endpoint.toLowerCase())));
}

/**
 * What of an expression says which server it means: names, and of the strings their hosts and ports, or a key
 * (`env['CLICKHOUSE_URL']`). The path of another server may have any word in it.
 */
function whereItGoes(expression: string): string {
  return expression.replaceAll(/'[^']*'|"[^"]*"|`[^`]*`/gu, (literal) => {
    const content = literal.slice(1, -1);
    if (/^[\w$]+$/u.test(content)) {
      return content;
    }
    const parts = [...content.matchAll(/:\/\/[^/?#]*|:\d{2,5}\b|\$\{[^}]*\}/gu)].map(([part]) => part);
    return ` ${parts.join(' ')} `;
  });
}

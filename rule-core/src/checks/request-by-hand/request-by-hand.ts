import type { ResolvedConcern } from '../../config/resolved-config.js';
import type { ModuleFacts, Range, Reference } from '../../source/facts.js';
import type { Check } from '../check.js';
import { ownerOf } from '../../symbols/owner.js';
import type { Project } from '../../symbols/project.js';
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
      const server = serversIn(url, text)
        .map((part) => endpointIn(part, facts, text, concern))
        .find((found) => found !== undefined);
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

/** As names of variables and of environment variables have it; a port also without the colon. */
function spellings(endpoint: string): readonly string[] {
  if (endpoint.startsWith(':')) {
    return [endpoint.slice(1)];
  }
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

/** A part of a request that says which server it is for, and how: as a URL, as the name of a host, or as a port. */
interface ServerPart {
  readonly range: Range;
  readonly as: 'url' | 'host' | 'port';
}

const OPTION =
  /(?<![\w$.])(?<key>host|hostname|port|url|uri|baseURL|baseUrl|prefixUrl|origin)(?:\s*:\s*(?<value>(?:'[^']*'|"[^"]*"|`[^`]*`|[^,}'"`])+)|(?=\s*[,}]))/gu;

/** The URL that a request is given, or what its options say instead: `{ host: 'clickhouse', port: 8123 }`. */
function serversIn(argument: Range, text: string): readonly ServerPart[] {
  const written = text.slice(...argument);
  if (!written.startsWith('{')) {
    return [{ range: argument, as: 'url' }];
  }
  return [...written.matchAll(OPTION)].map(({ 0: whole, index, groups }) => {
    const end = argument[0] + index + whole.length;
    const key = groups?.['key'] ?? '';
    return {
      range: [end - (groups?.['value'] ?? key).length, end],
      as: key.startsWith('host') ? 'host' : key === 'port' ? 'port' : 'url',
    };
  });
}

/** The endpoint that the text of a URL names, or that of the module-level constants which it is made of. */
function endpointIn(
  { range: url, as }: ServerPart,
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
  const written = [text.slice(...url), ...constants]
    .map((part) => asUrl(part.trim(), as))
    .map((part) => whereItGoes(part).toLowerCase());
  return endpoints.find((endpoint) => written.some((part) => part.includes(endpoint.toLowerCase())));
}

/** A host or port that is written out, as a URL has it. */
function asUrl(expression: string, as: ServerPart['as']): string {
  if (as === 'port') {
    return expression.replace(/^(['"]?)(\d+)\1$/u, "':$2'");
  }
  return as === 'host' ? expression.replace(/^(['"`])/u, '$1://') : expression;
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

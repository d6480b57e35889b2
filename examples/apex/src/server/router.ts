export interface ApiRequest {
  readonly method: string;
  readonly path: string;
  readonly headers: Readonly<Record<string, string | undefined>>;
  readonly body?: unknown;
}

export interface ApiResponse {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body: unknown;
}

export type Handler = (request: ApiRequest) => Promise<ApiResponse>;

export class Router {
  private readonly routes = new Map<string, Handler>();

  on(method: string, path: string, handler: Handler): this {
    this.routes.set(`${method} ${path}`, handler);
    return this;
  }

  async handle(request: ApiRequest): Promise<ApiResponse> {
    const handler = this.routes.get(`${request.method} ${request.path}`);
    if (handler === undefined) return { status: 404, body: { error: 'not found' } };
    return handler(request);
  }
}

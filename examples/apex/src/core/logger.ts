export interface Logger {
  info(message: string, fields?: Record<string, unknown>): void;
  warn(message: string, fields?: Record<string, unknown>): void;
}

export function createLogger(name: string): Logger {
  const write = (level: string, message: string, fields: Record<string, unknown> = {}): void => {
    if (process.env['APEX_LOG_LEVEL'] === 'silent') return;
    const line = `${new Date().toISOString()} ${level} ${name} ${message}`;
    console.log(line, JSON.stringify(fields));
  };
  return {
    info: (message, fields) => write('info', message, fields),
    warn: (message, fields) => write('warn', message, fields),
  };
}

import picomatch from 'picomatch';
import type { Disk } from '../../../rule-core/src/config/index.js';

/** A workspace in memory: texts by path. */
export function memoryDisk(files: Readonly<Record<string, string>> | readonly string[]): Disk {
  const texts = new Map(Array.isArray(files) ? files.map((file: string) => [file, '']) : Object.entries(files));
  const paths = [...texts.keys()].sort();
  return {
    isFile: (path) => texts.has(path),
    isDirectory: (path) => path === '' || paths.some((file) => file.startsWith(`${path}/`)),
    read: (path) => texts.get(path),
    files: (ignore) => {
      const isIgnored = picomatch([...ignore, '**/node_modules/**']);
      return paths.filter((path) => !isIgnored(path));
    },
  };
}

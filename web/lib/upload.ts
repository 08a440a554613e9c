import { asProblem, ProblemError } from './api.ts';

/** Sends files with progress in bytes, which fetch cannot tell. @throws ProblemError when refused */
export function upload<T>(path: string, files: File[], onSent: (bytes: number) => void): Promise<T> {
  const body = new FormData();
  for (const file of files) body.append('files', file, file.name);
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open('POST', path);
    request.upload.addEventListener('progress', ({ loaded }) => onSent(loaded));
    request.upload.addEventListener('load', () => onSent(Number.MAX_SAFE_INTEGER));
    request.addEventListener('error', () => reject(new TypeError('The server cannot be reached.')));
    request.addEventListener('load', () => {
      const answer = readJson(request.responseText);
      if (request.status < 300) resolve(answer as T);
      else reject(new ProblemError(asProblem(answer, request.status)));
    });
    request.send(body);
  });
}

function readJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

import type { LoadRequest, RequestMaker } from './load.ts';

const AGENTS = [
  'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0',
  'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/138.0.0.0 Safari/537.36',
  'Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.5 Mobile/15E148 Safari/604.1',
];

/** Visits of partners' links by people who all come from another address, with the headers a browser sends. */
export const makeRequests: RequestMaker = (options) => {
  const { codes } = options as { codes: string[] };
  return (number): LoadRequest => ({
    path: `/r/${codes[number % codes.length]}`,
    headers: {
      'user-agent': AGENTS[number % AGENTS.length] ?? '',
      'x-forwarded-for': `${100 + (number % 89)}.${(number >> 16) & 255}.${(number >> 8) & 255}.${number & 255}`,
      accept: 'text/html',
      'accept-language': 'en',
      referer: 'https://blog.example/a-post',
    },
  });
};

// Unchanging files, packed as small as they can be, once: too slow to do for each answer, and a fifth smaller than what is done for each answer.
import { promisify } from 'node:util';
import { brotliCompress, constants } from 'node:zlib';

const pack = promisify(brotliCompress);
const done = new WeakMap<Buffer, Promise<Buffer>>();

/** The same bytes for the encoding `br`. */
export function packed(body: Buffer): Promise<Buffer> {
  let result = done.get(body);
  if (!result) {
    result = pack(body, { params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: body.length } });
    done.set(body, result);
  }
  return result;
}

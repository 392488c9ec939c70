import { constants, generateKeyPairSync, sign, type JsonWebKey, type KeyObject } from 'node:crypto';

export type Algorithm = 'RS256' | 'PS384' | 'ES256' | 'ES512';

/** An identity provider that signs tokens here. Keys are made once for each algorithm: RSA takes its time. */
export class Issuer {
  readonly algorithm: Algorithm;
  readonly key: JsonWebKey;
  readonly #secret: KeyObject;

  constructor(algorithm: Algorithm = 'ES256', id = 'key-1') {
    const { publicKey, privateKey } = pairOf(algorithm);
    this.algorithm = algorithm;
    this.key = { ...publicKey.export({ format: 'jwk' }), kid: id, use: 'sig', alg: algorithm };
    this.#secret = privateKey;
  }

  /** A token with these claims; `header` overrides what the header says. */
  issue(claims: object, header: object = {}): string {
    const head = part({ alg: this.algorithm, typ: 'JWT', kid: this.key['kid'], ...header });
    const signed = `${head}.${part(claims)}`;
    return `${signed}.${this.#sign(signed).toString('base64url')}`;
  }

  #sign(text: string): Buffer {
    const data = Buffer.from(text);
    const key = this.#secret;
    switch (this.algorithm) {
      case 'RS256':
        return sign('sha256', data, key);
      case 'PS384':
        return sign('sha384', data, {
          key,
          padding: constants.RSA_PKCS1_PSS_PADDING,
          saltLength: constants.RSA_PSS_SALTLEN_DIGEST,
        });
      case 'ES256':
        return sign('sha256', data, { key, dsaEncoding: 'ieee-p1363' });
      case 'ES512':
        return sign('sha512', data, { key, dsaEncoding: 'ieee-p1363' });
    }
  }
}

function pairOf(algorithm: Algorithm): { readonly publicKey: KeyObject; readonly privateKey: KeyObject } {
  if (algorithm === 'ES256') return generateKeyPairSync('ec', { namedCurve: 'P-256' });
  if (algorithm === 'ES512') return generateKeyPairSync('ec', { namedCurve: 'P-521' });
  return generateKeyPairSync('rsa', { modulusLength: 2048 });
}

function part(value: object): string {
  return Buffer.from(JSON.stringify(value)).toString('base64url');
}

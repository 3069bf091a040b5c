// SPDX-License-Identifier: GPL-3.0-or-later
//
// Our WeChat Pay adapter against a server whose cryptography is a library's of others (npm
// "wechatpay-axios-plugin"): it verifies what the adapter signs and signs what the adapter verifies.
// Run by `./dev interop`.
//
//   node wechat_adapter.mjs ACCOUNT.toml FOLDER PROBE
//
// FOLDER is where the account with this server's address and keys goes; PROBE is the program that
// makes the adapter of an account and asks it for a refund (tests/app/adapter_probe.cpp).
import { execFile } from 'node:child_process';
import { createPublicKey, generateKeyPairSync } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { check, finish, readAccount, require } from './common.mjs';

const { Formatter, Rsa } = require('wechatpay-axios-plugin');
const [accountFile, folder, probe] = process.argv.slice(2);
const account = readAccount(accountFile);
const merchantKey = createPublicKey(account.merchant_private_key);
const { privateKey: platformKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
const seen = [];
let forge = false;

const server = createServer((request, response) => {
    const chunks = [];
    request.on('data', (chunk) => chunks.push(chunk));
    request.on('end', () => {
        const text = Buffer.concat(chunks).toString();
        const fields = Object.fromEntries([...(request.headers.authorization ?? '').matchAll(/(\w+)="([^"]*)"/g)]
                                              .map((match) => [match[1], match[2]]));
        const signedText = Formatter.request(request.method, request.url, fields.timestamp, fields.nonce_str, text);
        seen.push({ method: request.method, url: request.url, fields, headers: request.headers, body: text,
                    holds: Rsa.verify(signedText, fields.signature ?? '', merchantKey) });
        const answer = JSON.stringify({
            refund_id: '50300000000000000000000000001', out_refund_no: 'R-1', out_trade_no: 'T-0001', status: 'SUCCESS',
            amount: { refund: 400, total: 10000, currency: 'CNY' },
        });
        const [time, nonce] = [Formatter.timestamp(), Formatter.nonce()];
        response.setHeader('Content-Type', 'application/json');
        response.setHeader('Wechatpay-Serial', account.platform_serial_no);
        response.setHeader('Wechatpay-Timestamp', time);
        response.setHeader('Wechatpay-Nonce', nonce);
        response.setHeader('Wechatpay-Signature', Rsa.sign(Formatter.response(time, nonce, answer), platformKey));
        response.end(forge ? answer.replace('400', '401') : answer);
    });
});
await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));

const file = folder + '/wechat_adapter.toml';
const line = (name, value) => name + ' = ' + JSON.stringify(value) + '\n';
writeFileSync(file, line('gateway', 'WECHAT_PAY') + line('base_url', 'http://127.0.0.1:' + server.address().port) +
    '[settings]\n' + line('mchid', account.mchid) + line('merchant_serial_no', account.merchant_serial_no) +
    line('platform_serial_no', account.platform_serial_no) +
    line('platform_public_key', publicKey.export({ type: 'spki', format: 'pem' })) +
    '[secrets]\n' + line('merchant_private_key', account.merchant_private_key) +
    line('api_v3_key', account.api_v3_key), { mode: 0o600 });
const run = (verb) => new Promise((resolve) => {
    execFile(probe, [file, verb, 'T-0001', 'R-1', '400', '10000'], (error, out) => resolve(error ? String(error) : out.trim()));
});

check('our adapter believes the library\'s signature', (await run('send')) === 'SUCCESS', seen);
check('the library verifies the adapter\'s POST', seen.at(-1)?.holds && seen.at(-1).method === 'POST', seen.at(-1));
check('it names the merchant', seen.at(-1)?.fields.mchid === account.mchid &&
      seen.at(-1).fields.serial_no === account.merchant_serial_no, seen.at(-1)?.fields);
const sent = JSON.parse(seen.at(-1)?.body || '{}');
check('its body is a refund\'s', sent.out_refund_no === 'R-1' && sent.amount.refund === 400 && sent.amount.currency === 'CNY',
      sent);
check('it asks', (await run('ask')) === 'SUCCESS' && seen.at(-1).method === 'GET', seen.at(-1));
check('the library verifies the adapter\'s GET', seen.at(-1)?.holds, seen.at(-1));
forge = true;
check('our adapter does not believe a changed answer', (await run('ask')) === 'UNKNOWN', seen.at(-1));
finish();

// SPDX-License-Identifier: GPL-3.0-or-later
//
// The payment sandbox's WeChat Pay side by two libraries of others (npm "wechatpay-axios-plugin"
// and "wechatpay-node-v3"): both sign what they send and verify what they get. Run by `./dev interop`.
//
//   node wechat_refunds.mjs ACCOUNT.toml WEBHOOK_PORT
import { createPublicKey } from 'node:crypto';
import { check, controls, errorOf, finish, listen, readAccount, require } from './common.mjs';

const { Wechatpay, Formatter, Rsa, Aes } = require('wechatpay-axios-plugin');
const NodePay = require('wechatpay-node-v3');
const [accountFile, webhookPort] = process.argv.slice(2);
const account = readAccount(accountFile);
const sandbox = controls(account.base_url);
const webhooks = await listen(Number(webhookPort));
const body = (trade, number, refund, total = 10000) => ({
    out_trade_no: trade,
    out_refund_no: number,
    reason: '破损',
    amount: { refund, total, currency: 'CNY' },
});

// The first library.
const axiosPay = new Wechatpay({
    mchid: account.mchid,
    serial: account.merchant_serial_no,
    privateKey: account.merchant_private_key,
    certs: { [account.platform_serial_no]: account.platform_public_key },
    baseURL: account.base_url + '/',
});
const refunds = axiosPay.v3.refund.domestic.refunds;
const query = (number) => refunds['{out_refund_no}'].get({ out_refund_no: number });
await sandbox.payment('T-1', 10000, []);
const first = (await refunds.post(body('T-1', 'R-1', 400))).data;
check('axios: refund, both signatures hold', first.status === 'SUCCESS' && first.amount.refund === 400, first);
const again = (await refunds.post(body('T-1', 'R-1', 400))).data;
check('axios: the same number is the same refund', again.refund_id === first.refund_id, again);
const asked = (await query('R-1')).data;
check('axios: query', asked.refund_id === first.refund_id, asked);
const other = await errorOf(refunds.post(body('T-1', 'R-1', 401)));
check('axios: another amount', other.response?.data?.code === 'INVALID_REQUEST', other.response?.data);
const tooMuch = await errorOf(refunds.post(body('T-1', 'R-2', 9601)));
check('axios: more than is left', tooMuch.response?.data?.code === 'INVALID_REQUEST', tooMuch.response?.data);
const none = await errorOf(query('R-none'));
check('axios: no such refund', none.response?.status === 404, none.response?.data);
await sandbox.payment('T-2', 10000, ['bad_signature', 'not_enough', 'fail']);
const forged = await errorOf(refunds.post(body('T-2', 'R-20', 1)));
check('axios: refuses a forged answer', forged.code === 'EV3_RES_HEADER_SIGNATURE_DIGEST', forged.code);
const poor = await errorOf(refunds.post(body('T-2', 'R-21', 1)));
check('axios: NOT_ENOUGH', poor.response?.status === 403 && poor.response.data.code === 'NOT_ENOUGH', poor.response?.data);
const failing = (await refunds.post(body('T-2', 'R-22', 1))).data;
await sandbox.advance(60);
check('axios: ABNORMAL', (await query('R-22')).data.status === 'ABNORMAL', failing);
const repaired = (await refunds['{refund_id}']['apply-abnormal-refund'].post(
    { out_refund_no: 'R-22', type: 'MERCHANT_BANK_CARD' }, { refund_id: failing.refund_id })).data;
check('axios: apply-abnormal-refund', repaired.status === 'PROCESSING', repaired);

const keyText = (key) => createPublicKey(key).export({ type: 'spki', format: 'pem' });
const sealed = (await axiosPay.v3.certificates.get()).data.data[0];
const opened = Aes.AesGcm.decrypt(sealed.encrypt_certificate.ciphertext, account.api_v3_key,
                                  sealed.encrypt_certificate.nonce, sealed.encrypt_certificate.associated_data);
check('axios: the certificate opens, its key is the platform\'s',
      sealed.serial_no === account.platform_serial_no && keyText(opened) === keyText(account.platform_public_key),
      sealed.serial_no);

// The second library has the address written into it: its requests are led to the sandbox.
const nodePay = new NodePay({
    appid: 'wx0000000000000000',
    mchid: account.mchid,
    serial_no: account.merchant_serial_no,
    publicKey: Buffer.from(account.platform_public_key),
    privateKey: Buffer.from(account.merchant_private_key),
    key: account.api_v3_key,
});
let last;
const led = async (method, url, headers, text) => {
    const target = url.replace('https://api.mch.weixin.qq.com', account.base_url);
    const answer = await fetch(target, { method, headers, body: text });
    last = { headers: answer.headers, text: await answer.text() };
    const data = JSON.parse(last.text);
    return answer.ok ? { status: answer.status, data } : { status: answer.status, error: last.text };
};
nodePay.createHttp({
    post: (url, params, headers) => led('POST', url, headers, JSON.stringify(params)),
    get: (url, headers) => led('GET', url, headers),
});
const isSigned = ({ headers, text }) => nodePay.verifySign({
    timestamp: headers.get('wechatpay-timestamp'),
    nonce: headers.get('wechatpay-nonce'),
    serial: headers.get('wechatpay-serial'),
    signature: headers.get('wechatpay-signature'),
    body: text,
    apiSecret: account.api_v3_key,
});
await sandbox.payment('T-3', 10000, ['pending_then_success+duplicate_webhook']);
const pending = await nodePay.refunds(body('T-3', 'R-30', 400));
check('node-v3: refund', pending.status === 200 && pending.data.status === 'PROCESSING', pending);
check('node-v3: verifies the answer, by the certificate it fetched', await isSigned(last), last.text);
check('node-v3: not one that was changed', !(await isSigned({ ...last, text: last.text + ' ' })), last.text);
await sandbox.advance(60);
const found = await nodePay.find_refunds('R-30');
check('node-v3: query', found.data?.status === 'SUCCESS', found);

// The callback, by both.
const open = ({ resource }) => JSON.parse(
    Aes.AesGcm.decrypt(resource.ciphertext, account.api_v3_key, resource.nonce, resource.associated_data));
const told = await webhooks.of('wechatpay', 2, (call) => open(JSON.parse(call.body)).out_refund_no === 'R-30');
check('the callback came twice', told.length === 2 && told[0].body.equals(told[1].body), told.length);
const call = { headers: new Headers(told[0].headers), text: told[0].body.toString() };
check('axios: verifies the callback',
      Rsa.verify(Formatter.response(call.headers.get('wechatpay-timestamp'), call.headers.get('wechatpay-nonce'), call.text),
                 call.headers.get('wechatpay-signature'), account.platform_public_key), call.text);
check('node-v3: verifies the callback', await isSigned(call), call.text);
const { resource, event_type: event } = JSON.parse(call.text);
const byAxios = open({ resource });
const byNode = nodePay.decipher_gcm(resource.ciphertext, resource.associated_data, resource.nonce);
check('axios: opens it', byAxios.out_refund_no === 'R-30' && byAxios.refund_status === 'SUCCESS', byAxios);
check('node-v3: opens it', event === 'REFUND.SUCCESS' && byNode.refund_id === pending.data.refund_id, byNode);
finish();

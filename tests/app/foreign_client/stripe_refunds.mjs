// SPDX-License-Identifier: GPL-3.0-or-later
//
// The payment sandbox's Stripe side by Stripe's own library (npm "stripe"). Run by `./dev interop`.
//
//   node stripe_refunds.mjs ACCOUNT.toml WEBHOOK_PORT
import { check, controls, errorOf, finish, listen, readAccount, require } from './common.mjs';

const Stripe = require('stripe');
const [accountFile, webhookPort] = process.argv.slice(2);
const account = readAccount(accountFile);
const sandbox = controls(account.base_url);
const webhooks = await listen(Number(webhookPort));
const client = (options = {}, key = account.api_key) => {
    const { hostname: host, port } = new URL(account.base_url);
    return new Stripe(key, { host, port, protocol: 'http', maxNetworkRetries: 0, telemetry: false, ...options });
};
const stripe = client();
const refund = (charge, amount, number, through = stripe) =>
    through.refunds.create({ charge, amount, metadata: { refund_no: number } }, { idempotencyKey: number });

await sandbox.payment('ch_1', 10000, [], 'usd');
const first = await refund('ch_1', 400, 'R-1');
check('create', first.status === 'succeeded' && first.object === 'refund' && first.amount === 400, first);
check('the answer has a request id', /^req_/.test(first.lastResponse.requestId ?? ''), first.lastResponse);
const again = await refund('ch_1', 400, 'R-1');
check('the same key replays the same refund', again.id === first.id, again);
check('a replay says so', again.lastResponse.headers['idempotent-replayed'] === 'true', again.lastResponse.headers);
const other = await errorOf(refund('ch_1', 500, 'R-1'));
check('the same key with another amount', other.type === 'StripeIdempotencyError', other);
const tooMuch = await errorOf(refund('ch_1', 9601, 'R-2'));
check('more than is left', tooMuch.type === 'StripeInvalidRequestError' && tooMuch.param === 'amount', tooMuch);
const retrieved = await stripe.refunds.retrieve(first.id);
check('retrieve', retrieved.metadata.refund_no === 'R-1', retrieved);
for (let i = 3; i < 8; ++i)
    await refund('ch_1', 1, 'R-' + i);
const numbers = [];
for await (const each of stripe.refunds.list({ charge: 'ch_1', limit: 2 }))
    numbers.push(each.metadata.refund_no);
check('list, over its pages', numbers.join() === 'R-7,R-6,R-5,R-4,R-3,R-1', numbers);
const charge = await stripe.charges.retrieve('ch_1');
check('the charge', charge.amount_refunded === 405 && charge.refunded === false, charge);

await sandbox.payment('ch_2', 500, []);
await refund('ch_2', 500, 'R-20');
const nothingLeft = await errorOf(refund('ch_2', 1, 'R-21'));
check('charge_already_refunded', nothingLeft.code === 'charge_already_refunded', nothingLeft);
const none = await errorOf(stripe.refunds.retrieve('re_none'));
check('no such refund', none.statusCode === 404 && none.code === 'resource_missing', none);
const stranger = await errorOf(refund('ch_1', 1, 'R-9', client({}, 'sk_test_other')));
check('a wrong key', stranger.type === 'StripeAuthenticationError', stranger);

await sandbox.payment('ch_3', 500, ['server_error', 'rate_limited']);
const broken = await errorOf(refund('ch_3', 1, 'R-30'));
const stillBroken = await errorOf(refund('ch_3', 1, 'R-30'));
check('a 500', broken.type === 'StripeAPIError' && broken.statusCode === 500, broken);
check('is replayed too', stillBroken.headers?.['idempotent-replayed'] === 'true', stillBroken.headers);
const limited = await errorOf(refund('ch_3', 1, 'R-31'));
check('a 429', limited.type === 'StripeRateLimitError', limited);

// The library sends what got no answer again by itself, under the same key.
await sandbox.payment('ch_4', 500, ['lost_after', 'lost_before']);
await refund('ch_4', 100, 'R-40', client({ maxNetworkRetries: 2 }));
await refund('ch_4', 100, 'R-41', client({ maxNetworkRetries: 2 }));
const { posts } = await sandbox.log();
const both = await stripe.refunds.list({ charge: 'ch_4' });
check('a lost answer is asked for again', posts['R-40'] === 2 && posts['R-41'] === 2, posts);
check('and done once', both.data.length === 2, both.data);

webhooks.heard.length = 0;
await sandbox.payment('ch_5', 500, ['fail+duplicate_webhook', 'stale_webhook', 'wrong_signature']);
await refund('ch_5', 100, 'R-50');
await sandbox.advance(60);
const told = await webhooks.of('stripe', 6);
const read = (call, secret = account.webhook_secret) =>
    stripe.webhooks.constructEvent(call.body, call.headers['stripe-signature'], secret);
const events = told.map((call) => read(call));
check('constructEvent takes our webhooks', events.length === 6, events.length);
check('each of them came twice', new Set(events.map((event) => event.id)).size === 3, events);
const failed = events.find((event) => event.type === 'refund.failed')?.data.object;
check('they tell of the failure', failed?.status === 'failed' && failed.metadata.refund_no === 'R-50', failed);
webhooks.heard.length = 0;
await refund('ch_5', 100, 'R-51');
await refund('ch_5', 100, 'R-52');
for (const call of await webhooks.of('stripe', 2)) {
    const refused = await errorOf((async () => read(call))());
    check('a stale or forged one is refused', refused.type === 'StripeSignatureVerificationError', refused);
}
finish();

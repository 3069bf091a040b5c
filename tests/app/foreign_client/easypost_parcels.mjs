// SPDX-License-Identifier: GPL-3.0-or-later
//
// The carrier sandbox by EasyPost's own library (npm "@easypost/api"). Run by `./dev interop`.
//
//   node easypost_parcels.mjs ACCOUNT.toml WEBHOOK_PORT
import { check, controls, errorOf, finish, listen, readAccount, require } from './common.mjs';

const EasyPost = require('@easypost/api');
const EasyPostClient = EasyPost.default ?? EasyPost;
const [accountFile, webhookPort] = process.argv.slice(2);
const account = readAccount(accountFile);
const sandbox = controls(account.base_url);
const webhooks = await listen(Number(webhookPort));
const options = { baseUrl: account.base_url + '/v2/' };
const client = new EasyPostClient(account.api_key, options);

const address = { name: 'Elizabeth Swan', street1: '179 N Harbor Dr', city: 'Redondo Beach', state: 'CA', zip: '90277',
                  country: 'US' };
const ship = (reference) => client.Shipment.create({ reference, to_address: address, from_address: address,
                                                     parcel: { weight: 20 } });
const shipment = await ship('S-1');
check('shipment', /^shp_/.test(shipment.id) && shipment.object === 'Shipment', shipment);
check('its lowest rate', shipment.lowestRate().rate === '5.93', shipment.rates);
const bought = await client.Shipment.buy(shipment.id, shipment.lowestRate(), 100);
check('buy', bought.insurance === '100.00' && !!bought.tracking_code && !!bought.postage_label.label_url, bought);
const twice = await errorOf(client.Shipment.buy(shipment.id, shipment.lowestRate()));
check('not twice', twice.statusCode === 422 && twice.code === 'SHIPMENT.POSTAGE.EXISTS', twice);
check('retrieve', (await client.Shipment.retrieve(shipment.id)).reference === 'S-1', shipment.id);
const listed = await client.Shipment.all({ page_size: 5 });
check('list', listed.shipments.length === 1 && listed.has_more === false, listed);

await sandbox.track(bought.tracking_code, 'in_transit');
const tracker = await client.Tracker.create({ tracking_code: bought.tracking_code, carrier: 'USPS' });
check('tracker', tracker.status === 'in_transit' && tracker.tracking_details.length >= 1, tracker);
check('trackers of a code', (await client.Tracker.all({ tracking_code: bought.tracking_code })).trackers.length === 1);

await sandbox.parcel('S-2', ['label_refunded']);
const second = await ship('S-2');
await client.Shipment.buy(second.id, second.lowestRate());
const refunded = await client.Shipment.refund(second.id);
check('the label\'s refund', refunded.refund_status === 'refunded', refunded.refund_status);

await sandbox.parcel('S-1', [{ do: 'claim_asks+claim_approve_partial', asks: 1, amount: '60.00' }]);
const claimOf = (trackingCode, amount) => client.Claim.create({
    type: 'damage',
    tracking_code: trackingCode,
    amount,
    description: 'Broken glass',
    contact_email: 'claims@example.com',
    email_evidence_attachments: ['data:image/png;base64,aGVsbG8='],
    invoice_attachments: ['data:image/png;base64,aGVsbG8='],
});
const claim = await claimOf(bought.tracking_code, 100);
check('claim', /^clm_/.test(claim.id) && claim.requested_amount === '100.00' && claim.attachments.length === 2, claim);
await sandbox.advance(60);
check('it asks for more', (await client.Claim.retrieve(claim.id)).status === 'needs_action');
await sandbox.evidence(bought.tracking_code);
await sandbox.advance(60);
const decided = await client.Claim.retrieve(claim.id);
check('it pays a part', decided.status === 'approved_partial' && decided.approved_amount === '60.00', decided);
check('claims', (await client.Claim.all({ page_size: 5 })).claims[0].id === claim.id);
const third = await ship('S-3');
const bare = await client.Shipment.buy(third.id, third.lowestRate());
const uninsured = await errorOf(claimOf(bare.tracking_code, 10));
check('no insurance, no claim', uninsured.statusCode === 404 && /No eligible insurance/.test(uninsured.message), uninsured);
const stranger = await errorOf(new EasyPostClient('other', options).Claim.retrieve(claim.id));
check('a wrong key', stranger.statusCode === 401, stranger);

const told = await webhooks.of('easypost', 12);
const read = (call, secret) => client.Utils.validateWebhook(call.body, call.headers, secret);
const kinds = told.map((call) => read(call, account.webhook_secret).description);
check('validateWebhook takes our webhooks', kinds.length >= 12, kinds);
for (const kind of ['tracker.updated', 'refund.successful', 'claim.submitted', 'claim.message', 'claim.approved'])
    check('one is ' + kind, kinds.includes(kind), kinds);
const forged = await errorOf((async () => read(told[0], 'another secret'))());
check('not with another secret', /secret mismatch/.test(forged.message ?? ''), forged);
finish();

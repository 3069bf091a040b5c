// SPDX-License-Identifier: GPL-3.0-or-later
//
// One charging session by somebody else's OCPP client (npm "ocpp-rpc", strict mode: every message,
// ours and theirs, is checked against the OCPP 1.6 schemas). Run by `./dev interop`.
//
//   node ocpp16_session.mjs URL CHARGE_POINT PASSWORD ID_TAG
//
// Prints one line of JSON: {"transaction_id", "remote_calls"}.
import { createRequire } from 'node:module';

const require = createRequire(process.cwd() + '/');
const { RPCClient } = require('ocpp-rpc');

const [url, identity, password, idTag] = process.argv.slice(2);

function fail(words) {
    console.error('ocpp16_session: ' + words);
    process.exit(1);
}

const client = new RPCClient({
    endpoint: url,
    identity,
    password,
    protocols: ['ocpp1.6'],
    strictMode: true,
    reconnect: false,
    callTimeoutMs: 10000,
});
client.on('strictValidationFailure', (failure) => fail('the schema refuses: ' + JSON.stringify(failure)));

const remoteCalls = [];
for (const method of ['ChangeConfiguration', 'GetConfiguration', 'TriggerMessage', 'RemoteStopTransaction']) {
    client.handle(method, ({ params }) => {
        remoteCalls.push(method + (params.key ? ' ' + params.key : ''));
        return method === 'GetConfiguration' ? { configurationKey: [], unknownKey: [] } : { status: 'Accepted' };
    });
}

await client.connect();
if (client.protocol !== 'ocpp1.6')
    fail('no subprotocol: ' + client.protocol);

// The session lies in the past hour, as if it came from the charge point's queue.
const start = Date.now() - 50 * 60 * 1000;
const at = (minutes) => new Date(start + minutes * 60 * 1000).toISOString();

const boot = await client.call('BootNotification', { chargePointVendor: 'Foreign', chargePointModel: 'ocpp-rpc' });
if (boot.status !== 'Accepted' || !(boot.interval > 0))
    fail('boot: ' + JSON.stringify(boot));
await client.call('Heartbeat', {});
await client.call('StatusNotification', { connectorId: 1, errorCode: 'NoError', status: 'Preparing', timestamp: at(0) });

const stranger = await client.call('Authorize', { idTag: 'NOBODY' });
if (stranger.idTagInfo.status !== 'Invalid')
    fail('an unknown card was accepted');
const card = await client.call('Authorize', { idTag });
if (card.idTagInfo.status !== 'Accepted')
    fail('authorize: ' + card.idTagInfo.status);

const startRequest = { connectorId: 1, idTag, meterStart: 1200000, timestamp: at(0) };
const started = await client.call('StartTransaction', startRequest);
const transactionId = started.transactionId;
if (started.idTagInfo.status !== 'Accepted' || !(transactionId > 0))
    fail('start: ' + JSON.stringify(started));
const again = await client.call('StartTransaction', startRequest);
if (again.transactionId !== transactionId)
    fail('the same start got two transactions');

const meterValues = (minutes, sampledValue) => ({
    connectorId: 1,
    transactionId,
    meterValue: [{ timestamp: at(minutes), sampledValue }],
});
const wh = (minutes, value) => meterValues(minutes, [
    { value: String(value) },  // no measurand, no unit: the register in Wh
    { value: '30000', measurand: 'Power.Active.Import', unit: 'W' },
    { value: '52', measurand: 'SoC', unit: 'Percent', context: 'Sample.Periodic' },
]);
const kwh = (minutes, value) => meterValues(minutes, [
    { value, measurand: 'Energy.Active.Import.Register', unit: 'kWh', format: 'Raw', location: 'Outlet' },
    { value: '30.0', measurand: 'Power.Active.Import', unit: 'kW' },
    { value: '400.0', measurand: 'Voltage', unit: 'V', phase: 'L1-N' },
    { value: '75.0', measurand: 'Current.Import', unit: 'A', phase: 'L1' },
]);

await client.call('MeterValues', wh(5, 1202500));
await client.call('MeterValues', kwh(10, '1205.0'));
await client.call('MeterValues', kwh(10, '1205.0'));     // twice
await client.call('MeterValues', kwh(20, '1210.004'));   // before the one that follows: it comes late
await client.call('MeterValues', wh(15, 1207500));       // late
await client.call('MeterValues', wh(15, 1207500));       // late, and twice
await client.call('MeterValues', kwh(25, '1212.345'));
await client.call('StatusNotification', { connectorId: 1, errorCode: 'NoError', status: 'Finishing', timestamp: at(25) });

const stop = {
    transactionId,
    meterStop: 1214567,
    timestamp: at(30),
    reason: 'EVDisconnected',
    transactionData: [{
        timestamp: at(30),
        sampledValue: [{ value: '1214567', context: 'Transaction.End', measurand: 'Energy.Active.Import.Register', unit: 'Wh' }],
    }],
};
await client.call('StopTransaction', stop);
await client.call('StopTransaction', stop);  // retried
await client.call('MeterValues', wh(31, 1214567));  // after the stop
await client.call('StatusNotification', { connectorId: 1, errorCode: 'NoError', status: 'Available', timestamp: at(31) });
await client.call('DataTransfer', { vendorId: 'org.example', messageId: 'x', data: 'y' });

await client.close();
console.log(JSON.stringify({ transaction_id: transactionId, remote_calls: remoteCalls }));
process.exit(0);

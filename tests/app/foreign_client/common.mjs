// SPDX-License-Identifier: GPL-3.0-or-later
//
// What the scripts of `./dev interop` share: accounts as `aftercharge-sim sandbox --accounts-out`
// writes them, a line a check, a receiver of webhooks, and the sandboxes' own controls.
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { createRequire } from 'node:module';

// Packages are taken from the folder that the script is run in.
export const require = createRequire(process.cwd() + '/');

// Every value of these files is a text, in JSON's notation.
export function readAccount(path) {
    const account = {};
    for (const line of readFileSync(path, 'utf8').split('\n')) {
        const equals = line.indexOf(' = ');
        if (equals > 0)
            account[line.slice(0, equals)] = JSON.parse(line.slice(equals + 3));
    }
    return account;
}

let failures = 0;

function said(seen) {
    return seen instanceof Error ? String(seen) : JSON.stringify(seen);
}

export function check(name, holds, seen) {
    console.log(`  ${holds ? 'ok  ' : 'FAIL'} ${name}${holds ? '' : ': ' + said(seen)}`);
    if (!holds)
        ++failures;
}

// The error that `promise` ends with; none: it did not fail.
export async function errorOf(promise) {
    try {
        await promise;
        return {};
    } catch (error) {
        return error;
    }
}

export function finish() {
    process.exit(failures === 0 ? 0 : 1);
}

export async function listen(port) {
    const heard = [];
    const server = createServer((request, response) => {
        const chunks = [];
        request.on('data', (chunk) => chunks.push(chunk));
        request.on('end', () => {
            heard.push({ path: request.url, headers: request.headers, body: Buffer.concat(chunks) });
            response.end();
        });
    });
    await new Promise((resolve) => server.listen(port, '127.0.0.1', resolve));
    return {
        heard,
        // The webhooks of one gateway (those that are `about` something), once there are at least `count`.
        async of(gateway, count, about = () => true) {
            const wanted = () => heard.filter((call) => call.path === '/webhooks/' + gateway && about(call));
            for (let i = 0; i < 200 && wanted().length < count; ++i)
                await new Promise((resolve) => setTimeout(resolve, 50));
            return wanted();
        },
    };
}

export function controls(baseUrl) {
    const post = async (name, body) => {
        const answer = await fetch(baseUrl + '/_sandbox/' + name, { method: 'POST', body: JSON.stringify(body) });
        if (!answer.ok)
            throw new Error(name + ': ' + (await answer.text()));
    };
    return {
        payment: (id, paid, steps, currency) => post('script', { payments: { [id]: { paid, currency, steps } } }),
        parcel: (id, steps) => post('script', { parcels: { [id]: { steps } } }),
        advance: (seconds) => post('advance', { seconds }),
        track: (trackingCode, status) => post('track', { tracking_code: trackingCode, status }),
        evidence: (trackingCode) => post('evidence', { tracking_code: trackingCode }),
        log: async () => (await fetch(baseUrl + '/_sandbox/log')).json(),
    };
}

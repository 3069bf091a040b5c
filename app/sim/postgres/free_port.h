// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace aftercharge::sim {

// A port of 127.0.0.1 on which nobody listens now; 0: none found. It lies below the range from which
// the system takes the ports of outgoing connections, so that a server which is down for a moment
// finds its port free when it comes back.
int free_port();

}  // namespace aftercharge::sim

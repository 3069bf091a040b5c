// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/tidy/layers.h"

#include <algorithm>
#include <array>
#include <iterator>

#include <QtCore/QStringList>

namespace aftercharge::tidy {
namespace {

struct Layer {
    QLatin1String folder;
    int rank;  // includes go from a higher rank to a lower one
};

constexpr Layer layers[] = {
    {QLatin1String("app"), 7},
    {QLatin1String("ui"), 6},
    {QLatin1String("models/item"), 5},
    {QLatin1String("models/live"), 4},
    {QLatin1String("models/reports"), 4},
    {QLatin1String("models/workflow"), 4},
    {QLatin1String("models/store"), 3},
    {QLatin1String("models/gateway"), 3},
    {QLatin1String("models/settlement"), 2},
    {QLatin1String("models/domain"), 1},
    {QLatin1String("resources"), 0},
};

// Layers of the same rank do not know each other. An exception is a line here with its reason.
struct PeerInclude {
    QLatin1String from;
    QLatin1String to;
    QLatin1String reason;
};
constexpr std::array<PeerInclude, 1> peers{{
    {QLatin1String("models/live"), QLatin1String("models/workflow"),
     QLatin1String("the feed carries what workflows publish (session_view.h, changes.h) and takes their drafts")},
}};

int rank_of(const QString &layer)
{
    const auto *found = std::find_if(std::begin(layers), std::end(layers),
                                     [&](const Layer &entry) { return entry.folder == layer; });
    return found == std::end(layers) ? -1 : found->rank;
}

}  // namespace

QString layer_of(const QString &path)
{
    const QStringList parts = path.split(u'/');
    if (parts.size() < 2)
        return {};
    const QString layer = parts[0] == u"models" ? QString(parts[0] + u'/' + parts[1]) : parts[0];
    return layer == u"tests" || rank_of(layer) >= 0 ? layer : QString();
}

bool may_include(const QString &from, const QString &to)
{
    if (from == u"tests" || from == to)
        return true;
    if (to == u"tests")
        return false;
    if (rank_of(from) > rank_of(to))
        return true;
    return std::any_of(peers.begin(), peers.end(),
                       [&](const PeerInclude &entry) { return entry.from == from && entry.to == to; });
}

QString adapter_of(const QString &path)
{
    const QStringList parts = path.split(u'/');
    const QString layer = layer_of(path);
    if (parts.size() < 4 || (layer != u"models/store" && layer != u"models/gateway"))
        return {};
    // ocpi is the form in which tariffs are kept and exchanged, a parser without a wire; http is
    // how every gateway of the web is called; goodsfile reads files of orders, without a wire too.
    static const QStringList shared{u"payment"_qs, u"carrier"_qs, u"chargepoint"_qs, u"goodsfile"_qs,
                                    u"notify"_qs,  u"ocpi"_qs,    u"http"_qs};
    const bool interfaces = layer == u"models/gateway" && shared.contains(parts[2]);
    if (!interfaces)
        return parts.mid(0, 3).join(u'/');
    return parts.size() > 4 ? parts.mid(0, 4).join(u'/') : QString();
}

bool may_name_adapter(const QString &path, const QString &adapter)
{
    const QString own = adapter_of(path);
    // sql/ is the one implementation, sqlcipher/ and postgres/ are drivers under it.
    if (own == adapter || layer_of(path) == u"tests" ||
        (own == u"models/store/sql" && adapter.startsWith(u"models/store/")))
        return true;
    // wiring puts the programs together; the simulator is the other end of the wire.
    return path.startsWith(u"app/wiring/") || path.startsWith(u"app/sim/");
}

}  // namespace aftercharge::tidy

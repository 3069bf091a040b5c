// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/console/desk_host.h"

#include <QtConcurrent/QtConcurrentRun>
#include <QtCore/QCoreApplication>

namespace aftercharge {
namespace {

// The key that a request names: unwrapping one takes a second of work, so not in the UI thread.
Result<StoreKey> key_of(const StoreUrl &url, const StoreRequest &request)
{
    KeySource source;
    if (!request.key_file.empty()) {
        source.key_file = request.key_file;
        return load_store_key(url, source);
    }
    if (!request.passphrase.empty()) {
        // Who types a passphrase means it, also where the user's own key file would open the store.
        return load_wrapped_key(url, request.passphrase);
    }
    source.prompt = [](const StoreUrl &) -> Result<std::string> {
        return fail(ErrorCode::StoreNotFound, "neither a key file nor a passphrase");
    };
    return load_store_key(url, source);
}

Result<StoreKey> make_store(const StoreUrl &url, const NewStore &store)
{
    const auto currency = Currency::from_code(store.currency);
    if (!currency)
        return pass_on(currency);
    KeySource source;
    if (!store.where.key_file.empty())
        source.key_file = store.where.key_file;
    const auto made = make_local_store(url, source, NetworkInput{store.network, *currency, store.time_zone});
    if (!made)
        return pass_on(made);
    if (!store.where.passphrase.empty()) {
        if (auto set = (*made)->set_passphrase(store.where.passphrase); !set)
            return pass_on(set);
    }
    return load_store_key(url, source);
}

StoreAccess::Opened at_once(const Error &error)
{
    return QtFuture::makeReadyFuture(Result<std::vector<Operator>>(tl::unexpected(error)));
}

Result<StoreUrl> url_of(const std::string &folder)
{
    if (folder.empty())
        return fail(ErrorCode::StoreNotFound, "no folder");
    return parse_store_url(folder.starts_with("sqlcipher:") ? folder : "sqlcipher:" + folder);
}

}  // namespace

StoreAccess::Opened DeskHost::open(StoreRequest request)
{
    const auto url = url_of(request.folder);
    if (!url)
        return at_once(url.error());
    auto key = QtConcurrent::run([url = *url, request = std::move(request)] {
        return std::make_shared<Result<StoreKey>>(key_of(url, request));
    });
    return key.then(qApp, [this, url = *url](const std::shared_ptr<Result<StoreKey>> &loaded) {
        if (!*loaded)
            return Result<std::vector<Operator>>(tl::unexpected(loaded->error()));
        return open_with(url, std::move(**loaded));
    });
}

StoreAccess::Opened DeskHost::create(NewStore store)
{
    const auto url = url_of(store.where.folder);
    if (!url)
        return at_once(url.error());
    auto made = QtConcurrent::run(
        [url = *url, store = std::move(store)] { return std::make_shared<Result<StoreKey>>(make_store(url, store)); });
    return made.then(qApp, [this, url = *url](const std::shared_ptr<Result<StoreKey>> &key) {
        if (!*key)
            return Result<std::vector<Operator>>(tl::unexpected((*key).error()));
        return open_with(url, **key);
    });
}

Result<std::vector<Operator>> DeskHost::open_with(const StoreUrl &url, StoreKey key)
{
    if (host_ && url_.folder == url.folder) {
        if (*key_ != key)
            return fail(ErrorCode::StoreWrongKey, url.folder.string());
        return host_->desk().operators().result();
    }
    HostOptions options{.store = url,
                        .key = key,
                        .ocpp = serve_.ocpp,
                        .live = serve_.live,
                        .customer = serve_.customer,
                        .webhook = serve_.webhook,
                        .allow_plain = false,
                        .clock = serve_.clock};
    auto host = LocalHost::start(std::move(options));
    if (!host)
        return pass_on(host);
    host_ = std::move(*host);
    url_ = url;
    key_ = key;
    return host_->desk().operators().result();
}

}  // namespace aftercharge

// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/console/desk_host.h"

#include <QtConcurrent/QtConcurrentRun>
#include <QtCore/QCoreApplication>

#include "app/wiring/remote_host.h"

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

QFuture<Result<Operator>> refused_at_once(const Error &error)
{
    return QtFuture::makeReadyFuture(Result<Operator>(tl::unexpected(error)));
}

}  // namespace

Result<StoreUrl> shared_url_of(const SharedLogin &login)
{
    constexpr std::string_view scheme = "postgresql://";
    std::string_view place = login.address;
    if (place.starts_with(scheme))
        place.remove_prefix(scheme.size());
    // Who stands in the address as well is who stands in the form.
    if (const std::size_t at = place.find('@'); at != std::string_view::npos)
        place.remove_prefix(at + 1);
    if (login.login.empty())
        return fail(ErrorCode::OperatorNotFound, "no login");
    return parse_store_url(std::string(scheme) + login.login + "@" + std::string(place), login.ca_file);
}

DeskHost::DeskHost(Serve serve) : serve_(std::move(serve)) {}

DeskHost::~DeskHost()
{
    connecting_.waitForFinished();
}

DeskParts *DeskHost::parts()
{
    if (remote_)
        return remote_.get();
    return host_.get();
}

void DeskHost::close()
{
    host_.reset();
    remote_.reset();
    person_.reset();
}

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
    close();
    host_ = std::move(*host);
    url_ = url;
    key_ = key;
    return host_->desk().operators().result();
}

QFuture<Result<Operator>> DeskHost::log_in(SharedLogin login)
{
    const auto url = shared_url_of(login);
    if (!url)
        return refused_at_once(url.error());
    if (opening_)
        return refused_at_once({ErrorCode::StoreInUse, "another login is under way"});
    const LoginPassword password{std::move(login.password)};
    // With another password it is opened anew: the old one would not connect again.
    if (remote_ && url_ == *url && password == password_)
        return unlock();
    opening_ = std::make_unique<RemoteHost>(RemoteOptions{.store = *url, .password = password, .clock = serve_.clock});
    connecting_ = QtConcurrent::run([host = opening_.get()] { return host->connect(); });
    return connecting_.then(&context_, [this, url = *url, password](const Result<Operator> &person) {
        auto opened = opened_remote(url, person);
        if (opened)
            password_ = password;
        return opened;
    });
}

Result<Operator> DeskHost::opened_remote(const StoreUrl &url, const Result<Operator> &person)
{
    std::unique_ptr<RemoteHost> tried = std::move(opening_);
    if (!person)
        return person;
    close();
    remote_ = std::move(tried);
    remote_->begin();
    url_ = url;
    person_ = *person;
    return person;
}

// The server is asked, for the login may have been closed; while it is away, what opened the
// store opens the screens.
QFuture<Result<Operator>> DeskHost::unlock()
{
    const SharedLocation location = shared_location(url_, password_);
    connecting_ = QtConcurrent::run([location, person = *person_]() -> Result<Operator> {
        return open_shared_store(location, SharedRole::Desk).map([&](const OpenStore &) { return person; });
    });
    return connecting_.then(&context_, [this](const Result<Operator> &person) {
        const bool away = !person && person.error().code == ErrorCode::StoreUnreachable;
        return away ? Result<Operator>(*person_) : person;
    });
}

}  // namespace aftercharge

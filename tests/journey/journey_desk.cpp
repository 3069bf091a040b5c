// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/journey/journey_desk.h"

#include <QtTest/QtTest>
#include <QtWidgets/QApplication>
#include <QtWidgets/QComboBox>
#include <QtWidgets/QLabel>

#include "app/console/demo/demo_fleet.h"
#include "app/wiring/local_store.h"
#include "tests/journey/journey_network.h"
#include "tests/journey/keys.h"
#include "ui/login/unlock_page.h"

namespace aftercharge {
namespace {

constexpr int patience_ms = 60'000;

DeskHost::Serve serve_loopback(const Clock &clock)
{
    const Endpoint any_port{"127.0.0.1", 0};
    return {.ocpp = any_port, .live = any_port, .customer = any_port, .clock = &clock};
}

Result<sim::ScenarioEntry> entry_of(const Drive &drive, const std::vector<sim::Vehicle> &vehicles)
{
    auto vehicle = sim::find_vehicle(vehicles, drive.vehicle);
    if (!vehicle)
        return pass_on(vehicle);
    sim::ScenarioEntry entry;
    entry.charge_point_id = QString::fromLatin1(drive.charge_point);
    entry.password = journey_password;
    entry.plan.id_tag = QStringLiteral("TAG-") + QString::fromLatin1(drive.member).mid(2);
    entry.plan.vehicle = std::move(*vehicle);
    entry.plan.start_soc = SocPermille{drive.start_soc_permille};
    entry.plan.target_soc = SocPermille{drive.target_soc_permille};
    entry.plan.max_power = PowerW{drive.max_power_kw * 1000};
    if (*drive.fault != '\0') {
        auto fault = sim::parse_fault(drive.fault);
        if (!fault)
            return pass_on(fault);
        entry.plan.faults.push_back(*fault);
    }
    return entry;
}

}  // namespace

JourneyDesk::JourneyDesk(int speed)
    : settings_(folder_.filePath(QStringLiteral("journey.ini")), QSettings::IniFormat),
      clock_(demo::story_begin(SystemClock().now()), speed), themes_(*qApp, ThemeChoice::Light), languages_(*qApp),
      host_(serve_loopback(clock_))
{
    // Closing a window ends no test.
    QApplication::setQuitOnLastWindowClosed(false);
    qputenv("XDG_CONFIG_HOME", path(QStringLiteral("config")).toUtf8());
    qputenv("XDG_STATE_HOME", path(QStringLiteral("state")).toUtf8());
    window_ = std::make_unique<MainWindow>(host_, themes_, languages_, settings_);
    window_->resize(1366, 768);
    window_->ask_store({}, {});
}

JourneyDesk::~JourneyDesk()
{
    if (fleet_)
        fleet_->shut_down();
    fleet_.reset();
    window_.reset();
    host_.close();
}

bool JourneyDesk::show()
{
    window_->show();
    window_->activateWindow();
    return QTest::qWaitForWindowActive(window_.get(), patience_ms);
}

Result<void> JourneyDesk::open_new_store()
{
    const auto url = parse_store_url("sqlcipher:" + path(QStringLiteral("store")).toStdString());
    if (!url)
        return pass_on(url);
    KeySource source;
    source.key_file = key_file().toStdString();
    {
        const auto made = make_local_store(*url, source,
                                           {"Shanghai Charging", *Currency::from_code("CNY"), "Asia/Shanghai"});
        if (!made)
            return pass_on(made);
    }
    const auto key = load_store_key(*url, source);
    if (!key)
        return pass_on(key);
    auto people = host_.open_with(*url, *key);
    if (!people)
        return pass_on(people);
    if (auto filled = fill_network(); !filled)
        return filled;
    people = desk().operators().result();
    if (!people)
        return pass_on(people);
    if (!show())
        return fail(ErrorCode::Internal, "the window does not get the keyboard");
    window_->unlock_page()->set_folder(path(QStringLiteral("store")));
    window_->unlock_page()->ask_person(*people);
    return {};
}

Result<void> JourneyDesk::fill_network()
{
    return host().engine().run([](Work &work) { return fill_journey_network(work); }).result();
}

Result<void> JourneyDesk::drive_up(const std::vector<Drive> &drives)
{
    const auto vehicles = sim::built_in_vehicles();
    if (!vehicles)
        return pass_on(vehicles);
    sim::Scenario scenario;
    for (const Drive &drive : drives) {
        auto entry = entry_of(drive, *vehicles);
        if (!entry)
            return pass_on(entry);
        scenario.push_back(std::move(*entry));
    }
    sim::FleetOptions options;
    options.base_url = QUrl(QStringLiteral("ws://127.0.0.1:%1/ocpp/").arg(host().ocpp_port()));
    options.seed = 20261123;
    fleet_ = std::make_unique<sim::Fleet>(std::move(options), clock_);
    fleet_->add(scenario);
    fleet_->start();
    return {};
}

bool JourneyDesk::choose_person(const QString &name)
{
    const auto asks = [this] {
        const auto *people = qobject_cast<QComboBox *>(QApplication::focusWidget());
        return people && window_->unlock_page()->isAncestorOf(people);
    };
    if (!QTest::qWaitFor(asks, patience_ms))
        return false;
    const auto *people = qobject_cast<QComboBox *>(QApplication::focusWidget());
    keys::press(Qt::Key_Home);
    for (int person = 1; person < people->count() && !people->currentText().startsWith(name); ++person)
        keys::press(Qt::Key_Down);
    if (!people->currentText().startsWith(name))
        return false;
    keys::press(Qt::Key_Tab);
    keys::press(Qt::Key_Return);
    return QTest::qWaitFor([this] { return window_->shell() && window_->shell()->isVisible(); }, patience_ms);
}

bool JourneyDesk::change_person(const QString &name)
{
    keys::run_command(QStringLiteral("Lock"));
    if (!QTest::qWaitFor([this] { return !window_->shell(); }, patience_ms))
        return false;
    if (!keys::tab_to(QStringLiteral("Key file")))
        return false;
    keys::retype(key_file());
    keys::press(Qt::Key_Return);
    return choose_person(name);
}

std::optional<ChargingOrder> JourneyDesk::order_at(const char *charge_point)
{
    OrderQuery query;
    query.charge_point_id = *ChargePointId::from_text(charge_point);
    query.page.limit = 1;
    const auto page = desk().orders(query).result();
    if (!page || page->rows.empty())
        return std::nullopt;
    return page->rows.front();
}

std::optional<SessionView> JourneyDesk::session_at(const char *charge_point)
{
    const auto sessions = desk().sessions().result();
    if (!sessions)
        return std::nullopt;
    for (const SessionView &session : *sessions) {
        if (session.connector.charge_point_id.text() == charge_point)
            return session;
    }
    return std::nullopt;
}

std::int64_t JourneyDesk::reports_received()
{
    return host().engine().post([](Engine &engine) { return engine.figures().reports_received; }).result();
}

QStringList JourneyDesk::words() const
{
    QStringList seen;
    for (const QLabel *label : window_->findChildren<QLabel *>()) {
        if (label->isVisible() && !label->text().isEmpty())
            seen.append(label->text());
    }
    return seen;
}

}  // namespace aftercharge

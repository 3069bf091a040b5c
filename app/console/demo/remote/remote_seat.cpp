// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/console/demo/remote/remote_seat.h"

#include "ui/common/nav_item.h"
#include "ui/login/unlock_page.h"
#include "ui/shell/store_banner.h"
#include "ui/tickets/tickets_page.h"

namespace aftercharge::demo {

Seat::Seat(std::string login, ThemeController &themes, LanguageController &languages, const QString &settings_file)
    : login_(std::move(login)), settings_(settings_file, QSettings::IniFormat), host_(DeskHost::Serve{}),
      window_(host_, themes, languages, settings_)
{
    // Two windows of one program: the person has to tell them apart.
    window_.setWindowTitle(QStringLiteral("Aftercharge · %1").arg(QString::fromStdString(login_)));
}

Seat::~Seat() = default;

void Seat::log_in(const std::string &address, const std::string &password)
{
    window_.ask_login(QString::fromStdString(address), QString::fromStdString(login_), {});
    host_.log_in({address, login_, password, {}}).then(&context_, [this](const Result<Operator> &person) {
        if (person) {
            listen();
            return window_.work_as(*person);
        }
        window_.unlock_page()->show_error(person.error());
        const std::lock_guard lock(mutex_);
        refusal_ = person.error();
    });
}

void Seat::listen()
{
    LiveFeed &feed = parts().feed();
    QObject::connect(&feed, &LiveFeed::sessionsChanged, &context_, [this](const QList<SessionView> &sessions) {
        const std::lock_guard lock(mutex_);
        for (const SessionView &session : sessions) {
            if (session.state == OrderState::Charging)
                sessions_[session.order_no] = session;
            else
                sessions_.erase(session.order_no);
        }
    });
    QObject::connect(&feed, &LiveFeed::rowsChanged, &context_, [this](const QList<Changed> &rows) {
        const std::lock_guard lock(mutex_);
        for (const Changed &row : rows) {
            if (row.table == ChangedTable::Tickets)
                tickets_.insert(row.id);
        }
    });
    QObject::connect(&feed, &LiveFeed::resynchronised, &context_, [this] {
        const std::lock_guard lock(mutex_);
        ++read_again_;
    });
}

std::optional<Error> Seat::refusal() const
{
    const std::lock_guard lock(mutex_);
    return refusal_;
}

int Seat::tickets_on_screen() const
{
    for (const NavItem *item : window_.findChildren<NavItem *>()) {
        const QStringList words = item->accessibleName().split(QStringLiteral(", "));
        if (item->text() == window_.shell()->tickets_page()->accessibleName())
            return words.size() == 2 ? words.last().toInt() : 0;
    }
    return 0;
}

bool Seat::shows_banner() const
{
    const auto *banner = window_.findChild<StoreBanner *>();
    return banner && banner->isVisible();
}

std::map<OrderNo, Money> Seat::fees() const
{
    const std::lock_guard lock(mutex_);
    std::map<OrderNo, Money> fees;
    for (const auto &[order_no, session] : sessions_)
        fees.emplace(order_no, session.fee);
    return fees;
}

std::optional<UtcTime> Seat::last_report() const
{
    const std::lock_guard lock(mutex_);
    std::optional<UtcTime> last;
    for (const auto &[order_no, session] : sessions_)
        last = std::max(last, std::optional(session.at));
    return last;
}

int Seat::read_again() const
{
    const std::lock_guard lock(mutex_);
    return read_again_;
}

bool Seat::heard_of_ticket(const std::string &ticket_no) const
{
    const std::lock_guard lock(mutex_);
    return tickets_.contains(ticket_no);
}

}  // namespace aftercharge::demo

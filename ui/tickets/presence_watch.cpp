// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/tickets/presence_watch.h"

#include <utility>

#include <QTimer>

#include "models/workflow/presence_desk.h"

namespace aftercharge {

namespace {

constexpr std::chrono::milliseconds settles_after{300};

}  // namespace

PresenceWatch::PresenceWatch(PresenceDesk &desk, QObject *parent)
    : QObject(parent), desk_(desk), settle_(new QTimer(this)), renew_(new QTimer(this))
{
    settle_->setSingleShot(true);
    settle_->setInterval(settles_after);
    renew_->setInterval(presence_renewed_after);
    connect(settle_, &QTimer::timeout, this, &PresenceWatch::say);
    connect(renew_, &QTimer::timeout, this, &PresenceWatch::say);
}

PresenceWatch::~PresenceWatch()
{
    leave();
}

void PresenceWatch::watch(const std::string &subject)
{
    if (subject == subject_)
        return;
    leave();
    subject_ = subject;
    hear({});
    soon();
}

void PresenceWatch::set_doing(Doing doing)
{
    if (doing == std::exchange(doing_, doing))
        return;
    soon();
}

void PresenceWatch::set_in_sight(bool in_sight)
{
    if (in_sight == std::exchange(in_sight_, in_sight))
        return;
    if (in_sight)
        soon();
    else
        leave();
}

void PresenceWatch::soon()
{
    if (in_sight_ && !subject_.empty())
        settle_->start();
}

void PresenceWatch::say()
{
    if (!in_sight_ || subject_.empty())
        return;
    settle_->stop();
    renew_->start();
    said_ = subject_;
    desk_.note_presence(subject_, doing_).then(this, [this, of = subject_](const Result<std::vector<Present>> &others) {
        if (of == subject_ && in_sight_)
            hear(others ? *others : std::vector<Present>());
    });
}

void PresenceWatch::leave()
{
    settle_->stop();
    renew_->stop();
    if (!said_.empty())
        desk_.leave(std::exchange(said_, {}));
}

void PresenceWatch::hear(std::vector<Present> others)
{
    const auto same = [](const Present &a, const Present &b) {
        return a.login == b.login && a.desk == b.desk && a.doing == b.doing;
    };
    const bool changed = !std::equal(others.begin(), others.end(), others_.begin(), others_.end(), same);
    others_ = std::move(others);
    if (changed)
        Q_EMIT othersChanged();
}

}  // namespace aftercharge

// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/status_line.h"

#include <utility>

#include <QtCore/QTimer>
#include <QtGui/QPainter>
#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QLabel>

#include "ui/common/labels.h"

namespace aftercharge {
namespace {

constexpr std::chrono::seconds ask_interval{5};

// A dot in the colour of a tone; the words beside it say the same.
class Dot : public QWidget {
public:
    Dot(const ThemeController &themes, QWidget *parent) : QWidget(parent), themes_(themes) { setFixedSize(8, 8); }
    void set_tone(Tone tone)
    {
        tone_ = tone;
        update();
    }

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(Qt::NoPen);
        painter.setBrush(themes_.theme().tone(tone_));
        painter.drawEllipse(rect().adjusted(1, 1, -1, -1));
    }

private:
    const ThemeController &themes_;
    Tone tone_ = Tone::Neutral;
};

}  // namespace

StatusLine::StatusLine(DeskContext &context, QWidget *parent) : QWidget(parent), context_(context)
{
    setFixedHeight(26);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(Space::m, 1, Space::m, 0);
    row->setSpacing(Space::l);
    store_ = add_part();
    feed_ = add_part();
    outbox_ = add_part();
    chain_ = add_part();
    row->addStretch();
    show_store(true);
    if (context_.store)
        connect(context_.store, &StoreStatus::changed, this, [this] { show_store(true); });
    set_part(outbox_, Tone::Neutral, tr("Outbox: …"));
    set_part(chain_, Tone::Neutral, tr("Audit chain: …"));
    show_feed(context_.feed.state());
    connect(&context_.feed, &LiveFeed::stateChanged, this, &StatusLine::show_feed);
    auto *timer = new QTimer(this);
    connect(timer, &QTimer::timeout, this, &StatusLine::ask);
    timer->start(ask_interval);
    ask();
}

StatusLine::Part StatusLine::add_part()
{
    auto *holder = new QWidget(this);
    auto *row = new QHBoxLayout(holder);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(6);
    Part part{new Dot(context_.themes, holder), make_label(LabelRole::Caption, {}, holder)};
    row->addWidget(part.dot);
    row->addWidget(part.label);
    layout()->addWidget(holder);
    return part;
}

// A dot where there is something to tell by it; a plain count goes without.
void StatusLine::set_part(Part &part, Tone tone, const QString &text)
{
    static_cast<Dot *>(part.dot)->set_tone(tone);
    part.dot->setVisible(tone != Tone::Neutral);
    part.label->setText(text);
}

void StatusLine::paintEvent(QPaintEvent *)
{
    const Theme &theme = context_.themes.theme();
    QPainter painter(this);
    painter.fillRect(rect(), theme.navigation);
    painter.setPen(theme.border);
    painter.drawLine(rect().topLeft(), rect().topRight());
}

void StatusLine::show_feed(const FeedState &state)
{
    const QString lag = context_.format.fixed(state.lag_ms, 1000, 1);
    switch (state.kind) {
    case FeedState::Connecting:
        return set_part(feed_, Tone::Info, tr("Feed: connecting"));
    case FeedState::Live:
        return set_part(feed_, Tone::Ok,
                        state.sessions == 1
                            ? tr("Feed: 1 session, %1 s behind").arg(lag)
                            : tr("Feed: %1 sessions, %2 s behind").arg(context_.format.number(state.sessions), lag));
    case FeedState::Stale:
        return set_part(feed_, Tone::Warn, tr("Feed: nothing heard for a while, what is shown may be old"));
    case FeedState::Lost:
        return set_part(feed_, Tone::Bad, tr("Feed: connection lost, trying again"));
    }
}

void StatusLine::show_store(bool readable)
{
    if (!context_.store)
        return set_part(store_, readable ? Tone::Ok : Tone::Bad,
                        readable ? tr("Store: local, encrypted") : tr("Store: not readable"));
    const SharedStoreState &state = context_.store->state();
    const QString host = QString::fromStdString(state.host);
    if (state.unreachable_since)
        return set_part(store_, Tone::Bad, tr("Shared store · %1: cannot be reached").arg(host));
    if (!readable)
        return set_part(store_, Tone::Bad, tr("Shared store · %1: not readable").arg(host));
    set_part(store_, Tone::Ok, tr("Shared store · %1").arg(host));
}

// One question at a time: while a shared store is away they would only queue up.
void StatusLine::ask()
{
    if (std::exchange(asking_, true))
        return;
    context_.desk.outbox_waiting().then(this, [this](const Result<std::int64_t> &waiting) {
        show_store(waiting.has_value());
        if (waiting)
            set_part(outbox_, *waiting > 0 ? Tone::Info : Tone::Neutral,
                     tr("Outbox: %1 waiting").arg(context_.format.number(*waiting)));
    });
    context_.desk.audit_length().then(this, [this](const Result<std::int64_t> &length) {
        asking_ = false;
        if (length)
            set_part(chain_, Tone::Neutral, tr("Audit chain: %1 entries").arg(context_.format.number(*length)));
    });
}

}  // namespace aftercharge

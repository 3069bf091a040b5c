// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/tickets/goods_sheet.h"

#include <QApplication>
#include <QLabel>
#include <QScrollArea>
#include <QScrollBar>
#include <QVBoxLayout>

#include "models/workflow/refund_bounds.h"
#include "ui/common/banner.h"
#include "ui/common/desk_context.h"
#include "ui/common/error_words.h"
#include "ui/common/labels.h"

namespace aftercharge {

namespace {

// Title row, foot row, hairlines and margins of a sheet: what its content cannot have.
constexpr int frame_height = 140;
constexpr int least_content = 96;

// Its layout is as high as its width makes it, not as its narrowest would: paragraphs wrap.
class Content : public QWidget {
public:
    QSize minimumSizeHint() const override { return {layout()->minimumSize().width(), 0}; }
};

}  // namespace

GoodsSheet::GoodsSheet(DeskContext &context, const Format &format, int width, QWidget *page)
    : TicketSheet(context, page), format_(format), width_(width), scroll_(new QScrollArea), content_(new QVBoxLayout)
{
    auto *inner = new Content;
    inner->setProperty("role", QStringLiteral("plain"));
    content_->setContentsMargins(0, 0, 0, 0);
    content_->setSpacing(Space::m);
    inner->setLayout(content_);
    scroll_->setFrameShape(QFrame::NoFrame);
    scroll_->setWidgetResizable(true);
    scroll_->setFocusPolicy(Qt::NoFocus);
    scroll_->setWidget(inner);
    body()->addWidget(scroll_);
    inner->installEventFilter(this);
    connect(qApp, &QApplication::focusChanged, this, [this](QWidget *, QWidget *now) { follow_focus(now); });
    set_width(width);
}

void GoodsSheet::follow_focus(QWidget *now)
{
    if (is_open() && now && scroll_->widget()->isAncestorOf(now))
        scroll_->ensureWidgetVisible(now, Space::s, Space::l);
}

// Fields that come and go tell their new height only when their layouts have been through.
bool GoodsSheet::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == scroll_->widget() && event->type() == QEvent::LayoutRequest && !refit_due_) {
        refit_due_ = true;
        QMetaObject::invokeMethod(
            this,
            [this] {
                refit_due_ = false;
                refit();
            },
            Qt::QueuedConnection);
    }
    return TicketSheet::eventFilter(watched, event);
}

void GoodsSheet::size_content()
{
    const QWidget *page = parentWidget();
    const int inner = std::min(width_, page->width() - 2 * Space::l) - 2 * Space::l;
    scroll_->widget()->layout()->activate();
    const int wanted = content_->hasHeightForWidth() ? content_->heightForWidth(inner) : content_->sizeHint().height();
    int said_height = 0;
    for (const QWidget *said : {strip(), line()}) {
        if (!said->isHidden())
            said_height += std::max(said->sizeHint().height(), said->heightForWidth(inner)) + Space::m;
    }
    const int room = page->height() - 2 * Space::l - frame_height - said_height;
    scroll_->setFixedHeight(std::clamp(wanted, std::min(wanted, least_content), std::max(room, least_content)));
}

// What does not fit can still be scrolled to.
void GoodsSheet::set_content_enabled(bool enabled)
{
    scroll_->widget()->setEnabled(enabled);
    size_content();
}

void GoodsSheet::refit()
{
    size_content();
    fit();
}

void GoodsSheet::resizeEvent(QResizeEvent *event)
{
    size_content();
    TicketSheet::resizeEvent(event);
}

void GoodsSheet::refuse_with(const Error &error)
{
    refuse(ErrorWords::sentence(error));
    refit();
    Q_EMIT outdated(error);
}

bool GoodsSheet::within_limit(const Money &amount, const std::vector<Refund> &refunds) const
{
    const auto &limit = context_.person.approval_limit;
    if (!limit)
        return false;
    const auto granted = granted_alone(refunds, context_.person.name, limit->currency());
    const auto together = granted ? add(amount, *granted) : granted;
    const auto against = together ? compare(*together, *limit) : Result<std::strong_ordering>(pass_on(together));
    return against && *against <= 0;
}

void GoodsSheet::show_limit(const Money &amount, bool direct, const QString &direct_words)
{
    const auto &limit = context_.person.approval_limit;
    if (direct && limit)
        strip()->set_message(Tone::Ok, tr("Within your limit of %1. %2").arg(format_.money(*limit), direct_words));
    else if (limit)
        strip()->set_message(Tone::Warn, tr("Above your limit of %1: it waits for approval by somebody with a limit of "
                                            "at least %2.")
                                             .arg(format_.money(*limit), format_.money(amount)));
    else
        strip()->set_message(Tone::Warn, tr("You have no limit of your own: it waits for approval by somebody with a "
                                            "limit of at least %1.")
                                             .arg(format_.money(amount)));
    strip()->show();
    set_primary_enabled(true);
    refit();
}

void GoodsSheet::show_refusal(const QString &sentence)
{
    strip()->set_message(Tone::Bad, sentence);
    strip()->show();
    set_primary_enabled(false);
    refit();
}

QLabel *GoodsSheet::add_words(const QString &text)
{
    auto *label = make_label(LabelRole::Muted, text);
    label->setWordWrap(true);
    content_->addWidget(label);
    return label;
}

}  // namespace aftercharge

// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/refunds/refunds_page.h"

#include <QStackedWidget>
#include <QTabBar>
#include <QVBoxLayout>

#include "ui/refunds/discrepancies.h"
#include "ui/refunds/reconciliations.h"
#include "ui/refunds/refund_list.h"

namespace aftercharge {

RefundsPage::RefundsPage(DeskContext &context, QWidget *parent)
    : QWidget(parent), tabs_(new QTabBar(this)), stack_(new QStackedWidget(this)), list_(new RefundList(context)),
      discrepancies_(new Discrepancies(context)), reconciliations_(new Reconciliations(context))
{
    // No stop of its own for Tab: what it hands on to would be as far as Shift+Tab gets.
    setFocusPolicy(Qt::ClickFocus);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(14, 6, 14, 12);
    column->setSpacing(6);
    tabs_->setDrawBase(false);
    tabs_->setExpanding(false);
    tabs_->setElideMode(Qt::ElideNone);
    tabs_->setAccessibleName(tr("Parts of this page"));
    for (const QString &title : {tr("Refunds"), tr("Discrepancies"), tr("Reconciliation")})
        tabs_->addTab(title);
    column->addWidget(tabs_);
    for (QWidget *part : std::initializer_list<QWidget *>{list_, discrepancies_, reconciliations_})
        stack_->addWidget(part);
    column->addWidget(stack_, 1);
    connect(tabs_, &QTabBar::currentChanged, stack_, &QStackedWidget::setCurrentIndex);
    connect(discrepancies_, &Discrepancies::openCounted, this, &RefundsPage::show_open);
    connect(list_, &RefundList::ticketRequested, this, &RefundsPage::ticketRequested);
    connect(list_, &RefundList::batchRequested, this, &RefundsPage::batchRequested);
    connect(list_, &RefundList::toast, this, &RefundsPage::toast);
    connect(discrepancies_, &Discrepancies::toast, this, &RefundsPage::toast);
    connect(reconciliations_, &Reconciliations::toast, this, &RefundsPage::toast);
    discrepancies_->refresh();
}

void RefundsPage::show_tab(Tab tab)
{
    tabs_->setCurrentIndex(tab);
}

void RefundsPage::show_open(int open)
{
    tabs_->setTabText(OpenQuestions, open > 0 ? tr("Discrepancies (%1)").arg(open) : tr("Discrepancies"));
}

void RefundsPage::focusInEvent(QFocusEvent *)
{
    stack_->currentWidget()->setFocus(Qt::OtherFocusReason);
}

}  // namespace aftercharge

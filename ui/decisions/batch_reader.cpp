// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/decisions/batch_reader.h"

namespace aftercharge {

namespace {

constexpr int poll_ms = 500;

}  // namespace

BatchReader::BatchReader(ApprovalDesk &desk, QObject *parent) : QObject(parent), desk_(desk)
{
    again_.setSingleShot(true);
    again_.setInterval(poll_ms);
    connect(&again_, &QTimer::timeout, this, &BatchReader::read_again);
}

void BatchReader::read(const BatchNo &batch_no)
{
    if (batch_no != batch_no_)
        view_.reset();
    batch_no_ = batch_no;
    read_again();
}

void BatchReader::read_again()
{
    if (batch_no_.is_empty())
        return;
    again_.stop();
    desk_.batch(batch_no_).then(this, [this, asked = batch_no_](const Result<BatchView> &view) {
        if (asked != batch_no_)
            return;
        if (view)
            return take(*view);
        // What is under way goes on although it could not be looked at.
        if (watching_ || (view_ && is_being_carried_out(view_->batch)))
            again_.start();
        Q_EMIT failed(view.error());
    });
}

void BatchReader::take(const BatchView &view)
{
    view_ = view;
    if (watching_ || is_being_carried_out(view.batch))
        again_.start();
    Q_EMIT came();
}

void BatchReader::set_watching(bool watching)
{
    watching_ = watching;
    if (watching)
        again_.start();
}

void BatchReader::forget()
{
    batch_no_ = {};
    view_.reset();
    watching_ = false;
    again_.stop();
}

bool is_being_carried_out(const RefundBatch &batch)
{
    return batch.approval == ApprovalState::Approved && !batch.carried_out_at;
}

}  // namespace aftercharge

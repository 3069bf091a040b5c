// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/error_words.h"

namespace aftercharge {

QString ErrorWords::of_store(ErrorCode code)
{
    switch (code) {
    case ErrorCode::StoreNotFound:
        return tr("There is no store in this folder, or no key for it. Check the folder and the key file.");
    case ErrorCode::StoreExists:
        return tr("There is a store in this folder already. Open it, or choose another folder.");
    case ErrorCode::StoreWrongKey:
        return tr("This key does not open the store. Nothing was changed. Try another key file or passphrase.");
    case ErrorCode::StoreKeyFileInvalid:
        return tr("The key file cannot be used: it must hold one key and be readable by you alone (chmod 600).");
    case ErrorCode::StorePlainFile:
        return tr("The file in this folder is not encrypted. It was not opened.");
    case ErrorCode::StoreForeignFile:
        return tr("The file in this folder is not a store of Aftercharge. It was not touched.");
    case ErrorCode::StoreNewerSchema:
        return tr("The store was written by a newer version of Aftercharge. Update this program to open it.");
    case ErrorCode::StoreDiskFull:
        return tr("The disk is full. Nothing was written; free some space and try again.");
    case ErrorCode::StoreReadOnly:
        return tr("The store can only be read. Check the rights on its folder.");
    case ErrorCode::StoreInUse:
        return tr("The store is busy in another program. Try again in a moment.");
    case ErrorCode::StoreCorrupt:
        return tr("The store is damaged. Nothing was written; restore a backup and verify it.");
    case ErrorCode::StoreChainBroken:
        return tr("The audit chain is broken: a row was changed outside of the program. Call an administrator.");
    case ErrorCode::StoreRolledBack:
        return tr("The store is older than what this desk has seen. It is open for reading only.");
    case ErrorCode::StoreConflict:
        return tr("Somebody else changed this meanwhile. What you see now is the newest state.");
    case ErrorCode::StoreUnreachable:
        return tr(
            "The shared store cannot be reached. What you did is not lost: it is tried again when the line is back.");
    case ErrorCode::StoreRetry:
        return tr("Too many people changed the same at once. Try again.");
    case ErrorCode::StoreRule:
        return tr("The store refused this: it would break a rule of the ledger.");
    case ErrorCode::StoreIo:
        return tr("The disk did not answer as it should. Nothing was written; try again.");
    default:
        return {};
    }
}

QString ErrorWords::of_money(ErrorCode code)
{
    switch (code) {
    case ErrorCode::MoneyInvalidText:
        return tr("This is not an amount. Write it like 12.34.");
    case ErrorCode::MoneyTooManyDecimals:
        return tr("The amount has more decimals than the currency.");
    case ErrorCode::MoneyOverflow:
        return tr("The amount is too large.");
    case ErrorCode::MoneyCurrencyMismatch:
        return tr("The currencies differ.");
    case ErrorCode::MoneyNotPositive:
        return tr("The amount must be above zero.");
    case ErrorCode::LedgerInsufficient:
        return tr("The balance does not suffice.");
    case ErrorCode::MemberNothingAvailable:
        return tr("The member has nothing available. A top-up is needed first.");
    case ErrorCode::RefundExceedsPaid:
        return tr("This is more than what is left of the payment.");
    case ErrorCode::RefundExceedsLimit:
        return tr("The amount is above your approval limit. Somebody with a higher limit can approve it.");
    case ErrorCode::RefundOwnRequest:
        return tr("You asked for this refund yourself. Somebody else has to approve it.");
    case ErrorCode::RefundChanged:
        return tr("The request was changed since you saw it. Look at it again before you approve.");
    case ErrorCode::RefundAlreadyDecided:
        return tr("This request has been decided already.");
    case ErrorCode::RefundNotFound:
        return tr("There is no such refund. Check the number.");
    case ErrorCode::RefundExpired:
    case ErrorCode::ClaimExpired:
        return tr("It waited too long and can no longer be approved. It goes back to who asked for it.");
    case ErrorCode::RefundInBatch:
        return tr("This refund is part of a batch and is decided together with it.");
    case ErrorCode::BatchNotFound:
        return tr("There is no such batch. Check the number.");
    case ErrorCode::ApprovalVoided:
        return tr("What it was asked on is another now. Nothing was approved: it went back to who asked for it.");
    case ErrorCode::ApprovalAlreadyGiven:
        return tr("You have approved this already. Another person has to approve it as well.");
    case ErrorCode::LedgerTransferDiffers:
        return tr("The same movement was booked before with other content. Call an administrator.");
    case ErrorCode::LedgerUnbalanced:
        return tr("The accounts would no longer add up. Nothing was booked; call an administrator.");
    default:
        return {};
    }
}

QString ErrorWords::of_work(ErrorCode code)
{
    switch (code) {
    case ErrorCode::StateNotAllowed:
        return tr("This cannot be done in the present state.");
    case ErrorCode::OrderNotFound:
        return tr("There is no such order.");
    case ErrorCode::OrderNotRunning:
        return tr("This session has ended already.");
    case ErrorCode::TicketNotFound:
        return tr("There is no such ticket.");
    case ErrorCode::OperatorDisabled:
        return tr("This operator has been disabled.");
    case ErrorCode::OperatorNotPermitted:
        return tr("Your role does not allow this.");
    case ErrorCode::OperatorNotFound:
        return tr("There is no such operator.");
    case ErrorCode::ChargePointOffline:
        return tr("The charge point is not connected. It cannot be reached until it reports again.");
    case ErrorCode::CommandRejected:
        return tr("The charge point refused.");
    case ErrorCode::CommandTimeout:
        return tr("The charge point did not answer in time. It may still have acted: watch the session.");
    case ErrorCode::ConnectorBusy:
        return tr("A session is running on this connector.");
    case ErrorCode::NetworkUnreachable:
        return tr("The network cannot be reached.");
    case ErrorCode::InputInvalid:
        return tr("Something in the form is missing or wrong.");
    case ErrorCode::TimeInvalid:
        return tr("This is not a time zone or a time.");
    case ErrorCode::IdInvalid:
        return tr("This is not a number or name that the program knows. Check how it is written.");
    case ErrorCode::TicketOpenExists:
        return tr("There is an open ticket already. Go on with that one.");
    case ErrorCode::OperatorExists:
        return tr("There is an operator of this name already. Choose another name.");
    case ErrorCode::LeaseHeld:
        return tr("Somebody else is preparing a refund for this order.");
    case ErrorCode::DecisionPending:
        return tr("Your decision is recorded and waits for a daemon to carry it out. There is no need to repeat it.");
    case ErrorCode::TokenInvalid:
        return tr("The token is not accepted. Ask an administrator for a new one.");
    case ErrorCode::Cancelled:
        return tr("This was cancelled. What was done until then stays.");
    case ErrorCode::Internal:
        return tr("The program made a mistake. Nothing was written; try again, and report it if it comes back.");
    default:
        return {};
    }
}

QString ErrorWords::of_network(ErrorCode code)
{
    switch (code) {
    case ErrorCode::StationNotFound:
        return tr("There is no such station.");
    case ErrorCode::ChargePointNotFound:
        return tr("There is no such charge point. Register it first.");
    case ErrorCode::ChargePointExists:
        return tr("This charge point is registered already.");
    case ErrorCode::ConnectorNotFound:
        return tr("The charge point has no such connector.");
    case ErrorCode::MemberNotFound:
        return tr("There is no such member.");
    case ErrorCode::MemberExists:
        return tr("There is a member of this number already.");
    case ErrorCode::TagUnknown:
        return tr("The card is not known. Assign it to a member first.");
    case ErrorCode::TariffNotFound:
        return tr("There is no such tariff.");
    case ErrorCode::TariffInvalid:
        return tr("The tariff cannot be used as it is. Correct it and load it again.");
    default:
        return {};
    }
}

QString ErrorWords::sentence(const Error &error)
{
    for (const QString &words : {of_store(error.code), of_money(error.code), of_work(error.code), of_goods(error.code),
                                 of_network(error.code)}) {
        if (words.isEmpty())
            continue;
        const bool names_thing = error.code == ErrorCode::RefundExceedsPaid || error.code == ErrorCode::InputInvalid ||
                                 error.code == ErrorCode::CommandRejected || names_what(error.code);
        return names_thing && !error.detail.empty()
                   ? QString(words + QStringLiteral(" (") + QString::fromStdString(error.detail) + u')')
                   : words;
    }
    return tr("This did not work (%1).").arg(QString::fromStdString(to_line(error)));
}

}  // namespace aftercharge

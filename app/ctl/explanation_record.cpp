// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/order_record.h"
#include "models/domain/decimal.h"

namespace aftercharge::ctl {
namespace {

constexpr int price_decimals = 6;   // of a UnitPrice
constexpr int energy_decimals = 6;  // of 10^-6 Wh

Value price_value(const std::optional<UnitPrice> &price)
{
    return price ? Value(decimal_to_text(price->value(), price_decimals)) : Value();
}

Value energy_value(EnergyMicroWh energy)
{
    return decimal_to_text(energy.value(), energy_decimals);
}

Value seconds_value(Duration duration)
{
    return std::int64_t{duration / std::chrono::seconds{1}};
}

Records period_records(const PricedSession &priced)
{
    Records records;
    for (const FeePeriod &period : priced.periods) {
        Record record;
        record.add("from", period.from)
            .add("to", period.to)
            .add("label", text_or_null(period.label))
            .add("energy_wh", energy_value(period.energy))
            .add("electricity_price", price_value(period.electricity))
            .add("service_price", price_value(period.service))
            .add("time_price", price_value(period.time))
            .add("parking_price", price_value(period.parking))
            .add("amount_minor", period.amount);
        records.push_back(std::move(record));
    }
    return records;
}

Records line_records(const PricedSession &priced)
{
    Records records;
    for (const FeeLine &line : priced.lines) {
        Record record;
        record.add("kind", enum_value(line.kind))
            .add("label", text_or_null(line.label))
            .add("from", line.from)
            .add("to", line.to)
            .add("energy_wh", energy_value(line.energy + line.energy_added))
            .add("duration_s", seconds_value(line.duration + line.duration_added))
            .add("unit_price", price_value(line.unit_price))
            .add("amount_minor", line.amount);
        records.push_back(std::move(record));
    }
    return records;
}

std::string account_text(const AccountId &account)
{
    std::string text{to_text(account.kind)};
    if (!account.member.is_empty())
        text += ":" + account.member.text();
    return text;
}

Records transfer_records(const std::vector<Transfer> &transfers)
{
    Records records;
    for (const Transfer &transfer : transfers) {
        Record record;
        record.add("transfer_id", transfer.transfer_id)
            .add("at", transfer.at)
            .add("kind", enum_value(transfer.kind))
            .add("debit", account_text(transfer.debit))
            .add("credit", account_text(transfer.credit))
            .add("amount_minor", transfer.amount);
        records.push_back(std::move(record));
    }
    return records;
}

Records refund_records(const std::vector<Refund> &refunds)
{
    Records records;
    for (const Refund &refund : refunds) {
        Record record;
        record.add("refund_no", refund.refund_no)
            .add("kind", enum_value(refund.kind))
            .add("status", enum_value(refund.status))
            .add("approval", enum_value(refund.approval))
            .add("amount_minor", refund.amount);
        records.push_back(std::move(record));
    }
    return records;
}

std::string money_text(const Money &amount)
{
    return amount.to_text() + " " + std::string(amount.currency().code());
}

std::string price_text(const FeePeriod &period)
{
    std::string text;
    const auto add = [&](const std::optional<UnitPrice> &price, std::string_view unit) {
        if (price)
            text += (text.empty() ? "" : " + ") + decimal_to_text(price->value(), price_decimals) + std::string(unit);
    };
    add(period.electricity, "/kWh");
    add(period.service, "/kWh service");
    add(period.time, "/h");
    add(period.parking, "/h parking");
    return text.empty() ? "free" : text;
}

}  // namespace

Record explanation_record(const OrderExplanation &explanation)
{
    const ChargingOrder order = priced_so_far(explanation);
    const auto &readings = explanation.readings;
    const auto excluded = std::count_if(readings.begin(), readings.end(),
                                        [](const Reading &r) { return r.excluded(); });
    Record record;
    record.add("order_no", order.order_no)
        .add("state", enum_value(order.state))
        .add("time_zone", explanation.time_zone)
        .add("tariff_id", order.tariff_id)
        .add("tariff_version", order.tariff_id.is_empty() ? Value() : Value(order.tariff_version))
        .add("currency", order.prepaid.currency().code())
        .add("energy_wh", order.energy)
        .add("readings", static_cast<std::int64_t>(readings.size()))
        .add("readings_excluded", static_cast<std::int64_t>(excluded))
        .add("priced_minor", explanation.priced.total)
        .add("fee_minor", order.fee)
        .add("owed_minor", order.owed)
        .add("paid_minor", explanation.paid)
        .add("refunded_minor", order.refunded)
        .add("refundable_minor", explanation.refundable)
        .add("periods", period_records(explanation.priced))
        .add("lines", line_records(explanation.priced))
        .add("transfers", transfer_records(explanation.transfers))
        .add("refunds", refund_records(explanation.refunds));
    return record;
}

std::string refund_basis(const OrderExplanation &explanation)
{
    std::string text;
    for (const FeePeriod &period : explanation.priced.periods) {
        text += to_iso8601(period.from) + " - " + to_iso8601(period.to) + ": " +
                decimal_to_text(period.energy.value(), energy_decimals) + " Wh, " + price_text(period) +
                (period.label.empty() ? "" : ", " + period.label) + ", " + money_text(period.amount) + "\n";
    }
    text += "Fee " + money_text(explanation.order.fee) + "\n";
    text += "Paid " + money_text(explanation.paid) + "\n";
    text += "Refunded " + money_text(explanation.order.refunded) + "\n";
    text += "Refundable " + money_text(explanation.refundable);
    return text;
}

}  // namespace aftercharge::ctl

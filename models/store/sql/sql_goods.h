// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/store/goods.h"
#include "models/store/sql/ledger_context.h"

namespace aftercharge {

class SqlGoods final : public GoodsWriter {
public:
    explicit SqlGoods(LedgerContext context) : context_(context) {}

    Result<GoodsOrder> find(const OrderNo &order_no) override;
    Result<bool> exists(const OrderNo &order_no) override;
    Result<std::vector<OrderItem>> items(const OrderNo &order_no) override;
    Result<std::vector<OrderDiscountApplied>> discounts(const OrderNo &order_no) override;
    Result<std::vector<ItemUnit>> units(const OrderNo &order_no) override;
    Result<std::optional<PaymentOrder>> payment(const OrderNo &order_no) override;
    Result<std::optional<OrderNo>> order_of_payment(PaymentProvider provider, std::string_view external_id) override;
    Result<std::vector<GoodsOrderLogEntry>> log(const OrderNo &order_no) override;
    Result<Page<GoodsOrder>> page(const GoodsQuery &query) override;

    Result<void> insert(const NewGoodsOrder &order) override;
    Result<void> update(GoodsOrder &order) override;
    Result<void> append_log(const GoodsOrderLogEntry &entry) override;
    Result<void> set_replaced(const OrderNo &order_no, const std::vector<ItemUnit> &units, bool replaced) override;

private:
    Result<void> check_number_is_free(const OrderNo &order_no);
    Result<void> insert_order(const GoodsOrder &order);
    Result<void> insert_item(const OrderNo &order_no, const OrderItem &item, const std::vector<Money> &shares);
    Result<void> insert_discounts(const OrderNo &order_no, const std::vector<OrderDiscountApplied> &discounts);
    Result<void> insert_payment(const PaymentOrder &payment);
    Result<void> check_use(const OrderNo &order_no, const std::vector<ItemUnit> &units, UnitUse expected);

    LedgerContext context_;
};

}  // namespace aftercharge

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

// The orders of ctl_goods_test as files, and what the sandboxes do with them.
namespace aftercharge::goods_files {

// What a payment becomes: a fail is pending first, and then failed.
inline const QByteArray sandbox_script = R"({
  "payments": {
    "ch_1001": {"paid": 19200, "currency": "cny"}, "ch_1002": {"paid": 10900, "currency": "cny"},
    "ch_1003": {"paid": 9000, "currency": "cny"}, "wx_2001": {"paid": 5000, "currency": "cny"},
    "ch_1005": {"paid": 8000, "currency": "cny", "steps": ["fail", "success"]},
    "ch_1006": {"paid": 4000, "currency": "cny", "steps": ["fail"]}},
  "parcels": {"S-1002": {"steps": [{"do": "claim_asks+claim_deny", "asks": 1, "reason": "packed too thinly"}]}}})";

inline const QByteArray address_json =
    R"({"name":"Wang","street1":"1 Century Avenue","city":"Shanghai","state":"SH","zip":"200120","country":"CN"})";

// One line of goods in one parcel.
inline QByteArray order(const QByteArray &no, const QByteArray &items, const QByteArray &paid, const QByteArray &parcel,
                        const QByteArray &more = {})
{
    return "{\"order_no\":\"G-" + no + "\",\"member_id\":\"M-7\",\"ordered_at\":\"2026-11-20T09:00:00+08:00\"," +
           "\"currency\":\"CNY\",\"items\":[" + items + "]," + more + "\"payment\":{\"payment_order_id\":\"P-" + no +
           "\",\"provider\":\"STRIPE\",\"external_id\":\"ch_" + no + "\",\"amount\":\"" + paid +
           "\",\"paid_at\":\"2026-11-20T09:01:10+08:00\"},\"parcels\":[{\"shipment_no\":\"S-" + no + "\"," + parcel +
           ",\"address\":" + address_json + "}]}";
}

inline QByteArray goods(int quantity, const QByteArray &price, const QByteArray &more = {})
{
    return R"({"order_item_id":"1","sku":"WB","name":"Wallbox","quantity":)" + QByteArray::number(quantity) +
           R"(,"price":")" + price + "\"" + more + "}";
}

inline QByteArray packed(int quantity, const QByteArray &more = {})
{
    return R"("items":[{"order_item_id":"1","quantity":)" + QByteArray::number(quantity) + "}]" + more;
}

inline const QByteArray shipping =
    R"(,{"order_item_id":"2","kind":"SHIPPING","name":"Shipping","quantity":1,"price":"10.00"})";
inline const QByteArray in_transit = R"(,"state":"IN_TRANSIT","tracking_no":"EZ-OLD-)";

inline QByteArray orders_json()
{
    QByteArray dollars = order("1009", goods(1, "5.00"), "5.00", packed(1));
    dollars.replace("\"CNY\"", "\"USD\"");
    return "[" +
           order("1001", goods(2, "100.00", R"(,"tax":"12.00")"), "192.00", packed(2),
                 R"("discounts":[{"code":"SPRING","amount":"20.00"}],)") +
           "," + order("1002", goods(3, "33.00") + shipping, "109.00", packed(3, R"(,"insured":"99.00")")) + "," +
           order("1003", goods(3, "30.00"), "90.00", packed(3, in_transit + "3\"")) + "," +
           order("1005", goods(2, "40.00"), "80.00", packed(2, in_transit + "5\"")) + "," +
           order("1006", goods(1, "40.00"), "40.00", packed(1, in_transit + "6\"")) + "," + dollars + "]";
}

inline const QByteArray orders_csv =
    "order_no,member_id,ordered_at,currency,order_item_id,sku,name,quantity,price,payment_order_id,provider,"
    "external_id,payment_amount,paid_at\n"
    "G-2001,M-8,2026-11-20T09:00:00+08:00,CNY,1,CB-5,\"Cable, 5 m\",1,50.00,P-2001,WECHAT_PAY,wx_2001,50.00,"
    "2026-11-20T09:01:10+08:00\n"
    "G-2002,M-8,2026-11-20T09:00:00+08:00,CNY,1,CB-5,\"Cable, 5 m\",0,50.00,P-2002,WECHAT_PAY,wx_2002,50.00,"
    "2026-11-20T09:01:10+08:00\n";

}  // namespace aftercharge::goods_files

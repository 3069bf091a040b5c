<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>aftercharge::AddOperatorSheet</name>
    <message>
        <source>Add operator</source>
        <translation>添加操作员</translation>
    </message>
    <message>
        <source>Login</source>
        <translation>登录名</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>姓名</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>角色</translation>
    </message>
    <message>
        <source>May approve up to (%1)</source>
        <translation>审批额度（%1）</translation>
    </message>
    <message>
        <source>empty: nothing</source>
        <translation>留空：无审批权</translation>
    </message>
    <message>
        <source>Entered in the audit chain.</source>
        <translation>将记入审计链。</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>添加</translation>
    </message>
    <message>
        <source>%1 added.</source>
        <translation>已添加 %1。</translation>
    </message>
    <message>
        <source>First password</source>
        <translation>初始密码</translation>
    </message>
    <message>
        <source>at least 8 characters</source>
        <translation>至少 8 个字符</translation>
    </message>
</context>
<context>
    <name>aftercharge::AddressFields</name>
    <message>
        <source>To the same address: it was erased</source>
        <translation>寄往原地址：该地址已删除</translation>
    </message>
    <message>
        <source>To the same address: %1</source>
        <translation>寄往原地址：%1</translation>
    </message>
    <message>
        <source>To another address</source>
        <translation>寄往新地址</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>姓名</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>电话</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>邮箱</translation>
    </message>
    <message>
        <source>Street and number</source>
        <translation>街道门牌</translation>
    </message>
    <message>
        <source>Addition</source>
        <translation>补充（楼层、门牌）</translation>
    </message>
    <message>
        <source>City</source>
        <translation>城市</translation>
    </message>
    <message>
        <source>State</source>
        <translation>省 / 州</translation>
    </message>
    <message>
        <source>Postal code</source>
        <translation>邮编</translation>
    </message>
    <message>
        <source>Country (two letters)</source>
        <translation>国家（两位代码）</translation>
    </message>
    <message>
        <source>The address needs: %1.</source>
        <translation>地址缺少：%1。</translation>
    </message>
    <message>
        <source>This cannot be right: %1 “%2”.</source>
        <translation>%1 填写有误：“%2”。</translation>
    </message>
</context>
<context>
    <name>aftercharge::AppearanceSection</name>
    <message>
        <source>Appearance</source>
        <translation>外观</translation>
    </message>
    <message>
        <source>on this desk</source>
        <translation>仅本工作台</translation>
    </message>
    <message>
        <source>Theme</source>
        <translation>主题</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>跟随系统</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>浅色</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>深色</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>语言</translation>
    </message>
    <message>
        <source>Chinese and English, in the menu beside your name at the top right. It changes at once; numbers and dates follow.</source>
        <translation>中文与英文，在右上角姓名旁的菜单中切换。立即生效，数字和日期随之变化。</translation>
    </message>
</context>
<context>
    <name>aftercharge::ApprovalDetail</name>
    <message>
        <source>Send back…</source>
        <translation>退回…</translation>
    </message>
    <message>
        <source>Open %1</source>
        <translation>打开 %1</translation>
    </message>
</context>
<context>
    <name>aftercharge::ApprovalList</name>
    <message>
        <source>All</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>Refunds</source>
        <translation>退款</translation>
    </message>
    <message>
        <source>Claims</source>
        <translation>理赔</translation>
    </message>
    <message>
        <source>Batches</source>
        <translation>批次</translation>
    </message>
    <message>
        <source>Decided batches</source>
        <translation>已决定的批次</translation>
    </message>
    <message>
        <source>newest first</source>
        <translation>最新在前</translation>
    </message>
    <message>
        <source>Waiting for approval</source>
        <translation>待审批</translation>
    </message>
    <message>
        <source>what expires first at the top</source>
        <translation>最先到期的在前</translation>
    </message>
    <message>
        <source>Nothing waits</source>
        <translation>没有待审批的申请</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>导出</translation>
    </message>
    <message>
        <source>This could not be read</source>
        <translation>无法读取</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>重试</translation>
    </message>
    <message>
        <source>Reading…</source>
        <translation>读取中…</translation>
    </message>
    <message>
        <source>No batch was decided yet</source>
        <translation>尚无已决定的批次</translation>
    </message>
    <message>
        <source>Many sessions of one incident are refunded together from Orders.</source>
        <translation>同一事件涉及的多笔充电可在“订单”中一并退款。</translation>
    </message>
    <message>
        <source>What is above the limit of the person who asks comes here by itself.</source>
        <translation>超出申请人额度的退款会自动出现在这里。</translation>
    </message>
</context>
<context>
    <name>aftercharge::ApprovalWords</name>
    <message>
        <source>Number</source>
        <translation>编号</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>类别</translation>
    </message>
    <message>
        <source>By</source>
        <translation>申请人</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>金额</translation>
    </message>
    <message>
        <source>Votes</source>
        <translation>审批</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Asked</source>
        <translation>申请时间</translation>
    </message>
    <message>
        <source>Claim: %1</source>
        <translation>理赔：%1</translation>
    </message>
    <message>
        <source>Batch of %1</source>
        <translation>批次，%1 笔</translation>
    </message>
    <message>
        <source>Approve up to %1</source>
        <translation>批准上限 %1</translation>
    </message>
    <message>
        <source>Approve %1 refunds, %2</source>
        <translation>批准 %1 笔退款，共 %2</translation>
    </message>
    <message>
        <source>You asked for this yourself. Somebody else has to approve it.</source>
        <translation>这是您本人的申请，须由他人审批。</translation>
    </message>
    <message>
        <source>It is part of batch %1 and is decided together with it.</source>
        <translation>属于批次 %1，随批次一并决定。</translation>
    </message>
    <message>
        <source>What it was asked on is another now. It can only be sent back.</source>
        <translation>申请所依据的内容已有变化，只能退回。</translation>
    </message>
    <message>
        <source>You approved it at %1. Another person has to approve it as well.</source>
        <translation>您已于 %1 批准，还须另一人批准。</translation>
    </message>
    <message>
        <source>It has waited too long. It goes back to who asked for it.</source>
        <translation>等待时间过长，将退回申请人。</translation>
    </message>
    <message>
        <source>You have no approval limit. A supervisor or an administrator can approve it.</source>
        <translation>您没有审批额度，可由主管或管理员审批。</translation>
    </message>
    <message>
        <source>%1 is above your limit of %2. Somebody with a higher limit can approve it.</source>
        <translation>%1 超出您的审批额度 %2，可由额度更高的人审批。</translation>
    </message>
    <message>
        <source>Within your limit of %1. The system asked for it, after a carrier's approval above the promise.</source>
        <translation>在您的额度 %1 之内。承运商批准额超过承诺，由系统提出。</translation>
    </message>
    <message>
        <source>Within your limit of %1. %2 asked for it; one approval is for all of its sessions.</source>
        <translation>在您的审批额度 %1 之内。由 %2 申请，一次批准涵盖全部充电。</translation>
    </message>
    <message>
        <source>Within your limit of %1. %2 asked for it; you see what was seen then.</source>
        <translation>在您的审批额度 %1 之内。由 %2 申请，以下即申请时所见。</translation>
    </message>
</context>
<context>
    <name>aftercharge::ApprovalsPage</name>
    <message>
        <source>%1 approved. %2 goes to the balance.</source>
        <translation>已批准 %1，%2 将退回余额。</translation>
    </message>
    <message>
        <source>%1 sent back to %2.</source>
        <translation>%1 已退回给 %2。</translation>
    </message>
    <message>
        <source>%1 of %2 approved.</source>
        <translation>%1（%2）已批准。</translation>
    </message>
    <message>
        <source>%1 approved up to %2; it goes to the carrier.</source>
        <translation>%1 已批准，上限 %2；即将提交承运商。</translation>
    </message>
    <message>
        <source>%1 sent back.</source>
        <translation>%1 已退回。</translation>
    </message>
    <message>
        <source>%1 approved: %2 refunds, %3.</source>
        <translation>%1 已批准：%2 笔退款，共 %3。</translation>
    </message>
</context>
<context>
    <name>aftercharge::ApproveSheet</name>
    <message>
        <source>Approve refund</source>
        <translation>批准退款</translation>
    </message>
    <message>
        <source>Approve adjustment</source>
        <translation>批准余额调整</translation>
    </message>
    <message>
        <source>%1 goes back to the platform balance of member %2, for order %3, as %4 asked.</source>
        <translation>按 %4 的申请，将 %1 退回会员 %2 的平台余额（订单 %3）。</translation>
    </message>
    <message>
        <source>Approve coupon</source>
        <translation>批准优惠券</translation>
    </message>
    <message>
        <source>the system</source>
        <translation>系统</translation>
    </message>
    <message>
        <source>Every label of order %2 is cancelled; then %1 goes back through the payment gateway, as %3 asked.</source>
        <translation>先取消订单 %2 的全部面单，再由支付网关退回 %1，由 %3 申请。</translation>
    </message>
    <message>
        <source>%1 goes back through the payment gateway, for order %2, as %3 asked.</source>
        <translation>%1 由支付网关退回，订单 %2，由 %3 申请。</translation>
    </message>
    <message>
        <source>The network covers %1 at its own cost, through the payment gateway, for order %2, as %3 asked.</source>
        <translation>平台自行承担 %1，由支付网关退回，订单 %2，由 %3 申请。</translation>
    </message>
    <message>
        <source>A coupon of %1 is issued for order %2, as %3 asked; no money goes back.</source>
        <translation>为订单 %2 发放 %1 的优惠券，由 %3 申请；不退款。</translation>
    </message>
    <message>
        <source>%1 for order %2 is booked as paid by hand, as %3 says.</source>
        <translation>订单 %2 的 %1 记为人工支付，由 %3 说明。</translation>
    </message>
</context>
<context>
    <name>aftercharge::AssignSheet</name>
    <message>
        <source>Assign to</source>
        <translation>转派给</translation>
    </message>
    <message>
        <source>Colleagues</source>
        <translation>同事</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>Assign</source>
        <translation>转派</translation>
    </message>
    <message>
        <source>Assign to %1</source>
        <translation>转派给 %1</translation>
    </message>
</context>
<context>
    <name>aftercharge::AuditPage</name>
    <message>
        <source>Audit chain</source>
        <translation>审计链</translation>
    </message>
    <message>
        <source>Not verified</source>
        <translation>尚未校验</translation>
    </message>
    <message>
        <source>since this page was opened</source>
        <translation>本页打开以来</translation>
    </message>
    <message>
        <source>Sum of the ledger</source>
        <translation>账本合计</translation>
    </message>
    <message>
        <source>Entries in the chain</source>
        <translation>链上记录</translation>
    </message>
    <message>
        <source>Audit</source>
        <translation>审计</translation>
    </message>
    <message>
        <source>newest first</source>
        <translation>最新在前</translation>
    </message>
    <message>
        <source>Who, what, number</source>
        <translation>人员、操作、编号</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>导出</translation>
    </message>
    <message>
        <source>Verify chain</source>
        <translation>校验审计链</translation>
    </message>
    <message>
        <source>No entries yet</source>
        <translation>暂无记录</translation>
    </message>
    <message>
        <source>Every decision leaves an entry here.</source>
        <translation>每个决定都会在此留下一条记录。</translation>
    </message>
    <message>
        <source>each one sealed with the one before</source>
        <translation>每条均与前一条相链</translation>
    </message>
    <message>
        <source>balanced</source>
        <translation>已平</translation>
    </message>
    <message>
        <source>must be 0</source>
        <translation>必须为 0</translation>
    </message>
    <message>
        <source>The ledger does not add up: all accounts together must be 0 and are %1. Verify the chain and call an administrator before anything is paid.</source>
        <translation>账本不平：所有账户合计必须为 0，现为 %1。付款之前请校验审计链并联系管理员。</translation>
    </message>
    <message>
        <source>Recomputing every hash</source>
        <translation>正在重算全部哈希</translation>
    </message>
    <message>
        <source>Cancelled. The chain was not verified to its end.</source>
        <translation>已取消，审计链未校验完。</translation>
    </message>
    <message>
        <source>The chain could not be verified. %1</source>
        <translation>审计链无法校验。%1</translation>
    </message>
    <message>
        <source>Intact</source>
        <translation>完整</translation>
    </message>
    <message>
        <source>%1 entries recomputed</source>
        <translation>已重算 %1 条</translation>
    </message>
    <message>
        <source>The chain is intact: %1 entries recomputed, every hash is the one that was written.</source>
        <translation>审计链完整：已重算 %1 条，每个哈希都与写入时一致。</translation>
    </message>
    <message>
        <source>Broken</source>
        <translation>已断裂</translation>
    </message>
    <message>
        <source>see above the list</source>
        <translation>见列表上方</translation>
    </message>
    <message>
        <source>The chain is broken: a row was changed outside of the program (%1). Pay nothing from this store; call an administrator and keep a copy of it.</source>
        <translation>审计链已断裂：有记录在程序之外被改动（%1）。请停止从此库付款，联系管理员并保留副本。</translation>
    </message>
</context>
<context>
    <name>aftercharge::AuditWords</name>
    <message>
        <source>Charge point added</source>
        <translation>添加充电桩</translation>
    </message>
    <message>
        <source>Command to a charge point</source>
        <translation>充电桩指令</translation>
    </message>
    <message>
        <source>Member added</source>
        <translation>添加会员</translation>
    </message>
    <message>
        <source>Balance topped up</source>
        <translation>余额充值</translation>
    </message>
    <message>
        <source>Operator added</source>
        <translation>添加操作员</translation>
    </message>
    <message>
        <source>Approval limit set</source>
        <translation>设置审批额度</translation>
    </message>
    <message>
        <source>Operator disabled</source>
        <translation>停用操作员</translation>
    </message>
    <message>
        <source>Fee confirmed</source>
        <translation>确认费用</translation>
    </message>
    <message>
        <source>Refund approved</source>
        <translation>批准退款</translation>
    </message>
    <message>
        <source>Refund asked for</source>
        <translation>申请退款</translation>
    </message>
    <message>
        <source>Refund sent back</source>
        <translation>退回退款申请</translation>
    </message>
    <message>
        <source>Station added</source>
        <translation>添加场站</translation>
    </message>
    <message>
        <source>Tariff imported</source>
        <translation>导入电价</translation>
    </message>
    <message>
        <source>Access token issued</source>
        <translation>签发访问令牌</translation>
    </message>
    <message>
        <source>Ticket taken</source>
        <translation>领取工单</translation>
    </message>
    <message>
        <source>Ticket assigned</source>
        <translation>转派工单</translation>
    </message>
    <message>
        <source>Ticket rejected</source>
        <translation>驳回工单</translation>
    </message>
    <message>
        <source>Customer answered</source>
        <translation>回复客户</translation>
    </message>
    <message>
        <source>Ticket noted</source>
        <translation>工单备注</translation>
    </message>
    <message>
        <source>Ticket reopened</source>
        <translation>重开工单</translation>
    </message>
    <message>
        <source>Time (%1)</source>
        <translation>时间（%1）</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>人员</translation>
    </message>
    <message>
        <source>From</source>
        <translation>来源</translation>
    </message>
    <message>
        <source>What</source>
        <translation>操作</translation>
    </message>
    <message>
        <source>Of</source>
        <translation>对象</translation>
    </message>
    <message>
        <source>Detail</source>
        <translation>内容</translation>
    </message>
</context>
<context>
    <name>aftercharge::BasisView</name>
    <message>
        <source>The requester gave no computation.</source>
        <translation>申请人未提供计算依据。</translation>
    </message>
</context>
<context>
    <name>aftercharge::BatchApproveSheet</name>
    <message>
        <source>%1 refunds, %2 in total, go back to the platform balances of their members (%3), as %4 asked. Each is carried out by itself: one that fails stops no other.</source>
        <translation>按 %4 的申请，共 %1 笔退款、合计 %2，退回各会员的平台余额（%3）。逐笔执行，一笔失败不影响其他。</translation>
    </message>
    <message>
        <source>%1 of them rest on what is another now: these are voided, the others carried out.</source>
        <translation>其中 %1 笔的申请依据已有变化：这些将作废，其余照常执行。</translation>
    </message>
    <message>
        <source>Approve batch</source>
        <translation>批准批次</translation>
    </message>
    <message>
        <source>Approve %1 refunds, %2</source>
        <translation>批准 %1 笔退款，共 %2</translation>
    </message>
    <message>
        <source>Decision</source>
        <translation>决定</translation>
    </message>
    <message>
        <source>Decided by</source>
        <translation>决定人</translation>
    </message>
    <message>
        <source>Sent back because</source>
        <translation>退回原因</translation>
    </message>
    <message>
        <source>Batch approved</source>
        <translation>批次已批准</translation>
    </message>
    <message>
        <source>What came of each of its sessions:</source>
        <translation>各笔充电的结果：</translation>
    </message>
    <message>
        <source>The result stays under “Decided batches”.</source>
        <translation>结果保留在“已决定的批次”中。</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
</context>
<context>
    <name>aftercharge::BatchDetail</name>
    <message>
        <source>Request and decision</source>
        <translation>申请与决定</translation>
    </message>
    <message>
        <source>Sessions of this batch</source>
        <translation>批次中的充电</translation>
    </message>
    <message>
        <source>decided once, carried out one by one</source>
        <translation>一次决定，逐笔执行</translation>
    </message>
    <message>
        <source>Reading…</source>
        <translation>读取中…</translation>
    </message>
    <message>
        <source>The batch could not be read. %1</source>
        <translation>批次无法读取。%1</translation>
    </message>
    <message>
        <source>In total</source>
        <translation>合计</translation>
    </message>
    <message>
        <source>Refunds</source>
        <translation>退款笔数</translation>
    </message>
    <message>
        <source>Without a refund</source>
        <translation>不予退款</translation>
    </message>
    <message>
        <source>to platform balances</source>
        <translation>退回平台余额</translation>
    </message>
    <message>
        <source>the rows say why</source>
        <translation>原因见各行</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1，%2</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>Asked by</source>
        <translation>申请人</translation>
    </message>
    <message>
        <source>Approved by</source>
        <translation>批准人</translation>
    </message>
    <message>
        <source>Sent back</source>
        <translation>退回时间</translation>
    </message>
    <message>
        <source>Sent back because</source>
        <translation>退回原因</translation>
    </message>
    <message>
        <source>Carried out</source>
        <translation>执行完毕</translation>
    </message>
</context>
<context>
    <name>aftercharge::BatchForm</name>
    <message>
        <source>Share</source>
        <translation>比例</translation>
    </message>
    <message>
        <source>Whole fee</source>
        <translation>全部费用</translation>
    </message>
    <message>
        <source>A share in %</source>
        <translation>按比例（%）</translation>
    </message>
    <message>
        <source>The same amount each</source>
        <translation>每笔相同金额</translation>
    </message>
    <message>
        <source>What happened, for colleagues and for who approves it</source>
        <translation>发生了什么，供同事与审批人参考</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>Amount each, %1</source>
        <translation>每笔金额（%1）</translation>
    </message>
    <message>
        <source>Share, %</source>
        <translation>比例（%）</translation>
    </message>
    <message>
        <source>all that is left</source>
        <translation>剩余全部</translation>
    </message>
    <message>
        <source>Write a share from 0.1 to 100 %.</source>
        <translation>请填写 0.1 至 100 % 的比例。</translation>
    </message>
    <message>
        <source>Write the amount that each session gets back.</source>
        <translation>请填写每笔充电退回的金额。</translation>
    </message>
</context>
<context>
    <name>aftercharge::BatchResult</name>
    <message>
        <source>Result of each session</source>
        <translation>各笔结果</translation>
    </message>
    <message>
        <source>What came of it could not be read. %1</source>
        <translation>结果无法读取。%1</translation>
    </message>
    <message>
        <source>Carried out</source>
        <translation>已执行</translation>
    </message>
    <message>
        <source>%1.</source>
        <translation>%1。</translation>
    </message>
</context>
<context>
    <name>aftercharge::BatchSheet</name>
    <message>
        <source>Show under Approvals</source>
        <translation>在审批中查看</translation>
    </message>
    <message>
        <source>Order</source>
        <translation>订单</translation>
    </message>
    <message>
        <source>Member</source>
        <translation>会员</translation>
    </message>
    <message>
        <source>Paid</source>
        <translation>已付</translation>
    </message>
    <message>
        <source>Refunded before</source>
        <translation>此前已退</translation>
    </message>
    <message>
        <source>This refund</source>
        <translation>本次退款</translation>
    </message>
    <message>
        <source>Why not</source>
        <translation>不退原因</translation>
    </message>
    <message>
        <source>What each session gets back</source>
        <translation>各笔退回金额</translation>
    </message>
    <message>
        <source>Refund %1 sessions</source>
        <translation>退款 %1 笔充电</translation>
    </message>
    <message>
        <source>one batch, one decision</source>
        <translation>一个批次，一次决定</translation>
    </message>
    <message>
        <source>Each session gets a refund of its own to the platform balance of its member. They are approved together, and carried out one by one.</source>
        <translation>每笔充电各自退回其会员的平台余额；一并审批，逐笔执行。</translation>
    </message>
    <message>
        <source>A session that gets nothing stops no other.</source>
        <translation>不予退款的充电不影响其他。</translation>
    </message>
    <message>
        <source>%1 refunds, %2 in total</source>
        <translation>%1 笔退款，合计 %2</translation>
    </message>
    <message>
        <source>%1 refunds, %2 in total; %3 without a refund</source>
        <translation>%1 笔退款，合计 %2；%3 笔不予退款</translation>
    </message>
    <message>
        <source>None of these sessions can be refunded this way. The rows say why.</source>
        <translation>这些充电均不能这样退款，原因见各行。</translation>
    </message>
    <message>
        <source>Within your limit of %1: carried out at once, unless you have granted refunds of these sessions before.</source>
        <translation>在您的审批额度 %1 之内：立即执行，除非您此前已批准过其中订单的退款。</translation>
    </message>
    <message>
        <source>It waits for approval by %1 different people with a limit of at least %2.</source>
        <translation>须由额度不低于 %2 的 %1 位不同人员审批。</translation>
    </message>
    <message>
        <source>It waits for approval by somebody with a limit of at least %1.</source>
        <translation>须由额度不低于 %1 的人员审批。</translation>
    </message>
    <message>
        <source>Request %1 refunds, %2 in total</source>
        <translation>申请 %1 笔退款，合计 %2</translation>
    </message>
    <message>
        <source>Request refunds</source>
        <translation>申请退款</translation>
    </message>
    <message>
        <source>Asking for the refunds of %1 sessions</source>
        <translation>正在申请 %1 笔充电的退款</translation>
    </message>
    <message>
        <source>Batch asked for</source>
        <translation>批次已申请</translation>
    </message>
    <message>
        <source>Batch approved</source>
        <translation>批次已批准</translation>
    </message>
    <message>
        <source>It waits under Approvals. Nothing is paid before it is approved.</source>
        <translation>正在“审批”中等待，批准之前不会付款。</translation>
    </message>
    <message>
        <source>It was within your limit: its refunds are carried out now.</source>
        <translation>在您的额度之内：退款正在执行。</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
</context>
<context>
    <name>aftercharge::BatchWords</name>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>all that is left of each fee</source>
        <translation>各笔剩余全部费用</translation>
    </message>
    <message>
        <source>%1 of what was paid</source>
        <translation>已付金额的 %1</translation>
    </message>
    <message>
        <source>%1 of each session</source>
        <translation>每笔 %1</translation>
    </message>
    <message>
        <source>Order</source>
        <translation>订单</translation>
    </message>
    <message>
        <source>Refund</source>
        <translation>退款单</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>金额</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>What came of it</source>
        <translation>结果说明</translation>
    </message>
    <message>
        <source>No refund</source>
        <translation>不予退款</translation>
    </message>
    <message>
        <source>Waits</source>
        <translation>待审批</translation>
    </message>
    <message>
        <source>Would be voided</source>
        <translation>将作废</translation>
    </message>
    <message>
        <source>Approved</source>
        <translation>已批准</translation>
    </message>
    <message>
        <source>Voided</source>
        <translation>已作废</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>失败</translation>
    </message>
    <message>
        <source>Sent back</source>
        <translation>已退回申请人</translation>
    </message>
    <message>
        <source>%1 approved</source>
        <translation>%1 笔已批准</translation>
    </message>
    <message>
        <source>%1 voided</source>
        <translation>%1 笔作废</translation>
    </message>
    <message>
        <source>%1 failed</source>
        <translation>%1 笔失败</translation>
    </message>
    <message>
        <source>%1 sent back</source>
        <translation>%1 笔退回申请人</translation>
    </message>
    <message>
        <source>%1 waiting</source>
        <translation>%1 笔待审批</translation>
    </message>
    <message>
        <source>%1 without a refund</source>
        <translation>%1 笔不予退款</translation>
    </message>
    <message>
        <source>, </source>
        <translation>，</translation>
    </message>
    <message>
        <source>Being carried out</source>
        <translation>执行中</translation>
    </message>
</context>
<context>
    <name>aftercharge::BeforeShipmentSheet</name>
    <message>
        <source>Refund before shipment</source>
        <translation>发货前退款</translation>
    </message>
    <message>
        <source>The order is locked against shipping until the refund ends.</source>
        <translation>退款结束前订单锁定，不可发货。</translation>
    </message>
    <message>
        <source>Order %1 · everything that is left of it</source>
        <translation>订单 %1 · 全部剩余金额</translation>
    </message>
    <message>
        <source>For colleagues; the customer does not see it</source>
        <translation>供同事查看，客户不可见</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>%1. %2</source>
        <translation>%1. %2</translation>
    </message>
    <message>
        <source>Parcel %1 has no label yet: it is cancelled at once.</source>
        <translation>包裹 %1 尚无面单：立即取消。</translation>
    </message>
    <message>
        <source>Parcel %1: its label %2 is cancelled at %3.</source>
        <translation>包裹 %1：向 %3 取消面单 %2。</translation>
    </message>
    <message>
        <source>When every label is cancelled, the refund goes to %1. If one cannot be cancelled, nothing is refunded and the ticket comes back to you.</source>
        <translation>全部面单取消后向 %1 退款；任一面单无法取消则不退款，工单退回给您。</translation>
    </message>
    <message>
        <source>There is no label to cancel: the refund goes to %1 at once.</source>
        <translation>没有需要取消的面单：立即向 %1 退款。</translation>
    </message>
    <message>
        <source>Nothing of this order is left: everything paid has gone back or is on its way.</source>
        <translation>此订单已无可退金额：已付款项均已退回或正在退回。</translation>
    </message>
    <message>
        <source>Refund %1 to %2</source>
        <translation>退款 %1 至 %2</translation>
    </message>
    <message>
        <source>Ask for approval of %1</source>
        <translation>申请审批 %1</translation>
    </message>
    <message>
        <source>It begins at once; the customer is told when the money is on its way.</source>
        <translation>提交后立即执行；款项退出时通知客户。</translation>
    </message>
    <message>
        <source>%1 of %2 waits for approval</source>
        <translation>%1（%2）等待审批</translation>
    </message>
    <message>
        <source>%1: %2 is being refunded</source>
        <translation>%1：%2 正在退款</translation>
    </message>
</context>
<context>
    <name>aftercharge::BookWords</name>
    <message>
        <source>Found</source>
        <translation>发现时间</translation>
    </message>
    <message>
        <source>What does not fit</source>
        <translation>不符之处</translation>
    </message>
    <message>
        <source>Concerns</source>
        <translation>涉及</translation>
    </message>
    <message>
        <source>Order</source>
        <translation>订单</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>日期</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>结果</translation>
    </message>
    <message>
        <source>Refunds</source>
        <translation>退款</translation>
    </message>
    <message>
        <source>Run by</source>
        <translation>执行人</translation>
    </message>
    <message>
        <source>Started</source>
        <translation>开始</translation>
    </message>
    <message>
        <source>agrees</source>
        <translation>一致</translation>
    </message>
    <message>
        <source>differs</source>
        <translation>不一致</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>无</translation>
    </message>
    <message>
        <source>answered</source>
        <translation>已答复</translation>
    </message>
    <message>
        <source>under way</source>
        <translation>进行中</translation>
    </message>
    <message>
        <source>not known</source>
        <translation>查无此单</translation>
    </message>
    <message>
        <source>not asked</source>
        <translation>未查询</translation>
    </message>
    <message>
        <source>Refund</source>
        <translation>退款</translation>
    </message>
    <message>
        <source>Ours</source>
        <translation>我方状态</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>金额</translation>
    </message>
    <message>
        <source>Ledger</source>
        <translation>账本</translation>
    </message>
    <message>
        <source>Outbox</source>
        <translation>发件箱</translation>
    </message>
    <message>
        <source>Gateway</source>
        <translation>网关</translation>
    </message>
    <message>
        <source>Its amount</source>
        <translation>网关金额</translation>
    </message>
    <message>
        <source>What differs</source>
        <translation>差异</translation>
    </message>
    <message>
        <source>Resolved</source>
        <translation>已处理</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>未处理</translation>
    </message>
    <message>
        <source>Running</source>
        <translation>进行中</translation>
    </message>
    <message>
        <source>All agree</source>
        <translation>全部一致</translation>
    </message>
    <message>
        <source>%1 differ</source>
        <translation>%1 笔不一致</translation>
    </message>
    <message>
        <source>The gateway said something that cannot follow on what it said before. Nothing was changed by it. Look the refund up at the gateway; what stands there is what the customer has.</source>
        <translation>网关的说法与之前矛盾，未据此作任何更改。请到网关核对该退款，以网关为准。</translation>
    </message>
    <message>
        <source>The gateway names another amount than was approved here. Compare both, and correct the one that is wrong by a decision of its own.</source>
        <translation>网关金额与此处批准的不同。请核对，并以单独的决定更正有误的一方。</translation>
    </message>
    <message>
        <source>It was sent, and the gateway does not know it. Make sure that nothing was paid before it is sent again.</source>
        <translation>已发出，但网关查无此单。重新发送前请确认未付过款。</translation>
    </message>
    <message>
        <source>The gateway tells of a refund or a claim that nobody made here. Find out at the gateway who did.</source>
        <translation>支付渠道或承运商提到一笔此处无人发起的退款或理赔，请到其后台查明由谁发起。</translation>
    </message>
    <message>
        <source>The carrier first took the label back and then refused. The customer has the money and the parcel may still leave: stop it at the warehouse.</source>
        <translation>承运商先接受取消面单，后又拒绝。客户已得退款而包裹仍可能发出：请在仓库拦下。</translation>
    </message>
    <message>
        <source>The parcel left while its order was locked by a refund. The customer may get both the goods and the money.</source>
        <translation>订单因退款锁定期间包裹已发出，客户可能同时得到货物和退款。</translation>
    </message>
    <message>
        <source>The gateway paid what our bounds cannot take: together it is more than was paid for the order.</source>
        <translation>网关的付款超出上限：合计已超过订单实付金额。</translation>
    </message>
    <message>
        <source>The ledger does not say what the refund says. Compare the movements of the order with the refund.</source>
        <translation>账本与退款单不符。请对照订单的资金变动与该退款。</translation>
    </message>
    <message>
        <source>Resolved by</source>
        <translation>处理人</translation>
    </message>
    <message>
        <source>How</source>
        <translation>处理方式</translation>
    </message>
</context>
<context>
    <name>aftercharge::BusyBar</name>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 / %2</translation>
    </message>
</context>
<context>
    <name>aftercharge::CaseRows</name>
    <message>
        <source>Time</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>What happened</source>
        <translation>事件</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>By</source>
        <translation>来源</translation>
    </message>
    <message>
        <source>Report</source>
        <translation>上报</translation>
    </message>
    <message>
        <source>Detail</source>
        <translation>内容</translation>
    </message>
    <message>
        <source>kW</source>
        <translation>kW</translation>
    </message>
    <message>
        <source>V</source>
        <translation>V</translation>
    </message>
    <message>
        <source>A</source>
        <translation>A</translation>
    </message>
    <message>
        <source>SOC</source>
        <translation>SOC</translation>
    </message>
    <message>
        <source>kWh</source>
        <translation>kWh</translation>
    </message>
    <message>
        <source>Remark</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>left out of the fee</source>
        <translation>未计入费用</translation>
    </message>
    <message>
        <source>uploaded later</source>
        <translation>补传</translation>
    </message>
    <message>
        <source>File</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>类型</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>大小</translation>
    </message>
    <message>
        <source>Added</source>
        <translation>添加时间</translation>
    </message>
    <message>
        <source>Ticket</source>
        <translation>工单</translation>
    </message>
    <message>
        <source>About</source>
        <translation>事由</translation>
    </message>
    <message>
        <source>Opened</source>
        <translation>建单</translation>
    </message>
    <message>
        <source>Shares</source>
        <translation>关联</translation>
    </message>
    <message>
        <source>Decision</source>
        <translation>决定</translation>
    </message>
    <message>
        <source>member</source>
        <translation>会员</translation>
    </message>
    <message>
        <source>connector</source>
        <translation>枪</translation>
    </message>
    <message>
        <source>Movement</source>
        <translation>流水</translation>
    </message>
    <message>
        <source>From</source>
        <translation>付方</translation>
    </message>
    <message>
        <source>To</source>
        <translation>收方</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>金额</translation>
    </message>
    <message>
        <source>Period</source>
        <translation>时段</translation>
    </message>
    <message>
        <source>Product</source>
        <translation>类别</translation>
    </message>
    <message>
        <source>Electricity</source>
        <translation>电费</translation>
    </message>
    <message>
        <source>Service</source>
        <translation>服务费</translation>
    </message>
    <message>
        <source>Per hour</source>
        <translation>每小时</translation>
    </message>
    <message>
        <source>Total</source>
        <translation>合计</translation>
    </message>
    <message>
        <source>%1 – %2: %3. Register %4 Wh, by V·I·t %5 Wh.</source>
        <translation>%1 – %2：%3。电表 %4 Wh，按 V·I·t 为 %5 Wh。</translation>
    </message>
    <message>
        <source>%1, %2:
%3</source>
        <translation>%1，%2：
%3</translation>
    </message>
    <message>
        <source>both</source>
        <translation>会员和枪</translation>
    </message>
    <message>
        <source>A reading that jumps back, or beyond what the connector can deliver, would decide the fee. The order is settled provisionally from the readings that were accepted.</source>
        <translation>有一条读数回跳，或超出该枪所能输出，并将决定费用。订单已按被采信的读数暂行结算。</translation>
    </message>
</context>
<context>
    <name>aftercharge::CaseTabs</name>
    <message>
        <source>No fee has been computed.</source>
        <translation>尚未计费。</translation>
    </message>
    <message>
        <source>No readings.</source>
        <translation>没有读数。</translation>
    </message>
    <message>
        <source>Nothing was logged.</source>
        <translation>没有日志。</translation>
    </message>
    <message>
        <source>The charge point reported nothing.</source>
        <translation>充电桩没有上报。</translation>
    </message>
    <message>
        <source>Order log</source>
        <translation>订单日志 OrderLog</translation>
    </message>
    <message>
        <source>Hardware report</source>
        <translation>硬件上报</translation>
    </message>
    <message>
        <source>No money has moved.</source>
        <translation>没有资金流水。</translation>
    </message>
    <message>
        <source>Money</source>
        <translation>资金</translation>
    </message>
    <message>
        <source>How the fee comes about</source>
        <translation>费用明细</translation>
    </message>
    <message>
        <source>Readings</source>
        <translation>读数</translation>
    </message>
    <message>
        <source>Frozen at the start</source>
        <translation>启动冻结</translation>
    </message>
    <message>
        <source>Taken</source>
        <translation>已扣</translation>
    </message>
    <message>
        <source>Returned</source>
        <translation>已返还</translation>
    </message>
    <message>
        <source>Refunded</source>
        <translation>已退</translation>
    </message>
    <message>
        <source>Still refundable</source>
        <translation>还可退</translation>
    </message>
    <message>
        <source>Owed</source>
        <translation>待补缴</translation>
    </message>
    <message>
        <source>Balance now</source>
        <translation>当前余额</translation>
    </message>
    <message>
        <source>Log and report</source>
        <translation>日志与上报</translation>
    </message>
</context>
<context>
    <name>aftercharge::ChangesView</name>
    <message>
        <source>Another now than when it was asked for</source>
        <translation>与申请时不同之处</translation>
    </message>
    <message>
        <source>any change voids a request</source>
        <translation>任何变化都会使申请作废</translation>
    </message>
</context>
<context>
    <name>aftercharge::ChargePointsSection</name>
    <message>
        <source>Charge points</source>
        <translation>充电桩</translation>
    </message>
    <message>
        <source>Charge point</source>
        <translation>充电桩</translation>
    </message>
    <message>
        <source>Station</source>
        <translation>场站</translation>
    </message>
    <message>
        <source>Connectors</source>
        <translation>枪数</translation>
    </message>
    <message>
        <source>Max kW</source>
        <translation>最大 kW</translation>
    </message>
    <message>
        <source>Tariff</source>
        <translation>电价</translation>
    </message>
    <message>
        <source>Vendor and model</source>
        <translation>厂商与型号</translation>
    </message>
    <message>
        <source>Firmware</source>
        <translation>固件</translation>
    </message>
    <message>
        <source>Last boot</source>
        <translation>最近启动</translation>
    </message>
    <message>
        <source>No charge points yet</source>
        <translation>暂无充电桩</translation>
    </message>
    <message>
        <source>A charge point is registered with its password by afterchargectl charge-point add.</source>
        <translation>用 afterchargectl charge-point add 登记充电桩及其密码。</translation>
    </message>
    <message>
        <source>This could not be read</source>
        <translation>无法读取</translation>
    </message>
    <message>
        <source>%1 registered · times in %2</source>
        <translation>已登记 %1 个 · 时间按 %2</translation>
    </message>
    <message>
        <source>free</source>
        <translation>免费</translation>
    </message>
    <message>
        <source>never</source>
        <translation>从未</translation>
    </message>
</context>
<context>
    <name>aftercharge::ChargingOrders</name>
    <message>
        <source>Orders</source>
        <translation>订单</translation>
    </message>
    <message>
        <source>Charging</source>
        <translation>充电</translation>
    </message>
    <message>
        <source>Goods</source>
        <translation>商品</translation>
    </message>
    <message>
        <source>Kind of orders</source>
        <translation>订单类别</translation>
    </message>
    <message>
        <source>Number, point, member, card</source>
        <translation>编号、桩、会员、卡</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>导出</translation>
    </message>
    <message>
        <source>No orders yet</source>
        <translation>尚无订单</translation>
    </message>
    <message>
        <source>An order appears here with the first session.</source>
        <translation>首次充电后订单会出现在这里。</translation>
    </message>
    <message>
        <source>All</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>%1 asked for: %2 in total. It waits for approval.</source>
        <translation>%1 已申请，合计 %2，等待审批。</translation>
    </message>
    <message>
        <source>%1 approved: %2 in total.</source>
        <translation>%1 已批准，合计 %2。</translation>
    </message>
</context>
<context>
    <name>aftercharge::ChosenOrders</name>
    <message>
        <source>Choose one only</source>
        <translation>只选一笔</translation>
    </message>
    <message>
        <source>%1 sessions chosen: at most %2 at once</source>
        <translation>已选 %1 笔：一次至多 %2 笔</translation>
    </message>
    <message>
        <source>%1 sessions chosen. Your role does not refund.</source>
        <translation>已选 %1 笔充电。您的角色不能退款。</translation>
    </message>
    <message>
        <source>%1 sessions, fees %2</source>
        <translation>%1 笔充电，费用 %2</translation>
    </message>
    <message>
        <source>Refund %1 sessions…</source>
        <translation>退款 %1 笔…</translation>
    </message>
</context>
<context>
    <name>aftercharge::ClaimApproveSheet</name>
    <message>
        <source>Approve claim</source>
        <translation>批准理赔</translation>
    </message>
    <message>
        <source>The claim goes to the carrier for %1. Of what it approves, up to %2 is refunded to the customer at once, for parcel %3 of order %4, as %5 asked.</source>
        <translation>向承运商索赔 %1。获批后立即退给客户，上限 %2；包裹 %3，订单 %4，由 %5 申请。</translation>
    </message>
    <message>
        <source>The parcel's lines are still worth %1. Files of evidence: %2.</source>
        <translation>该包裹的商品尚值 %1。证据文件：%2 个。</translation>
    </message>
    <message>
        <source>Within your limit of %1. It covers one refund, never more.</source>
        <translation>在您的额度 %1 之内。只涵盖一次退款。</translation>
    </message>
    <message>
        <source>Approve up to %1</source>
        <translation>批准上限 %1</translation>
    </message>
    <message>
        <source>Asked of the carrier</source>
        <translation>向承运商索赔</translation>
    </message>
    <message>
        <source>Promised to the customer</source>
        <translation>对客户的承诺</translation>
    </message>
    <message>
        <source>Decision</source>
        <translation>决定</translation>
    </message>
    <message>
        <source>Decided by</source>
        <translation>决定人</translation>
    </message>
</context>
<context>
    <name>aftercharge::ClaimEvidenceSheet</name>
    <message>
        <source>Submit evidence</source>
        <translation>提交证据</translation>
    </message>
    <message>
        <source>Evidence is kept as it is and never changed.</source>
        <translation>证据按原样保存，不可更改。</translation>
    </message>
    <message>
        <source>Parcel %1 · %2 asked of the carrier</source>
        <translation>包裹 %1 · 索赔 %2</translation>
    </message>
    <message>
        <source>The carrier asks for more evidence and does not say which.</source>
        <translation>承运商要求补充材料，但未说明内容。</translation>
    </message>
    <message>
        <source>The carrier: “%1”</source>
        <translation>承运商：“%1”</translation>
    </message>
    <message>
        <source>Evidence</source>
        <translation>证据</translation>
    </message>
    <message>
        <source>Submit 1 file</source>
        <translation>提交 1 个文件</translation>
    </message>
    <message>
        <source>Submit %1 files</source>
        <translation>提交 %1 个文件</translation>
    </message>
    <message>
        <source>Evidence for %1 is handed in</source>
        <translation>已提交 %1 的证据</translation>
    </message>
</context>
<context>
    <name>aftercharge::ClaimRows</name>
    <message>
        <source>Item</source>
        <translation>商品</translation>
    </message>
    <message>
        <source>Units</source>
        <translation>数量</translation>
    </message>
    <message>
        <source>Units left</source>
        <translation>剩余数量</translation>
    </message>
    <message>
        <source>Remains</source>
        <translation>剩余金额</translation>
    </message>
    <message>
        <source>At most to the customer</source>
        <translation>最多给客户</translation>
    </message>
    <message>
        <source>File</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>Round</source>
        <translation>轮次</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>大小</translation>
    </message>
    <message>
        <source>SHA-256</source>
        <translation>SHA-256</translation>
    </message>
    <message>
        <source>With the carrier</source>
        <translation>提交承运商</translation>
    </message>
    <message>
        <source>not yet</source>
        <translation>尚未</translation>
    </message>
    <message>
        <source>by hand, %1</source>
        <translation>人工，%1</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>编号</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>类型</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Gateway</source>
        <translation>网关</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>金额</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>What happened</source>
        <translation>情况</translation>
    </message>
    <message>
        <source>By</source>
        <translation>操作人</translation>
    </message>
</context>
<context>
    <name>aftercharge::ClaimSheet</name>
    <message>
        <source>Open claim</source>
        <translation>发起理赔</translation>
    </message>
    <message>
        <source>Evidence is kept as it is and never changed.</source>
        <translation>证据按原样保存，不可更改。</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>Parcel</source>
        <translation>包裹</translation>
    </message>
    <message>
        <source>What happened, as the carrier will read it</source>
        <translation>情况说明（承运商可见）</translation>
    </message>
    <message>
        <source>Evidence</source>
        <translation>证据</translation>
    </message>
    <message>
        <source>nothing without a new decision</source>
        <translation>不承诺，待另行决定</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>类型</translation>
    </message>
    <message>
        <source>Asked of the carrier</source>
        <translation>向承运商索赔</translation>
    </message>
    <message>
        <source>Up to so much to the customer</source>
        <translation>至多付给客户</translation>
    </message>
    <message>
        <source>No parcel can be claimed: it must have left, be insured, and have no open claim.</source>
        <translation>没有可理赔的包裹：须已揽收、已投保且无进行中的理赔。</translation>
    </message>
    <message>
        <source>The amount asked of the carrier must be above zero.</source>
        <translation>索赔金额须大于零。</translation>
    </message>
    <message>
        <source>The promise is more than what remains of the parcel's lines: %1.</source>
        <translation>承诺金额超过包裹内商品剩余可退金额：%1。</translation>
    </message>
    <message>
        <source>Write what happened: the carrier decides by it.</source>
        <translation>请说明情况：承运商据此判定。</translation>
    </message>
    <message>
        <source>A claim needs at least one piece of evidence.</source>
        <translation>理赔至少需要一份证据。</translation>
    </message>
    <message>
        <source>Insured for %1. Of the parcel's lines %2 remain.</source>
        <translation>保额 %1。包裹内商品剩余可退 %2。</translation>
    </message>
    <message>
        <source>Claim %1</source>
        <translation>索赔 %1</translation>
    </message>
    <message>
        <source>It goes to the carrier at once. What the customer gets is decided when the carrier has answered.</source>
        <translation>立即提交承运商；承运商答复后再决定赔付客户的金额。</translation>
    </message>
    <message>
        <source>Claim %1, up to %2 to the customer</source>
        <translation>索赔 %1，至多 %2 付客户</translation>
    </message>
    <message>
        <source>Ask for approval of up to %1</source>
        <translation>申请审批，至多 %1</translation>
    </message>
    <message>
        <source>The claim goes to the carrier at once; what it approves is refunded up to %1.</source>
        <translation>立即提交承运商；获赔后至多退款 %1。</translation>
    </message>
    <message>
        <source>Claim %1 waits for approval</source>
        <translation>理赔 %1 等待审批</translation>
    </message>
    <message>
        <source>Claim %1 goes to the carrier</source>
        <translation>理赔 %1 已提交承运商</translation>
    </message>
</context>
<context>
    <name>aftercharge::ClaimView</name>
    <message>
        <source>Asked</source>
        <translation>索赔</translation>
    </message>
    <message>
        <source>Promised</source>
        <translation>承诺</translation>
    </message>
    <message>
        <source>Approved</source>
        <translation>获批</translation>
    </message>
    <message>
        <source>Lines are worth</source>
        <translation>商品价值</translation>
    </message>
    <message>
        <source>Claim</source>
        <translation>理赔</translation>
    </message>
    <message>
        <source>What remains of the parcel's lines</source>
        <translation>包裹商品的剩余价值</translation>
    </message>
    <message>
        <source>The parcel holds nothing of the order.</source>
        <translation>该包裹没有此订单的商品。</translation>
    </message>
    <message>
        <source>Evidence</source>
        <translation>证据</translation>
    </message>
    <message>
        <source>Nothing was attached.</source>
        <translation>没有附件。</translation>
    </message>
    <message>
        <source>Refunds of this claim</source>
        <translation>此理赔的退款</translation>
    </message>
    <message>
        <source>No money went to the customer by this claim.</source>
        <translation>尚未因此理赔向客户付款。</translation>
    </message>
    <message>
        <source>Log</source>
        <translation>日志</translation>
    </message>
    <message>
        <source>oldest first</source>
        <translation>最早在前</translation>
    </message>
    <message>
        <source>Log of the claim</source>
        <translation>理赔日志</translation>
    </message>
    <message>
        <source>Nothing happened yet.</source>
        <translation>尚无记录。</translation>
    </message>
    <message>
        <source>The claim could not be read. %1</source>
        <translation>无法读取理赔。%1</translation>
    </message>
    <message>
        <source>of the carrier</source>
        <translation>向承运商</translation>
    </message>
    <message>
        <source>to the customer</source>
        <translation>给客户</translation>
    </message>
    <message>
        <source>by the carrier</source>
        <translation>由承运商</translation>
    </message>
    <message>
        <source>at most</source>
        <translation>至多</translation>
    </message>
    <message>
        <source>What the requester saw</source>
        <translation>申请人所见</translation>
    </message>
    <message>
        <source>kept when it was asked for</source>
        <translation>申请时留存</translation>
    </message>
    <message>
        <source>Its approvals could not be read. %1</source>
        <translation>审批情况无法读取。%1</translation>
    </message>
</context>
<context>
    <name>aftercharge::ClaimWords</name>
    <message>
        <source>Claim</source>
        <translation>理赔</translation>
    </message>
    <message>
        <source>Parcel</source>
        <translation>包裹</translation>
    </message>
    <message>
        <source>Order</source>
        <translation>订单</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>类型</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Waits for</source>
        <translation>等待</translation>
    </message>
    <message>
        <source>Asked</source>
        <translation>索赔</translation>
    </message>
    <message>
        <source>Up to</source>
        <translation>上限</translation>
    </message>
    <message>
        <source>Approved</source>
        <translation>获批</translation>
    </message>
    <message>
        <source>Opened</source>
        <translation>提出时间</translation>
    </message>
    <message>
        <source>Approval</source>
        <translation>审批</translation>
    </message>
    <message>
        <source>Us: evidence</source>
        <translation>我方：补材料</translation>
    </message>
    <message>
        <source>Us: decision</source>
        <translation>我方：决定</translation>
    </message>
    <message>
        <source>Refund</source>
        <translation>退款</translation>
    </message>
    <message>
        <source>The carrier: “%1”</source>
        <translation>承运商：“%1”</translation>
    </message>
    <message>
        <source>Nothing was sent yet: the promise to the customer waits for approval.</source>
        <translation>尚未提交：对客户的承诺待审批。</translation>
    </message>
    <message>
        <source>It was sent back and never went to the carrier.</source>
        <translation>已退回，未提交承运商。</translation>
    </message>
    <message>
        <source>On its way to the carrier.</source>
        <translation>正在提交承运商。</translation>
    </message>
    <message>
        <source>The carrier has said nothing more yet.</source>
        <translation>承运商尚无进一步答复。</translation>
    </message>
    <message>
        <source>What happened</source>
        <translation>情况</translation>
    </message>
    <message>
        <source>Tracking number</source>
        <translation>运单号</translation>
    </message>
    <message>
        <source>Insured for</source>
        <translation>保价</translation>
    </message>
    <message>
        <source>Ticket</source>
        <translation>工单</translation>
    </message>
    <message>
        <source>Carrier's number</source>
        <translation>承运商编号</translation>
    </message>
    <message>
        <source>Asked by</source>
        <translation>申请人</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1，%2</translation>
    </message>
    <message>
        <source>Approved by</source>
        <translation>批准人</translation>
    </message>
    <message>
        <source> (within own limit)</source>
        <translation>（本人额度内）</translation>
    </message>
    <message>
        <source>Decision</source>
        <translation>决定</translation>
    </message>
    <message>
        <source>Closed</source>
        <translation>关闭时间</translation>
    </message>
</context>
<context>
    <name>aftercharge::ClaimsPage</name>
    <message>
        <source>Open</source>
        <translation>处理中</translation>
    </message>
    <message>
        <source>Waiting for approval</source>
        <translation>待审批</translation>
    </message>
    <message>
        <source>Evidence asked for</source>
        <translation>要求补材料</translation>
    </message>
    <message>
        <source>Denied</source>
        <translation>已拒赔</translation>
    </message>
    <message>
        <source>Approved</source>
        <translation>已获批</translation>
    </message>
    <message>
        <source>Closed</source>
        <translation>已关闭</translation>
    </message>
    <message>
        <source>All</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>Claims with carriers</source>
        <translation>承运商理赔</translation>
    </message>
    <message>
        <source>Number, parcel, order</source>
        <translation>编号、包裹、订单</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>导出</translation>
    </message>
    <message>
        <source>No claims yet</source>
        <translation>尚无理赔</translation>
    </message>
    <message>
        <source>A claim is opened from the ticket of a parcel that was lost or damaged.</source>
        <translation>理赔从丢失或损坏包裹的工单中提出。</translation>
    </message>
    <message>
        <source>No claim chosen</source>
        <translation>未选择理赔</translation>
    </message>
    <message>
        <source>Choose one at the left to see its evidence and what the carrier said.</source>
        <translation>在左侧选择一项，查看证据和承运商的答复。</translation>
    </message>
    <message>
        <source>Open ticket</source>
        <translation>打开工单</translation>
    </message>
    <message>
        <source>Mark as sent…</source>
        <translation>标记为已提交…</translation>
    </message>
    <message>
        <source>Submit evidence…</source>
        <translation>提交证据…</translation>
    </message>
    <message>
        <source>Decide…</source>
        <translation>决定…</translation>
    </message>
    <message>
        <source>Open %1</source>
        <translation>打开 %1</translation>
    </message>
    <message>
        <source>The carrier waits for us.</source>
        <translation>承运商在等我方。</translation>
    </message>
    <message>
        <source>It waits for our decision.</source>
        <translation>等待我方决定。</translation>
    </message>
</context>
<context>
    <name>aftercharge::CommandPalette</name>
    <message>
        <source>Found</source>
        <translation>搜索结果</translation>
    </message>
    <message>
        <source>Command</source>
        <translation>命令</translation>
    </message>
    <message>
        <source>Ticket</source>
        <translation>工单</translation>
    </message>
    <message>
        <source>Order</source>
        <translation>订单</translation>
    </message>
    <message>
        <source>Goods order</source>
        <translation>商品订单</translation>
    </message>
    <message>
        <source>Claim</source>
        <translation>理赔单</translation>
    </message>
</context>
<context>
    <name>aftercharge::CommandSheet</name>
    <message>
        <source>SOC %1</source>
        <translation>SOC %1</translation>
    </message>
    <message>
        <source>%1 of %2 frozen</source>
        <translation>%1（已冻结 %2）</translation>
    </message>
    <message>
        <source>Charge point</source>
        <translation>充电桩</translation>
    </message>
    <message>
        <source>Member</source>
        <translation>会员</translation>
    </message>
    <message>
        <source>Energy</source>
        <translation>电量</translation>
    </message>
    <message>
        <source>Fee so far</source>
        <translation>当前费用</translation>
    </message>
    <message>
        <source>Stop charging</source>
        <translation>停止充电</translation>
    </message>
    <message>
        <source>The charge point is asked to end the session. It is then settled from the final reading: the fee is taken from what is frozen, the rest returns to the member's balance, and the member is told. A stopped session cannot be resumed.</source>
        <translation>将请求充电桩结束本次充电，随后按最终读数结算：费用从冻结金额中扣除，余额退回会员账户并通知会员。已停止的充电无法恢复。</translation>
    </message>
    <message>
        <source>%1 is stopping; the settlement follows.</source>
        <translation>%1 正在停止，随后结算。</translation>
    </message>
    <message>
        <source>%1 was not stopped. %2</source>
        <translation>%1 未停止。%2</translation>
    </message>
    <message>
        <source>Unlock connector</source>
        <translation>解锁充电枪</translation>
    </message>
    <message>
        <source>The plug is released so that the cable can be taken out. While energy flows most charge points end the session first; some refuse.</source>
        <translation>将释放枪锁以便拔枪。充电过程中，多数充电桩会先结束充电，也有的会拒绝。</translation>
    </message>
    <message>
        <source>Unlock %1</source>
        <translation>解锁 %1</translation>
    </message>
    <message>
        <source>%1 is unlocked.</source>
        <translation>%1 已解锁。</translation>
    </message>
    <message>
        <source>%1 was not unlocked. %2</source>
        <translation>%1 未解锁。%2</translation>
    </message>
    <message>
        <source>Reset charge point</source>
        <translation>重启充电桩</translation>
    </message>
    <message>
        <source>Also running here</source>
        <translation>同桩其他会话</translation>
    </message>
    <message>
        <source>The whole charge point restarts, every connector of it. A soft reset ends its sessions in order first. It is out of reach for some minutes.</source>
        <translation>整台充电桩（所有充电枪）将重启。软重启会先正常结束会话。重启期间数分钟内无法连接。</translation>
    </message>
    <message>
        <source>Reset %1</source>
        <translation>重启 %1</translation>
    </message>
    <message>
        <source>%1 restarts.</source>
        <translation>%1 正在重启。</translation>
    </message>
    <message>
        <source>%1 was not reset. %2</source>
        <translation>%1 未重启。%2</translation>
    </message>
    <message>
        <source>Hard reset: at once, sessions are cut off</source>
        <translation>硬重启：立即执行，会话被中断</translation>
    </message>
    <message>
        <source>Recorded in the audit under your name</source>
        <translation>将以您的名义记入审计</translation>
    </message>
    <message>
        <source>Waiting for the charge point…</source>
        <translation>等待充电桩应答…</translation>
    </message>
    <message>
        <source>%1 more</source>
        <translation>另 %1 个</translation>
    </message>
</context>
<context>
    <name>aftercharge::ComparePane</name>
    <message>
        <source>Side by side</source>
        <translation>并排对比</translation>
    </message>
    <message>
        <source>Back to one</source>
        <translation>返回单个</translation>
    </message>
    <message>
        <source>Curve of %1</source>
        <translation>%1 的曲线</translation>
    </message>
    <message>
        <source>Show this session</source>
        <translation>查看该会话</translation>
    </message>
</context>
<context>
    <name>aftercharge::ConfirmSheet</name>
    <message>
        <source>Confirm the fee</source>
        <translation>确认费用</translation>
    </message>
    <message>
        <source>The fee stays as it is and becomes final; the customer is told.</source>
        <translation>费用不变，转为终结，并通知客户。</translation>
    </message>
    <message>
        <source>Reason, kept with the order</source>
        <translation>理由（随订单保存）</translation>
    </message>
    <message>
        <source>Confirm %1</source>
        <translation>确认 %1</translation>
    </message>
    <message>
        <source>The fee is provisional: the readings of this order could not be priced. Nothing was billed.</source>
        <translation>费用为暂定：该订单的读数无法计价，未收取费用。</translation>
    </message>
    <message>
        <source>The fee is provisional: %1 of %2 readings are kept as evidence and not billed, and one of them would decide the fee. The fee below comes from the accepted readings alone; the curve shows the others hollow.</source>
        <translation>费用为暂定：%2 条读数中有 %1 条留作证据、未计费，其中一条将决定费用。下列费用仅由被采信的读数得出；其余读数在曲线中以空心点显示。</translation>
    </message>
    <message>
        <source>Energy</source>
        <translation>电量</translation>
    </message>
    <message>
        <source>Fee from accepted readings</source>
        <translation>采信读数所得费用</translation>
    </message>
    <message>
        <source>Frozen at the start</source>
        <translation>启动冻结</translation>
    </message>
    <message>
        <source>Returned</source>
        <translation>已返还</translation>
    </message>
    <message>
        <source>Owed</source>
        <translation>待补缴</translation>
    </message>
</context>
<context>
    <name>aftercharge::ConflictSheet</name>
    <message>
        <source>Discard mine</source>
        <translation>放弃我的修改</translation>
    </message>
    <message>
        <source>Nothing was overwritten.</source>
        <translation>没有任何内容被覆盖。</translation>
    </message>
    <message>
        <source>Your words, kept</source>
        <translation>您写的内容（已保留）</translation>
    </message>
    <message>
        <source>Go on writing</source>
        <translation>继续编辑</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
</context>
<context>
    <name>aftercharge::CurveCanvas</name>
    <message>
        <source>Charging curves</source>
        <translation>充电曲线</translation>
    </message>
</context>
<context>
    <name>aftercharge::CurveView</name>
    <message>
        <source>Left out of the fee</source>
        <translation>未计入费用</translation>
    </message>
    <message>
        <source>Uploaded later</source>
        <translation>补传</translation>
    </message>
    <message>
        <source>Power</source>
        <translation>功率</translation>
    </message>
    <message>
        <source>Voltage</source>
        <translation>电压</translation>
    </message>
    <message>
        <source>Current</source>
        <translation>电流</translation>
    </message>
    <message>
        <source>SOC</source>
        <translation>SOC</translation>
    </message>
    <message>
        <source>Energy</source>
        <translation>电量</translation>
    </message>
    <message>
        <source>Fee</source>
        <translation>费用</translation>
    </message>
    <message>
        <source>Power kW</source>
        <translation>功率 kW</translation>
    </message>
    <message>
        <source>Voltage V</source>
        <translation>电压 V</translation>
    </message>
    <message>
        <source>Current A</source>
        <translation>电流 A</translation>
    </message>
    <message>
        <source>SOC %</source>
        <translation>SOC %</translation>
    </message>
    <message>
        <source>Energy kWh</source>
        <translation>电量 kWh</translation>
    </message>
</context>
<context>
    <name>aftercharge::DataTable</name>
    <message>
        <source>Reset columns</source>
        <translation>恢复默认列</translation>
    </message>
    <message>
        <source>Export what you see…</source>
        <translation>导出当前所见…</translation>
    </message>
</context>
<context>
    <name>aftercharge::DayStrip</name>
    <message>
        <source>Energy price over the day</source>
        <translation>一天内的电价</translation>
    </message>
    <message>
        <source>free</source>
        <translation>免费</translation>
    </message>
</context>
<context>
    <name>aftercharge::DecideClaimSheet</name>
    <message>
        <source>Decide denied claim</source>
        <translation>被拒理赔的决定</translation>
    </message>
    <message>
        <source>Decide claim</source>
        <translation>决定理赔</translation>
    </message>
    <message>
        <source>The claim is closed with this decision, and the customer is told.</source>
        <translation>决定后理赔结案，并通知客户。</translation>
    </message>
    <message>
        <source>The carrier denied the claim and gave no reason.</source>
        <translation>承运商拒绝理赔，未说明原因。</translation>
    </message>
    <message>
        <source>The carrier denied the claim: “%1”</source>
        <translation>承运商拒绝理赔：“%1”</translation>
    </message>
    <message>
        <source>The carrier approved %1; nothing was promised to the customer.</source>
        <translation>承运商同意赔付 %1；此前未对客户承诺。</translation>
    </message>
    <message>
        <source>Parcel %1 · asked of the carrier: %2 · of its lines %3 remain</source>
        <translation>包裹 %1 · 索赔 %2 · 商品剩余可退 %3</translation>
    </message>
    <message>
        <source>Refund the customer to %1</source>
        <translation>向客户退款至 %1</translation>
    </message>
    <message>
        <source>The platform covers it: refund to %1 at our cost</source>
        <translation>平台承担：由我方退款至 %1</translation>
    </message>
    <message>
        <source>A coupon for the next order; no money goes back</source>
        <translation>发放抵用券，不退款</translation>
    </message>
    <message>
        <source>Nothing: the customer is told why</source>
        <translation>不赔付：告知客户原因</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>金额</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>The amount must be above zero; to give nothing, choose Nothing.</source>
        <translation>金额须大于零；不赔付请选择“不赔付”。</translation>
    </message>
    <message>
        <source>This is more than what remains of the parcel's lines: %1.</source>
        <translation>超过包裹内商品剩余可退金额：%1。</translation>
    </message>
    <message>
        <source>A reason is needed: it is kept with the decision.</source>
        <translation>须填写原因：将随决定保存。</translation>
    </message>
    <message>
        <source>A reason is needed: the customer is told why.</source>
        <translation>须填写原因：将告知客户。</translation>
    </message>
    <message>
        <source>Claim %1 · %2 · carrier: “%3”</source>
        <translation>理赔 %1 · %2 · 承运商：“%3”</translation>
    </message>
    <message>
        <source>Of the parcel's lines %1 remain</source>
        <translation>包裹内商品剩余可退 %1</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>Close the claim with nothing</source>
        <translation>结案，不赔付</translation>
    </message>
    <message>
        <source>Ask for approval of %1</source>
        <translation>申请审批 %1</translation>
    </message>
    <message>
        <source>Issue a coupon of %1</source>
        <translation>发放 %1 抵用券</translation>
    </message>
    <message>
        <source>Refund %1 to %2</source>
        <translation>退款 %1 至 %2</translation>
    </message>
    <message>
        <source>Cover %1 to %2</source>
        <translation>平台承担 %1，退至 %2</translation>
    </message>
    <message>
        <source>The coupon is issued at once.</source>
        <translation>立即发券。</translation>
    </message>
    <message>
        <source>It goes to %1 at once.</source>
        <translation>立即退至 %1。</translation>
    </message>
    <message>
        <source>No money moves. The customer is told the reason.</source>
        <translation>不涉及资金，将告知客户原因。</translation>
    </message>
    <message>
        <source>Claim %1: %2</source>
        <translation>理赔 %1：%2</translation>
    </message>
</context>
<context>
    <name>aftercharge::DecisionSheet</name>
    <message>
        <source>%1 different people have to approve it. Yours is number %2; nothing is paid before the last one.</source>
        <translation>须由 %1 位不同人员批准，您是第 %2 位；最后一位批准之前不会付款。</translation>
    </message>
    <message>
        <source>Within your limit of %1. It cannot be undone.</source>
        <translation>在您的审批额度 %1 之内，批准后不可撤销。</translation>
    </message>
    <message>
        <source>It was changed or decided meanwhile. Close this and look again.</source>
        <translation>申请已被修改或已有决定，请关闭后重新查看。</translation>
    </message>
</context>
<context>
    <name>aftercharge::DeviceWords</name>
    <message>
        <source>%1 (%2)</source>
        <comment>words (the charge point's own)</comment>
        <translation>%1（%2）</translation>
    </message>
    <message>
        <source>Free</source>
        <translation>空闲</translation>
    </message>
    <message>
        <source>Vehicle connected, about to start</source>
        <translation>车辆已连接，准备启动</translation>
    </message>
    <message>
        <source>Charging</source>
        <translation>充电中</translation>
    </message>
    <message>
        <source>Paused by the vehicle</source>
        <translation>车辆暂停</translation>
    </message>
    <message>
        <source>Paused by the charge point</source>
        <translation>充电桩暂停</translation>
    </message>
    <message>
        <source>Finished, vehicle still connected</source>
        <translation>已结束，车辆未拔枪</translation>
    </message>
    <message>
        <source>Reserved</source>
        <translation>已预约</translation>
    </message>
    <message>
        <source>Out of service</source>
        <translation>停用</translation>
    </message>
    <message>
        <source>Faulted</source>
        <translation>故障</translation>
    </message>
    <message>
        <source>Other fault</source>
        <translation>其他故障</translation>
    </message>
    <message>
        <source>Contactor fault</source>
        <translation>接触器故障</translation>
    </message>
    <message>
        <source>Card reader fault</source>
        <translation>读卡器故障</translation>
    </message>
    <message>
        <source>Restart failed</source>
        <translation>重启失败</translation>
    </message>
    <message>
        <source>Weak radio signal</source>
        <translation>无线信号弱</translation>
    </message>
    <message>
        <source>Card list conflict</source>
        <translation>卡名单冲突</translation>
    </message>
    <message>
        <source>OCPP %1 from %2</source>
        <translation>OCPP %1，来自 %2</translation>
    </message>
    <message>
        <source>Closed by the charge point</source>
        <translation>充电桩主动断开</translation>
    </message>
    <message>
        <source>Broken off</source>
        <translation>异常断开</translation>
    </message>
    <message>
        <source>%1 accepted</source>
        <translation>%1 通过</translation>
    </message>
    <message>
        <source>%1 refused</source>
        <translation>%1 被拒</translation>
    </message>
    <message>
        <source>%1 started, %2 frozen</source>
        <translation>%1 已启动，冻结 %2</translation>
    </message>
    <message>
        <source>%1 told again, %2 frozen</source>
        <translation>%1 重复上报，冻结 %2</translation>
    </message>
    <message>
        <source>%1 has nothing available</source>
        <translation>%1 可用余额不足</translation>
    </message>
    <message>
        <source>%1 is not known</source>
        <translation>%1 未登记</translation>
    </message>
    <message>
        <source>Told again</source>
        <translation>重复上报</translation>
    </message>
    <message>
        <source>Stop of unknown transaction %1, kept in the orphan log</source>
        <translation>未知交易 %1 的停止，已存入孤儿日志</translation>
    </message>
    <message>
        <source>%1 explains the stop (%2)</source>
        <translation>停止原因：%1（%2）</translation>
    </message>
    <message>
        <source>%1 readings after the stop</source>
        <translation>停止后的读数 %1 条</translation>
    </message>
    <message>
        <source>Readings of unknown transaction %1</source>
        <translation>未知交易 %1 的读数</translation>
    </message>
</context>
<context>
    <name>aftercharge::DifferenceView</name>
    <message>
        <source>What</source>
        <translation>项目</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>之前</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>现在</translation>
    </message>
    <message>
        <source>%1: before %2, now %3</source>
        <translation>%1：之前 %2，现在 %3</translation>
    </message>
</context>
<context>
    <name>aftercharge::DifferenceWords</name>
    <message>
        <source>Changed while you were writing</source>
        <translation>在您编辑期间已被修改</translation>
    </message>
    <message>
        <source>Changed by %1 at %2 while you were writing</source>
        <translation>您编辑期间，%1 于 %2 修改了此工单</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Nobody</source>
        <translation>无人</translation>
    </message>
    <message>
        <source>Held by</source>
        <translation>受理人</translation>
    </message>
    <message>
        <source>Decision</source>
        <translation>处理结果</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1，%2</translation>
    </message>
    <message>
        <source>New file</source>
        <translation>新附件</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>%1: %2 → %3</source>
        <translation>%1：%2 → %3</translation>
    </message>
</context>
<context>
    <name>aftercharge::DisableSheet</name>
    <message>
        <source>What he did stays in the audit chain.</source>
        <translation>其操作记录保留在审计链中。</translation>
    </message>
    <message>
        <source>Disable operator</source>
        <translation>停用操作员</translation>
    </message>
    <message>
        <source>%1 can do nothing any more from the next action on. Tickets assigned to him stay his until somebody takes them.</source>
        <translation>从下一次操作起，%1 将无法再做任何事。其名下工单保留，直到有人领取。</translation>
    </message>
    <message>
        <source>Disable %1</source>
        <translation>停用 %1</translation>
    </message>
    <message>
        <source>%1 is disabled.</source>
        <translation>%1 已停用。</translation>
    </message>
</context>
<context>
    <name>aftercharge::Discrepancies</name>
    <message>
        <source>Resolved: %1</source>
        <translation>已处理：%1</translation>
    </message>
    <message>
        <source>Discrepancies</source>
        <translation>差异</translation>
    </message>
    <message>
        <source>newest first</source>
        <translation>最新在前</translation>
    </message>
    <message>
        <source>Refund, parcel, order</source>
        <translation>退款、包裹、订单</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>导出</translation>
    </message>
    <message>
        <source>Everything fits</source>
        <translation>一切相符</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>未处理</translation>
    </message>
    <message>
        <source>Resolved</source>
        <translation>已处理</translation>
    </message>
    <message>
        <source>All</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>Nothing chosen</source>
        <translation>未选择</translation>
    </message>
    <message>
        <source>What was heard against what stands is told here.</source>
        <translation>此处显示所闻与所记的对照。</translation>
    </message>
    <message>
        <source>Resolve…</source>
        <translation>处理…</translation>
    </message>
    <message>
        <source>What it means</source>
        <translation>含义</translation>
    </message>
    <message>
        <source>Where it stands</source>
        <translation>现状</translation>
    </message>
    <message>
        <source>This could not be read</source>
        <translation>无法读取</translation>
    </message>
    <message>
        <source>Nothing matches</source>
        <translation>没有匹配项</translation>
    </message>
    <message>
        <source>Try another word, or empty the search.</source>
        <translation>换一个词，或清空搜索。</translation>
    </message>
    <message>
        <source>Nothing was resolved yet</source>
        <translation>尚无已处理项</translation>
    </message>
    <message>
        <source>What a gateway or a carrier says against our books comes here by itself.</source>
        <translation>网关或承运商与我方账目不符时，会自动出现在这里。</translation>
    </message>
    <message>
        <source>Supervisors and administrators resolve discrepancies.</source>
        <translation>差异由主管和管理员处理。</translation>
    </message>
</context>
<context>
    <name>aftercharge::DossierTabs</name>
    <message>
        <source>Nothing was attached.</source>
        <translation>没有附件。</translation>
    </message>
    <message>
        <source>What was said</source>
        <translation>陈述</translation>
    </message>
    <message>
        <source>Evidence: Enter opens it</source>
        <translation>证据：回车打开</translation>
    </message>
    <message>
        <source>No earlier ticket of this member or connector.</source>
        <translation>该会员、该枪没有往期工单。</translation>
    </message>
    <message>
        <source>Timeline</source>
        <translation>时间线</translation>
    </message>
    <message>
        <source>%1  %2</source>
        <translation>%1  %2</translation>
    </message>
    <message>
        <source>Customer's words</source>
        <translation>客户陈述</translation>
    </message>
    <message>
        <source>Words and evidence</source>
        <translation>陈述与证据</translation>
    </message>
    <message>
        <source>Earlier</source>
        <translation>往期工单</translation>
    </message>
</context>
<context>
    <name>aftercharge::EnumWords</name>
    <message>
        <source>Agent</source>
        <translation>客服</translation>
    </message>
    <message>
        <source>Ops</source>
        <translation>运维</translation>
    </message>
    <message>
        <source>Supervisor</source>
        <translation>主管</translation>
    </message>
    <message>
        <source>Administrator</source>
        <translation>管理员</translation>
    </message>
    <message>
        <source>Worker</source>
        <translation>后台任务</translation>
    </message>
    <message>
        <source>Desk</source>
        <translation>工作台</translation>
    </message>
    <message>
        <source>Script</source>
        <translation>脚本</translation>
    </message>
    <message>
        <source>System</source>
        <translation>系统</translation>
    </message>
    <message>
        <source>Charge point</source>
        <translation>充电桩</translation>
    </message>
    <message>
        <source>Customer</source>
        <translation>客户</translation>
    </message>
    <message>
        <source>Created</source>
        <translation>已创建</translation>
    </message>
    <message>
        <source>Charging</source>
        <translation>充电中</translation>
    </message>
    <message>
        <source>Settling</source>
        <translation>结算中</translation>
    </message>
    <message>
        <source>Paid</source>
        <translation>已支付</translation>
    </message>
    <message>
        <source>After-sales</source>
        <translation>已售后</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>已取消</translation>
    </message>
    <message>
        <source>not settled</source>
        <translation>未结算</translation>
    </message>
    <message>
        <source>provisional</source>
        <translation>暂结</translation>
    </message>
    <message>
        <source>final</source>
        <translation>终结</translation>
    </message>
    <message>
        <source>Finished by driver</source>
        <translation>用户结束</translation>
    </message>
    <message>
        <source>Stopped from the desk</source>
        <translation>工作台停止</translation>
    </message>
    <message>
        <source>Unplugged</source>
        <translation>拔枪</translation>
    </message>
    <message>
        <source>Emergency stop</source>
        <translation>急停</translation>
    </message>
    <message>
        <source>Power loss</source>
        <translation>断电</translation>
    </message>
    <message>
        <source>Reboot</source>
        <translation>重启</translation>
    </message>
    <message>
        <source>Hard reset</source>
        <translation>硬重启</translation>
    </message>
    <message>
        <source>Soft reset</source>
        <translation>软重启</translation>
    </message>
    <message>
        <source>Connector unlocked</source>
        <translation>枪已解锁</translation>
    </message>
    <message>
        <source>Card no longer accepted</source>
        <translation>卡已失效</translation>
    </message>
    <message>
        <source>Other reason</source>
        <translation>其他原因</translation>
    </message>
    <message>
        <source>High temperature</source>
        <translation>过温</translation>
    </message>
    <message>
        <source>Insulation fault</source>
        <translation>绝缘故障</translation>
    </message>
    <message>
        <source>Over-current</source>
        <translation>过流</translation>
    </message>
    <message>
        <source>Over-voltage</source>
        <translation>过压</translation>
    </message>
    <message>
        <source>Under-voltage</source>
        <translation>欠压</translation>
    </message>
    <message>
        <source>Connector lock failure</source>
        <translation>枪锁故障</translation>
    </message>
    <message>
        <source>Vehicle communication error</source>
        <translation>车桩通信故障</translation>
    </message>
    <message>
        <source>Meter failure</source>
        <translation>电表故障</translation>
    </message>
    <message>
        <source>Charge point error</source>
        <translation>充电桩故障</translation>
    </message>
    <message>
        <source>Balance used up</source>
        <translation>余额用尽</translation>
    </message>
    <message>
        <source>Charging complaint</source>
        <translation>充电投诉</translation>
    </message>
    <message>
        <source>Phantom charging</source>
        <translation>虚充</translation>
    </message>
    <message>
        <source>Refund</source>
        <translation>退款</translation>
    </message>
    <message>
        <source>Exception</source>
        <translation>异常</translation>
    </message>
    <message>
        <source>Address change</source>
        <translation>改址</translation>
    </message>
    <message>
        <source>Carrier claim</source>
        <translation>承运商理赔</translation>
    </message>
    <message>
        <source>Payment failed</source>
        <translation>支付失败</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>待处理</translation>
    </message>
    <message>
        <source>In review</source>
        <translation>处理中</translation>
    </message>
    <message>
        <source>Waiting for customer</source>
        <translation>等待客户</translation>
    </message>
    <message>
        <source>Waiting for carrier</source>
        <translation>等待承运商</translation>
    </message>
    <message>
        <source>Waiting for payment</source>
        <translation>等待入账</translation>
    </message>
    <message>
        <source>Waiting for approval</source>
        <translation>待审批</translation>
    </message>
    <message>
        <source>Resolved</source>
        <translation>已解决</translation>
    </message>
    <message>
        <source>Rejected</source>
        <translation>已驳回</translation>
    </message>
    <message>
        <source>Closed</source>
        <translation>已关闭</translation>
    </message>
    <message>
        <source>Not sent</source>
        <translation>未发出</translation>
    </message>
    <message>
        <source>Pending</source>
        <translation>处理中</translation>
    </message>
    <message>
        <source>Paid back</source>
        <translation>已退回</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>失败</translation>
    </message>
    <message>
        <source>Unknown</source>
        <translation>结果未知</translation>
    </message>
    <message>
        <source>Reversed</source>
        <translation>已冲回</translation>
    </message>
    <message>
        <source>Waits for approval</source>
        <translation>待审批</translation>
    </message>
    <message>
        <source>Approved</source>
        <translation>已批准</translation>
    </message>
    <message>
        <source>Sent back</source>
        <translation>已退回申请人</translation>
    </message>
    <message>
        <source>Balance adjustment</source>
        <translation>余额调整</translation>
    </message>
    <message>
        <source>Customer's request</source>
        <translation>客户要求</translation>
    </message>
    <message>
        <source>Returned</source>
        <translation>退货</translation>
    </message>
    <message>
        <source>Lost</source>
        <translation>丢失</translation>
    </message>
    <message>
        <source>Damaged</source>
        <translation>破损</translation>
    </message>
    <message>
        <source>Device fault (0x01)</source>
        <translation>设备故障（0x01）</translation>
    </message>
    <message>
        <source>Meter runs fast</source>
        <translation>电表偏快</translation>
    </message>
    <message>
        <source>Goodwill</source>
        <translation>关怀退款</translation>
    </message>
    <message>
        <source>Fulfilled</source>
        <translation>已发货</translation>
    </message>
    <message>
        <source>Completed</source>
        <translation>已完成</translation>
    </message>
    <message>
        <source>Refunded</source>
        <translation>已退款</translation>
    </message>
    <message>
        <source>Unpaid</source>
        <translation>未支付</translation>
    </message>
    <message>
        <source>Everything was sent</source>
        <translation>全部发出</translation>
    </message>
    <message>
        <source>Refunded in full</source>
        <translation>全额退款</translation>
    </message>
    <message>
        <source>Goods</source>
        <translation>商品</translation>
    </message>
    <message>
        <source>Shipping</source>
        <translation>运费</translation>
    </message>
    <message>
        <source>Unused</source>
        <translation>未处理</translation>
    </message>
    <message>
        <source>Sent again</source>
        <translation>重派</translation>
    </message>
    <message>
        <source>WeChat Pay</source>
        <translation>微信支付</translation>
    </message>
    <message>
        <source>No label yet</source>
        <translation>待出面单</translation>
    </message>
    <message>
        <source>Label bought</source>
        <translation>已出面单</translation>
    </message>
    <message>
        <source>On its way</source>
        <translation>运输中</translation>
    </message>
    <message>
        <source>Delivered</source>
        <translation>已签收</translation>
    </message>
    <message>
        <source>Picked up</source>
        <translation>已揽收</translation>
    </message>
    <message>
        <source>Something went wrong</source>
        <translation>运输异常</translation>
    </message>
    <message>
        <source>Came back</source>
        <translation>退回</translation>
    </message>
    <message>
        <source>First parcel</source>
        <translation>首次发货</translation>
    </message>
    <message>
        <source>Not asked</source>
        <translation>未申请</translation>
    </message>
    <message>
        <source>Cancelling</source>
        <translation>取消中</translation>
    </message>
    <message>
        <source>Cancellation submitted</source>
        <translation>取消已提交</translation>
    </message>
    <message>
        <source>Label refunded</source>
        <translation>面单已退</translation>
    </message>
    <message>
        <source>Cancellation refused</source>
        <translation>取消被拒</translation>
    </message>
    <message>
        <source>Cannot be cancelled</source>
        <translation>无法取消</translation>
    </message>
    <message>
        <source>Damage</source>
        <translation>破损</translation>
    </message>
    <message>
        <source>Loss</source>
        <translation>丢失</translation>
    </message>
    <message>
        <source>Theft</source>
        <translation>被盗</translation>
    </message>
    <message>
        <source>Opened</source>
        <translation>已提交</translation>
    </message>
    <message>
        <source>With the carrier</source>
        <translation>承运商处理中</translation>
    </message>
    <message>
        <source>Evidence asked for</source>
        <translation>待补材料</translation>
    </message>
    <message>
        <source>Evidence sent</source>
        <translation>材料已提交</translation>
    </message>
    <message>
        <source>Approved in part</source>
        <translation>部分赔付</translation>
    </message>
    <message>
        <source>Denied</source>
        <translation>被拒</translation>
    </message>
    <message>
        <source>Undecided</source>
        <translation>未决定</translation>
    </message>
    <message>
        <source>Platform covers</source>
        <translation>平台承担</translation>
    </message>
    <message>
        <source>Coupon</source>
        <translation>抵用券</translation>
    </message>
    <message>
        <source>Nothing</source>
        <translation>不赔付</translation>
    </message>
    <message>
        <source>The gateway contradicts itself</source>
        <translation>渠道前后矛盾</translation>
    </message>
    <message>
        <source>Another amount at the gateway</source>
        <translation>渠道金额不一致</translation>
    </message>
    <message>
        <source>Unknown to the gateway</source>
        <translation>渠道查无此单</translation>
    </message>
    <message>
        <source>Not in our books</source>
        <translation>我方无记录</translation>
    </message>
    <message>
        <source>Label was not cancelled</source>
        <translation>面单未能取消</translation>
    </message>
    <message>
        <source>Picked up while locked</source>
        <translation>锁定期间被揽收</translation>
    </message>
    <message>
        <source>More than was paid</source>
        <translation>超出已付</translation>
    </message>
    <message>
        <source>The ledger differs</source>
        <translation>账本不一致</translation>
    </message>
    <message>
        <source>A gateway's call was refused</source>
        <translation>网关消息被拒绝</translation>
    </message>
    <message>
        <source>Charging started</source>
        <translation>开始充电</translation>
    </message>
    <message>
        <source>Charging ended</source>
        <translation>充电结束</translation>
    </message>
    <message>
        <source>Ended by a fault</source>
        <translation>故障结束</translation>
    </message>
    <message>
        <source>Asked to stop</source>
        <translation>请求停止</translation>
    </message>
    <message>
        <source>Money owed</source>
        <translation>待补缴</translation>
    </message>
    <message>
        <source>Debt paid</source>
        <translation>欠费已补缴</translation>
    </message>
    <message>
        <source>Complaint received</source>
        <translation>投诉已受理</translation>
    </message>
    <message>
        <source>Refund paid</source>
        <translation>退款已入账</translation>
    </message>
    <message>
        <source>Balance adjusted</source>
        <translation>余额调整</translation>
    </message>
    <message>
        <source>Complaint rejected</source>
        <translation>投诉未通过</translation>
    </message>
    <message>
        <source>Reply</source>
        <translation>客服回复</translation>
    </message>
    <message>
        <source>Refund on its way</source>
        <translation>退款在途</translation>
    </message>
    <message>
        <source>Refund arrived</source>
        <translation>退款到账</translation>
    </message>
    <message>
        <source>Refund failed</source>
        <translation>退款失败</translation>
    </message>
    <message>
        <source>Refund came back</source>
        <translation>退款被退回</translation>
    </message>
    <message>
        <source>Refund stopped</source>
        <translation>退款已停止</translation>
    </message>
    <message>
        <source>Parcel sent again</source>
        <translation>已重派</translation>
    </message>
    <message>
        <source>Claim opened</source>
        <translation>已发起理赔</translation>
    </message>
    <message>
        <source>Claim approved</source>
        <translation>理赔通过</translation>
    </message>
    <message>
        <source>Claim denied</source>
        <translation>理赔被拒</translation>
    </message>
    <message>
        <source>Claim decided</source>
        <translation>理赔结案</translation>
    </message>
    <message>
        <source>Coupon issued</source>
        <translation>已发券</translation>
    </message>
    <message>
        <source>Request rejected</source>
        <translation>申请未通过</translation>
    </message>
    <message>
        <source>Goods refund</source>
        <translation>商品退款</translation>
    </message>
    <message>
        <source>Paid by hand</source>
        <translation>线下退款</translation>
    </message>
</context>
<context>
    <name>aftercharge::ErrorWords</name>
    <message>
        <source>There is no store in this folder, or no key for it. Check the folder and the key file.</source>
        <translation>此文件夹中没有数据仓，或缺少密钥。请检查文件夹和密钥文件。</translation>
    </message>
    <message>
        <source>There is a store in this folder already. Open it, or choose another folder.</source>
        <translation>此文件夹中已有数据仓。请打开它，或另选文件夹。</translation>
    </message>
    <message>
        <source>This key does not open the store. Nothing was changed. Try another key file or passphrase.</source>
        <translation>此密钥无法打开数据仓，未作任何改动。请换一个密钥文件或口令。</translation>
    </message>
    <message>
        <source>The key file cannot be used: it must hold one key and be readable by you alone (chmod 600).</source>
        <translation>密钥文件不可用：其中须恰有一把密钥，且仅本人可读（chmod 600）。</translation>
    </message>
    <message>
        <source>The file in this folder is not encrypted. It was not opened.</source>
        <translation>此文件夹中的文件未加密，没有打开。</translation>
    </message>
    <message>
        <source>The file in this folder is not a store of Aftercharge. It was not touched.</source>
        <translation>此文件夹中的文件不是 Aftercharge 的数据仓，未作改动。</translation>
    </message>
    <message>
        <source>The store was written by a newer version of Aftercharge. Update this program to open it.</source>
        <translation>数据仓由更新版本的 Aftercharge 写入。请更新本程序后再打开。</translation>
    </message>
    <message>
        <source>The disk is full. Nothing was written; free some space and try again.</source>
        <translation>磁盘已满，未写入任何内容。请腾出空间后重试。</translation>
    </message>
    <message>
        <source>The store can only be read. Check the rights on its folder.</source>
        <translation>数据仓只读。请检查其文件夹的权限。</translation>
    </message>
    <message>
        <source>The store is busy in another program. Try again in a moment.</source>
        <translation>数据仓正被另一程序占用，请稍后重试。</translation>
    </message>
    <message>
        <source>The store is damaged. Nothing was written; restore a backup and verify it.</source>
        <translation>数据仓已损坏，未写入任何内容。请恢复备份并校验。</translation>
    </message>
    <message>
        <source>The audit chain is broken: a row was changed outside of the program. Call an administrator.</source>
        <translation>审计链断裂：有记录在程序之外被改动。请联系管理员。</translation>
    </message>
    <message>
        <source>The store is older than what this desk has seen. It is open for reading only.</source>
        <translation>数据仓早于本工作台所见的版本，仅以只读方式打开。</translation>
    </message>
    <message>
        <source>Somebody else changed this meanwhile. What you see now is the newest state.</source>
        <translation>其间已有他人改动。现在看到的是最新状态。</translation>
    </message>
    <message>
        <source>The store refused this: it would break a rule of the ledger.</source>
        <translation>数据仓已拒绝：这会违反账本规则。</translation>
    </message>
    <message>
        <source>The disk did not answer as it should. Nothing was written; try again.</source>
        <translation>磁盘响应异常，未写入任何内容，请重试。</translation>
    </message>
    <message>
        <source>This is not an amount. Write it like 12.34.</source>
        <translation>这不是金额。请写成 12.34 的形式。</translation>
    </message>
    <message>
        <source>The amount has more decimals than the currency.</source>
        <translation>金额的小数位数多于该币种。</translation>
    </message>
    <message>
        <source>The amount is too large.</source>
        <translation>金额过大。</translation>
    </message>
    <message>
        <source>The currencies differ.</source>
        <translation>币种不一致。</translation>
    </message>
    <message>
        <source>The amount must be above zero.</source>
        <translation>金额必须大于零。</translation>
    </message>
    <message>
        <source>The balance does not suffice.</source>
        <translation>余额不足。</translation>
    </message>
    <message>
        <source>The member has nothing available. A top-up is needed first.</source>
        <translation>会员没有可用余额，须先充值。</translation>
    </message>
    <message>
        <source>This is more than what is left of the payment.</source>
        <translation>超过该笔支付的剩余金额。</translation>
    </message>
    <message>
        <source>The amount is above your approval limit. Somebody with a higher limit can approve it.</source>
        <translation>金额超过您的审批额度，须由额度更高的人批准。</translation>
    </message>
    <message>
        <source>You asked for this refund yourself. Somebody else has to approve it.</source>
        <translation>此退款由您本人申请，须由他人批准。</translation>
    </message>
    <message>
        <source>The request was changed since you saw it. Look at it again before you approve.</source>
        <translation>您查看之后申请已有改动。请重新查看后再批准。</translation>
    </message>
    <message>
        <source>This request has been decided already.</source>
        <translation>此申请已有决定。</translation>
    </message>
    <message>
        <source>This cannot be done in the present state.</source>
        <translation>当前状态下不能这样做。</translation>
    </message>
    <message>
        <source>There is no such order.</source>
        <translation>没有这个订单。</translation>
    </message>
    <message>
        <source>This session has ended already.</source>
        <translation>此次充电已结束。</translation>
    </message>
    <message>
        <source>There is no such ticket.</source>
        <translation>没有这个工单。</translation>
    </message>
    <message>
        <source>This operator has been disabled.</source>
        <translation>此操作员已停用。</translation>
    </message>
    <message>
        <source>Your role does not allow this.</source>
        <translation>您的角色无权这样做。</translation>
    </message>
    <message>
        <source>There is no such operator.</source>
        <translation>没有这个操作员。</translation>
    </message>
    <message>
        <source>The charge point is not connected. It cannot be reached until it reports again.</source>
        <translation>充电桩未连接，在其重新上报之前无法联系。</translation>
    </message>
    <message>
        <source>The charge point refused.</source>
        <translation>充电桩已拒绝。</translation>
    </message>
    <message>
        <source>The charge point did not answer in time. It may still have acted: watch the session.</source>
        <translation>充电桩未及时应答，但可能已执行：请留意该次充电。</translation>
    </message>
    <message>
        <source>A session is running on this connector.</source>
        <translation>此枪正在充电。</translation>
    </message>
    <message>
        <source>The network cannot be reached.</source>
        <translation>网络不可达。</translation>
    </message>
    <message>
        <source>Something in the form is missing or wrong.</source>
        <translation>表单有缺漏或错误。</translation>
    </message>
    <message>
        <source>This is not a time zone or a time.</source>
        <translation>这不是时区或时间。</translation>
    </message>
    <message>
        <source>This did not work (%1).</source>
        <translation>未能完成（%1）。</translation>
    </message>
    <message>
        <source>There is an order of this number already. It was not taken a second time.</source>
        <translation>该订单号已存在，未重复导入。</translation>
    </message>
    <message>
        <source>The order is locked while its refund is under way. Wait for its end, or settle the refund first.</source>
        <translation>退款进行中，订单已锁定；请等待其结束，或先处理该退款。</translation>
    </message>
    <message>
        <source>The order has not been paid: there is nothing to give back.</source>
        <translation>订单尚未支付，无款可退。</translation>
    </message>
    <message>
        <source>The order has no such line. Read the order again.</source>
        <translation>订单没有这一行，请重新读取订单。</translation>
    </message>
    <message>
        <source>Not so many units are left: they were refunded or sent again meanwhile. Choose fewer.</source>
        <translation>剩余件数不足：期间已退款或重派。请减少件数。</translation>
    </message>
    <message>
        <source>There is no such parcel.</source>
        <translation>没有这个包裹。</translation>
    </message>
    <message>
        <source>There is a parcel of this number already.</source>
        <translation>该包裹号已存在。</translation>
    </message>
    <message>
        <source>A parcel has been picked up: it is too late for a refund before shipment. Decide it as a parcel that went wrong.</source>
        <translation>已有包裹被揽收，不能再做发货前退款；请按包裹异常处理。</translation>
    </message>
    <message>
        <source>The parcel has not left yet. Refund before shipment, or send it.</source>
        <translation>包裹尚未发出，请做发货前退款，或先发货。</translation>
    </message>
    <message>
        <source>The parcel was not insured: the carrier pays nothing for it. Refund or send again instead.</source>
        <translation>包裹未投保，承运商不予赔付；请退款或重派。</translation>
    </message>
    <message>
        <source>The address cannot be used. Check name, street, city, postal code and country.</source>
        <translation>地址不可用，请检查姓名、街道、城市、邮编和国家。</translation>
    </message>
    <message>
        <source>There is no such claim.</source>
        <translation>没有这个理赔。</translation>
    </message>
    <message>
        <source>There is an open claim for this parcel already. Go on with that one.</source>
        <translation>该包裹已有进行中的理赔，请继续处理。</translation>
    </message>
    <message>
        <source>The promise to the customer is above your approval limit. Somebody with a higher limit can approve it.</source>
        <translation>对客户的承诺超过您的审批额度，须由额度更高的人批准。</translation>
    </message>
    <message>
        <source>You opened this claim yourself. Somebody else has to approve it.</source>
        <translation>此理赔由您本人发起，须由他人批准。</translation>
    </message>
    <message>
        <source>The claim was changed since you saw it. Look at it again before you approve.</source>
        <translation>理赔在您查看之后已被修改，请重新查看后再批准。</translation>
    </message>
    <message>
        <source>This claim has been decided already.</source>
        <translation>此理赔已有决定。</translation>
    </message>
    <message>
        <source>A claim needs at least one piece of evidence. Add a photo or a document.</source>
        <translation>理赔至少需要一份证据，请添加照片或文件。</translation>
    </message>
    <message>
        <source>A file cannot be used as evidence. PNG, JPEG, PDF and plain text up to 5 MB are taken.</source>
        <translation>有文件不能作为证据。可用 PNG、JPEG、PDF 和纯文本，每个不超过 5 MB。</translation>
    </message>
    <message>
        <source>This refund has not failed, so it cannot be done again. Wait for the gateway's answer.</source>
        <translation>此退款并未失败，不能重做；请等待渠道答复。</translation>
    </message>
    <message>
        <source>The gateway still holds this refund and wants it repaired under its number. Retry it instead.</source>
        <translation>渠道仍保留此退款并要求以原单号修复，请选择重试。</translation>
    </message>
    <message>
        <source>There is no such discrepancy.</source>
        <translation>没有这个差异。</translation>
    </message>
    <message>
        <source>No account is set up for this gateway. An administrator can add it with afterchargectl gateway set.</source>
        <translation>尚未配置该渠道的账户，请管理员用 afterchargectl gateway set 添加。</translation>
    </message>
    <message>
        <source>The gateway refused. Read its words before you try again.</source>
        <translation>渠道拒绝了请求，请先查看其说明再重试。</translation>
    </message>
    <message>
        <source>The gateway's answer could not be understood. It is asked again before anything is repeated.</source>
        <translation>渠道的答复无法识别；将先查询，再决定是否重发。</translation>
    </message>
    <message>
        <source>A message to us was not signed by the gateway. It was refused; check the webhook's secret.</source>
        <translation>收到的消息签名无效，已拒绝；请检查回调密钥。</translation>
    </message>
    <message>
        <source>A message to us was too old. It was refused; check the clocks.</source>
        <translation>收到的消息已过期，已拒绝；请检查时钟。</translation>
    </message>
    <message>
        <source>A message to us could not be read. It was refused.</source>
        <translation>收到的消息无法解析，已拒绝。</translation>
    </message>
    <message>
        <source>There is no such refund. Check the number.</source>
        <translation>没有这笔退款，请核对单号。</translation>
    </message>
    <message>
        <source>The same movement was booked before with other content. Call an administrator.</source>
        <translation>同一流水号已以其他内容入账，请联系管理员。</translation>
    </message>
    <message>
        <source>The accounts would no longer add up. Nothing was booked; call an administrator.</source>
        <translation>账目将不平，未入账；请联系管理员。</translation>
    </message>
    <message>
        <source>This is not a number or name that the program knows. Check how it is written.</source>
        <translation>编号或名称无法识别，请检查写法。</translation>
    </message>
    <message>
        <source>There is an open ticket already. Go on with that one.</source>
        <translation>已有未结工单，请继续处理。</translation>
    </message>
    <message>
        <source>There is an operator of this name already. Choose another name.</source>
        <translation>该登录名已存在，请换一个。</translation>
    </message>
    <message>
        <source>The token is not accepted. Ask an administrator for a new one.</source>
        <translation>令牌无效，请向管理员索取新令牌。</translation>
    </message>
    <message>
        <source>This was cancelled. What was done until then stays.</source>
        <translation>已取消，此前已完成的部分保留。</translation>
    </message>
    <message>
        <source>The program made a mistake. Nothing was written; try again, and report it if it comes back.</source>
        <translation>程序出错，未写入任何内容；请重试，如再次出现请上报。</translation>
    </message>
    <message>
        <source>There is no such station.</source>
        <translation>没有这个场站。</translation>
    </message>
    <message>
        <source>There is no such charge point. Register it first.</source>
        <translation>没有这个充电桩，请先登记。</translation>
    </message>
    <message>
        <source>This charge point is registered already.</source>
        <translation>该充电桩已登记。</translation>
    </message>
    <message>
        <source>The charge point has no such connector.</source>
        <translation>充电桩没有这个枪。</translation>
    </message>
    <message>
        <source>There is no such member.</source>
        <translation>没有这个会员。</translation>
    </message>
    <message>
        <source>There is a member of this number already.</source>
        <translation>该会员号已存在。</translation>
    </message>
    <message>
        <source>The card is not known. Assign it to a member first.</source>
        <translation>未知的卡，请先绑定会员。</translation>
    </message>
    <message>
        <source>There is no such tariff.</source>
        <translation>没有这个电价。</translation>
    </message>
    <message>
        <source>The tariff cannot be used as it is. Correct it and load it again.</source>
        <translation>电价不可用，请改正后重新导入。</translation>
    </message>
    <message>
        <source>The shared store cannot be reached. What you did is not lost: it is tried again when the line is back.</source>
        <translation>无法连接共享存储。您的操作不会丢失：线路恢复后会自动重试。</translation>
    </message>
    <message>
        <source>Too many people changed the same at once. Try again.</source>
        <translation>同时有太多人修改同一内容，请重试。</translation>
    </message>
    <message>
        <source>It waited too long and can no longer be approved. It goes back to who asked for it.</source>
        <translation>等待时间过长，不能再批准，将退回申请人。</translation>
    </message>
    <message>
        <source>This refund is part of a batch and is decided together with it.</source>
        <translation>此退款属于一个批次，随批次一并决定。</translation>
    </message>
    <message>
        <source>There is no such batch. Check the number.</source>
        <translation>没有这个批次，请核对编号。</translation>
    </message>
    <message>
        <source>What it was asked on is another now. Nothing was approved: it went back to who asked for it.</source>
        <translation>申请所依据的内容已有变化。未予批准，已退回申请人。</translation>
    </message>
    <message>
        <source>You have approved this already. Another person has to approve it as well.</source>
        <translation>您已批准过，还须另一人批准。</translation>
    </message>
    <message>
        <source>Somebody else is preparing a refund for this order.</source>
        <translation>其他同事正在为此订单准备退款。</translation>
    </message>
    <message>
        <source>Your decision is recorded and waits for a daemon to carry it out. There is no need to repeat it.</source>
        <translation>您的决定已记录，正等待守护进程执行，无需重复操作。</translation>
    </message>
</context>
<context>
    <name>aftercharge::EventWords</name>
    <message>
        <source>Started, %1 frozen.</source>
        <translation>已开始充电，冻结 %1。</translation>
    </message>
    <message>
        <source>Started.</source>
        <translation>已开始充电。</translation>
    </message>
    <message>
        <source>Current without energy. Nothing is billed for it; a technician is proposed.</source>
        <translation>有电流而电量不增。该时段不计费，建议派技术人员。</translation>
    </message>
    <message>
        <source>The meter counts faster than V·I·t. The excess will be proposed back.</source>
        <translation>电表计量快于 V·I·t，多计部分将建议退还。</translation>
    </message>
    <message>
        <source>The voltage is out of range or unsteady.</source>
        <translation>电压超限或波动。</translation>
    </message>
    <message>
        <source>The SOC stands still while energy flows.</source>
        <translation>电量在增加而 SOC 不变。</translation>
    </message>
    <message>
        <source>Connection lost. Not settled; waiting for stored readings until %1.</source>
        <translation>连接中断。未结算；等待补传读数至 %1。</translation>
    </message>
    <message>
        <source>Connection is back; stored readings are taken over.</source>
        <translation>连接已恢复，正在接收补传读数。</translation>
    </message>
    <message>
        <source>No report for four intervals.</source>
        <translation>连续四个周期无上报。</translation>
    </message>
    <message>
        <source>The connector reports a fault.</source>
        <translation>充电枪上报故障。</translation>
    </message>
    <message>
        <source>Ticket %1 opened.</source>
        <translation>已生成工单 %1。</translation>
    </message>
    <message>
        <source>Stopped by the charge point: %1.</source>
        <translation>充电桩自行停止：%1。</translation>
    </message>
    <message>
        <source>Ended.</source>
        <translation>已结束。</translation>
    </message>
    <message>
        <source>Ended: %1.</source>
        <translation>已结束：%1。</translation>
    </message>
    <message>
        <source>Fee %1, %2 owed.</source>
        <translation>费用 %1，待补缴 %2。</translation>
    </message>
    <message>
        <source>Settled %1, %2 returned to balance, customer told.</source>
        <translation>已结算 %1，退回余额 %2，已通知客户。</translation>
    </message>
    <message>
        <source>Settled %1, %2 returned to balance.</source>
        <translation>已结算 %1，退回余额 %2。</translation>
    </message>
    <message>
        <source>Settled %1.</source>
        <translation>已结算 %1。</translation>
    </message>
    <message>
        <source>Connected</source>
        <translation>已连接</translation>
    </message>
    <message>
        <source>Connection lost</source>
        <translation>连接中断</translation>
    </message>
    <message>
        <source>Started up</source>
        <translation>已启动</translation>
    </message>
    <message>
        <source>Reports a fault</source>
        <translation>上报故障</translation>
    </message>
    <message>
        <source>Reports its state</source>
        <translation>上报状态</translation>
    </message>
    <message>
        <source>Card read</source>
        <translation>刷卡</translation>
    </message>
    <message>
        <source>Start of charging</source>
        <translation>开始充电</translation>
    </message>
    <message>
        <source>End of charging</source>
        <translation>结束充电</translation>
    </message>
    <message>
        <source>Vendor's own message</source>
        <translation>厂商自定义消息</translation>
    </message>
    <message>
        <source>Command</source>
        <translation>命令</translation>
    </message>
    <message>
        <source>Kept, answered and not billed</source>
        <translation>已留存并应答，不计费</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>two sentences</comment>
        <translation>%1%2</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>what happened: details</comment>
        <translation>%1：%2</translation>
    </message>
</context>
<context>
    <name>aftercharge::EvidenceBox</name>
    <message>
        <source>With the ticket already: tick what belongs to the claim</source>
        <translation>工单已有的文件：勾选用于理赔的</translation>
    </message>
    <message>
        <source>%1 · %2 · %3</source>
        <translation>%1 · %2 · %3</translation>
    </message>
    <message>
        <source>At most %1 files at a time. Send these first.</source>
        <translation>一次最多 %1 个文件，请先提交。</translation>
    </message>
    <message>
        <source>“%1” is there already.</source>
        <translation>“%1” 已在列表中。</translation>
    </message>
    <message>
        <source>“%1” cannot be read.</source>
        <translation>“%1” 无法读取。</translation>
    </message>
    <message>
        <source>There is no picture, file or text in the clipboard.</source>
        <translation>剪贴板中没有图片、文件或文本。</translation>
    </message>
    <message>
        <source>Drop files here. PNG, JPEG, PDF or text, 5 MB each.</source>
        <translation>将文件拖到这里：PNG、JPEG、PDF 或文本，每个不超过 5 MB。</translation>
    </message>
    <message>
        <source>Paste</source>
        <translation>粘贴</translation>
    </message>
    <message>
        <source>Choose files…</source>
        <translation>选择文件…</translation>
    </message>
    <message>
        <source>Choose evidence</source>
        <translation>选择证据</translation>
    </message>
    <message>
        <source>Pictures, PDF and text (*.png *.jpg *.jpeg *.pdf *.txt)</source>
        <translation>图片、PDF 和文本 (*.png *.jpg *.jpeg *.pdf *.txt)</translation>
    </message>
    <message>
        <source>The beginning of its SHA-256</source>
        <translation>SHA-256 的开头</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>移除</translation>
    </message>
    <message>
        <source>Remove %1</source>
        <translation>移除 %1</translation>
    </message>
    <message>
        <source>“%1” is larger than 5 MB. Send a smaller picture of it.</source>
        <translation>“%1” 超过 5 MB，请换用较小的图片。</translation>
    </message>
    <message>
        <source>“%1” is empty.</source>
        <translation>“%1” 是空文件。</translation>
    </message>
    <message>
        <source>“%1” is of a type that is not taken: PNG, JPEG, PDF or plain text.</source>
        <translation>“%1” 的类型不受支持：请用 PNG、JPEG、PDF 或纯文本。</translation>
    </message>
    <message>
        <source>“%1” has too long a name.</source>
        <translation>“%1” 文件名过长。</translation>
    </message>
    <message>
        <source>“%1” is not what its name says. It was not taken.</source>
        <translation>“%1” 的内容与类型不符，未采用。</translation>
    </message>
</context>
<context>
    <name>aftercharge::EvidenceSentSheet</name>
    <message>
        <source>Mark as sent by hand</source>
        <translation>标记为已人工提交</translation>
    </message>
    <message>
        <source>The claim waits for the carrier again.</source>
        <translation>之后继续等待承运商。</translation>
    </message>
    <message>
        <source>The carrier's interface does not take files for a claim that is open. Send them by its web form or e-mail, then say so here.</source>
        <translation>承运商接口不接收进行中理赔的补充文件。请通过其网页或邮件提交，然后在此确认。</translation>
    </message>
    <message>
        <source>%1 · %2 · %3</source>
        <translation>%1 · %2 · %3</translation>
    </message>
    <message>
        <source>I have sent this file</source>
        <translation>我已提交此文件</translation>
    </message>
    <message>
        <source>I have sent these %1 files</source>
        <translation>我已提交这 %1 个文件</translation>
    </message>
    <message>
        <source>No file of this claim waits to be sent. Submit evidence first.</source>
        <translation>没有待提交的文件，请先提交证据。</translation>
    </message>
    <message>
        <source>%1: evidence marked as sent</source>
        <translation>%1：证据已标记为已提交</translation>
    </message>
</context>
<context>
    <name>aftercharge::EvidenceSheet</name>
    <message>
        <source>Reading…</source>
        <translation>读取中…</translation>
    </message>
    <message>
        <source>Added %1</source>
        <translation>添加于 %1</translation>
    </message>
    <message>
        <source>Save…</source>
        <translation>保存…</translation>
    </message>
    <message>
        <source>This file cannot be shown here. Save it to look at it.</source>
        <translation>此文件无法在此显示，请保存后查看。</translation>
    </message>
    <message>
        <source>Save evidence</source>
        <translation>保存证据</translation>
    </message>
    <message>
        <source>The file could not be written: %1</source>
        <translation>文件无法写入：%1</translation>
    </message>
</context>
<context>
    <name>aftercharge::ExceptionSheet</name>
    <message>
        <source>Parcel went wrong</source>
        <translation>包裹异常处理</translation>
    </message>
    <message>
        <source>The computation is kept with the decision.</source>
        <translation>计算依据随退款单保存</translation>
    </message>
    <message>
        <source>Where the parcel goes</source>
        <translation>收货地址</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>Parcel</source>
        <translation>包裹</translation>
    </message>
    <message>
        <source>For colleagues; the customer does not see it</source>
        <translation>供同事查看，客户不可见</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>Smaller amount, if not all of it</source>
        <translation>部分金额（默认全额）</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>No parcel has left yet: refund before shipment, or send it.</source>
        <translation>尚无包裹发出：请做发货前退款，或先发货。</translation>
    </message>
    <message>
        <source>all of it: %1</source>
        <translation>全额：%1</translation>
    </message>
    <message>
        <source>The refund goes to %1 at once and a label is bought for the new parcel.</source>
        <translation>立即退至 %1，并为新包裹购买面单。</translation>
    </message>
    <message>
        <source>It goes to %1 at once.</source>
        <translation>立即退至 %1。</translation>
    </message>
    <message>
        <source>No money moves. A label is bought for the new parcel, and the customer is told its tracking number.</source>
        <translation>不涉及资金。将为新包裹购买面单，并通知客户运单号。</translation>
    </message>
    <message>
        <source>Refund or send again</source>
        <translation>退款或重派</translation>
    </message>
    <message>
        <source>Choose how many units are refunded or sent again.</source>
        <translation>请选择退款或重派的件数。</translation>
    </message>
    <message>
        <source>No unit of this order is left: each was refunded or sent again.</source>
        <translation>此订单已无剩余件数：均已退款或重派。</translation>
    </message>
    <message>
        <source>Send 1 parcel</source>
        <translation>重派 1 个包裹</translation>
    </message>
    <message>
        <source>Ask for approval of %1 and send 1 parcel</source>
        <translation>申请审批 %1，并重派 1 个包裹</translation>
    </message>
    <message>
        <source>Ask for approval of %1</source>
        <translation>申请审批 %1</translation>
    </message>
    <message>
        <source>Refund %1 and send 1 parcel</source>
        <translation>退款 %1 并重派 1 个包裹</translation>
    </message>
    <message>
        <source>Refund %1 to %2</source>
        <translation>退款 %1 至 %2</translation>
    </message>
    <message>
        <source>Order %1 · parcel %2 · %3</source>
        <translation>订单 %1 · 包裹 %2 · %3</translation>
    </message>
    <message>
        <source>%1 of %2 waits for approval</source>
        <translation>%1（%2）等待审批</translation>
    </message>
    <message>
        <source>%1: %2 is being refunded</source>
        <translation>%1：%2 正在退款</translation>
    </message>
    <message>
        <source>parcel %1 is sent again</source>
        <translation>包裹 %1 重派</translation>
    </message>
    <message>
        <source>; </source>
        <translation>；</translation>
    </message>
</context>
<context>
    <name>aftercharge::ExpiryWords</name>
    <message>
        <source>expired</source>
        <translation>已过期</translation>
    </message>
    <message>
        <source>expires in %1 d</source>
        <translation>%1 天后过期</translation>
    </message>
    <message>
        <source>expires in %1 h</source>
        <translation>%1 小时后过期</translation>
    </message>
    <message>
        <source>expires in %1 min</source>
        <translation>%1 分钟后过期</translation>
    </message>
    <message>
        <source>expires within a minute</source>
        <translation>一分钟内过期</translation>
    </message>
</context>
<context>
    <name>aftercharge::ExportWords</name>
    <message>
        <source>The file could not be written: %1</source>
        <translation>文件无法写入：%1</translation>
    </message>
    <message>
        <source>%1 rows written to %2.</source>
        <translation>已将 %1 行写入 %2。</translation>
    </message>
    <message>
        <source>Export what you see</source>
        <translation>导出当前所见</translation>
    </message>
    <message>
        <source>CSV file (*.csv)</source>
        <translation>CSV 文件 (*.csv)</translation>
    </message>
</context>
<context>
    <name>aftercharge::FailedRefundSheet</name>
    <message>
        <source>Settle by hand: the money was paid outside of the gateway</source>
        <translation>人工结清：已在渠道之外付款</translation>
    </message>
    <message>
        <source>Refund did not go through</source>
        <translation>退款未成功</translation>
    </message>
    <message>
        <source>Either way it is a numbered decision of its own.</source>
        <translation>两种方式均单独编号留痕。</translation>
    </message>
    <message>
        <source>%1 of order %2 · %3</source>
        <translation>%1 · 订单 %2 · %3</translation>
    </message>
    <message>
        <source>%1: “%2”</source>
        <translation>%1：“%2”</translation>
    </message>
    <message>
        <source>Retry: %1 repairs it under the same number</source>
        <translation>重试：由 %1 以原单号修复</translation>
    </message>
    <message>
        <source>Retry: the same units and amount under a new number</source>
        <translation>重试：相同件数和金额，使用新单号</translation>
    </message>
    <message>
        <source>For example the bank's reference of the transfer</source>
        <translation>例如银行转账流水号</translation>
    </message>
    <message>
        <source>Proof</source>
        <translation>凭证</translation>
    </message>
    <message>
        <source>Record as paid by hand</source>
        <translation>登记线下退款</translation>
    </message>
    <message>
        <source>A proof is needed: how was it paid, and where can that be looked up?</source>
        <translation>须填写凭证：如何付款、何处可查？</translation>
    </message>
    <message>
        <source>Have %1 repaired</source>
        <translation>请求修复 %1</translation>
    </message>
    <message>
        <source>It was approved already; nothing new is promised.</source>
        <translation>此前已批准，无新增承诺。</translation>
    </message>
    <message>
        <source>Ask for approval of %1</source>
        <translation>申请审批 %1</translation>
    </message>
    <message>
        <source>Refund %1 to %2 again</source>
        <translation>重新退款 %1 至 %2</translation>
    </message>
    <message>
        <source>Record %1 as paid by hand</source>
        <translation>登记 %1 线下退款</translation>
    </message>
    <message>
        <source>It goes to %1 at once.</source>
        <translation>立即退至 %1。</translation>
    </message>
    <message>
        <source>It is booked at once against cash, with your proof.</source>
        <translation>立即按现金入账，并附您的凭证。</translation>
    </message>
    <message>
        <source>%1 of %2 waits for approval</source>
        <translation>%1（%2）等待审批</translation>
    </message>
    <message>
        <source>%1: %2 is being refunded</source>
        <translation>%1：%2 正在退款</translation>
    </message>
    <message>
        <source>%1: %2 recorded as paid by hand</source>
        <translation>%1：%2 已登记为线下退款</translation>
    </message>
</context>
<context>
    <name>aftercharge::FeeTableModel</name>
    <message>
        <source>sharp</source>
        <translation>尖</translation>
    </message>
    <message>
        <source>peak</source>
        <translation>峰</translation>
    </message>
    <message>
        <source>flat</source>
        <translation>平</translation>
    </message>
    <message>
        <source>valley</source>
        <translation>谷</translation>
    </message>
    <message>
        <source>free</source>
        <translation>免费</translation>
    </message>
    <message>
        <source>Flat fee</source>
        <translation>固定费</translation>
    </message>
    <message>
        <source>Highest price</source>
        <translation>封顶价</translation>
    </message>
    <message>
        <source>Lowest price</source>
        <translation>最低价</translation>
    </message>
    <message>
        <source>Rounded up to the step</source>
        <translation>按步长进位</translation>
    </message>
    <message>
        <source>Total</source>
        <translation>合计</translation>
    </message>
    <message>
        <source>Period</source>
        <translation>时段</translation>
    </message>
    <message>
        <source>Energy</source>
        <translation>电量</translation>
    </message>
    <message>
        <source>Electricity</source>
        <translation>电费</translation>
    </message>
    <message>
        <source>Service</source>
        <translation>服务费</translation>
    </message>
    <message>
        <source>Per hour</source>
        <translation>每小时</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>金额</translation>
    </message>
</context>
<context>
    <name>aftercharge::FindingWords</name>
    <message>
        <source>Meter %1 % above V·I·t (%2)</source>
        <translation>电表增量比 V·I·t 高 %1 %（%2）</translation>
    </message>
    <message>
        <source>Meter counts without current (%1)</source>
        <translation>无电流而电表走字（%1）</translation>
    </message>
    <message>
        <source>Current without energy (%1)</source>
        <translation>有电流无电量增长（%1）</translation>
    </message>
    <message>
        <source>SOC does not move (%1)</source>
        <translation>SOC 不变（%1）</translation>
    </message>
    <message>
        <source>Voltage out of range (%1)</source>
        <translation>电压超限（%1）</translation>
    </message>
    <message>
        <source>Voltage fluctuates (%1)</source>
        <translation>电压波动（%1）</translation>
    </message>
</context>
<context>
    <name>aftercharge::Format</name>
    <message>
        <source>%1 s</source>
        <translation>%1 秒</translation>
    </message>
    <message>
        <source>%1 min</source>
        <translation>%1 分钟</translation>
    </message>
    <message>
        <source>%1 h %2 min</source>
        <translation>%1 小时 %2 分</translation>
    </message>
    <message>
        <source>%1 d %2 h</source>
        <translation>%1 天 %2 小时</translation>
    </message>
</context>
<context>
    <name>aftercharge::GoodsActionWords</name>
    <message>
        <source>Refund before shipment…</source>
        <translation>发货前退款…</translation>
    </message>
    <message>
        <source>Parcel went wrong…</source>
        <translation>包裹异常处理…</translation>
    </message>
    <message>
        <source>Open claim…</source>
        <translation>发起理赔…</translation>
    </message>
    <message>
        <source>Submit evidence…</source>
        <translation>提交证据…</translation>
    </message>
    <message>
        <source>Mark evidence as sent…</source>
        <translation>标记证据已提交…</translation>
    </message>
    <message>
        <source>Decide claim…</source>
        <translation>决定理赔…</translation>
    </message>
    <message>
        <source>Failed refund…</source>
        <translation>处理失败退款…</translation>
    </message>
</context>
<context>
    <name>aftercharge::GoodsDetail</name>
    <message>
        <source>No order chosen</source>
        <translation>未选择订单</translation>
    </message>
    <message>
        <source>Choose an order at the left to see its lines, parcels and refunds.</source>
        <translation>在左侧选择订单，查看商品、包裹和退款。</translation>
    </message>
    <message>
        <source>Open ticket</source>
        <translation>打开工单</translation>
    </message>
    <message>
        <source>Paid</source>
        <translation>实付</translation>
    </message>
    <message>
        <source>Refunded</source>
        <translation>已退款</translation>
    </message>
    <message>
        <source>Can be refunded</source>
        <translation>可退款</translation>
    </message>
    <message>
        <source>Gateway allows</source>
        <translation>网关可退</translation>
    </message>
    <message>
        <source>Lines</source>
        <translation>商品行</translation>
    </message>
    <message>
        <source>The order has no lines.</source>
        <translation>订单没有商品行。</translation>
    </message>
    <message>
        <source>Discounts</source>
        <translation>优惠</translation>
    </message>
    <message>
        <source>allocated once, when the order was taken</source>
        <translation>下单时一次性分摊</translation>
    </message>
    <message>
        <source>The order has no discounts.</source>
        <translation>订单没有优惠。</translation>
    </message>
    <message>
        <source>Payment</source>
        <translation>支付</translation>
    </message>
    <message>
        <source>Parcels</source>
        <translation>包裹</translation>
    </message>
    <message>
        <source>Nothing of this order is to be sent yet.</source>
        <translation>此订单尚无待发包裹。</translation>
    </message>
    <message>
        <source>What happened to the chosen parcel</source>
        <translation>所选包裹的记录</translation>
    </message>
    <message>
        <source>oldest first</source>
        <translation>最早在前</translation>
    </message>
    <message>
        <source>Nothing happened to this parcel yet.</source>
        <translation>该包裹尚无记录。</translation>
    </message>
    <message>
        <source>Refunds</source>
        <translation>退款</translation>
    </message>
    <message>
        <source>Refunds of the order</source>
        <translation>订单退款</translation>
    </message>
    <message>
        <source>Nothing was refunded or asked for.</source>
        <translation>没有退款或申请。</translation>
    </message>
    <message>
        <source>Claims</source>
        <translation>理赔</translation>
    </message>
    <message>
        <source>Claims of the order</source>
        <translation>订单理赔</translation>
    </message>
    <message>
        <source>No claim was opened with the carrier.</source>
        <translation>未向承运商提出理赔。</translation>
    </message>
    <message>
        <source>Movements of money</source>
        <translation>资金变动</translation>
    </message>
    <message>
        <source>No money has moved.</source>
        <translation>没有资金变动。</translation>
    </message>
    <message>
        <source>Order log</source>
        <translation>订单日志</translation>
    </message>
    <message>
        <source>Nothing happened yet.</source>
        <translation>尚无记录。</translation>
    </message>
    <message>
        <source>Reading %1…</source>
        <translation>正在读取 %1…</translation>
    </message>
    <message>
        <source>This order could not be read</source>
        <translation>无法读取此订单</translation>
    </message>
    <message>
        <source>What you see may be old. %1</source>
        <translation>显示的可能不是最新。%1</translation>
    </message>
    <message>
        <source>Nothing of it may be shipped until refund %1 has ended.</source>
        <translation>退款 %1 结束前不得发货。</translation>
    </message>
    <message>
        <source>has arrived</source>
        <translation>已到账</translation>
    </message>
    <message>
        <source>not promised</source>
        <translation>尚未承诺</translation>
    </message>
    <message>
        <source>at most, in all</source>
        <translation>合计至多</translation>
    </message>
</context>
<context>
    <name>aftercharge::GoodsOrderWords</name>
    <message>
        <source>Number</source>
        <translation>编号</translation>
    </message>
    <message>
        <source>Ordered</source>
        <translation>下单时间</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Member</source>
        <translation>会员</translation>
    </message>
    <message>
        <source>Paid</source>
        <translation>实付</translation>
    </message>
    <message>
        <source>Refunded</source>
        <translation>已退款</translation>
    </message>
    <message>
        <source>Locked by</source>
        <translation>锁定单据</translation>
    </message>
    <message>
        <source>%1, locked</source>
        <translation>%1，已锁定</translation>
    </message>
    <message>
        <source>%1 (%2) · member %3</source>
        <translation>%1（%2）· 会员 %3</translation>
    </message>
    <message>
        <source>Payment</source>
        <translation>支付</translation>
    </message>
    <message>
        <source>not paid</source>
        <translation>未支付</translation>
    </message>
    <message>
        <source>Paid with</source>
        <translation>支付方式</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>金额</translation>
    </message>
    <message>
        <source>Paid at</source>
        <translation>支付时间</translation>
    </message>
    <message>
        <source>Gateway's number</source>
        <translation>网关单号</translation>
    </message>
    <message>
        <source>Payment number</source>
        <translation>支付单号</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>优惠码</translation>
    </message>
    <message>
        <source>Allocated to</source>
        <translation>分摊到</translation>
    </message>
    <message>
        <source>Discount</source>
        <translation>优惠</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>What happened</source>
        <translation>情况</translation>
    </message>
    <message>
        <source>By</source>
        <translation>操作人</translation>
    </message>
</context>
<context>
    <name>aftercharge::GoodsOrders</name>
    <message>
        <source>Orders</source>
        <translation>订单</translation>
    </message>
    <message>
        <source>Charging</source>
        <translation>充电</translation>
    </message>
    <message>
        <source>Goods</source>
        <translation>商品</translation>
    </message>
    <message>
        <source>Kind of orders</source>
        <translation>订单类别</translation>
    </message>
    <message>
        <source>Number, member, parcel</source>
        <translation>编号、会员、包裹</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>导出</translation>
    </message>
    <message>
        <source>Goods orders</source>
        <translation>商品订单</translation>
    </message>
    <message>
        <source>No goods orders yet</source>
        <translation>尚无商品订单</translation>
    </message>
    <message>
        <source>They come from the shop: a file is imported by afterchargectl.</source>
        <translation>来自商城：由 afterchargectl 导入文件。</translation>
    </message>
    <message>
        <source>All</source>
        <translation>全部</translation>
    </message>
</context>
<context>
    <name>aftercharge::GoodsRows</name>
    <message>
        <source>Item</source>
        <translation>项目</translation>
    </message>
    <message>
        <source>Units</source>
        <translation>件数</translation>
    </message>
    <message>
        <source>Gross</source>
        <translation>原价</translation>
    </message>
    <message>
        <source>Discount</source>
        <translation>优惠</translation>
    </message>
    <message>
        <source>Tax</source>
        <translation>税</translation>
    </message>
    <message>
        <source>Paid</source>
        <translation>实付</translation>
    </message>
    <message>
        <source>Refunded</source>
        <translation>退款件数</translation>
    </message>
    <message>
        <source>Given back</source>
        <translation>已退金额</translation>
    </message>
    <message>
        <source>Sent again</source>
        <translation>重派件数</translation>
    </message>
    <message>
        <source>Total</source>
        <translation>合计</translation>
    </message>
    <message>
        <source>Parcel</source>
        <translation>包裹</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Tracking number</source>
        <translation>运单号</translation>
    </message>
    <message>
        <source>Content</source>
        <translation>内容</translation>
    </message>
    <message>
        <source>Insured</source>
        <translation>保额</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>no</source>
        <translation>无</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>What happened</source>
        <translation>事件</translation>
    </message>
    <message>
        <source>By</source>
        <translation>来源</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>编号</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>类型</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>The gateway's words</source>
        <translation>渠道说明</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>金额</translation>
    </message>
    <message>
        <source>Claim</source>
        <translation>理赔单</translation>
    </message>
    <message>
        <source>The carrier's words</source>
        <translation>承运商说明</translation>
    </message>
    <message>
        <source>Asked</source>
        <translation>索赔额</translation>
    </message>
    <message>
        <source>Up to</source>
        <translation>至多付客户</translation>
    </message>
    <message>
        <source>Approved</source>
        <translation>赔付额</translation>
    </message>
    <message>
        <source>Movement</source>
        <translation>流水</translation>
    </message>
    <message>
        <source>From</source>
        <translation>付方</translation>
    </message>
    <message>
        <source>To</source>
        <translation>收方</translation>
    </message>
</context>
<context>
    <name>aftercharge::GoodsSheet</name>
    <message>
        <source>Within your limit of %1. %2</source>
        <translation>在您的审批额度 %1 之内。%2</translation>
    </message>
    <message>
        <source>Above your limit of %1: it waits for approval by somebody with a limit of at least %2.</source>
        <translation>超过您的审批额度 %1：须由额度不低于 %2 的人批准。</translation>
    </message>
    <message>
        <source>You have no limit of your own: it waits for approval by somebody with a limit of at least %1.</source>
        <translation>您没有审批额度：须由额度不低于 %1 的人批准。</translation>
    </message>
</context>
<context>
    <name>aftercharge::GoodsTabs</name>
    <message>
        <source>The order has no lines.</source>
        <translation>订单没有商品行。</translation>
    </message>
    <message>
        <source>Nothing of this order is to be sent yet.</source>
        <translation>此订单尚无包裹。</translation>
    </message>
    <message>
        <source>Nothing happened to this parcel yet.</source>
        <translation>此包裹尚无动态。</translation>
    </message>
    <message>
        <source>Parcels: Enter says where one is</source>
        <translation>包裹：回车记录所在</translation>
    </message>
    <message>
        <source>What happened to the chosen parcel</source>
        <translation>所选包裹的动态</translation>
    </message>
    <message>
        <source>Nothing was refunded or asked for.</source>
        <translation>没有退款。</translation>
    </message>
    <message>
        <source>No claim was opened with the carrier.</source>
        <translation>未向承运商发起理赔。</translation>
    </message>
    <message>
        <source>No money has moved.</source>
        <translation>没有资金流水。</translation>
    </message>
    <message>
        <source>Order</source>
        <translation>订单</translation>
    </message>
    <message>
        <source>Parcels</source>
        <translation>包裹</translation>
    </message>
    <message>
        <source>Refunds</source>
        <translation>退款</translation>
    </message>
    <message>
        <source>Claims</source>
        <translation>理赔</translation>
    </message>
    <message>
        <source>Money</source>
        <translation>资金</translation>
    </message>
</context>
<context>
    <name>aftercharge::GoodsWords</name>
    <message>
        <source>%1 × %2</source>
        <translation>%1 × %2</translation>
    </message>
    <message>
        <source>, </source>
        <translation>，</translation>
    </message>
    <message>
        <source>Cancelling labels</source>
        <translation>正在取消面单</translation>
    </message>
    <message>
        <source>Closed: %1</source>
        <translation>已结案：%1</translation>
    </message>
    <message>
        <source>%1 holds this refund and waits for it to be repaired. Retry asks for that under the same number.</source>
        <translation>%1 保留此退款并等待修复；重试将以原单号请求修复。</translation>
    </message>
    <message>
        <source>A label could not be cancelled, so nothing was refunded and the order is unlocked. Retry when the label can be cancelled, or decide it as a parcel that went wrong.</source>
        <translation>有面单无法取消，因此未退款，订单已解锁。面单可取消时再重试，或按包裹异常处理。</translation>
    </message>
    <message>
        <source>%1 has closed this refund without paying. The money is not with the customer.</source>
        <translation>%1 已关闭此退款且未付款，客户未收到款项。</translation>
    </message>
    <message>
        <source>%1 could not pay this refund. The money is not with the customer.</source>
        <translation>%1 未能完成此退款，客户未收到款项。</translation>
    </message>
    <message>
        <source>Item</source>
        <translation>项目</translation>
    </message>
    <message>
        <source>Units</source>
        <translation>件数</translation>
    </message>
    <message>
        <source>Gross</source>
        <translation>原价</translation>
    </message>
    <message>
        <source>Discount</source>
        <translation>优惠</translation>
    </message>
    <message>
        <source>Tax</source>
        <translation>税</translation>
    </message>
    <message>
        <source>Refunded</source>
        <translation>已退</translation>
    </message>
    <message>
        <source>This refund</source>
        <translation>本次退</translation>
    </message>
    <message>
        <source>Total</source>
        <translation>合计</translation>
    </message>
    <message>
        <source>Of %1 paid, %2 was refunded or promised before. After this %3 stays refundable; %4 allows at most %5 more in all.</source>
        <translation>已付 %1，此前已退或已承诺 %2。本次之后可退余额 %3；%4 总共还可退 %5。</translation>
    </message>
    <message>
        <source>How the amount comes about</source>
        <translation>金额的由来</translation>
    </message>
</context>
<context>
    <name>aftercharge::KeyCap</name>
    <message>
        <source>Key %1</source>
        <translation>按键 %1</translation>
    </message>
</context>
<context>
    <name>aftercharge::KeysSection</name>
    <message>
        <source>Keys</source>
        <translation>快捷键</translation>
    </message>
    <message>
        <source>the whole work can be done without a mouse</source>
        <translation>全部工作都可以不用鼠标完成</translation>
    </message>
    <message>
        <source>Everywhere</source>
        <translation>通用</translation>
    </message>
    <message>
        <source>Search and commands</source>
        <translation>搜索与命令</translation>
    </message>
    <message>
        <source>Search in this page</source>
        <translation>在本页搜索</translation>
    </message>
    <message>
        <source>To the next field or button</source>
        <translation>到下一个输入框或按钮</translation>
    </message>
    <message>
        <source>Close the question, empty the search</source>
        <translation>关闭对话，清空搜索</translation>
    </message>
    <message>
        <source>Press the button, open the row</source>
        <translation>按下按钮，打开所选行</translation>
    </message>
    <message>
        <source>Tables</source>
        <translation>表格</translation>
    </message>
    <message>
        <source>Row before, row after</source>
        <translation>上一行，下一行</translation>
    </message>
    <message>
        <source>First row, last row</source>
        <translation>首行，末行</translation>
    </message>
    <message>
        <source>Curves</source>
        <translation>曲线</translation>
    </message>
    <message>
        <source>Read the values, reading by reading</source>
        <translation>逐点读数</translation>
    </message>
    <message>
        <source>Zoom in, zoom out</source>
        <translation>放大，缩小</translation>
    </message>
    <message>
        <source>Fit the whole session</source>
        <translation>显示整个会话</translation>
    </message>
    <message>
        <source>The same values as a table</source>
        <translation>以表格显示同样的数值</translation>
    </message>
    <message>
        <source>Live</source>
        <translation>实时监控</translation>
    </message>
    <message>
        <source>Next session, session before</source>
        <translation>下一个会话，上一个会话</translation>
    </message>
    <message>
        <source>Stop charging…</source>
        <translation>停止充电…</translation>
    </message>
    <message>
        <source>Open ticket</source>
        <translation>新建工单</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>筛选</translation>
    </message>
    <message>
        <source>Tickets</source>
        <translation>工单</translation>
    </message>
    <message>
        <source>Next ticket, ticket before</source>
        <translation>下一张工单，上一张工单</translation>
    </message>
    <message>
        <source>Take the ticket; on its curve: the readings</source>
        <translation>领取工单；焦点在曲线上时显示读数</translation>
    </message>
    <message>
        <source>Refund…</source>
        <translation>退款…</translation>
    </message>
    <message>
        <source>Reject…</source>
        <translation>驳回…</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>Send the reply</source>
        <translation>发送回复</translation>
    </message>
    <message>
        <source>Send the reply and go on</source>
        <translation>发送回复并处理下一张</translation>
    </message>
    <message>
        <source>Approvals</source>
        <translation>审批</translation>
    </message>
    <message>
        <source>Approve…</source>
        <translation>批准…</translation>
    </message>
    <message>
        <source>Send back…</source>
        <translation>退回…</translation>
    </message>
    <message>
        <source>Confirm a provisional fee…</source>
        <translation>确认暂定费用…</translation>
    </message>
</context>
<context>
    <name>aftercharge::LimitSheet</name>
    <message>
        <source>May approve up to (%1)</source>
        <translation>审批额度（%1）</translation>
    </message>
    <message>
        <source>empty: nothing</source>
        <translation>留空：无审批权</translation>
    </message>
    <message>
        <source>Holds from the next decision on.</source>
        <translation>从下一个决定起生效。</translation>
    </message>
    <message>
        <source>Set limit</source>
        <translation>设置额度</translation>
    </message>
    <message>
        <source>What %1 asks for up to this amount needs no second person, and he may approve others' requests up to it.</source>
        <translation>在此额度内，%1 的申请无需第二人审批，也可审批他人的申请。</translation>
    </message>
    <message>
        <source>Set limit to %1</source>
        <translation>将额度设为 %1</translation>
    </message>
    <message>
        <source>Take the limit away</source>
        <translation>取消审批额度</translation>
    </message>
    <message>
        <source>%1 may approve up to %2.</source>
        <translation>%1 的审批额度为 %2。</translation>
    </message>
    <message>
        <source>%1 may approve nothing.</source>
        <translation>%1 无审批权。</translation>
    </message>
</context>
<context>
    <name>aftercharge::LineChoice</name>
    <message>
        <source>Item</source>
        <translation>项目</translation>
    </message>
    <message>
        <source>Left</source>
        <translation>剩余</translation>
    </message>
    <message>
        <source>Refund</source>
        <translation>退款</translation>
    </message>
    <message>
        <source>Send again</source>
        <translation>重派</translation>
    </message>
    <message>
        <source>Gross</source>
        <translation>原价</translation>
    </message>
    <message>
        <source>Discount</source>
        <translation>优惠</translation>
    </message>
    <message>
        <source>Tax</source>
        <translation>税</translation>
    </message>
    <message>
        <source>Refunded</source>
        <translation>已退</translation>
    </message>
    <message>
        <source>This refund</source>
        <translation>本次退</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 / %2</translation>
    </message>
    <message>
        <source>Units of %1 to refund</source>
        <translation>%1 的退款件数</translation>
    </message>
    <message>
        <source>Units of %1 to send again</source>
        <translation>%1 的重派件数</translation>
    </message>
    <message>
        <source>Total</source>
        <translation>合计</translation>
    </message>
</context>
<context>
    <name>aftercharge::LivePage</name>
    <message>
        <source>Dismiss</source>
        <translation>知道了</translation>
    </message>
    <message>
        <source>Events</source>
        <translation>事件</translation>
    </message>
    <message>
        <source>newest first</source>
        <translation>最新在前</translation>
    </message>
    <message>
        <source>Nothing has been heard for a while. What you see may be old.</source>
        <translation>一段时间未收到数据，所见内容可能已过时。</translation>
    </message>
    <message>
        <source>The live feed is lost and is being tried again. What you see was so at %1; charging goes on, and nothing is lost.</source>
        <translation>实时数据流中断，正在重连。所见为 %1 的状态；充电仍在继续，数据不会丢失。</translation>
    </message>
    <message>
        <source>Show all</source>
        <translation>显示全部</translation>
    </message>
    <message>
        <source>Also what charge points report in the ordinary course: free, preparing, finished, started up</source>
        <translation>同时显示充电桩的例行上报：空闲、准备、结束、启动</translation>
    </message>
    <message>
        <source>Nothing that needs attention. Routine reports are hidden.</source>
        <translation>没有需要关注的事件，例行上报已隐藏。</translation>
    </message>
</context>
<context>
    <name>aftercharge::LiveTiles</name>
    <message>
        <source>meter</source>
        <translation>计量</translation>
    </message>
    <message>
        <source>Charging now</source>
        <translation>正在充电</translation>
    </message>
    <message>
        <source>Power</source>
        <translation>功率</translation>
    </message>
    <message>
        <source>Energy today</source>
        <translation>今日电量</translation>
    </message>
    <message>
        <source>Need a look</source>
        <translation>需关注</translation>
    </message>
    <message>
        <source>Reports</source>
        <translation>上报</translation>
    </message>
    <message>
        <source>peak %1 at %2</source>
        <translation>峰值 %1 于 %2</translation>
    </message>
    <message>
        <source>%1 /s</source>
        <translation>%1 /秒</translation>
    </message>
    <message>
        <source>%1 rejected</source>
        <translation>%1 条未采信</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>a number and a kind: 2 offline</comment>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>all is well</source>
        <translation>一切正常</translation>
    </message>
    <message>
        <source>of %1 connectors</source>
        <translation>共 %1 枪</translation>
    </message>
    <message>
        <source>%1 fees</source>
        <translation>费用 %1</translation>
    </message>
    <message>
        <source>today's peak</source>
        <translation>今日峰值</translation>
    </message>
    <message>
        <source>%1 more</source>
        <translation>其他 %1</translation>
    </message>
</context>
<context>
    <name>aftercharge::LoginForm</name>
    <message>
        <source>Choose a folder…</source>
        <translation>选择文件夹…</translation>
    </message>
    <message>
        <source>Choose a file…</source>
        <translation>选择文件…</translation>
    </message>
    <message>
        <source>Show: %1</source>
        <translation>显示：%1</translation>
    </message>
    <message>
        <source>Hide: %1</source>
        <translation>隐藏：%1</translation>
    </message>
</context>
<context>
    <name>aftercharge::LoginWords</name>
    <message>
        <source>The address is not complete. Write it like server.example.com/aftercharge, with :PORT after the server if it is not 5432.</source>
        <translation>地址不完整。请写成 server.example.com/aftercharge 的形式；端口不是 5432 时，在服务器名后加 :端口。</translation>
    </message>
    <message>
        <source>The server does not answer. Check the address, the network and the certificate authority, then try again.</source>
        <translation>服务器没有应答。请检查地址、网络和证书颁发机构，然后重试。</translation>
    </message>
    <message>
        <source>Login or password is wrong, or the login has been closed. An administrator can set a new password.</source>
        <translation>登录名或密码错误，或该登录已被停用。管理员可以设置新密码。</translation>
    </message>
    <message>
        <source>The server has no such database. Check the name behind the slash.</source>
        <translation>服务器上没有这个数据库。请检查斜杠后面的名称。</translation>
    </message>
    <message>
        <source>This database holds no store that this program can use. If it is an older one, an administrator upgrades it first: afterchargectl store upgrade.</source>
        <translation>此数据库中没有本程序可用的存储。如果是旧版本，请管理员先升级：afterchargectl store upgrade。</translation>
    </message>
    <message>
        <source>This login belongs to no operator of the store. Ask an administrator to add one.</source>
        <translation>此登录名不属于该存储的任何操作员。请联系管理员添加。</translation>
    </message>
    <message>
        <source>This is the login of a daemon. Nobody works at a desk with it.</source>
        <translation>这是后台服务的登录名，不能用它在工作台上工作。</translation>
    </message>
</context>
<context>
    <name>aftercharge::MainWindow</name>
    <message>
        <source>Charge points are connected to this desk. When it closes they go on charging and keep their readings, but nobody sees or stops them from here until a desk or a daemon serves them again.</source>
        <translation>有充电桩连接在本工作台。关闭后充电会继续，读数由充电桩保存，但在工作台或守护进程重新提供服务之前，这里无法查看或停止充电。</translation>
    </message>
    <message>
        <source>Close this desk?</source>
        <translation>关闭工作台？</translation>
    </message>
    <message>
        <source>Close and stop serving</source>
        <translation>关闭并停止服务</translation>
    </message>
</context>
<context>
    <name>aftercharge::NetworkSection</name>
    <message>
        <source>Network</source>
        <translation>运营网络</translation>
    </message>
    <message>
        <source>fixed when the store was made</source>
        <translation>建库时确定</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Currency</source>
        <translation>币种</translation>
    </message>
    <message>
        <source>%1 (%2), %3 decimals</source>
        <translation>%1（%2），%3 位小数</translation>
    </message>
    <message>
        <source>Time zone</source>
        <translation>时区</translation>
    </message>
    <message>
        <source>Store made on</source>
        <translation>建库时间</translation>
    </message>
    <message>
        <source>Store number</source>
        <translation>库编号</translation>
    </message>
    <message>
        <source>On a local store whoever holds the key holds everything: approval by a second person is a procedure here, not a barrier.</source>
        <translation>本地库由持钥者全权掌握：此处的双人审批是一种流程，而不是技术屏障。</translation>
    </message>
</context>
<context>
    <name>aftercharge::NewTicketSheet</name>
    <message>
        <source>New ticket</source>
        <translation>新建工单</translation>
    </message>
    <message>
        <source>The customer is told that it was received.</source>
        <translation>将通知客户已受理。</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>类型</translation>
    </message>
    <message>
        <source>Reason in one line</source>
        <translation>一句话事由</translation>
    </message>
    <message>
        <source>What happened</source>
        <translation>经过</translation>
    </message>
    <message>
        <source>Open ticket</source>
        <translation>建立工单</translation>
    </message>
    <message>
        <source>Parcel</source>
        <translation>包裹</translation>
    </message>
    <message>
        <source>The whole order</source>
        <translation>整个订单</translation>
    </message>
</context>
<context>
    <name>aftercharge::OperatorSheet</name>
    <message>
        <source>There is an operator with this login already.</source>
        <translation>已有使用该登录名的操作员。</translation>
    </message>
    <message>
        <source>A login has 1 to 64 letters, digits or signs, without spaces.</source>
        <translation>登录名为 1 至 64 个字母、数字或符号，不含空格。</translation>
    </message>
</context>
<context>
    <name>aftercharge::OperatorsSection</name>
    <message>
        <source>Operators and limits</source>
        <translation>操作员与审批额度</translation>
    </message>
    <message>
        <source>Set limit…</source>
        <translation>设置额度…</translation>
    </message>
    <message>
        <source>Disable…</source>
        <translation>停用…</translation>
    </message>
    <message>
        <source>Add operator…</source>
        <translation>添加操作员…</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>姓名</translation>
    </message>
    <message>
        <source>Login</source>
        <translation>登录名</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>角色</translation>
    </message>
    <message>
        <source>May approve up to</source>
        <translation>审批额度</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Since</source>
        <translation>加入时间</translation>
    </message>
    <message>
        <source>No operators yet</source>
        <translation>暂无操作员</translation>
    </message>
    <message>
        <source>This could not be read</source>
        <translation>无法读取</translation>
    </message>
    <message>
        <source>Disabled</source>
        <translation>已停用</translation>
    </message>
    <message>
        <source>Active</source>
        <translation>在用</translation>
    </message>
    <message>
        <source>%1 (you)</source>
        <translation>%1（您）</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>无</translation>
    </message>
    <message>
        <source>Only an administrator adds operators, sets limits and disables.</source>
        <translation>只有管理员可以添加操作员、设置额度和停用。</translation>
    </message>
    <message>
        <source>Nobody changes his own limit or disables himself. Another administrator can.</source>
        <translation>任何人都不能修改自己的额度或停用自己，可由其他管理员操作。</translation>
    </message>
    <message>
        <source>Each change is in the audit chain under your name.</source>
        <translation>每次修改都会以您的名义记入审计链。</translation>
    </message>
</context>
<context>
    <name>aftercharge::OrderDetail</name>
    <message>
        <source>No order chosen</source>
        <translation>未选择订单</translation>
    </message>
    <message>
        <source>Choose an order at the left to see what was paid and why.</source>
        <translation>在左侧选择一张订单，查看付了多少以及原因。</translation>
    </message>
    <message>
        <source>Open ticket</source>
        <translation>新建工单</translation>
    </message>
    <message>
        <source>Curve of the session</source>
        <translation>会话曲线</translation>
    </message>
    <message>
        <source>Fee</source>
        <translation>费用</translation>
    </message>
    <message>
        <source>Paid</source>
        <translation>已付</translation>
    </message>
    <message>
        <source>Owed</source>
        <translation>待补缴</translation>
    </message>
    <message>
        <source>Returned unused</source>
        <translation>未用返还</translation>
    </message>
    <message>
        <source>Refunded</source>
        <translation>已退</translation>
    </message>
    <message>
        <source>Energy</source>
        <translation>电量</translation>
    </message>
    <message>
        <source>How the fee comes about</source>
        <translation>费用明细</translation>
    </message>
    <message>
        <source>Movements of money</source>
        <translation>资金流水</translation>
    </message>
    <message>
        <source>Order log</source>
        <translation>订单日志</translation>
    </message>
    <message>
        <source>oldest first</source>
        <translation>最早在前</translation>
    </message>
    <message>
        <source>Reading %1…</source>
        <translation>正在读取 %1…</translation>
    </message>
    <message>
        <source>This order could not be read</source>
        <translation>此订单无法读取</translation>
    </message>
    <message>
        <source>What you see may be old. %1</source>
        <translation>当前内容可能不是最新。%1</translation>
    </message>
    <message>
        <source>Stopped: %1</source>
        <translation>停止原因：%1</translation>
    </message>
    <message>
        <source>%1 was frozen</source>
        <translation>冻结 %1</translation>
    </message>
    <message>
        <source>from %1 Wh</source>
        <translation>自 %1 Wh</translation>
    </message>
    <message>
        <source>of the prepayment</source>
        <translation>来自预付款</translation>
    </message>
    <message>
        <source>%1 can still be refunded</source>
        <translation>还可退 %1</translation>
    </message>
    <message>
        <source>taken at the next top-up</source>
        <translation>下次充值时扣除</translation>
    </message>
    <message>
        <source>Readings of the session</source>
        <translation>会话读数</translation>
    </message>
</context>
<context>
    <name>aftercharge::OrderLogModel</name>
    <message>
        <source>Time</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>What happened</source>
        <translation>事件</translation>
    </message>
    <message>
        <source>By</source>
        <translation>操作者</translation>
    </message>
</context>
<context>
    <name>aftercharge::OrderWords</name>
    <message>
        <source>Number</source>
        <translation>编号</translation>
    </message>
    <message>
        <source>Started</source>
        <translation>开始</translation>
    </message>
    <message>
        <source>Point</source>
        <translation>充电桩</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Member</source>
        <translation>会员</translation>
    </message>
    <message>
        <source>kWh</source>
        <translation>kWh</translation>
    </message>
    <message>
        <source>Fee</source>
        <translation>费用</translation>
    </message>
    <message>
        <source>Refunded</source>
        <translation>已退</translation>
    </message>
    <message>
        <source>Owed</source>
        <translation>待补缴</translation>
    </message>
    <message>
        <source>%1, owes %2</source>
        <translation>%1，欠 %2</translation>
    </message>
    <message>
        <source>%1, provisional</source>
        <translation>%1（暂结）</translation>
    </message>
    <message>
        <source>member %1</source>
        <translation>会员 %1</translation>
    </message>
    <message>
        <source>card %1</source>
        <translation>卡 %1</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1（%2）</translation>
    </message>
</context>
<context>
    <name>aftercharge::PagedTable</name>
    <message>
        <source>This could not be read</source>
        <translation>无法读取</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>重试</translation>
    </message>
    <message>
        <source>Reading…</source>
        <translation>读取中…</translation>
    </message>
    <message>
        <source>Nothing matches</source>
        <translation>没有匹配项</translation>
    </message>
    <message>
        <source>No row has what you searched and filtered for.</source>
        <translation>没有符合搜索和筛选条件的行。</translation>
    </message>
    <message>
        <source>Show all</source>
        <translation>显示全部</translation>
    </message>
</context>
<context>
    <name>aftercharge::ParcelStateSheet</name>
    <message>
        <source>Where is the parcel?</source>
        <translation>包裹现在何处？</translation>
    </message>
    <message>
        <source>Written to the parcel's log under your name.</source>
        <translation>将以您的名义记入包裹日志。</translation>
    </message>
    <message>
        <source>How you know it</source>
        <translation>依据</translation>
    </message>
    <message>
        <source>Write: %1</source>
        <translation>记录：%1</translation>
    </message>
    <message>
        <source>Write to the log</source>
        <translation>记入日志</translation>
    </message>
</context>
<context>
    <name>aftercharge::PictureWords</name>
    <message>
        <source>Refund %1</source>
        <translation>退款 %1</translation>
    </message>
    <message>
        <source>Line %1</source>
        <translation>商品行 %1</translation>
    </message>
    <message>
        <source>Parcel %1</source>
        <translation>包裹 %1</translation>
    </message>
    <message>
        <source>Order</source>
        <translation>订单</translation>
    </message>
    <message>
        <source>Currency</source>
        <translation>币种</translation>
    </message>
    <message>
        <source>State of the order</source>
        <translation>订单状态</translation>
    </message>
    <message>
        <source>Settlement</source>
        <translation>结算</translation>
    </message>
    <message>
        <source>Fee</source>
        <translation>费用</translation>
    </message>
    <message>
        <source>Owed</source>
        <translation>待补缴</translation>
    </message>
    <message>
        <source>Payment</source>
        <translation>支付</translation>
    </message>
    <message>
        <source>Paid</source>
        <translation>已付</translation>
    </message>
    <message>
        <source>Refunded before</source>
        <translation>此前已退</translation>
    </message>
    <message>
        <source>This refund</source>
        <translation>本次退款</translation>
    </message>
    <message>
        <source>Stays paid</source>
        <translation>退后留存</translation>
    </message>
    <message>
        <source>Ticket</source>
        <translation>工单</translation>
    </message>
    <message>
        <source>Ticket's decision</source>
        <translation>工单决定</translation>
    </message>
    <message>
        <source>Asked of the carrier</source>
        <translation>向承运商索赔</translation>
    </message>
    <message>
        <source>Promised to the customer</source>
        <translation>对客户的承诺</translation>
    </message>
    <message>
        <source>Parcel</source>
        <translation>包裹</translation>
    </message>
    <message>
        <source>Insured for</source>
        <translation>保价</translation>
    </message>
    <message>
        <source>%1 × %2: %3</source>
        <translation>%1 × %2：%3</translation>
    </message>
    <message>
        <source>, %1 refunded (%2)</source>
        <translation>，已退 %1 件（%2）</translation>
    </message>
    <message>
        <source>, %1 sent again</source>
        <translation>，重派 %1 件</translation>
    </message>
    <message>
        <source>not sent yet</source>
        <translation>未寄出</translation>
    </message>
    <message>
        <source>no more</source>
        <translation>已不存在</translation>
    </message>
    <message>
        <source>%1: new, %2</source>
        <translation>%1：新增 %2</translation>
    </message>
    <message>
        <source>%1: %2 → %3</source>
        <translation>%1：%2 → %3</translation>
    </message>
    <message>
        <source>; </source>
        <translation>；</translation>
    </message>
</context>
<context>
    <name>aftercharge::PresenceWords</name>
    <message>
        <source>%1 is looking</source>
        <translation>%1 正在查看</translation>
    </message>
    <message>
        <source>%1 is editing a reply</source>
        <translation>%1 正在编辑回复</translation>
    </message>
    <message>
        <source>%1 is editing a note</source>
        <translation>%1 正在编辑备注</translation>
    </message>
    <message>
        <source>%1 is deciding</source>
        <translation>%1 正在处理</translation>
    </message>
    <message>
        <source>You are looking at another desk</source>
        <translation>您正在另一台工作台查看</translation>
    </message>
    <message>
        <source>You are editing a reply at another desk</source>
        <translation>您正在另一台工作台编辑回复</translation>
    </message>
    <message>
        <source>You are editing a note at another desk</source>
        <translation>您正在另一台工作台编辑备注</translation>
    </message>
    <message>
        <source>You are deciding at another desk</source>
        <translation>您正在另一台工作台处理</translation>
    </message>
    <message>
        <source>You are preparing a refund for this order at another desk (until %1).</source>
        <translation>您正在另一台工作台为此订单准备退款（至 %1）。</translation>
    </message>
    <message>
        <source>%1 is preparing a refund for this order (until %2).</source>
        <translation>%1 正在为此订单准备退款（至 %2）。</translation>
    </message>
</context>
<context>
    <name>aftercharge::ReadingsModel</name>
    <message>
        <source>left out</source>
        <translation>已排除</translation>
    </message>
    <message>
        <source>uploaded later</source>
        <translation>补传</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>kW</source>
        <translation>kW</translation>
    </message>
    <message>
        <source>V</source>
        <translation>V</translation>
    </message>
    <message>
        <source>A</source>
        <translation>A</translation>
    </message>
    <message>
        <source>SOC</source>
        <translation>SOC</translation>
    </message>
    <message>
        <source>kWh</source>
        <translation>kWh</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>备注</translation>
    </message>
</context>
<context>
    <name>aftercharge::Reconciliations</name>
    <message>
        <source>Reconciliation</source>
        <translation>对账</translation>
    </message>
    <message>
        <source>ledger, outbox and gateway</source>
        <translation>账本、发件箱、网关</translation>
    </message>
    <message>
        <source>Runs</source>
        <translation>对账记录</translation>
    </message>
    <message>
        <source>No day was reconciled yet</source>
        <translation>尚未对账</translation>
    </message>
    <message>
        <source>Choose a day above and run it.</source>
        <translation>在上方选择日期并执行。</translation>
    </message>
    <message>
        <source>Day, of the network's zone</source>
        <translation>日期（网络所在时区）</translation>
    </message>
    <message>
        <source>Run</source>
        <translation>执行</translation>
    </message>
    <message>
        <source>Supervisors and administrators run the reconciliation.</source>
        <translation>对账由主管和管理员执行。</translation>
    </message>
    <message>
        <source>Refund by refund</source>
        <translation>逐笔退款</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>导出</translation>
    </message>
    <message>
        <source>Running: the gateways are asked, refund by refund. The result comes here by itself; you can go on working meanwhile.</source>
        <translation>进行中：正在逐笔查询网关。结果会自动显示，您可以继续工作。</translation>
    </message>
    <message>
        <source>No run chosen</source>
        <translation>未选择对账记录</translation>
    </message>
    <message>
        <source>Choose a run at the left to see each refund as the three books have it.</source>
        <translation>在左侧选择一次对账，查看三方各自的记录。</translation>
    </message>
    <message>
        <source>Refund by refund, %1</source>
        <translation>逐笔退款，%1</translation>
    </message>
    <message>
        <source>No refund through a gateway on this day</source>
        <translation>当日没有经网关的退款</translation>
    </message>
    <message>
        <source>Running…</source>
        <translation>进行中…</translation>
    </message>
    <message>
        <source>This could not be read</source>
        <translation>无法读取</translation>
    </message>
</context>
<context>
    <name>aftercharge::RefundChangeWords</name>
    <message>
        <source>%1 × %2: %3</source>
        <translation>%1 × %2：%3</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>金额</translation>
    </message>
    <message>
        <source>Lines</source>
        <translation>明细</translation>
    </message>
    <message>
        <source>Decision</source>
        <translation>审批</translation>
    </message>
    <message>
        <source>Decided by</source>
        <translation>审批人</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1，%2</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>Computation</source>
        <translation>计算依据</translation>
    </message>
    <message>
        <source>as you saw it</source>
        <translation>您所见的版本</translation>
    </message>
    <message>
        <source>another: look at the request again</source>
        <translation>已变化：请重新查看申请</translation>
    </message>
</context>
<context>
    <name>aftercharge::RefundList</name>
    <message>
        <source>Refunds and adjustments</source>
        <translation>退款与调整</translation>
    </message>
    <message>
        <source>Number, order, ticket</source>
        <translation>编号、订单、工单</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>导出</translation>
    </message>
    <message>
        <source>No refunds yet</source>
        <translation>暂无退款</translation>
    </message>
    <message>
        <source>A refund or an adjustment is asked for from its ticket.</source>
        <translation>退款与调整从对应工单发起。</translation>
    </message>
    <message>
        <source>All</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>No refund chosen</source>
        <translation>未选择退款</translation>
    </message>
    <message>
        <source>Choose one at the left to see its basis and its proof.</source>
        <translation>在左侧选择一笔，查看依据与凭证。</translation>
    </message>
    <message>
        <source>Open ticket</source>
        <translation>打开工单</translation>
    </message>
    <message>
        <source>Retry or settle by hand…</source>
        <translation>重试或人工结清…</translation>
    </message>
    <message>
        <source>Open %1</source>
        <translation>打开 %1</translation>
    </message>
</context>
<context>
    <name>aftercharge::RefundSentence</name>
    <message>
        <source>The labels are cancelled first; then it goes to the gateway.</source>
        <translation>先取消面单，然后提交网关。</translation>
    </message>
    <message>
        <source>It is on its way to the gateway.</source>
        <translation>正在提交网关。</translation>
    </message>
    <message>
        <source>The gateway has it and has not paid yet. The program asks until it has.</source>
        <translation>网关已受理，尚未付款。程序会持续查询，直到付款为止。</translation>
    </message>
    <message>
        <source>The gateway has paid it back. Its number there is the proof.</source>
        <translation>网关已退款，其单号即为凭证。</translation>
    </message>
    <message>
        <source>The answer was lost or unreadable. The program asks the gateway by our number before anything is sent again.</source>
        <translation>未收到答复或答复无法读取。在重新发送之前，程序会先按我方单号查询网关。</translation>
    </message>
    <message>
        <source>The gateway holds it until it is repaired. Retry it: that goes under the same number.</source>
        <translation>网关保留此退款，等待修复。请重试，将沿用原单号。</translation>
    </message>
    <message>
        <source>The gateway could not pay it. Retry it, or settle it by hand.</source>
        <translation>网关未能付款。请重试，或人工结清。</translation>
    </message>
    <message>
        <source>It ended without a payment. Retry it, or settle it by hand.</source>
        <translation>已结束，未付款。请重试，或人工结清。</translation>
    </message>
    <message>
        <source>It was paid, and the money came back to us. Decide anew how the customer gets it.</source>
        <translation>已付款后又退回我方。请重新决定如何退给客户。</translation>
    </message>
    <message>
        <source>%1 Proof: %2</source>
        <translation>%1凭证：%2</translation>
    </message>
    <message>
        <source>%1 The gateway's words: %2</source>
        <translation>%1网关说明：%2</translation>
    </message>
    <message>
        <source>A call came in the gateway's name with a wrong signature. Nothing was done by it. Check the webhook's secret; if it is right, somebody else called.</source>
        <translation>有人以网关名义发来签名错误的消息，未据此作任何处理。请检查回调密钥；若密钥无误，则为他人冒用。</translation>
    </message>
    <message>
        <source>A call came in the gateway's name that was signed too long ago. Nothing was done by it. Check this computer's clock; if it is right, somebody repeated an old call.</source>
        <translation>有人以网关名义发来签名过期的消息，未据此作任何处理。请检查本机时钟；若时钟无误，则为旧消息被重放。</translation>
    </message>
    <message>
        <source>A call came in the gateway's name that could not be read. Nothing was done by it; what it may have told is asked for instead.</source>
        <translation>有人以网关名义发来无法读取的消息，未据此作任何处理；相关情况会另行向网关查询。</translation>
    </message>
</context>
<context>
    <name>aftercharge::RefundSheet</name>
    <message>
        <source>Item</source>
        <translation>项目</translation>
    </message>
    <message>
        <source>Paid</source>
        <translation>已付</translation>
    </message>
    <message>
        <source>Refunded</source>
        <translation>已退</translation>
    </message>
    <message>
        <source>This refund</source>
        <translation>本次退</translation>
    </message>
    <message>
        <source>This adjustment</source>
        <translation>本次调整</translation>
    </message>
    <message>
        <source>Remains</source>
        <translation>剩余</translation>
    </message>
    <message>
        <source>Refund</source>
        <translation>批准退款</translation>
    </message>
    <message>
        <source>Adjust balance</source>
        <translation>余额调整</translation>
    </message>
    <message>
        <source>The computation is kept with the decision.</source>
        <translation>计算依据随退款单保存</translation>
    </message>
    <message>
        <source>Order %1</source>
        <translation>订单 %1</translation>
    </message>
    <message>
        <source> · disputed %1 – %2 (%3)</source>
        <translation> · 差异时段 %1 – %2（%3）</translation>
    </message>
    <message>
        <source> · back to the platform balance</source>
        <translation> · 退回平台余额</translation>
    </message>
    <message>
        <source>Meter's excess %1</source>
        <translation>电表多计 %1</translation>
    </message>
    <message>
        <source>Time without energy %1</source>
        <translation>无电量时段 %1</translation>
    </message>
    <message>
        <source>All that is left %1</source>
        <translation>全部剩余 %1</translation>
    </message>
    <message>
        <source>Whole fee %1</source>
        <translation>全部费用 %1</translation>
    </message>
    <message>
        <source>Another amount</source>
        <translation>其他金额</translation>
    </message>
    <message>
        <source>How the amount comes about</source>
        <translation>金额的由来</translation>
    </message>
    <message>
        <source>Amount of this refund</source>
        <translation>本次退款金额</translation>
    </message>
    <message>
        <source>Amount of this adjustment</source>
        <translation>本次调整金额</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>For colleagues; the customer does not see it</source>
        <translation>供同事查看，客户不可见</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>The order is not settled yet: nothing has been paid that could go back.</source>
        <translation>订单尚未结清，没有可退的款项。</translation>
    </message>
    <message>
        <source>Nothing of this order is left: everything paid has gone back or is on its way.</source>
        <translation>此订单已无可退金额：已付款项均已退回或正在退回。</translation>
    </message>
    <message>
        <source>Choose a proposal or write an amount.</source>
        <translation>请选择建议金额或填写金额。</translation>
    </message>
    <message>
        <source>This is more than what is left of the payment: %1.</source>
        <translation>超过该笔支付的剩余金额 %1。</translation>
    </message>
    <message>
        <source>Total</source>
        <translation>合计</translation>
    </message>
    <message>
        <source>Ask for approval of %1</source>
        <translation>申请审批 %1</translation>
    </message>
    <message>
        <source>Refund %1 to balance</source>
        <translation>退款 %1 至余额</translation>
    </message>
    <message>
        <source>Adjust balance by %1</source>
        <translation>调整余额 %1</translation>
    </message>
    <message>
        <source>The customer will be told: “%1”</source>
        <translation>将通知客户：“%1”</translation>
    </message>
    <message>
        <source>Within your limit of %1: posted at once, the order becomes “%2”.</source>
        <translation>在您的审批额度 %1 之内，无需复核；提交后自动入账，订单标记为“%2”。</translation>
    </message>
    <message>
        <source>Above your limit of %1: it waits for approval by somebody with a limit of at least %2.</source>
        <translation>超过您的审批额度 %1：须由额度不低于 %2 的人批准。</translation>
    </message>
    <message>
        <source>You have no limit of your own: it waits for approval by somebody with a limit of at least %1.</source>
        <translation>您没有审批额度：须由额度不低于 %1 的人批准。</translation>
    </message>
    <message>
        <source>The customer is told when the money is there.</source>
        <translation>入账后通知客户。</translation>
    </message>
    <message>
        <source>Refund to balance</source>
        <translation>退款至余额</translation>
    </message>
    <message>
        <source>: register %1 Wh, V·I·t %2 Wh</source>
        <translation>：电表 %1 Wh，V·I·t %2 Wh</translation>
    </message>
</context>
<context>
    <name>aftercharge::RefundView</name>
    <message>
        <source>This refund</source>
        <translation>本次退款</translation>
    </message>
    <message>
        <source>Paid for the order</source>
        <translation>订单已付</translation>
    </message>
    <message>
        <source>Other refunds</source>
        <translation>其他退款</translation>
    </message>
    <message>
        <source>Stays paid</source>
        <translation>退后留存</translation>
    </message>
    <message>
        <source>How the amount was computed</source>
        <translation>金额计算依据</translation>
    </message>
    <message>
        <source>as the requester saw it</source>
        <translation>申请人所见</translation>
    </message>
    <message>
        <source>Request and decision</source>
        <translation>申请与决定</translation>
    </message>
    <message>
        <source>This adjustment</source>
        <translation>本次调整</translation>
    </message>
    <message>
        <source>The order could not be read. %1</source>
        <translation>订单无法读取。%1</translation>
    </message>
    <message>
        <source>fee %1</source>
        <translation>费用 %1</translation>
    </message>
    <message>
        <source>none</source>
        <translation>无</translation>
    </message>
    <message>
        <source>with the network</source>
        <translation>归运营方</translation>
    </message>
    <message>
        <source>paid or asked for: %1</source>
        <translation>已退或申请中：%1</translation>
    </message>
    <message>
        <source>Items</source>
        <translation>明细</translation>
    </message>
    <message>
        <source>Item</source>
        <translation>项目</translation>
    </message>
    <message>
        <source>Units</source>
        <translation>件数</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>金额</translation>
    </message>
    <message>
        <source>No single items: it is of the whole order.</source>
        <translation>没有单独明细：针对整个订单。</translation>
    </message>
    <message>
        <source>This coupon</source>
        <translation>本次优惠券</translation>
    </message>
    <message>
        <source>Its approvals could not be read. %1</source>
        <translation>审批情况无法读取。%1</translation>
    </message>
    <message>
        <source>What the requester saw</source>
        <translation>申请人所见</translation>
    </message>
    <message>
        <source>kept when it was asked for</source>
        <translation>申请时留存</translation>
    </message>
    <message>
        <source>when it was asked for</source>
        <translation>申请时</translation>
    </message>
</context>
<context>
    <name>aftercharge::RefundWords</name>
    <message>
        <source>Number</source>
        <translation>编号</translation>
    </message>
    <message>
        <source>Asked</source>
        <translation>申请时间</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>类别</translation>
    </message>
    <message>
        <source>Order</source>
        <translation>订单</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>By</source>
        <translation>操作者</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>金额</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1，%2</translation>
    </message>
    <message>
        <source>Member</source>
        <translation>会员</translation>
    </message>
    <message>
        <source>Ticket</source>
        <translation>工单</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>Sent back because</source>
        <translation>退回原因</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>Asked by</source>
        <translation>申请人</translation>
    </message>
    <message>
        <source>Approved by</source>
        <translation>批准人</translation>
    </message>
    <message>
        <source>Sent back</source>
        <translation>退回时间</translation>
    </message>
    <message>
        <source>Paid back</source>
        <translation>已入账</translation>
    </message>
    <message>
        <source>Proof (transfer)</source>
        <translation>凭证（流水号）</translation>
    </message>
    <message>
        <source> (within own limit)</source>
        <translation>（本人额度内）</translation>
    </message>
    <message>
        <source>To</source>
        <translation>收方</translation>
    </message>
    <message>
        <source>Gateway's words</source>
        <translation>网关说明</translation>
    </message>
    <message>
        <source>Proof</source>
        <translation>凭证</translation>
    </message>
    <message>
        <source>Balance</source>
        <translation>余额</translation>
    </message>
    <message>
        <source>Gateway</source>
        <translation>网关</translation>
    </message>
    <message>
        <source>Coupon</source>
        <translation>抵用券</translation>
    </message>
    <message>
        <source>By hand</source>
        <translation>人工</translation>
    </message>
    <message>
        <source>to the balance</source>
        <translation>至余额</translation>
    </message>
    <message>
        <source>through the gateway</source>
        <translation>经支付网关</translation>
    </message>
    <message>
        <source>instead of money</source>
        <translation>代替退款</translation>
    </message>
    <message>
        <source>by hand</source>
        <translation>人工支付</translation>
    </message>
    <message>
        <source>to the platform balance</source>
        <translation>退回平台余额</translation>
    </message>
    <message>
        <source>back through the payment gateway</source>
        <translation>由支付网关退回</translation>
    </message>
    <message>
        <source>as a coupon</source>
        <translation>以优惠券</translation>
    </message>
    <message>
        <source>by hand, outside of the gateway</source>
        <translation>人工支付，不经网关</translation>
    </message>
    <message>
        <source>Claim</source>
        <translation>理赔单</translation>
    </message>
    <message>
        <source>Stands in for</source>
        <translation>替代</translation>
    </message>
    <message>
        <source>the system, by an approved claim</source>
        <translation>系统（理赔获批）</translation>
    </message>
    <message>
        <source>Payment number</source>
        <translation>支付单号</translation>
    </message>
    <message>
        <source>Proof (gateway's number)</source>
        <translation>凭证（网关单号）</translation>
    </message>
    <message>
        <source>What happens now</source>
        <translation>下一步</translation>
    </message>
    <message>
        <source>Transfer</source>
        <translation>流水号</translation>
    </message>
    <message>
        <source>what it was asked on had changed: %1</source>
        <translation>申请依据已有变化：%1</translation>
    </message>
</context>
<context>
    <name>aftercharge::RefundsPage</name>
    <message>
        <source>Parts of this page</source>
        <translation>本页各部分</translation>
    </message>
    <message>
        <source>Refunds</source>
        <translation>退款</translation>
    </message>
    <message>
        <source>Discrepancies</source>
        <translation>差异</translation>
    </message>
    <message>
        <source>Reconciliation</source>
        <translation>对账</translation>
    </message>
    <message>
        <source>Discrepancies (%1)</source>
        <translation>差异 (%1)</translation>
    </message>
</context>
<context>
    <name>aftercharge::RejectSheet</name>
    <message>
        <source>The readings of the charge point and the fee agree; nothing was billed beyond the energy delivered.</source>
        <translation>充电桩读数与费用一致，未多计费。</translation>
    </message>
    <message>
        <source>The session was ended by the vehicle; the fee covers only what was charged until then.</source>
        <translation>本次充电由车辆结束，费用仅含此前已充电量。</translation>
    </message>
    <message>
        <source>The amount frozen at the start was returned after the fee was taken; nothing more was kept.</source>
        <translation>启动时冻结的金额在扣费后已全部返还，未多扣留。</translation>
    </message>
    <message>
        <source>The time after charging was billed as parking, as the tariff says at the charge point.</source>
        <translation>充电结束后的时间按桩上公示的资费计收占位费。</translation>
    </message>
    <message>
        <source>Reject complaint</source>
        <translation>驳回投诉</translation>
    </message>
    <message>
        <source>No money moves. The ticket can be reopened.</source>
        <translation>不涉及资金，工单可重新打开。</translation>
    </message>
    <message>
        <source>%1 · order %2</source>
        <translation>%1 · 订单 %2</translation>
    </message>
    <message>
        <source>Own words</source>
        <translation>自行填写</translation>
    </message>
    <message>
        <source>Template</source>
        <translation>模板</translation>
    </message>
    <message>
        <source>Reason, as the customer will read it</source>
        <translation>原因（客户可见）</translation>
    </message>
    <message>
        <source>A reason is needed: the customer is told why.</source>
        <translation>须填写原因：将告知客户。</translation>
    </message>
    <message>
        <source>The customer will be told: “%1”</source>
        <translation>将通知客户：“%1”</translation>
    </message>
    <message>
        <source>The carrier has delivered the parcel and its record shows where.</source>
        <translation>承运商已送达包裹，签收记录可查。</translation>
    </message>
    <message>
        <source>The parcel is on its way; please wait until it arrives, then write to us again.</source>
        <translation>包裹运输中，请收到后再与我们联系。</translation>
    </message>
    <message>
        <source>The goods were used, and the time for returning them is over.</source>
        <translation>商品已使用，且已超过退货期限。</translation>
    </message>
    <message>
        <source>What you ask for was refunded or sent again before.</source>
        <translation>您申请的部分此前已退款或已重派。</translation>
    </message>
    <message>
        <source>Reject request</source>
        <translation>驳回申请</translation>
    </message>
</context>
<context>
    <name>aftercharge::ReopenSheet</name>
    <message>
        <source>Reopen ticket</source>
        <translation>重新打开工单</translation>
    </message>
    <message>
        <source>Why it is opened again</source>
        <translation>重新打开的原因</translation>
    </message>
    <message>
        <source>Reopen</source>
        <translation>重新打开</translation>
    </message>
</context>
<context>
    <name>aftercharge::ReplyBox</name>
    <message>
        <source>Note, not to the customer</source>
        <translation>备注，不发给客户</translation>
    </message>
    <message>
        <source>Send</source>
        <translation>发送</translation>
    </message>
    <message>
        <source>Note among colleagues…</source>
        <translation>同事间备注…</translation>
    </message>
    <message>
        <source>Reply to the customer…</source>
        <translation>回复客户…</translation>
    </message>
    <message>
        <source>Ctrl+Enter sends, Ctrl+Shift+Enter sends and goes on to the next ticket</source>
        <translation>Ctrl+Enter 发送，Ctrl+Shift+Enter 发送并处理下一个</translation>
    </message>
</context>
<context>
    <name>aftercharge::ResolveSheet</name>
    <message>
        <source>What was found out, and what was done</source>
        <translation>查明的情况及处理</translation>
    </message>
    <message>
        <source>It is kept with your name. No money moves by this.</source>
        <translation>将连同您的姓名保存，不产生资金变动。</translation>
    </message>
    <message>
        <source>Resolve</source>
        <translation>处理</translation>
    </message>
    <message>
        <source>Resolve discrepancy</source>
        <translation>处理差异</translation>
    </message>
</context>
<context>
    <name>aftercharge::SendBackSheet</name>
    <message>
        <source>Reason, for the requester</source>
        <translation>退回原因（申请人可见）</translation>
    </message>
    <message>
        <source>The request is closed; the ticket goes back to review.</source>
        <translation>申请关闭，工单回到处理中。</translation>
    </message>
    <message>
        <source>Send back</source>
        <translation>退回</translation>
    </message>
    <message>
        <source>Nothing is paid. %1 can ask again with another amount or a better basis.</source>
        <translation>不会付款。%1 可以更换金额或补充依据后重新申请。</translation>
    </message>
    <message>
        <source>Nothing goes to the carrier. %1 can open the claim again with another promise or better evidence.</source>
        <translation>不会提交承运商。%1 可以另作承诺或补充证据后重新提出。</translation>
    </message>
    <message>
        <source>Whoever decides its claim</source>
        <translation>处理该理赔的人</translation>
    </message>
    <message>
        <source>Nothing is paid for any of its sessions. %1 can ask again with another choice.</source>
        <translation>批次内均不付款。%1 可以重新选择后再申请。</translation>
    </message>
    <message>
        <source>The batch is closed.</source>
        <translation>批次关闭。</translation>
    </message>
</context>
<context>
    <name>aftercharge::SessionCurve</name>
    <message>
        <source>Start</source>
        <translation>开始</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>结束</translation>
    </message>
    <message>
        <source>Offline</source>
        <translation>离线</translation>
    </message>
    <message>
        <source>Uploaded later</source>
        <translation>补传</translation>
    </message>
</context>
<context>
    <name>aftercharge::SessionDetail</name>
    <message>
        <source>No session chosen</source>
        <translation>未选择会话</translation>
    </message>
    <message>
        <source>Choose a session to see its curve and how its fee comes about.</source>
        <translation>选择一个会话以查看曲线和费用构成。</translation>
    </message>
    <message>
        <source>Open ticket</source>
        <translation>新建工单</translation>
    </message>
    <message>
        <source>Open ticket (T)</source>
        <translation>新建工单（T）</translation>
    </message>
    <message>
        <source>Stop charging…</source>
        <translation>停止充电…</translation>
    </message>
    <message>
        <source>Stop charging (S)</source>
        <translation>停止充电（S）</translation>
    </message>
    <message>
        <source>More commands</source>
        <translation>更多命令</translation>
    </message>
    <message>
        <source>Unlock connector…</source>
        <translation>解锁充电枪…</translation>
    </message>
    <message>
        <source>Reset charge point…</source>
        <translation>重启充电桩…</translation>
    </message>
    <message>
        <source>Readings as a table</source>
        <translation>以表格查看读数</translation>
    </message>
    <message>
        <source>Readings as a curve</source>
        <translation>以曲线查看读数</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>重试</translation>
    </message>
    <message>
        <source>Curve of the session</source>
        <translation>会话曲线</translation>
    </message>
    <message>
        <source>Readings of the session</source>
        <translation>会话读数</translation>
    </message>
    <message>
        <source>How the fee comes about</source>
        <translation>费用构成</translation>
    </message>
    <message>
        <source>Stopping…</source>
        <translation>停止中…</translation>
    </message>
    <message>
        <source>The readings could not be read. %1</source>
        <translation>无法读取读数。%1</translation>
    </message>
</context>
<context>
    <name>aftercharge::SessionFigures</name>
    <message>
        <source>Fee so far</source>
        <translation>当前费用</translation>
    </message>
    <message>
        <source>Energy</source>
        <translation>电量</translation>
    </message>
    <message>
        <source>Estimated end</source>
        <translation>预计结束</translation>
    </message>
    <message>
        <source>Fee</source>
        <translation>费用</translation>
    </message>
    <message>
        <source>of %1 frozen</source>
        <translation>已冻结 %1</translation>
    </message>
    <message>
        <source>%1 owed</source>
        <translation>待补缴 %1</translation>
    </message>
    <message>
        <source>%1 returned to balance</source>
        <translation>已退回余额 %1</translation>
    </message>
    <message>
        <source>register %1 → %2 Wh</source>
        <translation>表底 %1 → %2 Wh</translation>
    </message>
    <message>
        <source>Ended</source>
        <translation>已结束</translation>
    </message>
    <message>
        <source>now at %1</source>
        <translation>当前 %1</translation>
    </message>
    <message>
        <source>no SOC reported</source>
        <translation>未上报 SOC</translation>
    </message>
    <message>
        <source>at 100 %, %1</source>
        <translation>充至 100 %，%1</translation>
    </message>
</context>
<context>
    <name>aftercharge::SessionTextModel</name>
    <message>
        <source>Point</source>
        <translation>充电桩</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>SOC</source>
        <translation>SOC</translation>
    </message>
    <message>
        <source>kW</source>
        <translation>kW</translation>
    </message>
    <message>
        <source>kWh</source>
        <translation>kWh</translation>
    </message>
    <message>
        <source>Fee</source>
        <translation>费用</translation>
    </message>
    <message>
        <source>Left</source>
        <translation>剩余</translation>
    </message>
    <message>
        <source>Health</source>
        <translation>健康</translation>
    </message>
</context>
<context>
    <name>aftercharge::SessionWords</name>
    <message>
        <source>Fault</source>
        <translation>故障</translation>
    </message>
    <message>
        <source>Phantom</source>
        <translation>虚充</translation>
    </message>
    <message>
        <source>Offline</source>
        <translation>离线</translation>
    </message>
    <message>
        <source>Silent</source>
        <translation>失联</translation>
    </message>
    <message>
        <source>Starting</source>
        <translation>启动中</translation>
    </message>
    <message>
        <source>Charging</source>
        <translation>充电中</translation>
    </message>
    <message>
        <source>Settling</source>
        <translation>结算中</translation>
    </message>
    <message>
        <source>Settled</source>
        <translation>已结算</translation>
    </message>
    <message>
        <source>After sales</source>
        <translation>已售后</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>已取消</translation>
    </message>
    <message>
        <source>No energy</source>
        <translation>电量不增</translation>
    </message>
    <message>
        <source>Meter fast</source>
        <translation>电表偏快</translation>
    </message>
    <message>
        <source>SOC stuck</source>
        <translation>SOC 不变</translation>
    </message>
    <message>
        <source>Voltage off</source>
        <translation>电压超限</translation>
    </message>
    <message>
        <source>Voltage unsteady</source>
        <translation>电压波动</translation>
    </message>
    <message>
        <source>Healthy</source>
        <translation>正常</translation>
    </message>
    <message>
        <source>Silent %1</source>
        <translation>失联 %1</translation>
    </message>
    <message>
        <source>%1 owed</source>
        <translation>待补缴 %1</translation>
    </message>
    <message>
        <source>Provisional</source>
        <translation>暂结</translation>
    </message>
    <message>
        <source>%1 returned</source>
        <translation>退回 %1</translation>
    </message>
    <message>
        <source>done</source>
        <translation>已完成</translation>
    </message>
    <message>
        <source>%1 min</source>
        <translation>%1 分</translation>
    </message>
    <message>
        <source>Faulted</source>
        <translation>上报故障</translation>
    </message>
    <message>
        <source>Odd readings</source>
        <translation>读数异常</translation>
    </message>
    <message>
        <source>Too hot</source>
        <translation>枪温高</translation>
    </message>
</context>
<context>
    <name>aftercharge::SessionsCard</name>
    <message>
        <source>Sessions</source>
        <translation>会话</translation>
    </message>
    <message>
        <source>All</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>Need a look</source>
        <translation>需关注</translation>
    </message>
    <message>
        <source>Offline</source>
        <translation>离线</translation>
    </message>
    <message>
        <source>Station: all ▾</source>
        <translation>站点：全部 ▾</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>导出</translation>
    </message>
    <message>
        <source>Export what you see as CSV</source>
        <translation>将所见内容导出为 CSV</translation>
    </message>
    <message>
        <source>Reading the sessions…</source>
        <translation>正在读取会话…</translation>
    </message>
    <message>
        <source>The sessions could not be read</source>
        <translation>无法读取会话</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>重试</translation>
    </message>
    <message>
        <source>No session is running</source>
        <translation>没有正在进行的会话</translation>
    </message>
    <message>
        <source>A session appears here as soon as a vehicle starts charging.</source>
        <translation>车辆开始充电后会立即显示在这里。</translation>
    </message>
    <message>
        <source>Nothing needs a look</source>
        <translation>没有需要关注的会话</translation>
    </message>
    <message>
        <source>No session matches</source>
        <translation>没有符合条件的会话</translation>
    </message>
    <message>
        <source>Other sessions are hidden by the filter.</source>
        <translation>其他会话被筛选条件隐藏。</translation>
    </message>
    <message>
        <source>Show all</source>
        <translation>显示全部</translation>
    </message>
    <message>
        <source>All stations</source>
        <translation>全部站点</translation>
    </message>
    <message>
        <source>Export the sessions you see</source>
        <translation>导出所见会话</translation>
    </message>
    <message>
        <source>Table (*.csv)</source>
        <translation>表格 (*.csv)</translation>
    </message>
    <message>
        <source>Nothing was exported. %1</source>
        <translation>未导出。%1</translation>
    </message>
    <message>
        <source>Compare %1</source>
        <translation>对比 %1</translation>
    </message>
    <message>
        <source>Up to four sessions can be compared</source>
        <translation>最多可对比四个会话</translation>
    </message>
    <message>
        <source>Curves side by side</source>
        <translation>曲线并排显示</translation>
    </message>
    <message>
        <source>%1 rows exported</source>
        <translation>已导出 %1 行</translation>
    </message>
</context>
<context>
    <name>aftercharge::SettingsPage</name>
    <message>
        <source>Settings</source>
        <translation>设置</translation>
    </message>
    <message>
        <source>Network</source>
        <translation>运营网络</translation>
    </message>
    <message>
        <source>Operators</source>
        <translation>操作员</translation>
    </message>
    <message>
        <source>Charge points</source>
        <translation>充电桩</translation>
    </message>
    <message>
        <source>Tariffs</source>
        <translation>电价</translation>
    </message>
    <message>
        <source>Appearance</source>
        <translation>外观</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>快捷键</translation>
    </message>
</context>
<context>
    <name>aftercharge::SharedForm</name>
    <message>
        <source>Address</source>
        <translation>地址</translation>
    </message>
    <message>
        <source>server.example.com/aftercharge</source>
        <translation>server.example.com/aftercharge</translation>
    </message>
    <message>
        <source>Login</source>
        <translation>登录名</translation>
    </message>
    <message>
        <source>your name as an operator</source>
        <translation>您的操作员名称</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>密码</translation>
    </message>
    <message>
        <source>Certificate authority</source>
        <translation>证书颁发机构</translation>
    </message>
    <message>
        <source>a PEM file; empty: the usual place</source>
        <translation>PEM 文件；留空则用默认位置</translation>
    </message>
    <message>
        <source>The screens are locked</source>
        <translation>屏幕已锁定</translation>
    </message>
    <message>
        <source>Log in to the shared store</source>
        <translation>登录共享存储</translation>
    </message>
    <message>
        <source>Charging goes on: the daemons serve it. Your password opens the screens again.</source>
        <translation>充电照常进行，由后台服务提供支持。输入您的密码即可重新打开屏幕。</translation>
    </message>
    <message>
        <source>You work as who you log in as. What you decide is checked by the store itself.</source>
        <translation>您以登录者的身份工作。您的每个决定都由存储自身核验。</translation>
    </message>
    <message>
        <source>Logging in…</source>
        <translation>正在登录…</translation>
    </message>
    <message>
        <source>Unlock</source>
        <translation>解锁</translation>
    </message>
    <message>
        <source>Log in</source>
        <translation>登录</translation>
    </message>
</context>
<context>
    <name>aftercharge::Sheet</name>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
</context>
<context>
    <name>aftercharge::Shell</name>
    <message>
        <source>Go to %1</source>
        <translation>前往%1</translation>
    </message>
    <message>
        <source>Live</source>
        <translation>实时监控</translation>
    </message>
    <message>
        <source>Tickets</source>
        <translation>工单</translation>
    </message>
    <message>
        <source>Refunds</source>
        <translation>退款</translation>
    </message>
    <message>
        <source>Orders</source>
        <translation>订单</translation>
    </message>
    <message>
        <source>Approvals</source>
        <translation>审批</translation>
    </message>
    <message>
        <source>Audit</source>
        <translation>审计</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>设置</translation>
    </message>
    <message>
        <source>Switch language</source>
        <translation>切换语言</translation>
    </message>
    <message>
        <source>Switch between light and dark</source>
        <translation>切换浅色与深色</translation>
    </message>
    <message>
        <source>Lock</source>
        <translation>锁定</translation>
    </message>
    <message>
        <source>Claims</source>
        <translation>理赔</translation>
    </message>
</context>
<context>
    <name>aftercharge::StatusLine</name>
    <message>
        <source>Store: local, encrypted</source>
        <translation>存储：本地（已加密）</translation>
    </message>
    <message>
        <source>Outbox: …</source>
        <translation>待执行：…</translation>
    </message>
    <message>
        <source>Audit chain: …</source>
        <translation>审计链：…</translation>
    </message>
    <message>
        <source>Feed: connecting</source>
        <translation>数据流：连接中</translation>
    </message>
    <message>
        <source>Feed: nothing heard for a while, what is shown may be old</source>
        <translation>数据流：已有一段时间没有消息，显示的内容可能已过时</translation>
    </message>
    <message>
        <source>Feed: connection lost, trying again</source>
        <translation>数据流：连接中断，正在重试</translation>
    </message>
    <message>
        <source>Store: not readable</source>
        <translation>存储：无法读取</translation>
    </message>
    <message>
        <source>Outbox: %1 waiting</source>
        <translation>待执行：%1</translation>
    </message>
    <message>
        <source>Audit chain: %1 entries</source>
        <translation>审计链：%1 条</translation>
    </message>
    <message>
        <source>Feed: 1 session, %1 s behind</source>
        <translation>数据流：1 个会话，延迟 %1 秒</translation>
    </message>
    <message>
        <source>Feed: %1 sessions, %2 s behind</source>
        <translation>数据流：%1 个会话，延迟 %2 秒</translation>
    </message>
    <message>
        <source>Shared store · %1: cannot be reached</source>
        <translation>共享存储 · %1：无法连接</translation>
    </message>
    <message>
        <source>Shared store · %1: not readable</source>
        <translation>共享存储 · %1：无法读取</translation>
    </message>
    <message>
        <source>Shared store · %1</source>
        <translation>共享存储 · %1</translation>
    </message>
</context>
<context>
    <name>aftercharge::StoreBanner</name>
    <message>
        <source>The store cannot be reached since %1. Decisions are kept and tried again; what is shown may be old.</source>
        <translation>自 %1 起无法连接存储。所作决定会保留并重试；当前显示的内容可能已过时。</translation>
    </message>
    <message>
        <source>No daemon is working: decisions wait.</source>
        <translation>没有后台服务在运行：决定正在等待处理。</translation>
    </message>
</context>
<context>
    <name>aftercharge::TariffWords</name>
    <message>
        <source>every day</source>
        <translation>每天</translation>
    </message>
    <message>
        <source>always</source>
        <translation>始终</translation>
    </message>
    <message>
        <source>from %1</source>
        <translation>%1 起</translation>
    </message>
    <message>
        <source>below %1</source>
        <translation>低于 %1</translation>
    </message>
    <message>
        <source>until %1</source>
        <translation>至 %1</translation>
    </message>
    <message>
        <source>after %1</source>
        <translation>%1 之后</translation>
    </message>
    <message>
        <source>the first %1</source>
        <translation>前 %1</translation>
    </message>
    <message>
        <source>sharp</source>
        <translation>尖</translation>
    </message>
    <message>
        <source>peak</source>
        <translation>峰</translation>
    </message>
    <message>
        <source>flat</source>
        <translation>平</translation>
    </message>
    <message>
        <source>valley</source>
        <translation>谷</translation>
    </message>
</context>
<context>
    <name>aftercharge::TariffsSection</name>
    <message>
        <source>Tariffs</source>
        <translation>电价</translation>
    </message>
    <message>
        <source>Tariff</source>
        <translation>电价</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>版本</translation>
    </message>
    <message>
        <source>Imported</source>
        <translation>导入</translation>
    </message>
    <message>
        <source>No tariffs yet</source>
        <translation>暂无电价</translation>
    </message>
    <message>
        <source>A tariff is imported as OCPI 2.2.1 JSON by afterchargectl tariff import.</source>
        <translation>用 afterchargectl tariff import 导入 OCPI 2.2.1 JSON 电价。</translation>
    </message>
    <message>
        <source>No tariff chosen</source>
        <translation>未选择电价</translation>
    </message>
    <message>
        <source>Energy price per kWh over the day, local to the station</source>
        <translation>一天内每 kWh 电价，按场站当地时间</translation>
    </message>
    <message>
        <source>Elements</source>
        <translation>计价要素</translation>
    </message>
    <message>
        <source>for each kind of price the first that matches holds</source>
        <translation>每类价格取第一个匹配项</translation>
    </message>
    <message>
        <source>This could not be read</source>
        <translation>无法读取</translation>
    </message>
    <message>
        <source>%1, version %2, %3</source>
        <translation>%1，第 %2 版，%3</translation>
    </message>
    <message>
        <source>at least %1 a session</source>
        <translation>每次至少 %1</translation>
    </message>
    <message>
        <source>at most %1 a session</source>
        <translation>每次最多 %1</translation>
    </message>
    <message>
        <source>When</source>
        <translation>适用条件</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Electricity /kWh</source>
        <translation>电费 /kWh</translation>
    </message>
    <message>
        <source>Service /kWh</source>
        <translation>服务费 /kWh</translation>
    </message>
    <message>
        <source>Charging /h</source>
        <translation>充电 /时</translation>
    </message>
    <message>
        <source>Parking /h</source>
        <translation>占位 /时</translation>
    </message>
    <message>
        <source>Once</source>
        <translation>一次性</translation>
    </message>
    <message>
        <source>Step</source>
        <translation>步长</translation>
    </message>
    <message>
        <source>%1 Wh</source>
        <translation>%1 Wh</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 秒</translation>
    </message>
</context>
<context>
    <name>aftercharge::TicketHeader</name>
    <message>
        <source>Take</source>
        <translation>受理</translation>
    </message>
    <message>
        <source>Reject…</source>
        <translation>驳回…</translation>
    </message>
    <message>
        <source>Adjust balance…</source>
        <translation>余额调整…</translation>
    </message>
    <message>
        <source>Reopen…</source>
        <translation>重新打开…</translation>
    </message>
    <message>
        <source>Refund…</source>
        <translation>批准退款…</translation>
    </message>
    <message>
        <source>More</source>
        <translation>更多</translation>
    </message>
    <message>
        <source>More actions</source>
        <translation>更多操作</translation>
    </message>
    <message>
        <source>Assign to…</source>
        <translation>转派给…</translation>
    </message>
    <message>
        <source>Nobody has it</source>
        <translation>无人受理</translation>
    </message>
    <message>
        <source>Yours</source>
        <translation>由您处理</translation>
    </message>
    <message>
        <source>Note among colleagues</source>
        <translation>同事间备注</translation>
    </message>
    <message>
        <source>Confirm fee…</source>
        <translation>确认费用…</translation>
    </message>
</context>
<context>
    <name>aftercharge::TicketQueue</name>
    <message>
        <source>Filter these tickets…</source>
        <translation>筛选这些工单…</translation>
    </message>
    <message>
        <source>My queue</source>
        <translation>我的队列</translation>
    </message>
    <message>
        <source>by due time</source>
        <translation>按截止时间</translation>
    </message>
    <message>
        <source>Mine</source>
        <translation>我的</translation>
    </message>
    <message>
        <source>Unassigned</source>
        <translation>未分配</translation>
    </message>
    <message>
        <source>Due soon</source>
        <translation>即将超时</translation>
    </message>
    <message>
        <source>Waiting for approval</source>
        <translation>待审批</translation>
    </message>
    <message>
        <source>All open</source>
        <translation>全部未结</translation>
    </message>
    <message>
        <source>Closed</source>
        <translation>已关闭</translation>
    </message>
    <message>
        <source>Filter these tickets</source>
        <translation>筛选这些工单</translation>
    </message>
    <message>
        <source>Tickets</source>
        <translation>工单</translation>
    </message>
    <message>
        <source>The tickets could not be read</source>
        <translation>工单无法读取</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>重试</translation>
    </message>
    <message>
        <source>Reading…</source>
        <translation>读取中…</translation>
    </message>
    <message>
        <source>Nothing found</source>
        <translation>没有找到</translation>
    </message>
    <message>
        <source>No ticket here matches the filter.</source>
        <translation>没有符合筛选的工单。</translation>
    </message>
    <message>
        <source>Nothing waits here</source>
        <translation>这里没有待办</translation>
    </message>
    <message>
        <source>Take the next one from the unassigned tickets.</source>
        <translation>可从未分配的工单中受理下一个。</translation>
    </message>
    <message>
        <source>No ticket stands under this filter.</source>
        <translation>此筛选下没有工单。</translation>
    </message>
    <message>
        <source>Show all open</source>
        <translation>显示全部未结</translation>
    </message>
    <message>
        <source>Queue</source>
        <translation>队列</translation>
    </message>
    <message>
        <source>newest first</source>
        <translation>最新在前</translation>
    </message>
</context>
<context>
    <name>aftercharge::TicketSheet</name>
    <message>
        <source>Try again</source>
        <translation>重试</translation>
    </message>
    <message>
        <source>Make it anew</source>
        <translation>重新计算</translation>
    </message>
</context>
<context>
    <name>aftercharge::TicketView</name>
    <message>
        <source>No readings</source>
        <translation>没有读数</translation>
    </message>
    <message>
        <source>The charge point reported no values for this order.</source>
        <translation>充电桩没有上报此订单的数值。</translation>
    </message>
    <message>
        <source>Curve of the session; T shows the table of its values</source>
        <translation>充电曲线；按 T 显示数值表</translation>
    </message>
    <message>
        <source>Order</source>
        <translation>订单</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Connector</source>
        <translation>枪</translation>
    </message>
    <message>
        <source>Member</source>
        <translation>会员</translation>
    </message>
    <message>
        <source>Charged</source>
        <translation>电量</translation>
    </message>
    <message>
        <source>Paid</source>
        <translation>已付</translation>
    </message>
    <message>
        <source>Refundable</source>
        <translation>可退</translation>
    </message>
    <message>
        <source>Decision</source>
        <translation>决定</translation>
    </message>
    <message>
        <source>Understood</source>
        <translation>知道了</translation>
    </message>
    <message>
        <source>No ticket chosen</source>
        <translation>未选择工单</translation>
    </message>
    <message>
        <source>J and K go through the queue.</source>
        <translation>按 J、K 在队列中移动。</translation>
    </message>
    <message>
        <source>Reading…</source>
        <translation>读取中…</translation>
    </message>
    <message>
        <source>The ticket could not be read</source>
        <translation>工单无法读取</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>重试</translation>
    </message>
    <message>
        <source>%1 by %2</source>
        <translation>%1（%2）</translation>
    </message>
    <message>
        <source>Refunded</source>
        <translation>已退</translation>
    </message>
    <message>
        <source>Locked by</source>
        <translation>锁定于</translation>
    </message>
    <message>
        <source>Parcel</source>
        <translation>包裹</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <translation>%1 · %2</translation>
    </message>
</context>
<context>
    <name>aftercharge::TicketWords</name>
    <message>
        <source>Top-up</source>
        <translation>充值</translation>
    </message>
    <message>
        <source>Frozen at the start</source>
        <translation>启动冻结</translation>
    </message>
    <message>
        <source>Returned to the balance</source>
        <translation>返还余额</translation>
    </message>
    <message>
        <source>Taken from what was frozen</source>
        <translation>从冻结扣费</translation>
    </message>
    <message>
        <source>Taken from the balance</source>
        <translation>从余额扣费</translation>
    </message>
    <message>
        <source>Corrected after a late upload</source>
        <translation>补传后更正</translation>
    </message>
    <message>
        <source>Refunded</source>
        <translation>退款</translation>
    </message>
    <message>
        <source>Balance adjusted</source>
        <translation>余额调整</translation>
    </message>
    <message>
        <source>available</source>
        <translation>可用余额</translation>
    </message>
    <message>
        <source>frozen</source>
        <translation>冻结</translation>
    </message>
    <message>
        <source>revenue</source>
        <translation>收入</translation>
    </message>
    <message>
        <source>refunds payable</source>
        <translation>应退款</translation>
    </message>
    <message>
        <source>gateway clearing</source>
        <translation>支付清算</translation>
    </message>
    <message>
        <source>carrier receivable</source>
        <translation>应收承运商</translation>
    </message>
    <message>
        <source>Electricity</source>
        <translation>电费</translation>
    </message>
    <message>
        <source>Service</source>
        <translation>服务费</translation>
    </message>
    <message>
        <source>Charging time</source>
        <translation>充电时长</translation>
    </message>
    <message>
        <source>Parking time</source>
        <translation>占位时长</translation>
    </message>
    <message>
        <source>Flat fee</source>
        <translation>固定费</translation>
    </message>
    <message>
        <source>Price limit</source>
        <translation>限价</translation>
    </message>
    <message>
        <source>peak</source>
        <translation>峰</translation>
    </message>
    <message>
        <source>flat</source>
        <translation>平</translation>
    </message>
    <message>
        <source>valley</source>
        <translation>谷</translation>
    </message>
    <message>
        <source>%1 %2 of %3 kWh × %4</source>
        <translation>%1 %2 / %3 kWh × %4</translation>
    </message>
    <message>
        <source>%1 %2 kWh × %3</source>
        <translation>%1 %2 kWh × %3</translation>
    </message>
    <message>
        <source>%1 %2 of %3 × %4/h</source>
        <translation>%1 %2 / %3 × %4/时</translation>
    </message>
    <message>
        <source>%1 %2 × %3/h</source>
        <translation>%1 %2 × %3/时</translation>
    </message>
    <message>
        <source>%1 B</source>
        <translation>%1 B</translation>
    </message>
    <message>
        <source>%1 kB</source>
        <translation>%1 kB</translation>
    </message>
    <message>
        <source>%1 MB</source>
        <translation>%1 MB</translation>
    </message>
    <message>
        <source>Meter runs fast</source>
        <translation>电表走字偏快</translation>
    </message>
    <message>
        <source>Current without energy</source>
        <translation>有电流无电量</translation>
    </message>
    <message>
        <source>overdue</source>
        <translation>已超时</translation>
    </message>
    <message>
        <source>%1 min</source>
        <translation>%1 分</translation>
    </message>
    <message>
        <source>%1 h</source>
        <translation>%1 时</translation>
    </message>
    <message>
        <source>%1 d</source>
        <translation>%1 天</translation>
    </message>
    <message>
        <source>Charging started</source>
        <translation>开始充电</translation>
    </message>
    <message>
        <source>Start refused</source>
        <translation>启动被拒</translation>
    </message>
    <message>
        <source>Charging stopped, fee computed</source>
        <translation>充电停止，已计费</translation>
    </message>
    <message>
        <source>Paid in full</source>
        <translation>已付清</translation>
    </message>
    <message>
        <source>Readings uploaded later, fee computed again</source>
        <translation>读数补传，重新计费</translation>
    </message>
    <message>
        <source>Refund posted</source>
        <translation>退款入账</translation>
    </message>
    <message>
        <source>Asked to stop</source>
        <translation>请求停止</translation>
    </message>
    <message>
        <source>Debt paid</source>
        <translation>欠费已补缴</translation>
    </message>
    <message>
        <source>Connection lost</source>
        <translation>连接中断</translation>
    </message>
    <message>
        <source>Connected again</source>
        <translation>恢复连接</translation>
    </message>
    <message>
        <source>Connected</source>
        <translation>上线</translation>
    </message>
    <message>
        <source>Boot</source>
        <translation>启动</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Card</source>
        <translation>刷卡</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>开始</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>Data</source>
        <translation>数据</translation>
    </message>
    <message>
        <source>Command</source>
        <translation>命令</translation>
    </message>
    <message>
        <source>Suspect</source>
        <translation>可疑</translation>
    </message>
    <message>
        <source>Other</source>
        <translation>其他</translation>
    </message>
    <message>
        <source>Message: %1</source>
        <translation>消息：%1</translation>
    </message>
    <message>
        <source>Note: %1</source>
        <translation>备注：%1</translation>
    </message>
    <message>
        <source>Decision: %1</source>
        <translation>决定：%1</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>Refund %1 of %2 asked for</source>
        <translation>申请退款 %1，金额 %2</translation>
    </message>
    <message>
        <source>Adjustment %1 of %2 asked for</source>
        <translation>申请余额调整 %1，金额 %2</translation>
    </message>
    <message>
        <source>%1 of %2 approved</source>
        <translation>%1（%2）已批准</translation>
    </message>
    <message>
        <source>%1 of %2 sent back</source>
        <translation>%1（%2）已退回申请人</translation>
    </message>
    <message>
        <source>%1: %2 paid to the balance</source>
        <translation>%1：%2 已退至余额</translation>
    </message>
    <message>
        <source>Offline</source>
        <translation>离线</translation>
    </message>
    <message>
        <source>Fee provisional: odd readings</source>
        <translation>费用暂定：读数异常</translation>
    </message>
    <message>
        <source>Fee could not be computed</source>
        <translation>费用无法计算</translation>
    </message>
    <message>
        <source>Fee confirmed</source>
        <translation>费用已确认</translation>
    </message>
    <message>
        <source>Charging stopped, fee computed · %1</source>
        <translation>充电停止，已计费 · %1</translation>
    </message>
    <message>
        <source>A fault explains the stop · %1</source>
        <translation>故障说明了停止原因 · %1</translation>
    </message>
    <message>
        <source>A fault explains the stop: %1 (before: %2)</source>
        <translation>停止由故障引起：%1（原记录：%2）</translation>
    </message>
    <message>
        <source>Fee %1, %2 returned.</source>
        <translation>费用 %1，退回 %2。</translation>
    </message>
    <message>
        <source>Fee %1, %2 owed.</source>
        <translation>费用 %1，待补缴 %2。</translation>
    </message>
    <message>
        <source>Stopped by a fault: %1. %2</source>
        <translation>故障停止：%1。%2</translation>
    </message>
    <message>
        <source>Charging stopped. %1</source>
        <translation>充电停止。%1</translation>
    </message>
    <message>
        <source>Charging stopped: %1. %2</source>
        <translation>充电停止：%1。%2</translation>
    </message>
    <message>
        <source>Order: %1</source>
        <translation>订单：%1</translation>
    </message>
    <message>
        <source>Order taken</source>
        <translation>订单导入</translation>
    </message>
    <message>
        <source>Locked against shipping</source>
        <translation>锁定发货</translation>
    </message>
    <message>
        <source>Free to be shipped again</source>
        <translation>解除发货锁定</translation>
    </message>
    <message>
        <source>%1 %2 of %3 asked for</source>
        <translation>申请%1 %2，金额 %3</translation>
    </message>
    <message>
        <source>%1: coupon of %2 issued</source>
        <translation>%1：已发放 %2 抵用券</translation>
    </message>
    <message>
        <source>%1: %2 paid by hand</source>
        <translation>%1：%2 已线下退款</translation>
    </message>
    <message>
        <source>%1: %2 paid back by the gateway</source>
        <translation>%1：%2 已原路退回</translation>
    </message>
    <message>
        <source>Paid by the customer</source>
        <translation>客户付款</translation>
    </message>
    <message>
        <source>Refund promised</source>
        <translation>承诺退款</translation>
    </message>
    <message>
        <source>Refund paid by the gateway</source>
        <translation>渠道退款</translation>
    </message>
    <message>
        <source>Promise taken back</source>
        <translation>撤回承诺</translation>
    </message>
    <message>
        <source>Refund came back</source>
        <translation>退款被退回</translation>
    </message>
    <message>
        <source>Refund paid by hand</source>
        <translation>线下退款</translation>
    </message>
    <message>
        <source>Coupon issued</source>
        <translation>发券</translation>
    </message>
    <message>
        <source>Approved by the carrier</source>
        <translation>承运商赔付</translation>
    </message>
    <message>
        <source>coupons payable</source>
        <translation>应付抵用券</translation>
    </message>
    <message>
        <source>cash</source>
        <translation>现金</translation>
    </message>
</context>
<context>
    <name>aftercharge::TicketsPage</name>
    <message>
        <source>%1 of %2 waits for approval</source>
        <translation>%1（%2）等待审批</translation>
    </message>
    <message>
        <source>%1: %2 goes to the balance</source>
        <translation>%1：%2 正退至余额</translation>
    </message>
    <message>
        <source>Complaint rejected, the customer is told</source>
        <translation>已驳回投诉，将通知客户</translation>
    </message>
    <message>
        <source>Assigned to %1</source>
        <translation>已转派给 %1</translation>
    </message>
    <message>
        <source>Ticket reopened</source>
        <translation>工单已重新打开</translation>
    </message>
    <message>
        <source>Ticket %1 opened</source>
        <translation>已建立工单 %1</translation>
    </message>
    <message>
        <source>Saved to %1</source>
        <translation>已保存到 %1</translation>
    </message>
    <message>
        <source>%1 is yours</source>
        <translation>%1 已由您受理</translation>
    </message>
    <message>
        <source>Noted</source>
        <translation>已备注</translation>
    </message>
    <message>
        <source>Sent to the customer</source>
        <translation>已发送给客户</translation>
    </message>
    <message>
        <source>The fee of %1 is confirmed</source>
        <translation>费用 %1 已确认</translation>
    </message>
    <message>
        <source>Request rejected, the customer is told</source>
        <translation>已驳回申请，将通知客户</translation>
    </message>
    <message>
        <source>Make it anew</source>
        <translation>重新计算</translation>
    </message>
    <message>
        <source>%1 stays as it is: somebody else changed it meanwhile.</source>
        <translation>%1 未作更改：其他同事在此期间已修改。</translation>
    </message>
    <message>
        <source>%1. %2</source>
        <translation>%1。%2</translation>
    </message>
    <message>
        <source>The ticket is another by now: this can no longer be decided here.</source>
        <translation>工单已变化：此处不能再作此处理。</translation>
    </message>
    <message>
        <source>Apply on the new version</source>
        <translation>应用到新版本</translation>
    </message>
    <message>
        <source>Back to my words</source>
        <translation>回到我写的内容</translation>
    </message>
</context>
<context>
    <name>aftercharge::TimelineText</name>
    <message>
        <source>To the customer</source>
        <translation>通知客户</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>人员</translation>
    </message>
    <message>
        <source>What happened</source>
        <translation>事件</translation>
    </message>
    <message>
        <source>Parcel %1: %2</source>
        <translation>包裹 %1：%2</translation>
    </message>
    <message>
        <source>Claim %1: %2</source>
        <translation>理赔 %1：%2</translation>
    </message>
</context>
<context>
    <name>aftercharge::ToastArea</name>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>Notices</source>
        <translation>通知</translation>
    </message>
</context>
<context>
    <name>aftercharge::TopBar</name>
    <message>
        <source>Search orders, members, tickets, charge points…</source>
        <translation>搜索订单、会员、工单、充电桩…</translation>
    </message>
    <message>
        <source>Search and commands</source>
        <translation>搜索与命令</translation>
    </message>
    <message>
        <source>local, encrypted</source>
        <translation>本地（已加密）</translation>
    </message>
    <message>
        <source>Language, theme, lock</source>
        <translation>语言、主题、锁定</translation>
    </message>
    <message>
        <source>中文</source>
        <translation>English</translation>
    </message>
    <message>
        <source>Light theme</source>
        <translation>浅色主题</translation>
    </message>
    <message>
        <source>Dark theme</source>
        <translation>深色主题</translation>
    </message>
    <message>
        <source>Lock</source>
        <translation>锁定</translation>
    </message>
    <message>
        <source>store away</source>
        <translation>存储断开</translation>
    </message>
    <message>
        <source>Shared store · %1</source>
        <translation>共享存储 · %1</translation>
    </message>
</context>
<context>
    <name>aftercharge::TransferModel</name>
    <message>
        <source>Time</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>Movement</source>
        <translation>流水</translation>
    </message>
    <message>
        <source>From → to</source>
        <translation>付方 → 收方</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>金额</translation>
    </message>
    <message>
        <source>Transfer</source>
        <translation>流水号</translation>
    </message>
</context>
<context>
    <name>aftercharge::UnlockPage</name>
    <message>
        <source>Open the store</source>
        <translation>打开存储</translation>
    </message>
    <message>
        <source>Store folder</source>
        <translation>存储文件夹</translation>
    </message>
    <message>
        <source>the folder with ledger.db</source>
        <translation>含有 ledger.db 的文件夹</translation>
    </message>
    <message>
        <source>Key file</source>
        <translation>密钥文件</translation>
    </message>
    <message>
        <source>leave empty to use the passphrase</source>
        <translation>留空则使用口令</translation>
    </message>
    <message>
        <source>Passphrase</source>
        <translation>口令</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>打开</translation>
    </message>
    <message>
        <source>Make a new store…</source>
        <translation>新建存储…</translation>
    </message>
    <message>
        <source>Make a new store</source>
        <translation>新建存储</translation>
    </message>
    <message>
        <source>a new folder</source>
        <translation>一个新文件夹</translation>
    </message>
    <message>
        <source>made here; keep a copy apart from the store</source>
        <translation>在此生成；请在存储之外另存一份</translation>
    </message>
    <message>
        <source>Name of the network</source>
        <translation>网络名称</translation>
    </message>
    <message>
        <source>Currency</source>
        <translation>币种</translation>
    </message>
    <message>
        <source>Time zone</source>
        <translation>时区</translation>
    </message>
    <message>
        <source>Make the store</source>
        <translation>创建存储</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>返回</translation>
    </message>
    <message>
        <source>Who works here?</source>
        <translation>谁在使用？</translation>
    </message>
    <message>
        <source>On a local store whoever holds the key holds everything: approvals by two people are a procedure here, not a barrier.</source>
        <translation>在本地存储上，持有密钥者即拥有一切：双人审批在此只是流程，而非屏障。</translation>
    </message>
    <message>
        <source>Operator</source>
        <translation>操作员</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>开始</translation>
    </message>
    <message>
        <source>Opening…</source>
        <translation>正在打开…</translation>
    </message>
    <message>
        <source>optional: opens the store beside the key file</source>
        <translation>可选：与密钥文件一样可以打开存储</translation>
    </message>
    <message>
        <source>中文</source>
        <translation>English</translation>
    </message>
    <message>
        <source>Switch language</source>
        <translation>切换语言</translation>
    </message>
    <message>
        <source>The screens are locked</source>
        <translation>屏幕已锁定</translation>
    </message>
    <message>
        <source>Charging goes on behind them: charge points are served, sessions are settled, nothing is lost. The key of this store opens the screens again.</source>
        <translation>后台照常运行：充电桩持续接入，会话照常结算，数据不会丢失。用本库的密钥即可重新打开屏幕。</translation>
    </message>
    <message>
        <source>Unlock</source>
        <translation>解锁</translation>
    </message>
    <message>
        <source>On this machine</source>
        <translation>本机</translation>
    </message>
    <message>
        <source>Shared store</source>
        <translation>共享存储</translation>
    </message>
</context>
<context>
    <name>aftercharge::VoteWords</name>
    <message>
        <source>%1 of %2 approvals</source>
        <translation>已批准 %1 / %2</translation>
    </message>
    <message>
        <source>Approved</source>
        <translation>已批准</translation>
    </message>
    <message>
        <source>1 approval needed</source>
        <translation>须一人批准</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 / %2</translation>
    </message>
    <message>
        <source>, </source>
        <translation>，</translation>
    </message>
    <message>
        <source>one more person is needed</source>
        <translation>还须一人</translation>
    </message>
    <message>
        <source>%1 more people are needed</source>
        <translation>还须 %1 人</translation>
    </message>
    <message>
        <source>%1 different people have to approve it</source>
        <translation>须由 %1 位不同人员批准</translation>
    </message>
    <message>
        <source>Give the first of %1 approvals</source>
        <translation>给出 %1 次批准中的第一次</translation>
    </message>
    <message>
        <source>Give approval %1 of %2</source>
        <translation>给出第 %1 次批准（共 %2 次）</translation>
    </message>
    <message>
        <source>Approve %1 to balance</source>
        <translation>批准 %1 退至余额</translation>
    </message>
    <message>
        <source>Approve %1 through the gateway</source>
        <translation>批准 %1 经网关退回</translation>
    </message>
    <message>
        <source>Approve coupon of %1</source>
        <translation>批准 %1 优惠券</translation>
    </message>
    <message>
        <source>Approve %1 paid by hand</source>
        <translation>批准人工支付 %1</translation>
    </message>
    <message>
        <source>%1 has %2 of %3 approvals now. It still waits for another person.</source>
        <translation>%1 已获 %2 / %3 次批准，仍须他人批准。</translation>
    </message>
</context>
<context>
    <name>aftercharge::VotesView</name>
    <message>
        <source>Show the batch</source>
        <translation>查看批次</translation>
    </message>
    <message>
        <source>Part of batch %1, and decided together with it</source>
        <translation>属于批次 %1，随批次一并决定</translation>
    </message>
    <message>
        <source>Part of batch %1</source>
        <translation>属于批次 %1</translation>
    </message>
</context>
</TS>

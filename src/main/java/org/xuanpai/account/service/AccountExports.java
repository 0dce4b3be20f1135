package org.xuanpai.account.service;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.xuanpai.account.MayGrantDuties;
import org.xuanpai.account.MayHandleResets;
import org.xuanpai.account.MayManageAccounts;
import org.xuanpai.audit.AuditTrail;
import org.xuanpai.audit.TrailEvent;
import org.xuanpai.exchange.Column;
import org.xuanpai.exchange.ExportTarget;
import org.xuanpai.exchange.TableExport;
import org.xuanpai.shared.CurrentUser;

/** The lists of accounts and duties as files: the rows on the screen, all pages of them. */
@Service
@Transactional
public class AccountExports {

    private static final TableExport<AccountRow> ACCOUNTS = TableExport.of(
            "account.list.title",
            Column.text("account.username", AccountRow::username),
            Column.text("account.displayName", AccountRow::displayName),
            Column.message("account.state", AccountRow::stateKey),
            Column.whole("account.duties", AccountRow::duties),
            Column.dateTime("account.createdAt", AccountRow::createdAt),
            Column.dateTime("account.disabledAt", AccountRow::disabledAt));

    private static final TableExport<DutyRow> DUTIES = TableExport.of(
            "account.duty.title",
            Column.text("account.username", DutyRow::username),
            Column.text("account.displayName", DutyRow::displayName),
            Column.message("account.duty.role", DutyRow::roleKey),
            Column.text("account.duty.unit", DutyRow::unitName),
            Column.message(
                    "account.duty.figures", row -> row.figures() == null ? null : "common.issuer." + row.figures()),
            Column.message("account.duty.state", DutyRow::stateKey),
            Column.dateTime("account.duty.from", DutyRow::validFrom),
            Column.dateTime("account.duty.to", DutyRow::validTo),
            Column.text("account.duty.grantedBy", DutyRow::grantedBy),
            Column.text("account.duty.endedBy", DutyRow::endedBy));

    private static final TableExport<PasswordResetRow> RESETS = TableExport.of(
            "account.reset.title",
            Column.text("account.username", PasswordResetRow::username),
            Column.text("account.displayName", PasswordResetRow::displayName),
            Column.message("account.state", PasswordResetRow::stateKey),
            Column.text("account.reset.proposedBy", PasswordResetRow::proposedByName),
            Column.dateTime("account.reset.proposedAt", PasswordResetRow::proposedAt),
            Column.text("account.reset.confirmedBy", PasswordResetRow::confirmedByName),
            Column.dateTime("account.reset.confirmedAt", PasswordResetRow::confirmedAt),
            Column.text("account.reset.refusedBy", PasswordResetRow::refusedByName),
            Column.dateTime("account.reset.refusedAt", PasswordResetRow::refusedAt));

    private final AccountQueries accounts;
    private final DutyQueries duties;
    private final PasswordResetQueries resets;
    private final AuditTrail trail;

    AccountExports(AccountQueries accounts, DutyQueries duties, PasswordResetQueries resets, AuditTrail trail) {
        this.accounts = accounts;
        this.duties = duties;
        this.resets = resets;
        this.trail = trail;
    }

    /** Accounts under the filter of the list. */
    @MayManageAccounts
    public void exportAccounts(CurrentUser user, String text, ExportTarget target) {
        record("/accounts", text, target.write(user, ACCOUNTS, row -> accounts.forEach(text, row)), target);
    }

    /** Duties under the filter of the list. */
    @MayGrantDuties
    public void exportDuties(CurrentUser user, String text, ExportTarget target) {
        record("/duties", text, target.write(user, DUTIES, row -> duties.forEach(text, row)), target);
    }

    /** Resets of passwords, all of them. */
    @MayHandleResets
    public void exportResets(CurrentUser user, ExportTarget target) {
        record("/resets", "", target.write(user, RESETS, resets::forEach), target);
    }

    private void record(String list, String text, long rows, ExportTarget target) {
        trail.record(TrailEvent.exported(list, "", "", rows, target).with("filter", text));
    }
}

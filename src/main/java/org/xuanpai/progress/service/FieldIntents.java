package org.xuanpai.progress.service;

import java.security.MessageDigest;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.xuanpai.progress.Arrival;
import org.xuanpai.progress.Intent;
import org.xuanpai.progress.TokenUsedOtherwise;
import org.xuanpai.progress.TypedField;
import org.xuanpai.progress.entity.MonthlyReport;
import org.xuanpai.shared.CurrentUser;
import org.xuanpai.shared.NotFound;
import org.xuanpai.shared.Sha256;

/**
 * Keeps the newest send of each field from each open page. It is stored in the transaction of the effect, so a send that was
 * refused or killed can be sent again.
 */
@Component
class FieldIntents {

    private final JdbcClient jdbc;

    FieldIntents(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * What a send is if it is no news: {@link Arrival#REPEATED} or {@link Arrival#OVERTAKEN}; empty for a new one.
     *
     * @throws TokenUsedOtherwise when another value came under the same number
     * @throws NotFound when the page is somebody else's
     */
    Optional<Arrival> known(CurrentUser user, MonthlyReport report, TypedField typed, Intent intent) {
        byte[] hash = Sha256.of(typed.value());
        if (isNews(user, report, typed.field(), intent, hash)) {
            return Optional.empty();
        }
        Newest newest = jdbc.sql("""
                        select number, value_hash from report_intent
                        where report_id = :report and field = :field and page = :page and account_id = :account
                        """)
                .param("report", report.id())
                .param("field", typed.field())
                .param("page", intent.page())
                .param("account", user.accountId())
                .query((row, n) -> new Newest(row.getLong("number"), row.getBytes("value_hash")))
                .optional()
                .orElseThrow(NotFound::new);
        if (newest.number() > intent.number()) {
            return Optional.of(Arrival.OVERTAKEN);
        }
        if (!MessageDigest.isEqual(newest.valueHash(), hash)) {
            throw new TokenUsedOtherwise();
        }
        return Optional.of(Arrival.REPEATED);
    }

    private boolean isNews(CurrentUser user, MonthlyReport report, String field, Intent intent, byte[] hash) {
        return jdbc.sql("""
                        insert into report_intent as i (report_id, county_id, township_id, field, page, account_id, number, value_hash)
                        values (:report, :county, :township, :field, :page, :account, :number, :hash)
                        on conflict (report_id, field, page) do update
                            set number = excluded.number, value_hash = excluded.value_hash
                            where i.number < excluded.number and i.account_id = excluded.account_id
                        """)
                        .param("report", report.id())
                        .param("county", report.countyId())
                        .param("township", report.townshipId())
                        .param("field", field)
                        .param("page", intent.page())
                        .param("account", user.accountId())
                        .param("number", intent.number())
                        .param("hash", hash)
                        .update()
                == 1;
    }

    private record Newest(long number, byte[] valueHash) {}
}

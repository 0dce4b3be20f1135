package org.xuanpai.progress.service;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.xuanpai.progress.Edit;
import org.xuanpai.progress.entity.MonthlyReport;
import org.xuanpai.shared.CurrentUser;

/** Who changed which field of a report last. */
@Component
class FieldEdits {

    private final JdbcClient jdbc;

    FieldEdits(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param page the open page the change was typed on; {@code null} for a whole form */
    void record(CurrentUser user, MonthlyReport report, Collection<String> fields, @Nullable UUID page, Instant now) {
        if (fields.isEmpty()) {
            return;
        }
        jdbc.sql("""
                        insert into report_edit (report_id, county_id, township_id, field, page, edited_by, edited_by_name, edited_at)
                        select :report, :county, :township, field, cast(:page as uuid), :account, :name, :now
                        from unnest(cast(:fields as text[])) field
                        on conflict (report_id, field) do update
                            set page = excluded.page, edited_by = excluded.edited_by,
                                edited_by_name = excluded.edited_by_name, edited_at = excluded.edited_at
                        """)
                .param("report", report.id())
                .param("county", report.countyId())
                .param("township", report.townshipId())
                .param("page", page)
                .param("account", user.accountId())
                .param("name", user.displayName())
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("fields", fields.toArray(String[]::new))
                .update();
    }

    /** Whether the field's latest change was typed on this very page. */
    boolean isFrom(UUID page, MonthlyReport report, String field) {
        return jdbc.sql("select 1 from report_edit where report_id = :report and field = :field and page = :page")
                .param("report", report.id())
                .param("field", field)
                .param("page", page)
                .query()
                .optionalValue()
                .isPresent();
    }

    /** The latest change of each field, the latest of all first. */
    List<Edit> of(UUID report) {
        return jdbc.sql("""
                        select field, edited_by, edited_by_name, edited_at from report_edit
                        where report_id = :report order by edited_at desc, field
                        """)
                .param("report", report)
                .query((row, n) -> new Edit(
                        row.getString("field"),
                        row.getObject("edited_by", UUID.class),
                        row.getString("edited_by_name"),
                        row.getObject("edited_at", OffsetDateTime.class).toInstant()))
                .list();
    }
}

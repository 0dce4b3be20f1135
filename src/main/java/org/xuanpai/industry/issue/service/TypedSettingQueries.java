package org.xuanpai.industry.issue.service;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.xuanpai.industry.IndicatorView;
import org.xuanpai.industry.Indicators;
import org.xuanpai.industry.MayEditIndicators;
import org.xuanpai.industry.TypedValue;
import org.xuanpai.shared.CurrentUser;
import org.xuanpai.shared.Period;

/** Which value of each flow is typed in the county, and what is proposed. */
@Service
@Transactional(readOnly = true)
public class TypedSettingQueries {

    private static final int MONTHS_OFFERED = 6;

    private final JdbcClient jdbc;
    private final Indicators indicators;
    private final Clock clock;

    TypedSettingQueries(JdbcClient jdbc, Indicators indicators, Clock clock) {
        this.jdbc = jdbc;
        this.indicators = indicators;
        this.clock = clock;
    }

    /** The settings of the reader's county. */
    @MayEditIndicators
    public TypedSettings settings(CurrentUser user) {
        UUID county = IssuerAccess.of(user).county();
        Period latest = Period.latestOver(LocalDate.now(clock));
        Map<String, List<TypedSettings.Setting>> found = new HashMap<>();
        jdbc.sql("""
                        select * from typed_setting
                        where withdrawn_at is null and county_id = any (cast(:counties as uuid[]))
                        order by valid_from desc, proposed_at desc
                        """).param("counties", user.scope().countyArray()).query(row -> {
            found.computeIfAbsent(row.getString("indicator_code"), code -> new ArrayList<>())
                    .add(setting(row, user));
        });
        List<TypedSettings.Row> rows = indicators.askedIn(county, latest).stream()
                .filter(IndicatorView::isFlow)
                .map(indicator -> new TypedSettings.Row(indicator, found.getOrDefault(indicator.code(), List.of())))
                .toList();
        List<Period> offered = Stream.iterate(latest.next(), Period::next)
                .limit(MONTHS_OFFERED)
                .toList();
        return new TypedSettings(rows, offered);
    }

    private static TypedSettings.Setting setting(ResultSet row, CurrentUser user) throws SQLException {
        OffsetDateTime confirmed = row.getObject("confirmed_at", OffsetDateTime.class);
        @Nullable String by = row.getString("confirmed_by_name");
        return new TypedSettings.Setting(
                row.getObject("id", UUID.class),
                TypedValue.valueOf(row.getString("typed")),
                Period.containing(row.getObject("valid_from", LocalDate.class)),
                row.getString("proposed_by_name"),
                row.getObject("proposed_at", OffsetDateTime.class).toInstant(),
                row.getObject("proposed_by", UUID.class).equals(user.accountId()),
                by,
                confirmed == null ? null : confirmed.toInstant());
    }
}

package org.xuanpai.industry.issue.service;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.xuanpai.industry.IssuedFigure;
import org.xuanpai.industry.IssuedFigures;
import org.xuanpai.shared.ArrayText;
import org.xuanpai.shared.FigureIssuer;
import org.xuanpai.shared.OpenToAll;
import org.xuanpai.shared.Period;
import org.xuanpai.shared.Scope;

/** Issued figures for other features. */
@Service
@Transactional(readOnly = true)
public class IssuedFigureQueries implements IssuedFigures {

    private final JdbcClient jdbc;

    IssuedFigureQueries(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    @OpenToAll("called inside other features' permitted use cases; rows by scope")
    public List<IssuedFigure> of(Scope scope, UUID township, Period from, Period to) {
        return of(scope, List.of(township), from, to).getOrDefault(township, List.of());
    }

    @Override
    @OpenToAll("called inside other features' permitted use cases; rows by scope")
    public Map<UUID, List<IssuedFigure>> of(Scope scope, Collection<UUID> townships, Period from, Period to) {
        Map<UUID, List<IssuedFigure>> figures = new HashMap<>();
        jdbc.sql("""
                        select v.*, s.issued_at, s.issued_by_name,
                               exists (select from figure_objection o
                                       where o.township_id = v.township_id and o.indicator_code = v.indicator_code
                                         and o.period = v.period and o.answer is null) as objected
                        from issued_value v join issued_sheet s on s.id = v.sheet_id
                        where v.township_id = any (cast(:of as uuid[])) and v.period between :from and :to
                          and (v.county_id = any (cast(:counties as uuid[])) or v.township_id = any (cast(:townships as uuid[])))
                        """)
                .param("of", ArrayText.of(townships))
                .param("from", from.key())
                .param("to", to.key())
                .param("counties", scope.countyArray())
                .param("townships", scope.townshipArray())
                .query(row -> {
                    figures.computeIfAbsent(row.getObject("township_id", UUID.class), id -> new ArrayList<>())
                            .add(figure(row));
                });
        return figures;
    }

    private static IssuedFigure figure(ResultSet row) throws SQLException {
        return new IssuedFigure(
                Period.containing(row.getObject("period", LocalDate.class)),
                row.getString("indicator_code"),
                FigureIssuer.valueOf(row.getString("issuer")),
                row.getBigDecimal("value"),
                row.getBigDecimal("month_value"),
                row.getBigDecimal("cumulative"),
                row.getInt("version"),
                row.getObject("issued_at", OffsetDateTime.class).toInstant(),
                row.getString("issued_by_name"),
                row.getBoolean("objected"));
    }
}

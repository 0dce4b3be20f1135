package org.xuanpai.industry.issue.service;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.xuanpai.industry.IssuedFigure;
import org.xuanpai.industry.IssuedFigures;
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
        return jdbc.sql("""
                        select v.*, s.issued_at, s.issued_by_name,
                               exists (select from figure_objection o
                                       where o.township_id = v.township_id and o.indicator_code = v.indicator_code
                                         and o.period = v.period and o.answer is null) as objected
                        from issued_value v join issued_sheet s on s.id = v.sheet_id
                        where v.township_id = :township and v.period between :from and :to
                          and (v.county_id = any (cast(:counties as uuid[])) or v.township_id = any (cast(:townships as uuid[])))
                        """)
                .param("township", township)
                .param("from", from.key())
                .param("to", to.key())
                .param("counties", scope.countyArray())
                .param("townships", scope.townshipArray())
                .query((row, n) -> figure(row))
                .list();
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

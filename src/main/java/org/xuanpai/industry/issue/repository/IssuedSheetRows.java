package org.xuanpai.industry.issue.repository;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.xuanpai.industry.TypedValue;
import org.xuanpai.industry.issue.IssueWay;
import org.xuanpai.shared.ArrayText;
import org.xuanpai.shared.CurrentUser;
import org.xuanpai.shared.FigureIssuer;
import org.xuanpai.shared.Scope;

/** Sheets and their figures, which are added and never change; a sheet of any size is two statements. */
@Repository
public class IssuedSheetRows {

    private final JdbcClient jdbc;

    IssuedSheetRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** How many sheets of the month were issued. */
    public int count(Scope scope, FigureIssuer issuer, LocalDate period) {
        return jdbc.sql("""
                        select coalesce(max(number), 0) from issued_sheet
                        where issuer = :issuer and period = :period and county_id = any (cast(:counties as uuid[]))
                        """)
                .param("issuer", issuer.name())
                .param("period", period)
                .param("counties", scope.countyArray())
                .query(Integer.class)
                .single();
    }

    /** What counts now. */
    public Map<Cell, Latest> latest(Scope scope, FigureIssuer issuer, LocalDate period) {
        Map<Cell, Latest> latest = new HashMap<>();
        jdbc.sql("""
                        select distinct on (township_id, indicator_code) township_id, indicator_code, version, value
                        from issued_figure
                        where issuer = :issuer and period = :period and county_id = any (cast(:counties as uuid[]))
                        order by township_id, indicator_code, version desc
                        """)
                .param("issuer", issuer.name())
                .param("period", period)
                .param("counties", scope.countyArray())
                .query(row -> {
                    latest.put(
                            new Cell(row.getObject("township_id", UUID.class), row.getString("indicator_code")),
                            new Latest(row.getInt("version"), row.getBigDecimal("value")));
                });
        return latest;
    }

    /** Adds a sheet without its figures. */
    public void add(Sheet sheet, CurrentUser issuer, Instant now) {
        jdbc.sql("""
                        insert into issued_sheet (id, county_id, issuer, period, number, way, file_name, content_hash, fresh,
                                                  changed, unchanged, doubts, note, issued_by, issued_by_name, issued_by_unit, issued_at)
                        values (:id, :county, :issuer, :period, :number, :way, :file, :hash, :fresh,
                                :changed, :unchanged, :doubts, :note, :by, :name, :unit, :at)
                        """)
                .param("id", sheet.id())
                .param("county", sheet.county())
                .param("issuer", sheet.issuer().name())
                .param("period", sheet.period())
                .param("number", sheet.number())
                .param("way", sheet.way().name())
                .param("file", sheet.fileName())
                .param("hash", sheet.hash())
                .param("fresh", sheet.fresh())
                .param("changed", sheet.changed())
                .param("unchanged", sheet.unchanged())
                .param("doubts", sheet.doubts())
                .param("note", sheet.note())
                .param("by", issuer.accountId())
                .param("name", issuer.displayName())
                .param("unit", issuer.unitName())
                .param("at", now.atOffset(ZoneOffset.UTC))
                .update();
    }

    /** Adds the new versions of a sheet. */
    public void add(Sheet sheet, List<Version> versions) {
        jdbc.sql("""
                        insert into issued_figure (sheet_id, county_id, issuer, period, township_id, indicator_code, version,
                                                   typed, value)
                        select :sheet, :county, :issuer, :period, f.*
                        from unnest(cast(:townships as uuid[]), cast(:codes as text[]), cast(:versions as int[]),
                                    cast(:typed as text[]), cast(:figures as numeric[])) f
                        """)
                .param("sheet", sheet.id())
                .param("county", sheet.county())
                .param("issuer", sheet.issuer().name())
                .param("period", sheet.period())
                .param(
                        "townships",
                        ArrayText.of(
                                versions.stream().map(v -> v.cell().township()).toList()))
                .param(
                        "codes",
                        ArrayText.of(versions.stream().map(v -> v.cell().code()).toList()))
                .param(
                        "versions",
                        ArrayText.of(versions.stream().map(Version::number).toList()))
                .param(
                        "typed",
                        ArrayText.of(versions.stream().map(Version::typed).toList()))
                .param(
                        "figures",
                        ArrayText.of(versions.stream()
                                .map(v -> v.value().toPlainString())
                                .toList()))
                .update();
    }

    /** A sheet as it is stored; {@code note} is empty when the checks did not wonder at anything. */
    public record Sheet(
            UUID id,
            UUID county,
            FigureIssuer issuer,
            LocalDate period,
            int number,
            IssueWay way,
            String fileName,
            String hash,
            int fresh,
            int changed,
            int unchanged,
            int doubts,
            String note) {}

    /** One indicator of one township. */
    public record Cell(UUID township, String code) {}

    /** What counts, and how often it was issued. */
    public record Latest(int version, BigDecimal value) {}

    /** A figure to be added. */
    public record Version(Cell cell, int number, TypedValue typed, BigDecimal value) {}
}

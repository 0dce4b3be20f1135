package org.xuanpai.progress.check.service;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.EnumMap;
import java.util.Map;
import org.xuanpai.progress.check.CheckRule;
import org.xuanpai.progress.check.Parameter;
import org.xuanpai.progress.check.RuleKind;
import org.xuanpai.shared.Severity;

/** A rule as it stands in its row. */
final class RuleRows {

    private static final Map<Parameter, String> COLUMNS = new EnumMap<>(Map.of(
            Parameter.LIMIT, "limit_percent",
            Parameter.LEAST_BASE, "least_base",
            Parameter.BAND_FACTOR, "band_factor",
            Parameter.LEAST_BAND, "least_band",
            Parameter.WINDOW, "window_months",
            Parameter.LEAST_POINTS, "least_points"));

    private RuleRows() {}

    static CheckRule rule(ResultSet row) throws SQLException {
        RuleKind kind = RuleKind.valueOf(row.getString("kind"));
        Map<Parameter, BigDecimal> parameters = new EnumMap<>(Parameter.class);
        for (Parameter parameter : kind.parameters()) {
            parameters.put(parameter, row.getBigDecimal(COLUMNS.get(parameter)));
        }
        return new CheckRule(
                kind,
                row.getString("indicator_code"),
                row.getString("other_code"),
                Severity.valueOf(row.getString("severity")),
                row.getBoolean("active"),
                parameters);
    }
}

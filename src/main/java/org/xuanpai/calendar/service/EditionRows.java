package org.xuanpai.calendar.service;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.xuanpai.calendar.StatutoryDay;

/** Gathers rows of editions joined with their days. */
final class EditionRows implements RowCallbackHandler {

    private final UUID reader;
    private final Map<UUID, EditionView> editions = new LinkedHashMap<>();

    EditionRows(UUID reader) {
        this.reader = reader;
    }

    @Override
    public void processRow(ResultSet row) throws SQLException {
        UUID id = row.getObject("id", UUID.class);
        EditionView edition = editions.get(id);
        if (edition == null) {
            edition = edition(id, row);
            editions.put(id, edition);
        }
        LocalDate day = row.getObject("day", LocalDate.class);
        if (day != null) {
            edition.days().add(new StatutoryDay(day, row.getBoolean("day_off"), row.getString("name")));
        }
    }

    private EditionView edition(UUID id, ResultSet row) throws SQLException {
        return new EditionView(
                id,
                row.getLong("version"),
                row.getInt("year"),
                "IN_EFFECT".equals(row.getString("status")),
                row.getString("papers").lines().toList(),
                row.getBoolean("shipped"),
                row.getString("proposed_by_name"),
                instant(row, "proposed_at"),
                row.getString("confirmed_by_name"),
                instant(row, "confirmed_at"),
                reader.equals(row.getObject("proposed_by", UUID.class)),
                new ArrayList<>());
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }

    List<EditionView> editions() {
        return List.copyOf(editions.values());
    }
}

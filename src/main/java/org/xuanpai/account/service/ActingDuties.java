package org.xuanpai.account.service;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.xuanpai.platform.CurrentUsers;
import org.xuanpai.shared.CurrentUser;
import org.xuanpai.shared.FigureIssuer;
import org.xuanpai.shared.Role;
import org.xuanpai.shared.Scope;

/** Reads, at every request, the duties an account holds right now, through the narrow function {@code acting_duties}. */
@Component
class ActingDuties implements CurrentUsers {

    private final JdbcClient jdbc;
    private final Clock clock;

    ActingDuties(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Override
    public Optional<Acting> find(UUID accountId, @Nullable UUID dutyId) {
        List<CurrentUser> users = jdbc.sql("select * from acting_duties(:account, :now, :day)")
                .param("account", accountId)
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .param("day", LocalDate.now(clock))
                .query((row, n) -> user(row))
                .list();
        return users.stream()
                .filter(user -> dutyId == null || dutyId.equals(user.dutyId()))
                .findFirst()
                .or(() -> users.stream().findFirst())
                .map(user -> new Acting(
                        user, users.stream().map(ActingDuties::choice).toList()));
    }

    private static DutyChoice choice(CurrentUser user) {
        return new DutyChoice(Objects.requireNonNull(user.dutyId()), user.role(), user.unitName());
    }

    private static CurrentUser user(ResultSet row) throws SQLException {
        Role role = Role.valueOf(row.getString("role"));
        UUID unit = row.getObject("unit_id", UUID.class);
        Scope scope = unit == null ? Scope.none() : new Scope(role.level(), units(row));
        return new CurrentUser(
                row.getObject("account_id", UUID.class),
                row.getString("username"),
                row.getString("display_name"),
                row.getObject("duty_id", UUID.class),
                role,
                scope,
                row.getString("unit_name"),
                issuer(row.getString("figures")));
    }

    private static @Nullable FigureIssuer issuer(@Nullable String figures) {
        return figures == null ? null : FigureIssuer.valueOf(figures);
    }

    /** The unit and what was merged into it: its past is theirs. */
    private static Set<UUID> units(ResultSet row) throws SQLException {
        return Arrays.stream((Object[]) row.getArray("predecessors").getArray())
                .map(UUID.class::cast)
                .collect(Collectors.toUnmodifiableSet());
    }
}

package org.xuanpai.platform;

import org.jspecify.annotations.Nullable;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;
import org.springframework.dao.DataIntegrityViolationException;

/** Which of the database's constraints refused: each rule has its own, and no other refusal is to be called by its name. */
public final class Constraint {

    private Constraint() {}

    /** Whether it was this constraint or unique index, as the server names it. */
    public static boolean isBroken(String name, DataIntegrityViolationException refused) {
        for (Throwable cause = refused; cause != null; cause = cause.getCause()) {
            if (cause instanceof PSQLException sql) {
                return name.equals(constraint(sql.getServerErrorMessage()));
            }
        }
        return false;
    }

    private static @Nullable String constraint(@Nullable ServerErrorMessage message) {
        return message == null ? null : message.getConstraint();
    }
}

package org.xuanpai.platform.database;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.springframework.core.io.ClassPathResource;

/** The script {@code db/create-roles.sql} with its psql variables filled in. */
final class RoleScript {

    private RoleScript() {}

    /** Its statements one by one, because a database cannot be created together with others. */
    static List<String> statements(Passwords passwords) {
        String script = text().replaceAll("(?m)^--.*$", "")
                .replace(":'owner_password'", "'" + passwords.owner() + "'")
                .replace(":'app_password'", "'" + passwords.application() + "'");
        return Arrays.stream(script.split(";"))
                .map(String::trim)
                .filter(statement -> !statement.isEmpty())
                .toList();
    }

    private static String text() {
        try {
            return new ClassPathResource("db/create-roles.sql").getContentAsString(StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new IllegalStateException("The program lacks db/create-roles.sql", e);
        }
    }
}

package org.xuanpai.platform;

import jakarta.servlet.http.HttpSession;
import java.time.Duration;
import java.util.UUID;
import org.xuanpai.shared.Role;

/** Where the session keeps the id of the duty acted under; {@code account} changes it when somebody switches. */
public final class ActingDuty {

    public static final String SESSION_ATTRIBUTE = "duty";

    private static final Duration IDLE = Duration.ofMinutes(30);
    private static final Duration ADMINISTRATOR_IDLE = Duration.ofMinutes(15);

    private ActingDuty() {}

    /** Acts under the duty from the next request on; how long a session may stay idle follows its role (controls B3). */
    public static void keep(HttpSession session, UUID duty, Role role) {
        if (!duty.toString().equals(session.getAttribute(SESSION_ATTRIBUTE))) {
            session.setAttribute(SESSION_ATTRIBUTE, duty.toString());
        }
        Duration idle = Role.ADMINISTRATORS.contains(role) ? ADMINISTRATOR_IDLE : IDLE;
        int seconds = Math.toIntExact(idle.toSeconds());
        if (session.getMaxInactiveInterval() != seconds) {
            session.setMaxInactiveInterval(seconds);
        }
    }
}

package org.xuanpai.platform.security;

import java.nio.charset.StandardCharsets;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.convert.support.GenericConversionService;
import org.springframework.session.config.SessionRepositoryCustomizer;
import org.springframework.session.jdbc.JdbcIndexedSessionRepository;

/**
 * Session attributes are texts: account id, acting duty, CSRF token. Anything else fails when it is stored, so neither Java
 * serialization nor a forgotten attribute can slip in. The last access is kept to the minute.
 */
@Configuration(proxyBeanMethods = false)
class SessionConfiguration {

    /**
     * Spring Session's own statement, except that an access within the minute changes nothing: a click would otherwise wait
     * for the disk to note that it was made. A session therefore ends up to a minute before its time. The parameters stand
     * in the order in which Spring Session sets them.
     */
    private static final String UPDATE = """
            update spring_session session
            set session_id            = seen.session_id,
                last_access_time      = seen.last_access_time,
                max_inactive_interval = seen.max_inactive_interval,
                expiry_time           = seen.expiry_time,
                principal_name        = seen.principal_name
            from (values (cast(? as text), cast(? as bigint), cast(? as int), cast(? as bigint), cast(? as text)))
                 as seen (session_id, last_access_time, max_inactive_interval, expiry_time, principal_name)
            where session.primary_id = ?
              and (seen.last_access_time >= session.last_access_time + 60000
                   or (seen.session_id, seen.max_inactive_interval, seen.principal_name)
                       is distinct from (session.session_id, session.max_inactive_interval, session.principal_name))
            """;

    @Bean
    SessionRepositoryCustomizer<JdbcIndexedSessionRepository> lastAccessToTheMinute() {
        return sessions -> sessions.setUpdateSessionQuery(UPDATE);
    }

    @Bean
    GenericConversionService springSessionConversionService() {
        GenericConversionService conversions = new GenericConversionService();
        conversions.addConverter(Object.class, byte[].class, SessionConfiguration::bytes);
        conversions.addConverter(byte[].class, Object.class, bytes -> new String(bytes, StandardCharsets.UTF_8));
        return conversions;
    }

    private static byte[] bytes(Object attribute) {
        if (attribute instanceof String text) {
            return text.getBytes(StandardCharsets.UTF_8);
        }
        throw new IllegalArgumentException("a session holds texts only, not " + attribute.getClass());
    }
}

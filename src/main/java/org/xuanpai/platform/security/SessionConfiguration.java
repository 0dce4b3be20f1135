package org.xuanpai.platform.security;

import java.nio.charset.StandardCharsets;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.convert.support.GenericConversionService;

/**
 * Session attributes are texts: account id, acting duty, CSRF token. Anything else fails when it is stored, so neither Java
 * serialization nor a forgotten attribute can slip in.
 */
@Configuration(proxyBeanMethods = false)
class SessionConfiguration {

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

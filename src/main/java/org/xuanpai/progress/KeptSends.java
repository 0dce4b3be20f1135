package org.xuanpai.progress;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How long the sends of a form are kept, so that one that is repeated has one effect.
 *
 * @param days at least one
 */
@ConfigurationProperties("xuanpai.sends")
public record KeptSends(@DefaultValue("90") int days) {

    public KeptSends {
        if (days < 1) {
            throw new IllegalArgumentException("xuanpai.sends.days is at least 1, not " + days);
        }
    }
}

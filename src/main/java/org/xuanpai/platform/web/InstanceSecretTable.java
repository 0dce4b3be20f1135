package org.xuanpai.platform.web;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.xuanpai.platform.InstanceSecret;

/** Keeps the secret in the table {@code instance_secret}; the first of several instances makes it, the others read it. */
@Component
class InstanceSecretTable implements InstanceSecret {

    private static final int LENGTH = 32;

    private final JdbcClient jdbc;

    private volatile byte @Nullable [] secret;

    InstanceSecretTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public byte[] key(String purpose) {
        byte[] root = secret;
        if (root == null) {
            root = readOrMake();
            secret = root;
        }
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(root, "HmacSHA256"));
            return mac.doFinal(purpose.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException(missing);
        }
    }

    private byte[] readOrMake() {
        byte[] fresh = new byte[LENGTH];
        new SecureRandom().nextBytes(fresh);
        jdbc.sql("insert into instance_secret (value) values (:value) on conflict do nothing")
                .param("value", fresh)
                .update();
        return jdbc.sql("select value from instance_secret").query(byte[].class).single();
    }
}

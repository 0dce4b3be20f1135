package org.xuanpai.platform;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * A signature of this installation under a text that goes out and comes back: whoever brings another text than the one that was
 * given out has no seal for it. It says that the text is ours, not that it comes for the first time.
 */
public final class Seal {

    private Seal() {}

    /** The seal of a text under a key of {@link InstanceSecret}, in letters that a form field or a cookie can hold. */
    public static String of(String text, byte[] key) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return Base64.getUrlEncoder()
                    .withoutPadding()
                    .encodeToString(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException(missing);
        }
    }

    /** Whether a seal is that of the text; it takes the same time for every wrong one. */
    public static boolean isOf(String seal, String text, byte[] key) {
        return MessageDigest.isEqual(
                seal.getBytes(StandardCharsets.UTF_8), of(text, key).getBytes(StandardCharsets.UTF_8));
    }
}

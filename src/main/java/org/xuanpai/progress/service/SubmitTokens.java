package org.xuanpai.progress.service;

import java.security.MessageDigest;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.xuanpai.progress.TokenUsedOtherwise;
import org.xuanpai.shared.CurrentUser;
import org.xuanpai.shared.NotFound;
import org.xuanpai.shared.Sha256;

/**
 * Makes a form that is sent several times one effect (controls J1): the token is stored in the transaction of the act, so
 * parallel sends wait for the first one, and an act that failed leaves its token unused.
 */
@Component
class SubmitTokens {

    private final JdbcClient jdbc;
    private final Clock clock;

    SubmitTokens(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * Whether this is the first time.
     *
     * @return false when the same content was sent before, so that the same answer is to be given
     * @throws TokenUsedOtherwise when other content was sent with this token
     * @throws NotFound when the token belongs to somebody else
     */
    boolean isFirst(CurrentUser user, UUID token, String content) {
        byte[] hash = Sha256.of(content);
        int stored = jdbc.sql("""
                        insert into submit_token (token, account_id, payload_hash, used_at)
                        values (:token, :account, :hash, :now)
                        on conflict (token) do nothing
                        """)
                .param("token", token)
                .param("account", user.accountId())
                .param("hash", hash)
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
        if (stored == 1) {
            return true;
        }
        byte[] before = jdbc.sql("select payload_hash from submit_token where token = :token and account_id = :account")
                .param("token", token)
                .param("account", user.accountId())
                .query((row, n) -> row.getBytes("payload_hash"))
                .optional()
                .orElseThrow(NotFound::new);
        if (!MessageDigest.isEqual(before, hash)) {
            throw new TokenUsedOtherwise();
        }
        return false;
    }
}

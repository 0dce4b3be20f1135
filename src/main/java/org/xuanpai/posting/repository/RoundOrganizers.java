package org.xuanpai.posting.repository;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.xuanpai.posting.entity.PostingRound;

/** Who may know of a round before its notice. */
@Repository
public class RoundOrganizers {

    private final JdbcClient jdbc;

    RoundOrganizers(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Whether whoever acts is one of them. */
    public boolean organizes(UUID round) {
        return jdbc.sql("select organizes(:round)")
                .param("round", round)
                .query(Boolean.class)
                .single();
    }

    /** Names one more; nothing when named already. */
    public void name(PostingRound round, UUID account, String accountName, Instant now) {
        jdbc.sql("""
                        insert into round_organizer (round_id, county_id, account_id, account_name, named_at)
                        values (:round, :county, :account, :name, :now) on conflict do nothing""")
                .param("round", round.id())
                .param("county", round.countyId())
                .param("account", account)
                .param("name", accountName)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
    }

    /** Everybody of one round is named on another, too, its opener included. */
    public void copy(UUID from, UUID to) {
        jdbc.sql("""
                        insert into round_organizer (round_id, county_id, account_id, account_name, named_at)
                        select :to, county_id, account_id, account_name, named_at from round_organizer where round_id = :from
                        union all
                        select :to, county_id, opened_by, opened_by_name, opened_at from posting_round where id = :from
                        on conflict do nothing""").param("from", from).param("to", to).update();
    }
}

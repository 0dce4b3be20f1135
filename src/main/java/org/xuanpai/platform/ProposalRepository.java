package org.xuanpai.platform;

import jakarta.persistence.QueryHint;
import java.util.UUID;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.jpa.repository.QueryHints;
import org.springframework.data.repository.NoRepositoryBean;
import org.springframework.data.repository.Repository;
import org.xuanpai.shared.AlreadyConfirmed;
import org.xuanpai.shared.ProposalWithdrawn;
import org.xuanpai.shared.RuleViolation;

/** Entities that are a {@link org.xuanpai.shared.Proposal}. */
@NoRepositoryBean
public interface ProposalRepository<T> extends Repository<T, UUID> {

    /** What to say to whoever decided about a proposal and finds that somebody was quicker. */
    default RuleViolation overtaken(UUID id) {
        return isWithdrawn(id) ? new ProposalWithdrawn() : new AlreadyConfirmed();
    }

    /** As the database has it; what could not be written is not written again. */
    @QueryHints(@QueryHint(name = "org.hibernate.flushMode", value = "COMMIT"))
    @Query("select count(p) > 0 from #{#entityName} p where p.id = :id and p.proposal.withdrawnAt is not null")
    boolean isWithdrawn(UUID id);
}

package org.xuanpai.audit.service;

import java.util.Map;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;
import org.xuanpai.audit.TrailEvent;
import org.xuanpai.platform.Refused;
import org.xuanpai.platform.ScopeContext;
import org.xuanpai.platform.SignInFailed;
import org.xuanpai.platform.SignedIn;
import org.xuanpai.platform.SignedOut;
import org.xuanpai.shared.CurrentUser;

/** Writes what happens at the edge into the trail: log-ins, log-outs and refusals, each in a transaction of its own. */
@Component
class EdgeListener {

    private final TrailWriter trail;
    private final TransactionTemplate ownTransaction;

    EdgeListener(TrailWriter trail, PlatformTransactionManager transactions) {
        this.trail = trail;
        this.ownTransaction = new TransactionTemplate(transactions);
        this.ownTransaction.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    @EventListener
    void on(Refused refused) {
        TrailEvent event = new TrailEvent(
                "refused", refused.act(), "", Map.of("reason", refused.reason(), "details", refused.details()));
        inTheNameOf(refused.user(), () -> trail.recordRefusal(event, refused.user(), refused.slip()));
    }

    @EventListener
    void on(SignedIn signedIn) {
        TrailEvent event = TrailEvent.of(
                "account.signedIn", signedIn.user().username(), signedIn.user().accountId());
        inTheNameOf(signedIn.user(), () -> trail.recordAs(event, signedIn.user()));
    }

    @EventListener
    void on(SignedOut signedOut) {
        TrailEvent event = TrailEvent.of(
                "account.signedOut",
                signedOut.user().username(),
                signedOut.user().accountId());
        inTheNameOf(signedOut.user(), () -> trail.recordAs(event, signedOut.user()));
    }

    @EventListener
    void on(SignInFailed failed) {
        TrailEvent event =
                new TrailEvent("account.signInFailed", failed.username(), "", Map.of("reason", failed.reason()));
        ownTransaction.executeWithoutResult(transaction -> trail.recordRefusal(event, null, false));
    }

    /** Whoever signs in or out does not act in this thread yet, or no more; an entry is added by whom it names. */
    private void inTheNameOf(CurrentUser user, Runnable entry) {
        ScopeContext.run(user, () -> ownTransaction.executeWithoutResult(transaction -> entry.run()));
    }
}

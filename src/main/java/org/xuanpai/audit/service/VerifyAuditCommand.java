package org.xuanpai.audit.service;

import java.io.PrintStream;
import java.util.List;
import org.springframework.stereotype.Component;
import org.xuanpai.platform.CommandFailed;
import org.xuanpai.platform.ConsoleCommand;
import org.xuanpai.platform.ScopeContext;
import org.xuanpai.shared.CurrentUser;
import org.xuanpai.shared.Role;

/** {@code verify-audit}: recomputes the trail's chain. */
@Component
class VerifyAuditCommand implements ConsoleCommand {

    private final TrailVerifier verifier;

    VerifyAuditCommand(TrailVerifier verifier) {
        this.verifier = verifier;
    }

    @Override
    public String name() {
        return "verify-audit";
    }

    @Override
    public String usage() {
        return "verify-audit                 recompute the trail's hash chain";
    }

    @Override
    public void run(List<String> arguments, PrintStream out) throws CommandFailed {
        if (!arguments.isEmpty()) {
            throw new CommandFailed("verify-audit takes no arguments");
        }
        CurrentUser actor = CurrentUser.system(Role.SYSTEM_VERIFIER);
        TrailVerifier.Verification found = ScopeContext.call(actor, () -> verifier.verify(actor));
        out.println("entries: " + found.entries());
        out.println("head: " + found.head());
        if (!found.isWhole()) {
            throw new CommandFailed(
                    "the trail is broken at entry " + found.firstBroken().orElseThrow());
        }
    }
}

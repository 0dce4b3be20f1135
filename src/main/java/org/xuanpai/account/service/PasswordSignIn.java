package org.xuanpai.account.service;

import java.util.Locale;
import java.util.Optional;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Component;
import org.xuanpai.account.TooManyAtOnce;
import org.xuanpai.platform.ActingAuthentication;
import org.xuanpai.platform.CurrentUsers;
import org.xuanpai.shared.PlainText;

/**
 * Log-in by user name and password. Unknown, wrong, locked and disabled give the same answer after the same work; only the
 * trail says which it was (controls A8). A try is counted before the password is looked at (controls A7).
 */
@Component
class PasswordSignIn implements AuthenticationProvider {

    private final PasswordTries tries;
    private final CurrentUsers users;

    PasswordSignIn(PasswordTries tries, CurrentUsers users) {
        this.tries = tries;
        this.users = users;
    }

    @Override
    public Authentication authenticate(Authentication attempt) {
        String username = attempt.getName().strip().toLowerCase(Locale.ROOT);
        String password = PasswordRule.normalized(String.valueOf(attempt.getCredentials()));
        if (PasswordRule.isImpossible(password) || !PlainText.Check.isLine(username)) {
            throw new BadCredentialsException("malformed");
        }
        PasswordTries.Stored stored =
                proved(username, password).orElseThrow(() -> new BadCredentialsException(reason(username)));
        if (stored.disabled()) {
            throw new BadCredentialsException("disabled");
        }
        tries.succeeded(stored.accountId());
        stored = renewed(stored, password);
        ActingAuthentication acting = ActingAuthentication.of(
                users.find(stored.accountId(), null).orElseThrow(() -> new BadCredentialsException("no valid duty")));
        acting.setDetails(stored);
        return acting;
    }

    @Override
    public boolean supports(Class<?> authentication) {
        return UsernamePasswordAuthenticationToken.class.isAssignableFrom(authentication);
    }

    private Optional<PasswordTries.Stored> proved(String username, String password) {
        try {
            return tries.proved(username, password);
        } catch (TooManyAtOnce busy) {
            throw new AuthenticationServiceException("too many log-ins at once", busy);
        }
    }

    /** A hash that could not be renewed for want of time is renewed the next time. */
    private PasswordTries.Stored renewed(PasswordTries.Stored stored, String password) {
        try {
            return tries.renewed(stored, password);
        } catch (TooManyAtOnce busy) {
            return stored;
        }
    }

    private String reason(String username) {
        return tries.find(username)
                .map(stored -> tries.isLocked(stored) ? "locked" : "wrong password")
                .orElse("unknown user name");
    }
}

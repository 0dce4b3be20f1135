package org.xuanpai.platform;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.xuanpai.shared.CurrentUser;
import org.xuanpai.shared.Permission;

/** An authenticated user acting under one duty; the authorities are the duty's permissions. */
public final class ActingAuthentication extends AbstractAuthenticationToken {

    private static final long serialVersionUID = 1L;

    private final transient CurrentUser user;
    private final transient List<CurrentUsers.DutyChoice> duties;

    private ActingAuthentication(CurrentUsers.Acting acting, List<SimpleGrantedAuthority> authorities) {
        super(authorities);
        this.user = acting.user();
        this.duties = acting.duties();
        setAuthenticated(true);
    }

    public static ActingAuthentication of(CurrentUsers.Acting acting) {
        return new ActingAuthentication(
                acting,
                acting.user().role().permissions().stream()
                        .map(Permission::name)
                        .sorted()
                        .map(SimpleGrantedAuthority::new)
                        .toList());
    }

    @Override
    public Object getCredentials() {
        return "";
    }

    @Override
    public CurrentUser getPrincipal() {
        return user;
    }

    /** The duties the header offers to act under. */
    public List<CurrentUsers.DutyChoice> duties() {
        return duties;
    }

    @Override
    public String getName() {
        return user.accountId().toString();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof ActingAuthentication that && user.equals(that.user);
    }

    @Override
    public int hashCode() {
        return user.hashCode();
    }
}

package org.xuanpai.industry.issue.service;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.xuanpai.shared.CurrentUser;
import org.xuanpai.shared.FigureIssuer;
import org.xuanpai.shared.NotFound;
import org.xuanpai.shared.Permission;
import org.xuanpai.shared.Role;
import org.xuanpai.shared.Scope;

/**
 * Which rows of issued figures somebody sees: by scope like everything else; a bureau those of its county that its duty lets it
 * issue. Row-level security says the same.
 */
record IssuerAccess(Scope rows, List<FigureIssuer> issuers) {

    static IssuerAccess of(CurrentUser user) {
        if (user.role().level() != Role.Level.BUREAU) {
            return new IssuerAccess(user.scope(), List.of(FigureIssuer.values()));
        }
        FigureIssuer own = user.figures();
        Scope county = new Scope(Role.Level.COUNTY, user.scope().bureaus());
        return own == null ? new IssuerAccess(Scope.none(), List.of()) : new IssuerAccess(county, List.of(own));
    }

    /** @throws NotFound for the figures of somebody else's office, as for those of nobody */
    static IssuerAccess to(CurrentUser user, FigureIssuer issuer) {
        IssuerAccess access = of(user);
        if (!access.issuers().contains(issuer)) {
            throw new NotFound();
        }
        return access;
    }

    /** The county figures are issued for. */
    UUID county() {
        Set<UUID> counties = rows.counties();
        return counties.stream().findFirst().orElseThrow(NotFound::new);
    }

    String issuerArray() {
        return issuers.stream().map(FigureIssuer::name).collect(Collectors.joining(",", "{", "}"));
    }

    static boolean mayIssue(CurrentUser user) {
        return user.may(Permission.ISSUE_FIGURES);
    }
}

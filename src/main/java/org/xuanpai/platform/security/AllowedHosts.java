package org.xuanpai.platform.security;

import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;

/**
 * The host names under which the application answers. One-time links are made of the name in the request, so a made-up name
 * must not get that far (controls D7).
 */
record AllowedHosts(Set<String> names) implements Predicate<String> {

    AllowedHosts {
        names = Set.copyOf(names);
    }

    @Override
    public boolean test(String host) {
        return names.contains(host.toLowerCase(Locale.ROOT).replaceAll("^\\[|]$", ""));
    }
}

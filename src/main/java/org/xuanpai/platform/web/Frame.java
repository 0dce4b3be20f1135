package org.xuanpai.platform.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.method.HandlerMethod;
import org.xuanpai.platform.ActingAuthentication;
import org.xuanpai.platform.Navigation;
import org.xuanpai.platform.Section;
import org.xuanpai.shared.CurrentUser;

/** What the layout shows around a page: who is signed in, where they can go, where they are. */
@Component
public class Frame {

    private final Addresses addresses;

    Frame(Addresses addresses) {
        this.addresses = addresses;
    }

    /**
     * The model attributes of the layout: {@code user}, {@code duties} (to act under), {@code navigation},
     * {@code currentSection}, {@code here}, and {@code atHome} (whether this is the home page) for whoever has one beside the
     * sections; for the others the cockpit is home.
     *
     * @param handler what serves the request; {@code null} on error pages
     */
    public Map<String, Object> attributes(HttpServletRequest request, @Nullable Object handler) {
        Map<String, Object> attributes = new HashMap<>();
        attributes.put("here", Here.of(request, addresses));
        Section current = sectionOf(handler);
        if (current != null) {
            attributes.put("currentSection", current);
        }
        if (request.getUserPrincipal() instanceof ActingAuthentication acting) {
            attributes.put("user", acting.getPrincipal());
            attributes.put("duties", acting.duties());
            attributes.put("navigation", navigation(acting.getPrincipal(), current));
            if (!acting.getPrincipal().may(Section.COCKPIT.permission())) {
                attributes.put("atHome", request.getRequestURI().equals(request.getContextPath() + "/"));
            }
        }
        return attributes;
    }

    static List<NavigationItem> navigation(CurrentUser user, @Nullable Section current) {
        return Arrays.stream(Section.values())
                .filter(section -> user.may(section.permission()))
                .map(section -> new NavigationItem(section, section.path(), section == current))
                .toList();
    }

    private static @Nullable Section sectionOf(@Nullable Object handler) {
        if (!(handler instanceof HandlerMethod method)) {
            return null;
        }
        Navigation navigation = method.getBeanType().getAnnotation(Navigation.class);
        return navigation == null ? null : navigation.value();
    }
}

package org.xuanpai.platform.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Comparator;
import java.util.Map;
import java.util.Set;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Lazy;
import org.springframework.http.server.PathContainer;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.util.pattern.PathPattern;

/** Which page an address belongs to that takes forms only: the nearest one above it that can be opened. */
@Component
public class Addresses {

    private final RequestMappingHandlerMapping handlers;

    Addresses(@Lazy @Qualifier("requestMappingHandlerMapping") RequestMappingHandlerMapping handlers) {
        this.handlers = handlers;
    }

    /** The path itself when it can be opened, otherwise what is left of it without its last parts; the home page at the most. */
    public String page(HttpServletRequest request) {
        // one slash only: //host would lead to another server
        String path = request.getRequestURI()
                .substring(request.getContextPath().length())
                .replaceFirst("^/+", "/");
        while (path.length() > 1 && !isOpen(path)) {
            path = path.substring(0, Math.max(1, path.lastIndexOf('/')));
        }
        return path;
    }

    /** Whether the handler that fits the path best can be asked by GET; a less fitting one would take a word for an id. */
    private boolean isOpen(String path) {
        PathContainer container = PathContainer.parsePath(path);
        return handlers.getHandlerMethods().keySet().stream()
                .flatMap(info -> patterns(info).stream()
                        .filter(pattern -> pattern.matches(container))
                        .map(pattern -> Map.entry(pattern, isOpen(info))))
                .sorted(Map.Entry.<PathPattern, Boolean>comparingByKey(PathPattern.SPECIFICITY_COMPARATOR)
                        .thenComparing(Map.Entry.comparingByValue(Comparator.reverseOrder())))
                .findFirst()
                .map(Map.Entry::getValue)
                .orElse(false);
    }

    private static Set<PathPattern> patterns(RequestMappingInfo info) {
        return info.getPathPatternsCondition() == null
                ? Set.of()
                : info.getPathPatternsCondition().getPatterns();
    }

    private static boolean isOpen(RequestMappingInfo info) {
        Set<RequestMethod> methods = info.getMethodsCondition().getMethods();
        return methods.isEmpty() || methods.contains(RequestMethod.GET);
    }
}

package org.xuanpai.platform.web;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The address of this page, for links that change one thing of it and keep the rest: another page of a list, another
 * language, the list as a file. Templates have it as {@code here}.
 *
 * @param path the path as the browser sent it
 * @param query the query string as the browser sent it, maybe empty
 * @param repeatable whether the page was asked for by GET, so that its address shows it again
 * @param page the path of the page to open again: this one, or the page of the form that was sent
 */
public record Here(String path, String query, boolean repeatable, String page) {

    static Here of(HttpServletRequest request, Addresses addresses) {
        // one slash only: //host would lead to another server
        String path = request.getRequestURI().replaceFirst("^/+", "/");
        String query = request.getQueryString();
        String method = request.getMethod();
        boolean repeatable = method.equals("GET") || method.equals("HEAD");
        return new Here(
                path,
                query == null ? "" : query,
                repeatable,
                repeatable ? path : request.getContextPath() + addresses.page(request));
    }

    /** This page in another language; after a form that was refused, the page of the form. */
    public String in(String language) {
        return repeatable ? with("lang", language) : page + "?" + pair("lang", language);
    }

    /** This address with a parameter set; every other parameter stays. */
    public String with(String name, Object value) {
        return path + "?" + join(kept(Set.of(name)), pair(name, value));
    }

    /** This address without a parameter. */
    public String without(String name) {
        String rest = join(kept(Set.of(name)), "");
        return rest.isEmpty() ? path : path + "?" + rest;
    }

    /** The list of this page as a file: its whole result under the same filter, {@code xlsx} or {@code csv}. */
    public String export(String format) {
        return path + "/export?" + join(kept(Set.of("page", "lang", "format")), pair("format", format));
    }

    private Stream<String> kept(Set<String> dropped) {
        return Arrays.stream(query.split("&", -1))
                .filter(part -> !part.isEmpty())
                .filter(part -> !dropped.contains(part.replaceFirst("=.*", "")));
    }

    private static String join(Stream<String> parts, String last) {
        return Stream.concat(parts, Stream.of(last))
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining("&"));
    }

    private static String pair(String name, Object value) {
        return name + "=" + URLEncoder.encode(value.toString(), StandardCharsets.UTF_8);
    }
}

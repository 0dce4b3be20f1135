package org.xuanpai.platform.security;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.apache.catalina.Lifecycle;
import org.apache.catalina.connector.Connector;
import org.apache.catalina.connector.CoyoteAdapter;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.springframework.context.MessageSource;
import org.springframework.web.util.HtmlUtils;

/**
 * What the server refuses by itself, before any filter of ours: a method that no page has (controls D7), a line that is no
 * request, a protocol it does not speak. Said on a plain page in both languages (controls D6), as a fault of the request and
 * never as one of ours.
 */
final class ServerRefusals {

    private static final Set<String> METHODS = Set.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS");

    /** Methods that the server looks at itself before it asks us. */
    private static final Set<String> NEVER = Set.of("CONNECT", "TRACE");

    private static final String ABOUT_THE_SERVER = "org.xuanpai.about-the-server";

    private static final int BAD_REQUEST = 400;
    private static final int METHOD_NOT_ALLOWED = 405;
    private static final int SERVER_ERRORS = 500;

    private final MessageSource messages;

    ServerRefusals(MessageSource messages) {
        this.messages = messages;
    }

    /** Answers what goes no further; whether it did. */
    boolean refuse(Request request, Response response) throws IOException {
        String method = String.valueOf(request.getMethod()); // none when the line could not be read
        if (request.getCoyoteRequest().getAttribute(ABOUT_THE_SERVER) != null || NEVER.contains(method)) {
            answer(response, METHOD_NOT_ALLOWED);
            return true;
        }
        int status = response.getStatus();
        if (status >= BAD_REQUEST) {
            answer(response, status < SERVER_ERRORS ? status : BAD_REQUEST);
            return true;
        }
        if (!METHODS.contains(method)) {
            answer(response, METHOD_NOT_ALLOWED);
            return true;
        }
        return false;
    }

    private void answer(Response response, int status) throws IOException {
        byte[] page = page(status).getBytes(StandardCharsets.UTF_8);
        // what the server refused is closed for writing
        response.setSuspended(false);
        response.setStatus(status);
        response.setContentType("text/html;charset=UTF-8");
        response.setContentLength(page.length);
        if (status == METHOD_NOT_ALLOWED) {
            response.setHeader("Allow", "GET, HEAD, POST");
        }
        response.getOutputStream().write(page);
        response.finishResponse();
    }

    private String page(int status) {
        StringBuilder page = new StringBuilder(
                        "<!doctype html>\n<html lang=\"zh\"><head><meta charset=\"utf-8\"><title>")
                .append(status)
                .append("</title></head><body>");
        for (Locale language : List.of(Locale.CHINESE, Locale.ENGLISH)) {
            page.append("\n<section lang=\"").append(language.getLanguage()).append("\"><h1>");
            page.append(status).append(' ').append(text(status, "title", language));
            page.append("</h1><p>").append(text(status, "text", language)).append("</p></section>");
        }
        return page.append("\n</body></html>\n").toString();
    }

    /** A status without words of its own is told as a bad request. */
    private String text(int status, String part, Locale language) {
        String fallback = messages.getMessage("error.page." + BAD_REQUEST + "." + part, null, language);
        return HtmlUtils.htmlEscape(
                String.valueOf(messages.getMessage("error.page." + status + "." + part, null, fallback, language)));
    }

    /** {@code OPTIONS *} asks about the server and would be answered by it, without a word of ours. */
    static void askUsAboutTheServer(Connector connector) {
        connector.addLifecycleListener(event -> {
            if (event.getType().equals(Lifecycle.AFTER_INIT_EVENT)) {
                connector.getProtocolHandler().setAdapter(new Asking(connector));
            }
        });
    }

    private static final class Asking extends CoyoteAdapter {

        Asking(Connector connector) {
            super(connector);
        }

        @Override
        public void service(org.apache.coyote.Request request, org.apache.coyote.Response response) throws Exception {
            if (request.requestURI().equals("*")) {
                request.setAttribute(ABOUT_THE_SERVER, Boolean.TRUE);
                request.requestURI().setString("/");
            }
            super.service(request, response);
        }
    }
}

package org.xuanpai.jar;

import java.io.IOException;
import java.util.Objects;
import org.jsoup.Connection;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.FormElement;
import org.jsoup.select.Elements;

/** Somebody at a served application: pages, forms and cookies, without a browser. */
final class WebForms {

    private static final int PATIENCE_MILLIS = 20_000;

    private final Connection session = Jsoup.newSession()
            .timeout(PATIENCE_MILLIS)
            .followRedirects(false)
            .ignoreHttpErrors(true)
            .ignoreContentType(true);
    private String base;

    private WebForms(String base) {
        this.base = base;
    }

    static WebForms signedIn(String base, String username, String password) throws IOException {
        WebForms user = new WebForms(base);
        Connection login = form(user.get("login"), "/login");
        Objects.requireNonNull(login.data("username")).value(username);
        Objects.requireNonNull(login.data("password")).value(password);
        String target = String.valueOf(login.execute().header("Location"));
        if (target.contains("/login")) {
            throw new AssertionError(username + " cannot sign in");
        }
        return user;
    }

    /** The same session at another address: the application was started again. */
    void moveTo(String otherBase) {
        base = otherBase;
    }

    Document get(String path) throws IOException {
        return session.newRequest(base + path).get();
    }

    /** The page's form whose action, or one of whose buttons' actions, ends so; ready to be sent there with all its fields. */
    static Connection form(Document page, String action) {
        Elements forms = page.select("form[action$='" + action + "']");
        if (!forms.isEmpty()) {
            return ((FormElement) Objects.requireNonNull(forms.first())).submit();
        }
        Elements buttons = page.select("button[formaction$='" + action + "']");
        if (buttons.isEmpty()) {
            throw new AssertionError("no form to " + action + " on " + page.location() + "\n" + page.text());
        }
        Element button = Objects.requireNonNull(buttons.first());
        Element form = button.hasAttr("form") ? page.getElementById(button.attr("form")) : button.closest("form");
        if (!(form instanceof FormElement sent)) {
            throw new AssertionError("a button without a form on " + page.location());
        }
        return sent.submit().url(button.absUrl("formaction"));
    }
}

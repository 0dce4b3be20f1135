package org.xuanpai.platform.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.xuanpai.IntegrationTest;
import org.xuanpai.fixture.Given;
import org.xuanpai.shared.Role;

@IntegrationTest
class SecurityHeadersIT {

    private static final Map<String, String> EXPECTED = Map.of(
            "content-security-policy",
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; "
                    + "font-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'; object-src 'none'",
            "x-content-type-options",
            "nosniff",
            "x-frame-options",
            "DENY",
            "referrer-policy",
            "no-referrer",
            "cross-origin-opener-policy",
            "same-origin",
            "cross-origin-resource-policy",
            "same-origin");

    @LocalServerPort
    private int port;

    @Autowired
    private Given given;

    private final HttpClient browser = HttpClient.newHttpClient();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/login",
                "/set-up",
                "/nowhere",
                "/error",
                "/trail",
                "/css/base.css",
                "/css/missing.css",
                "/images/seal.svg",
                "/js/app.js",
                "/actuator/health",
                "/account/activation/unknown",
                "/a;b",
                "/a%00b",
                "/%2e%2e/x",
                "/login?x=%zz",
                "/login?x=%00",
                "/login?x=%E2%80%AE"
            })
    void everyAnswerCarriesTheHeaders(String path) throws Exception {
        given.person(Role.AUDITOR, null);
        for (String method : List.of("GET", "POST", "HEAD", "OPTIONS", "TRACE", "DELETE")) {
            String answer = raw(method + " " + path + " HTTP/1.1\r\nHost: localhost\r\nContent-Length: 0\r\n");

            assertThat(status(answer)).as(method + " " + path).isBetween(200, 499);
            assertCarriesTheHeaders(answer);
        }
    }

    @Test
    void whatIsNoRequestAtAllCarriesThemToo() throws Exception {
        for (String nonsense : List.of(
                "NONSENSE\r\n", "GET / HTTP/1.1\r\nHost: a b\r\n", "GET /a|b HTTP/1.1\r\nHost: localhost\r\n")) {
            String answer = raw(nonsense);

            assertThat(status(answer)).isEqualTo(400);
            assertCarriesTheHeaders(answer);
            assertThat(answer).doesNotContain("Tomcat").doesNotContain("Exception");
        }
    }

    @Test
    void anUnknownHostIsRefused() throws Exception {
        String answer = raw("GET /login HTTP/1.1\r\nHost: elsewhere.example\r\n");

        assertThat(status(answer)).isEqualTo(400);
        assertCarriesTheHeaders(answer);
        assertThat(raw("GET /login HTTP/1.1\r\nHost: LOCALHOST:" + port + "\r\n"))
                .startsWith("HTTP/1.1 ")
                .doesNotStartWith("HTTP/1.1 400");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"localhost:99999", "127.0.0.1:65536", "localhost:0", "localhost:99999999999999", "localhost:-1"})
    void aPortThatIsNoneIsRefused(String host) throws Exception {
        String answer = raw("GET /login HTTP/1.1\r\nHost: " + host + "\r\n");

        assertThat(status(answer)).isEqualTo(400);
        assertCarriesTheHeaders(answer);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "CONNECT /login HTTP/1.1",
                "CONNECT localhost:80 HTTP/1.1",
                "TRACE /login HTTP/1.1",
                "TRACK /login HTTP/1.1",
                "GET /login HTTP/9.9",
                "OPTIONS * HTTP/1.1",
                "GET * HTTP/1.1",
                "GET /a|b HTTP/1.1",
                "NONSENSE"
            })
    void whatTheServerItselfRefusesIsSaidInOurWords(String line) throws Exception {
        String answer = raw(line + "\r\nHost: localhost\r\n");

        assertThat(status(answer)).isBetween(400, 499);
        assertCarriesTheHeaders(answer);
        assertThat(answer)
                .contains("<h1")
                .containsPattern("\\p{IsHan}")
                .doesNotContain("Tomcat", "Apache", "HTTP Status", "Exception");
        if (!line.startsWith("GET") && !line.startsWith("NONSENSE")) {
            assertThat(status(answer)).isEqualTo(405);
        }
    }

    @Test
    void pagesAreNotStoredAndFilesAre() throws Exception {
        assertThat(get("/login").headers().firstValue("cache-control")).contains("no-store");
        assertThat(get("/css/base.css").headers().firstValue("cache-control")).contains("max-age=31536000");
        assertThat(get("/nowhere").headers().firstValue("cache-control")).contains("no-store");
    }

    @Test
    void aRedirectNamesNoHost() throws Exception {
        assertThat(get("/trail").headers().firstValue("location")).contains("/login");
    }

    @Test
    void cookiesAreForHttpOnlyAndThisSite() throws Exception {
        assertThat(get("/login").headers().allValues("set-cookie"))
                .filteredOn(cookie -> cookie.startsWith("xuanpai="))
                .singleElement()
                .asString()
                .contains("HttpOnly", "SameSite=Lax", "Path=/")
                .doesNotContain("Max-Age", "Domain");
        assertThat(get("/trail").headers().allValues("set-cookie"))
                .isNotEmpty()
                .allMatch(cookie -> cookie.contains("HttpOnly") && cookie.contains("SameSite=Lax"));
    }

    private HttpResponse<String> get(String path) throws Exception {
        return browser.send(
                HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    /** As bytes on the wire, since a well-behaved client would not send some of it. */
    private String raw(String head) throws IOException {
        try (Socket socket = new Socket("localhost", port)) {
            socket.setSoTimeout(10_000);
            socket.getOutputStream().write((head + "Connection: close\r\n\r\n").getBytes(StandardCharsets.UTF_8));
            try (InputStream answer = socket.getInputStream()) {
                return new String(answer.readAllBytes(), StandardCharsets.UTF_8);
            }
        }
    }

    private static int status(String answer) {
        return Integer.parseInt(answer.substring("HTTP/1.1 ".length(), "HTTP/1.1 ".length() + 3));
    }

    private static void assertCarriesTheHeaders(String answer) {
        List<String> lines = answer.lines().takeWhile(line -> !line.isEmpty()).toList();
        EXPECTED.forEach((name, value) -> assertThat(lines)
                .filteredOn(line -> line.toLowerCase(java.util.Locale.ROOT).startsWith(name + ":"))
                .as(name)
                .singleElement()
                .asString()
                .endsWith(": " + value));
    }
}

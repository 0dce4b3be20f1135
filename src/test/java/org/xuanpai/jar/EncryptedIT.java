package org.xuanpai.jar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The application as other computers reach it, under a certificate of its own. */
class EncryptedIT {

    @TempDir
    private Path folder;

    @Test
    void letsOtherComputersInUnderItsOwnCertificateOnly() throws Exception {
        Path data = folder.resolve("data");
        try (ServedJar jar = ServedJar.start(data, "--server.address=0.0.0.0", "--xuanpai.hosts=localhost")) {
            assertThat(jar.url()).startsWith("https://localhost:");
            int port = URI.create(jar.url()).getPort();
            HttpRequest setUp = HttpRequest.newBuilder(URI.create("https://localhost:" + port + "/set-up"))
                    .build();

            HttpResponse<String> page =
                    trusting(data.resolve("tls/certificate.pem")).send(setUp, HttpResponse.BodyHandlers.ofString());
            assertThat(page.statusCode()).isEqualTo(200);
            assertThat(page.headers().firstValue("Strict-Transport-Security")).isPresent();
            assertThat(page.headers().allValues("Set-Cookie"))
                    .isNotEmpty()
                    .allMatch(cookie -> cookie.contains("Secure"));

            assertThatExceptionOfType(SSLHandshakeException.class)
                    .isThrownBy(() -> HttpClient.newHttpClient().send(setUp, HttpResponse.BodyHandlers.ofString()));
            assertThat(plain(port)).isEqualTo(400);
        }
    }

    private static int plain(int port) throws IOException, InterruptedException {
        HttpRequest page = HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/set-up"))
                .build();
        return HttpClient.newHttpClient()
                .send(page, HttpResponse.BodyHandlers.ofString())
                .statusCode();
    }

    private static HttpClient trusting(Path certificate) throws Exception {
        KeyStore known = KeyStore.getInstance(KeyStore.getDefaultType());
        known.load(null, null);
        try (var file = Files.newInputStream(certificate)) {
            known.setCertificateEntry(
                    "xuanpai", CertificateFactory.getInstance("X.509").generateCertificate(file));
        }
        TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(known);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, trust.getTrustManagers(), null);
        return HttpClient.newBuilder().sslContext(context).build();
    }
}

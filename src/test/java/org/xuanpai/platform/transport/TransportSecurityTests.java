package org.xuanpai.platform.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.mock.env.MockEnvironment;
import org.xuanpai.platform.StartRefused;

class TransportSecurityTests {

    @TempDir
    private Path folder;

    private final MockEnvironment environment = new MockEnvironment();

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1", "127.0.0.2", "::1", "localhost"})
    void onThisComputerPlainHttpWillDo(String address) {
        start(address, WebApplicationType.SERVLET);

        assertThat(environment.containsProperty("server.ssl.bundle")).isFalse();
        assertThat(folder).isEmptyDirectory();
    }

    @ParameterizedTest
    @ValueSource(strings = {"0.0.0.0", "::", "192.0.2.7", ""})
    void forOthersItMakesItselfACertificate(String address) {
        start(address, WebApplicationType.SERVLET);

        assertThat(environment.getProperty("server.ssl.bundle")).isEqualTo("own");
        assertThat(environment.getProperty("spring.ssl.bundle.pem.own.reload-on-update"))
                .isEqualTo("true");
        assertThat(environment.getProperty("spring.ssl.bundle.pem.own.keystore.certificate"))
                .isEqualTo(folder.resolve("tls/certificate.pem").toUri().toString());
        assertThat(environment.getProperty("xuanpai.own-certificate")).matches("([0-9A-F]{2}:){31}[0-9A-F]{2}");
        assertThat(folder.resolve("tls/key.pem")).exists();
    }

    @ParameterizedTest
    @CsvSource({
        "server.ssl.bundle, county",
        "server.ssl.key-store, file:county.p12",
        "server.ssl.certificate, file:county.pem"
    })
    void takesTheCertificateThatIsGiven(String setting, String value) {
        environment.setProperty(setting, value);

        start("0.0.0.0", WebApplicationType.SERVLET);

        assertThat(environment.getProperty(setting)).isEqualTo(value);
        assertThat(environment.containsProperty("xuanpai.own-certificate")).isFalse();
    }

    @Test
    void isMadeAnewWhileTheApplicationRuns() {
        start("0.0.0.0", WebApplicationType.SERVLET);
        String first = environment.getRequiredProperty("xuanpai.own-certificate");
        Instant now = Instant.now();

        new CertificateDays(environment, Clock.fixed(now.plus(Duration.ofDays(300)), ZoneOffset.UTC)).aNewDay();
        assertThat(OwnCertificate.of(environment, now).fingerprint()).isEqualTo(first);

        new CertificateDays(environment, Clock.fixed(now.plus(Duration.ofDays(380)), ZoneOffset.UTC)).aNewDay();
        assertThat(OwnCertificate.of(environment, now).fingerprint()).isNotEqualTo(first);
    }

    @Test
    void refusesToSpeakPlainHttpWithOthers() {
        environment.setProperty("server.ssl.enabled", "false");
        environment.setProperty("server.ssl.certificate", "file:county.pem");

        assertThatExceptionOfType(StartRefused.class)
                .isThrownBy(() -> start("0.0.0.0", WebApplicationType.SERVLET))
                .withMessageContaining("on this computer only");
    }

    @Test
    void aCommandServesNobodyAndNeedsNone() {
        start("0.0.0.0", WebApplicationType.NONE);

        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void saysWhichFolderCannotBeWritten() throws Exception {
        Files.writeString(folder.resolve("tls"), "a file");

        assertThatExceptionOfType(StartRefused.class)
                .isThrownBy(() -> start("0.0.0.0", WebApplicationType.SERVLET))
                .withMessageContaining(folder.resolve("tls").toString());
    }

    private void start(String address, WebApplicationType type) {
        environment.setProperty("server.address", address);
        environment.setProperty("xuanpai.data-dir", folder.toString());
        environment.setProperty("xuanpai.hosts", "localhost,127.0.0.1");
        SpringApplication application = new SpringApplication();
        application.setWebApplicationType(type);
        new TransportSecurity().postProcessEnvironment(environment, application);
    }
}

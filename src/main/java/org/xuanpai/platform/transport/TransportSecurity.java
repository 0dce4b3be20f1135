package org.xuanpai.platform.transport;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.core.Ordered;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;
import org.xuanpai.platform.Launcher;
import org.xuanpai.platform.StartRefused;

/**
 * Plain http is for this computer only (controls H3). Whoever lets other computers in by {@code server.address} speaks TLS: with
 * the certificate that is given ({@code server.ssl.*}), or else with one that the application makes for itself.
 *
 * <p>Decided before anything starts, and said by the same settings a given certificate has, so that everything that asks whether
 * the connection is encrypted gets one answer.
 */
final class TransportSecurity implements EnvironmentPostProcessor, Ordered {

    private static final List<String> GIVEN =
            List.of("server.ssl.bundle", "server.ssl.key-store", "server.ssl.certificate");

    private static final String BUNDLE = "own";
    private static final String PEM = "spring.ssl.bundle.pem." + BUNDLE + ".";

    @Override
    public int getOrder() {
        return Ordered.LOWEST_PRECEDENCE; // after the files of settings are read
    }

    @Override
    public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
        if (application.getWebApplicationType() != WebApplicationType.SERVLET
                || isLoopback(environment.getProperty("server.address", ""))) {
            return;
        }
        if (!environment.getProperty("server.ssl.enabled", Boolean.class, true)) {
            throw new StartRefused("without TLS the application listens on this computer only: leave out"
                    + " server.ssl.enabled=false, or set server.address=127.0.0.1");
        }
        if (GIVEN.stream().noneMatch(environment::containsProperty)) {
            useOwnCertificate(environment);
        }
    }

    private static void useOwnCertificate(ConfigurableEnvironment environment) {
        OwnCertificate certificate = OwnCertificate.of(environment, Instant.now());
        Map<String, Object> settings = Map.of(
                "server.ssl.bundle",
                BUNDLE,
                PEM + "keystore.certificate",
                certificate.chainLocation(),
                PEM + "keystore.private-key",
                certificate.keyLocation(),
                // the server goes on under the new one when it is made anew
                PEM + "reload-on-update",
                true,
                Launcher.OWN_CERTIFICATE,
                certificate.fingerprint());
        environment.getPropertySources().addFirst(new MapPropertySource("own certificate", settings));
    }

    private static boolean isLoopback(String address) {
        try {
            return !address.isBlank() && InetAddress.getByName(address).isLoopbackAddress();
        } catch (UnknownHostException e) {
            throw new StartRefused("server.address=" + address + " is not an address of this computer", e);
        }
    }
}

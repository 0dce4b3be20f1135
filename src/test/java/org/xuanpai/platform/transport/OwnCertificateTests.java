package org.xuanpai.platform.transport;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.List;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OwnCertificateTests {

    private static final List<String> HOSTS = List.of("xuanpai.county.example", "192.0.2.7", "::1");
    private static final Instant NOW = Instant.parse("2026-11-24T08:00:00Z");

    @TempDir
    private Path folder;

    @Test
    void isForTheNamesTheApplicationAnswersUnder() throws Exception {
        OwnCertificate.in(folder, HOSTS, NOW);

        assertThat(certificate().getSubjectAlternativeNames())
                .extracting(name -> name.get(0) + " " + name.get(1))
                .containsExactlyInAnyOrder("2 xuanpai.county.example", "7 192.0.2.7", "7 0:0:0:0:0:0:0:1");
    }

    @Test
    void isKeptUntilAMonthBeforeItsEnd() {
        String first = OwnCertificate.in(folder, HOSTS, NOW).fingerprint();

        assertThat(OwnCertificate.in(folder, HOSTS, NOW.plus(Duration.ofDays(366)))
                        .fingerprint())
                .isEqualTo(first);
        assertThat(OwnCertificate.in(folder, HOSTS, NOW.plus(Duration.ofDays(368)))
                        .fingerprint())
                .isNotEqualTo(first);
    }

    @Test
    void isMadeAnewForOtherNames() {
        String first = OwnCertificate.in(folder, HOSTS, NOW).fingerprint();

        assertThat(OwnCertificate.in(folder, List.of("localhost"), NOW).fingerprint())
                .isNotEqualTo(first);
    }

    @Test
    void isMadeAnewWhereTheFileIsDamaged() throws Exception {
        String first = OwnCertificate.in(folder, HOSTS, NOW).fingerprint();
        Files.writeString(folder.resolve("certificate.pem"), "nothing that could be read");

        assertThat(OwnCertificate.in(folder, HOSTS, NOW).fingerprint()).isNotEqualTo(first);
    }

    @Test
    void isMadeAnewWhereTheOneThatIsKeptNamesNobody() throws Exception {
        String first = OwnCertificate.in(folder, HOSTS, NOW).fingerprint();
        Files.writeString(folder.resolve("certificate.pem"), withoutNames());

        assertThat(OwnCertificate.in(folder, HOSTS, NOW).fingerprint()).isNotEqualTo(first);
        assertThat(certificate().getSubjectAlternativeNames()).hasSize(HOSTS.size());
    }

    private static String withoutNames() throws Exception {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
        KeyPair pair = generator.generateKeyPair();
        X500Name self = new X500Name("CN=Xuanpai");
        byte[] made = new JcaX509v3CertificateBuilder(
                        self,
                        BigInteger.ONE,
                        Date.from(NOW),
                        Date.from(NOW.plus(Duration.ofDays(300))),
                        self,
                        pair.getPublic())
                .build(new JcaContentSignerBuilder("SHA256withECDSA").build(pair.getPrivate()))
                .getEncoded();
        return "-----BEGIN CERTIFICATE-----\n" + Base64.getMimeEncoder().encodeToString(made)
                + "\n-----END CERTIFICATE-----\n";
    }

    @Test
    void itsKeyIsForTheProgramOnly() throws Exception {
        OwnCertificate.in(folder.resolve("tls"), HOSTS, NOW);

        assertThat(permissions(folder.resolve("tls"))).isEqualTo("rwx------");
        assertThat(permissions(folder.resolve("tls/key.pem"))).isEqualTo("rw-------");
    }

    private static String permissions(Path path) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    }

    private X509Certificate certificate() throws Exception {
        try (var file = Files.newInputStream(folder.resolve("certificate.pem"))) {
            return (X509Certificate) CertificateFactory.getInstance("X.509").generateCertificate(file);
        }
    }
}

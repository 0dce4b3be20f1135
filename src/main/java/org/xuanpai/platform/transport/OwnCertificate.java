package org.xuanpai.platform.transport;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Collection;
import java.util.Date;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.springframework.core.env.Environment;
import org.xuanpai.platform.SecretFiles;
import org.xuanpai.platform.StartRefused;
import org.xuanpai.shared.Sha256;

/**
 * A certificate that the application signs itself: it keeps others from listening, and its fingerprint, read out at the
 * server, tells a user that it is the right one. Kept in the data folder and made anew a month before it ends, and when the
 * names it is for change.
 */
final class OwnCertificate {

    /** What browsers accept at most. */
    private static final Duration VALIDITY = Duration.ofDays(397);

    private static final Duration RENEWED_BEFORE_END = Duration.ofDays(30);

    /** A clock that is a little slow must not find a certificate of the future. */
    private static final Duration SLOW_CLOCK = Duration.ofHours(1);

    private static final int SERIAL_BITS = 127;
    private static final int LINE = 64;

    private final Path folder;
    private final Path chain;
    private final Path key;

    private OwnCertificate(Path folder) {
        this.folder = folder;
        this.chain = folder.resolve("certificate.pem");
        this.key = folder.resolve("key.pem");
    }

    /** The certificate that these settings ask for: in the data folder, for the names the application answers under. */
    static OwnCertificate of(Environment environment, Instant now) {
        Path folder = Path.of(environment.getRequiredProperty("xuanpai.data-dir"), "tls");
        return in(folder, List.of(environment.getRequiredProperty("xuanpai.hosts", String[].class)), now);
    }

    /**
     * The certificate kept in the folder, made when there is none that will do.
     *
     * @param hosts names and addresses that the application answers under
     * @throws StartRefused when the folder cannot be written
     */
    static OwnCertificate in(Path folder, Collection<String> hosts, Instant now) {
        OwnCertificate certificate = new OwnCertificate(folder.toAbsolutePath());
        try {
            if (!certificate.serves(hosts, now)) {
                certificate.make(hosts, now);
            }
            return certificate;
        } catch (IOException e) {
            throw new StartRefused("the certificate in " + folder + " cannot be written: " + e.getMessage(), e);
        } catch (GeneralSecurityException | OperatorCreationException e) {
            throw new IllegalStateException(e);
        }
    }

    String chainLocation() {
        return chain.toUri().toString();
    }

    String keyLocation() {
        return key.toUri().toString();
    }

    /** SHA-256 of the certificate as browsers show it: pairs of capital hexadecimal digits. */
    String fingerprint() {
        try {
            byte[] digest = Sha256.begin().digest(read().getEncoded());
            return HexFormat.ofDelimiter(":").withUpperCase().formatHex(digest);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private boolean serves(Collection<String> hosts, Instant now) throws IOException, GeneralSecurityException {
        if (!Files.exists(chain) || !Files.exists(key)) {
            return false;
        }
        X509Certificate kept;
        try {
            kept = read();
        } catch (CertificateException damaged) {
            return false;
        }
        Collection<List<?>> named = kept.getSubjectAlternativeNames();
        if (named == null) {
            return false;
        }
        Set<String> names = new TreeSet<>();
        for (List<?> name : named) {
            names.add(String.valueOf(name.get(1)));
        }
        Set<String> wanted = new TreeSet<>();
        for (String host : hosts) {
            wanted.add(isAddress(host) ? InetAddress.getByName(host).getHostAddress() : host);
        }
        return names.equals(wanted) && kept.getNotAfter().toInstant().isAfter(now.plus(RENEWED_BEFORE_END));
    }

    private X509Certificate read() throws IOException, GeneralSecurityException {
        try (var file = Files.newInputStream(chain)) {
            return (X509Certificate) CertificateFactory.getInstance("X.509").generateCertificate(file);
        }
    }

    private void make(Collection<String> hosts, Instant now)
            throws IOException, GeneralSecurityException, OperatorCreationException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(new ECGenParameterSpec("secp256r1"));
        KeyPair pair = generator.generateKeyPair();
        X500Name self = new X500Name("CN=Xuanpai");
        X509v3CertificateBuilder builder = new JcaX509v3CertificateBuilder(
                        self,
                        new BigInteger(SERIAL_BITS, new SecureRandom()),
                        Date.from(now.minus(SLOW_CLOCK)),
                        Date.from(now.plus(VALIDITY)),
                        self,
                        pair.getPublic())
                .addExtension(Extension.basicConstraints, true, new BasicConstraints(false))
                .addExtension(Extension.extendedKeyUsage, false, new ExtendedKeyUsage(KeyPurposeId.id_kp_serverAuth))
                .addExtension(Extension.subjectAlternativeName, false, names(hosts));
        X509Certificate made = new JcaX509CertificateConverter()
                .getCertificate(builder.build(new JcaContentSignerBuilder("SHA256withECDSA").build(pair.getPrivate())));
        SecretFiles.makeFolder(folder);
        SecretFiles.write(key, pem("PRIVATE KEY", pair.getPrivate().getEncoded()));
        SecretFiles.write(chain, pem("CERTIFICATE", made.getEncoded()));
    }

    private static GeneralNames names(Collection<String> hosts) {
        return new GeneralNames(hosts.stream()
                .map(host -> new GeneralName(isAddress(host) ? GeneralName.iPAddress : GeneralName.dNSName, host))
                .toArray(GeneralName[]::new));
    }

    private static boolean isAddress(String host) {
        return host.contains(":") || host.matches("[0-9.]+");
    }

    private static String pem(String kind, byte[] content) {
        return "-----BEGIN " + kind + "-----\n"
                + Base64.getMimeEncoder(LINE, "\n".getBytes(StandardCharsets.US_ASCII))
                        .encodeToString(content)
                + "\n-----END " + kind + "-----\n";
    }
}

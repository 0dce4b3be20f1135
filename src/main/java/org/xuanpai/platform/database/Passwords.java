package org.xuanpai.platform.database;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Properties;
import org.xuanpai.platform.SecretFiles;
import org.xuanpai.platform.StartRefused;

/**
 * The random passwords of an embedded database's three roles, kept in a file that only its owner can read.
 *
 * @param superuser of {@code postgres}, used for nothing but making the other two
 * @param owner of {@value #OWNER}, who owns the database and migrates it
 * @param application of {@value #APPLICATION}, who owns nothing
 */
record Passwords(String superuser, String owner, String application) {

    static final String SUPERUSER = "postgres";
    static final String OWNER = "xuanpai_owner";
    static final String APPLICATION = "xuanpai_app";

    static Passwords readOrMake(DataFolder folder) {
        Path file = folder.passwords();
        try {
            if (Files.exists(file)) {
                return read(file);
            }
            if (Files.exists(folder.completeMark())) {
                throw new StartRefused("the file " + file + " with the database's passwords is missing");
            }
            Passwords passwords = new Passwords(random(), random(), random());
            SecretFiles.write(file, passwords.asProperties());
            return passwords;
        } catch (IOException e) {
            throw new StartRefused("the passwords in " + file + " cannot be read or written: " + e.getMessage(), e);
        }
    }

    private static Passwords read(Path file) throws IOException {
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(file)) {
            properties.load(reader);
        }
        return new Passwords(
                required(properties, SUPERUSER, file),
                required(properties, OWNER, file),
                required(properties, APPLICATION, file));
    }

    private static String required(Properties properties, String role, Path file) {
        String password = properties.getProperty(role);
        if (password == null) {
            throw new StartRefused("the file " + file + " has no password of " + role);
        }
        return password;
    }

    private static String random() {
        byte[] bytes = new byte[24];
        new SecureRandom().nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private String asProperties() {
        return SUPERUSER + "=" + superuser + "\n" + OWNER + "=" + owner + "\n" + APPLICATION + "=" + application + "\n";
    }

    @Override
    public String toString() {
        return "Passwords[not shown]";
    }
}

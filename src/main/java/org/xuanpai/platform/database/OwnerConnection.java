package org.xuanpai.platform.database;

import org.springframework.boot.flyway.autoconfigure.FlywayConnectionDetails;

/** How the owner of the tables reaches the embedded database. */
record OwnerConnection(String url, String user, String password) implements FlywayConnectionDetails {

    @Override
    public String getJdbcUrl() {
        return url;
    }

    @Override
    public String getUsername() {
        return user;
    }

    @Override
    public String getPassword() {
        return password;
    }

    @Override
    public String toString() {
        return user + " at " + url;
    }
}

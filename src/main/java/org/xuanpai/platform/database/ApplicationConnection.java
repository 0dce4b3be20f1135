package org.xuanpai.platform.database;

import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;

/** How the application reaches the embedded database. */
record ApplicationConnection(String url, String user, String password) implements JdbcConnectionDetails {

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

package org.xuanpai.platform;

import org.springframework.boot.SpringApplication;

/** Starts the application. */
public final class Launcher {

    private Launcher() {}

    public static void launch(Class<?> application, String[] args) {
        SpringApplication.run(application, args);
    }
}

package org.xuanpai;

import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.xuanpai.platform.Launcher;

/** Starts the web application, or does one thing and exits when the first argument is a command's name. */
@SpringBootApplication
@ConfigurationPropertiesScan
public class XuanpaiApplication {

    public static void main(String[] args) {
        Launcher.launch(XuanpaiApplication.class, args);
    }
}

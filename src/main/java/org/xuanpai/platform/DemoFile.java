package org.xuanpai.platform;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.springframework.core.io.ClassPathResource;

/** The demo county's names, figures and texts, shipped with the program; read by the features' {@link DemoPart}s. */
public final class DemoFile {

    private DemoFile() {}

    /** A file's whole text. */
    public static String text(String name) {
        try {
            return new ClassPathResource("demo/" + name).getContentAsString(StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

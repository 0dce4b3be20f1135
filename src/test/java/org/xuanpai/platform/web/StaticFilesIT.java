package org.xuanpai.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.xuanpai.IntegrationTest;
import org.xuanpai.fixture.Given;
import org.xuanpai.fixture.WebUser;

@IntegrationTest
class StaticFilesIT {

    private static final Pattern FILE = Pattern.compile("(?:href|src)=\"(/(?:css|js|images|webjars)/[^\"]+)\"");

    @Autowired
    private Given given;

    @Autowired
    private MockMvcTester mvc;

    @Test
    void aPageAsksForItsFilesByTheirFingerprintsAndABrowserMayKeepThem() {
        WebUser reader = WebUser.signedIn(mvc, given.county(1, 0, 0).first());

        List<String> files = FILE.matcher(WebUser.body(reader.get("/cockpit")))
                .results()
                .map(link -> link.group(1))
                .distinct()
                .toList();

        assertThat(files).hasSizeGreaterThanOrEqualTo(6).allSatisfy(file -> {
            assertThat(file).matches(".*-[0-9a-f]{32}\\.(css|js|svg)");
            assertThat(reader.get(file)).hasStatusOk().hasHeader("Cache-Control", "max-age=31536000");
        });
    }
}

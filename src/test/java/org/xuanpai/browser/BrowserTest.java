package org.xuanpai.browser;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;
import org.xuanpai.IntegrationTest;

/**
 * The served application and Chromium, as {@link Browsers}. Without Chromium these tests are skipped and say how to get one;
 * where {@code XUANPAI_BROWSER=required} is set, as in CI, they fail instead.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@IntegrationTest
@ExtendWith(Chromium.class)
public @interface BrowserTest {}

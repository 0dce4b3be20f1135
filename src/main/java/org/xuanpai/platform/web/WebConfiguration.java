package org.xuanpai.platform.web;

import java.util.Locale;
import java.util.Set;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.FlashMapManager;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.i18n.LocaleChangeInterceptor;
import org.thymeleaf.templatemode.TemplateMode;
import org.thymeleaf.templateresolver.ClassLoaderTemplateResolver;
import org.thymeleaf.templateresolver.ITemplateResolver;
import org.webjars.WebJarVersionLocator;
import org.xuanpai.platform.InstanceSecret;

/**
 * Language by cookie, messages across a redirect by cookie, what is asked before a form is read, the frame of every page, and
 * icons for templates.
 */
@Configuration(proxyBeanMethods = false)
class WebConfiguration implements WebMvcConfigurer {

    private static final String ICONS = "tabler__icons";

    private final Frame frame;
    private final ApplicationEventPublisher events;

    WebConfiguration(Frame frame, ApplicationEventPublisher events) {
        this.frame = frame;
        this.events = events;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        LocaleChangeInterceptor language = new LocaleChangeInterceptor() {
            @Override
            protected Locale parseLocaleValue(String text) {
                return Language.named(text);
            }
        };
        language.setParamName("lang");
        language.setHttpMethods("GET", "HEAD");
        language.setIgnoreInvalidLocale(true);
        registry.addInterceptor(language);
        registry.addInterceptor(new PermissionFirst(events));
        registry.addInterceptor(new SingleValues());
        registry.addInterceptor(new FrameInterceptor(frame));
    }

    @Bean
    LocaleResolver localeResolver(@Value("${server.servlet.session.cookie.secure:false}") boolean secure) {
        return new Language(secure);
    }

    @Bean
    FlashMapManager flashMapManager(
            InstanceSecret secret, @Value("${server.servlet.session.cookie.secure:false}") boolean secure) {
        return new FlashCookie(() -> secret.key("flash"), secure);
    }

    /** Icons as templates: {@code outline/printer} is the icon webjar's {@code icons/outline/printer.svg}. */
    @Bean
    ITemplateResolver iconTemplates() {
        String version = new WebJarVersionLocator().version(ICONS);
        ClassLoaderTemplateResolver icons = new ClassLoaderTemplateResolver();
        icons.setName("icons");
        icons.setOrder(1);
        icons.setResolvablePatterns(Set.of("outline/*"));
        icons.setPrefix("META-INF/resources/webjars/" + ICONS + "/" + version + "/icons/");
        icons.setSuffix(".svg");
        icons.setTemplateMode(TemplateMode.HTML);
        icons.setCheckExistence(true);
        return icons;
    }
}

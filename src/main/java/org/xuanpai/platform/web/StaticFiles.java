package org.xuanpai.platform.web;

import java.time.Duration;
import java.util.List;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.CacheControl;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.resource.VersionResourceResolver;

/**
 * The files that pages ask for, each under the fingerprint of its content, so that a browser may keep it for good. They have
 * addresses of their own: with one handler for every address, each link of each page would be searched for in all jars.
 */
@Configuration(proxyBeanMethods = false)
class StaticFiles implements WebMvcConfigurer {

    private static final List<String> FOLDERS = List.of("css", "js", "images");
    private static final CacheControl FOR_GOOD = CacheControl.maxAge(Duration.ofDays(365));

    StaticFiles() {}

    @Override
    public void addResourceHandlers(ResourceHandlerRegistry registry) {
        FOLDERS.forEach(folder -> add(registry, folder, "classpath:/static/" + folder + "/"));
        add(registry, "webjars", "classpath:/META-INF/resources/webjars/");
    }

    private static void add(ResourceHandlerRegistry registry, String folder, String location) {
        registry.addResourceHandler("/" + folder + "/**")
                .addResourceLocations(location)
                .setCacheControl(FOR_GOOD)
                .resourceChain(true)
                .addResolver(new VersionResourceResolver().addContentVersionStrategy("/**"));
    }
}

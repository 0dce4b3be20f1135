package org.xuanpai.platform.security;

import java.util.Set;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.ProviderManager;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.authentication.UsernamePasswordAuthenticationFilter;
import org.springframework.security.web.authentication.logout.HeaderWriterLogoutHandler;
import org.springframework.security.web.firewall.RequestRejectedHandler;
import org.springframework.security.web.firewall.StrictHttpFirewall;
import org.springframework.security.web.header.writers.ClearSiteDataHeaderWriter;
import org.springframework.security.web.header.writers.ClearSiteDataHeaderWriter.Directive;
import org.xuanpai.platform.CurrentUsers;
import org.xuanpai.platform.LogIns;
import org.xuanpai.platform.Section;

/**
 * The one filter chain. Everything is denied that is not listed; whoever is signed in may ask for a section's pages, and the
 * service methods behind them decide. Headers are set by {@link ResponseHeaders}.
 */
@Configuration(proxyBeanMethods = false)
@ConditionalOnWebApplication
class SecurityConfiguration {

    /** Of the webjars only what pages ask for, by its plain address or with its version and the fingerprint of its content. */
    private static final String[] FILES = {
        "/css/**",
        "/js/**",
        "/images/**",
        "/webjars/tabler__core/dist/css/tabler.min*.css",
        "/webjars/tabler__core/*/dist/css/tabler.min*.css"
    };

    @Bean
    SecurityFilterChain securityFilterChain(
            HttpSecurity http,
            AuthenticationProvider passwords,
            CurrentUsers users,
            LogIns logIns,
            ApplicationEventPublisher events) {
        AskedPage asked = new AskedPage();
        SignInHandlers signIn = new SignInHandlers(asked, logIns, events);
        return http.authorizeHttpRequests(requests -> requests.requestMatchers(HttpMethod.GET, FILES)
                        .permitAll()
                        // what is published as a public notice is for everybody
                        .requestMatchers(HttpMethod.GET, "/notices")
                        .permitAll()
                        .requestMatchers("/login", "/set-up", "/account/activation/*", "/error")
                        .permitAll()
                        .requestMatchers(HttpMethod.GET, "/actuator/health/**")
                        .permitAll()
                        .requestMatchers("/", "/account/**")
                        .authenticated()
                        .requestMatchers(Section.paths().toArray(String[]::new))
                        .authenticated()
                        .anyRequest()
                        .denyAll())
                .authenticationManager(new ProviderManager(passwords))
                .securityContext(context -> context.securityContextRepository(new DutySession(users)))
                // not just a new id: the half day that a session lasts begins anew
                .sessionManagement(sessions -> sessions.sessionFixation(fixation -> fixation.newSession()))
                .requestCache(cache -> cache.requestCache(asked.cache()))
                .csrf(csrf -> csrf.csrfTokenRepository(new SessionTextCsrfTokens()))
                .exceptionHandling(failures -> failures.authenticationEntryPoint(new LogInFirst("/login"))
                        .accessDeniedHandler(new ExpiredToken()))
                .formLogin(form -> form.loginPage("/login")
                        .successHandler(signIn.success())
                        .failureHandler(signIn.failure()))
                .logout(logout -> logout.addLogoutHandler(signIn.leaving())
                        .addLogoutHandler(new HeaderWriterLogoutHandler(
                                new ClearSiteDataHeaderWriter(Directive.CACHE, Directive.STORAGE)))
                        .logoutSuccessUrl("/login?logout")
                        .deleteCookies("xuanpai"))
                .addFilterBefore(new OneLogIn("/login"), UsernamePasswordAuthenticationFilter.class)
                .addFilterBefore(new ScopeContextFilter(), AuthorizationFilter.class)
                .headers(headers -> headers.disable())
                .build();
    }

    @Bean
    StrictHttpFirewall httpFirewall(@Value("${xuanpai.hosts}") Set<String> hosts) {
        return new OwnAddress(hosts);
    }

    /** Left to the filter outside, which shows the page for a bad request. */
    @Bean
    RequestRejectedHandler requestRejectedHandler() {
        return (request, response, rejected) -> {
            throw rejected;
        };
    }
}

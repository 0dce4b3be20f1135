package org.xuanpai.platform.security;

import java.util.Arrays;
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
import org.springframework.security.web.header.writers.CrossOriginOpenerPolicyHeaderWriter.CrossOriginOpenerPolicy;
import org.springframework.security.web.header.writers.CrossOriginResourcePolicyHeaderWriter.CrossOriginResourcePolicy;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.savedrequest.CookieRequestCache;
import org.xuanpai.platform.CurrentUsers;
import org.xuanpai.platform.Section;

/**
 * The one filter chain. Everything is denied that is not listed; whoever is signed in may ask for a section's pages, and the
 * service methods behind them decide.
 */
@Configuration(proxyBeanMethods = false)
@ConditionalOnWebApplication
class SecurityConfiguration {

    /** No inline script or style anywhere, nothing from other hosts (controls D3). */
    private static final String CONTENT_SECURITY_POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; "
            + "img-src 'self' data:; connect-src 'self'; font-src 'self'; form-action 'self'; base-uri 'none'; "
            + "frame-ancestors 'none'; object-src 'none'";

    private static final String PERMISSIONS_POLICY =
            "camera=(), microphone=(), geolocation=(), payment=(), usb=(), browsing-topics=()";

    @Bean
    SecurityFilterChain securityFilterChain(
            HttpSecurity http,
            AuthenticationProvider passwords,
            CurrentUsers users,
            java.time.Clock clock,
            ApplicationEventPublisher events) {
        DutySession session = new DutySession(users, clock);
        SignInHandlers signIn = new SignInHandlers(events);
        return http.authorizeHttpRequests(requests -> requests.requestMatchers(
                                HttpMethod.GET, "/css/**", "/js/**", "/webjars/**", "/favicon.svg")
                        .permitAll()
                        .requestMatchers("/login", "/set-up", "/account/activation/*", "/error")
                        .permitAll()
                        .requestMatchers(HttpMethod.GET, "/actuator/health/**")
                        .permitAll()
                        .requestMatchers("/", "/account/**")
                        .authenticated()
                        .requestMatchers(sectionPaths())
                        .authenticated()
                        .anyRequest()
                        .denyAll())
                .authenticationManager(new ProviderManager(passwords))
                .securityContext(context -> context.securityContextRepository(session))
                .requestCache(cache -> cache.requestCache(new CookieRequestCache()))
                .csrf(csrf -> csrf.csrfTokenRepository(new SessionTextCsrfTokens()))
                .formLogin(form -> form.loginPage("/login")
                        .successHandler(signIn.success())
                        .failureHandler(signIn.failure()))
                .logout(logout -> logout.logoutSuccessUrl("/login?logout").deleteCookies("xuanpai"))
                .addFilterBefore(new ScopeContextFilter(), AuthorizationFilter.class)
                .headers(headers -> headers.contentSecurityPolicy(csp -> csp.policyDirectives(CONTENT_SECURITY_POLICY))
                        .referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.NO_REFERRER))
                        .permissionsPolicyHeader(permissions -> permissions.policy(PERMISSIONS_POLICY))
                        .crossOriginOpenerPolicy(coop -> coop.policy(CrossOriginOpenerPolicy.SAME_ORIGIN))
                        .crossOriginResourcePolicy(corp -> corp.policy(CrossOriginResourcePolicy.SAME_ORIGIN)))
                .build();
    }

    private static String[] sectionPaths() {
        return Arrays.stream(Section.values())
                .map(section -> section.path())
                .flatMap(path -> Arrays.stream(new String[] {path, path + "/**"}))
                .toArray(String[]::new);
    }
}

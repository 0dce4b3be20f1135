package org.xuanpai.platform;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.springframework.boot.Banner;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.Environment;

/**
 * Starts the application: serves, or, when a word without dashes is among the arguments, does the one thing that word names
 * and exits. Exit code 0, or 2 after one line that says what is wrong.
 */
public final class Launcher {

    /** The property that names the command being done; not set while serving. */
    public static final String COMMAND = "xuanpai.command";

    /** The property with the fingerprint of the certificate that the application made for itself; not set under another one. */
    public static final String OWN_CERTIFICATE = "xuanpai.own-certificate";

    private static final int FAILURE = 2;

    private Launcher() {}

    public static void launch(Class<?> application, String[] args) {
        Optional<String> command = Arrays.stream(args)
                .filter(argument -> !argument.startsWith("--"))
                .findFirst();
        try {
            if (command.isEmpty()) {
                serve(application, args);
            } else {
                run(application, command.get(), args);
                System.exit(0);
            }
        } catch (SpringApplication.AbandonedRunException e) {
            throw e;
        } catch (CommandFailed e) {
            StartFailures.print(String.valueOf(e.getMessage()));
            System.exit(FAILURE);
        } catch (RuntimeException e) {
            System.exit(FAILURE); // StartFailures has said why
        }
    }

    private static void serve(Class<?> application, String[] args) {
        ConfigurableApplicationContext context = new SpringApplication(application).run(args);
        if (context instanceof WebServerApplicationContext web) {
            Environment environment = context.getEnvironment();
            System.out.println("Xuanpai: " + url(web, environment));
            Optional.ofNullable(environment.getProperty(OWN_CERTIFICATE))
                    .ifPresent(print -> System.out.println("Its own certificate, SHA-256 " + print));
        }
    }

    /** The address that a user of this computer types, or of another one where others are let in. */
    private static String url(WebServerApplicationContext web, Environment environment) {
        boolean encrypted = environment.containsProperty("server.ssl.bundle")
                || environment.containsProperty("server.ssl.key-store")
                || environment.containsProperty("server.ssl.certificate");
        String host = encrypted
                ? environment.getRequiredProperty("xuanpai.hosts", String[].class)[0]
                : environment.getProperty("server.address", "localhost");
        return (encrypted ? "https" : "http") + "://" + host + ":"
                + Objects.requireNonNull(web.getWebServer()).getPort()
                + environment.getProperty("server.servlet.context-path", "") + "/";
    }

    private static void run(Class<?> application, String word, String[] args) throws CommandFailed {
        SpringApplication spring = new SpringApplication(application);
        spring.setWebApplicationType(WebApplicationType.NONE);
        spring.setBannerMode(Banner.Mode.OFF);
        spring.setLogStartupInfo(false);
        // standard output belongs to the command
        spring.setDefaultProperties(Map.of(COMMAND, word, "logging.threshold.console", "OFF"));
        spring.addInitializers(context -> context.addBeanFactoryPostProcessor(new KnownCommands(word)));
        String[] settings = Arrays.stream(args).filter(Launcher::isSetting).toArray(String[]::new);
        List<String> arguments = new ArrayList<>(
                Arrays.stream(args).filter(argument -> !isSetting(argument)).toList());
        arguments.remove(word);
        try (ConfigurableApplicationContext context = spring.run(settings)) {
            ConsoleCommand command = context.getBeansOfType(ConsoleCommand.class).values().stream()
                    .filter(candidate -> candidate.name().equals(word))
                    .findFirst()
                    .orElseThrow(() -> new IllegalStateException("The command " + word + " has another class name"));
            work(command, arguments);
        }
    }

    private static void work(ConsoleCommand command, List<String> arguments) throws CommandFailed {
        try {
            command.run(arguments, System.out);
        } catch (RuntimeException e) {
            throw new CommandFailed(StartFailures.describe(e));
        }
    }

    /** Settings have a dot in their name, such as {@code --xuanpai.data-dir=DIR}; options of commands have none. */
    private static boolean isSetting(String argument) {
        return argument.startsWith("--") && argument.replaceFirst("=.*", "").contains(".");
    }
}

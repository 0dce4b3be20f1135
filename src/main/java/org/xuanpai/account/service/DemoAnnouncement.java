package org.xuanpai.account.service;

import java.io.PrintStream;
import java.util.stream.Collectors;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.stereotype.Component;
import org.xuanpai.account.DemoAccess;
import org.xuanpai.account.DemoAccess.DemoAccount;

/** Prints the demo accounts and their password on the console, just before the address. */
@Component
@ConditionalOnBooleanProperty("xuanpai.demo")
@ConditionalOnWebApplication
class DemoAnnouncement implements ApplicationRunner {

    private final DemoAccess demo;
    private final PrintStream console = System.out;

    DemoAnnouncement(DemoAccess demo) {
        this.demo = demo;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        console.println("demo accounts, all with the password " + demo.password() + ":");
        console.println(demo.accounts().stream().map(DemoAccount::username).collect(Collectors.joining(" ")));
    }
}

package org.xuanpai.account.service;

import java.io.PrintStream;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.stereotype.Component;

/** Prints the set-up code on the console of every start until the set-up is done. */
@Component
@ConditionalOnWebApplication
class SetUpAnnouncement implements ApplicationRunner {

    private final SetUpService setUp;
    private final PrintStream console = System.out;

    SetUpAnnouncement(SetUpService setUp) {
        this.setUp = setUp;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        if (setUp.isOpen()) {
            console.println("set-up code: " + setUp.newCode());
            console.println("open /set-up in the browser and create the three administrators with it");
        }
    }
}

package org.xuanpai.platform;

import java.io.PrintStream;
import java.util.List;

/**
 * One word of the command line, such as {@code verify-audit}: does its work and the program exits. Implemented as a bean by
 * the feature that owns the work.
 */
public interface ConsoleCommand {

    /** The first word on the command line; the class is called after it: {@code verify-audit} is {@code VerifyAuditCommand}. */
    String name();

    /** One line for the list of commands: arguments and purpose. */
    String usage();

    /**
     * Does the work. Figures are printed one a line as {@code name: number}.
     *
     * @param arguments the words after the name, options of Spring ({@code --xuanpai.…}, {@code --spring.…}) taken out
     * @throws CommandFailed with one line that says what is wrong; the program exits with 2
     */
    void run(List<String> arguments, PrintStream out) throws CommandFailed;
}

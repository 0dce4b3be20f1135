package org.xuanpai.division.controller;

import java.io.PrintStream;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.xuanpai.division.ListRejected;
import org.xuanpai.division.service.ImportFigures;
import org.xuanpai.division.service.ListImportService;
import org.xuanpai.platform.CommandFailed;
import org.xuanpai.platform.ConsoleCommand;
import org.xuanpai.platform.ScopeContext;
import org.xuanpai.shared.CurrentUser;
import org.xuanpai.shared.Role;

/** {@code import-divisions FILE-OR-FOLDER [--county=CODE] [--as-of=DATE]}. */
@Component
class ImportDivisionsCommand implements ConsoleCommand {

    /** The day the newest published list describes (domain-rules §10). */
    private static final LocalDate NEWEST_LIST = LocalDate.of(2023, 6, 30);

    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("uuuu-MM-dd", Locale.ROOT).withResolverStyle(ResolverStyle.STRICT);

    private final ListImportService imports;
    private final MessageSource messages;

    ImportDivisionsCommand(ListImportService imports, MessageSource messages) {
        this.imports = imports;
        this.messages = messages;
    }

    @Override
    public String name() {
        return "import-divisions";
    }

    @Override
    public String usage() {
        return text("division.import.usage");
    }

    @Override
    public void run(List<String> arguments, PrintStream out) throws CommandFailed {
        List<String> paths = new ArrayList<>();
        @Nullable String county = null;
        LocalDate asOf = NEWEST_LIST;
        for (String argument : arguments) {
            if (argument.startsWith("--county=")) {
                county = argument.substring("--county=".length());
            } else if (argument.startsWith("--as-of=")) {
                asOf = day(argument.substring("--as-of=".length()));
            } else if (argument.startsWith("--")) {
                throw new CommandFailed(text("division.import.option", argument));
            } else {
                paths.add(argument);
            }
        }
        if (paths.size() != 1) {
            throw new CommandFailed(usage());
        }
        print(bringIn(path(paths.get(0)), county, asOf, out), out);
    }

    private ImportFigures bringIn(Path path, @Nullable String county, LocalDate asOf, PrintStream out)
            throws CommandFailed {
        CurrentUser importer = CurrentUser.system(Role.SYSTEM_IMPORTER);
        try {
            return ScopeContext.call(
                    importer,
                    () -> imports.importList(importer, path, county, asOf, (file, rows) -> {
                        out.println("reading " + file.fileName() + " " + rows);
                        out.flush();
                    }));
        } catch (ListRejected rejected) {
            throw new CommandFailed(text(rejected.key(), rejected.arguments().toArray()));
        }
    }

    private static void print(ImportFigures figures, PrintStream out) {
        figures.read().forEach((file, count) -> out.println(file.word() + ": " + count));
        out.println("added: " + figures.added());
        out.println("renamed: " + figures.renamed());
        out.println("unchanged: " + figures.unchanged());
        out.println("kept-local: " + figures.keptLocal());
        out.flush();
    }

    private LocalDate day(String text) throws CommandFailed {
        try {
            return LocalDate.parse(text, DAY);
        } catch (DateTimeParseException noDay) {
            throw new CommandFailed(text("division.import.date", text));
        }
    }

    private Path path(String text) throws CommandFailed {
        try {
            return Path.of(text);
        } catch (InvalidPathException noPath) {
            throw new CommandFailed(text("division.import.missing", text.replace('\0', '?')));
        }
    }

    /** A console may not show Chinese: it gets it only when its language is Chinese. Numbers are written plainly. */
    private String text(String key, Object... arguments) {
        Locale locale = "zh".equals(Locale.getDefault().getLanguage()) ? Locale.CHINESE : Locale.ENGLISH;
        Object[] plain = Arrays.stream(arguments).map(Object::toString).toArray();
        return messages.getMessage(key, plain, locale).lines().findFirst().orElse(key);
    }
}

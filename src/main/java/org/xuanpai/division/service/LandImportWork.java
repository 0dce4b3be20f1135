package org.xuanpai.division.service;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.xuanpai.division.repository.ListedDivisions;
import org.xuanpai.platform.JobView;
import org.xuanpai.platform.JobWork;
import org.xuanpai.shared.CurrentUser;

/** The import of a county's own units as a job: lays the files down, brings them in, says what it found, cleans up. */
@Component
class LandImportWork implements JobWork {

    private static final Logger LOG = LoggerFactory.getLogger(LandImportWork.class);

    private final ListImportService imports;

    LandImportWork(ListImportService imports) {
        this.imports = imports;
    }

    @Override
    public String kind() {
        return LandImportService.KIND;
    }

    @Override
    public void run(CurrentUser user, Run run) {
        Path folder = folder();
        try {
            layDown(folder, run.files());
            Path list = run.files().size() == 1 ? folder.resolve("list.zip") : folder;
            OwnImport found = imports.importOwnCounty(
                    user,
                    list,
                    run.files().get(0).name(),
                    LandImportService.day(run.argument()),
                    (file, rows) -> run.progress(file.word(), rows, 0));
            run.say(
                    found.isDone()
                            ? new JobView.Line("CONFIRMED", String.valueOf(found.seenBefore()), "", null)
                            : ImportLooks.look(found.sha256()));
            run.say(figure(found.isDone() ? "added" : "toAdd", found.added().size()));
            run.say(figure("unchanged", found.unchanged()));
            run.say(figure("renamed", found.renamed().size()));
            run.say(figure("missing", found.missing().size()));
            found.added().forEach(unit -> run.say(added(unit, found.isDone())));
            say(run, "RENAMED", found.renamed());
            say(run, "MISSING", found.missing());
        } finally {
            remove(folder);
        }
    }

    private static JobView.Line figure(String word, long count) {
        return new JobView.Line("FIGURE", word, String.valueOf(count), null);
    }

    /** A unit that is not there yet has no page. */
    private static JobView.Line added(ListedDivisions.Found unit, boolean there) {
        return new JobView.Line(
                there ? "ADDED" : "TO_ADD", unit.code() + " " + unit.name(), "", there ? unit.id() : null);
    }

    private static void say(Run run, String kind, List<ListedDivisions.Found> found) {
        found.forEach(
                unit -> run.say(new JobView.Line(kind, unit.code() + " " + unit.name(), unit.listed(), unit.id())));
    }

    private static Path folder() {
        try {
            return Files.createTempDirectory("xuanpai-list");
        } catch (IOException full) {
            throw new UncheckedIOException(full);
        }
    }

    /** Names from outside name no file here. */
    private static void layDown(Path folder, List<JobFile> files) {
        try {
            for (JobFile file : files) {
                Path target = files.size() == 1 ? folder.resolve("list.zip") : folder.resolve(known(file.name()));
                Files.write(target, file.content());
            }
        } catch (IOException full) {
            throw new UncheckedIOException(full);
        }
    }

    private static String known(String name) {
        for (ListFile file : ListFile.values()) {
            if (file.fileName().equals(name)) {
                return file.fileName();
            }
        }
        throw new IllegalArgumentException("not a file of the list");
    }

    /** The import is done by then, or has failed for a reason of its own: files that stay behind change nothing about it. */
    static void remove(Path folder) {
        try (Stream<Path> paths = Files.walk(folder)) {
            for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(path);
            }
        } catch (IOException | UncheckedIOException left) {
            LOG.warn("The files of an import were not removed: {}", folder, left);
        }
    }
}

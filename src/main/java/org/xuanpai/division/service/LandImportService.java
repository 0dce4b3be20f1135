package org.xuanpai.division.service;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.xuanpai.audit.AuditTrail;
import org.xuanpai.audit.TrailEvent;
import org.xuanpai.division.Divisions;
import org.xuanpai.division.ListRejected;
import org.xuanpai.division.MayEditLand;
import org.xuanpai.division.UnitView;
import org.xuanpai.platform.JobView;
import org.xuanpai.platform.JobWork.JobFile;
import org.xuanpai.platform.Jobs;
import org.xuanpai.shared.CurrentUser;
import org.xuanpai.shared.NotFound;

/** A county's organizers bring their own county's units in from the published list, as a job that can be left. */
@Service
@Transactional
public class LandImportService {

    static final String KIND = "land-import";

    private static final int LATEST = 10;
    private static final byte[] ZIP = {'P', 'K', 3, 4};

    private final Jobs jobs;
    private final Divisions divisions;
    private final AuditTrail trail;
    private final Clock clock;

    LandImportService(Jobs jobs, Divisions divisions, AuditTrail trail, Clock clock) {
        this.jobs = jobs;
        this.divisions = divisions;
        this.trail = trail;
        this.clock = clock;
    }

    /**
     * Orders the import of the own county.
     *
     * @param files one zip file, or the five files of the list
     * @param asOf the day the list describes
     * @throws ListRejected when it is neither
     * @throws org.xuanpai.platform.JobRunning while an import of the county is at work
     */
    @MayEditLand
    public UUID order(CurrentUser user, List<JobFile> files, LocalDate asOf) {
        if (asOf.isAfter(LocalDate.now(clock))) {
            throw new ListRejected("asOf", asOf);
        }
        boolean zip = files.size() == 1 && isZip(files.get(0).content());
        boolean list = Arrays.stream(ListFile.values())
                .allMatch(file -> files.stream().anyMatch(sent -> sent.name().equals(file.fileName())));
        if (!zip && (!list || files.size() != ListFile.values().length)) {
            throw new ListRejected("neither");
        }
        UUID id = jobs.order(user, KIND, asOf.toString(), files);
        trail.record(
                TrailEvent.of("division.importOrdered", files.get(0).name(), id).with("asOf", asOf));
        return id;
    }

    /** The county whose units are brought in; the list has to name it by its code. */
    @MayEditLand
    @Transactional(readOnly = true)
    public UnitView county(CurrentUser user) {
        return user.scope().counties().stream()
                .findFirst()
                .flatMap(divisions::unit)
                .orElseThrow(NotFound::new);
    }

    /**
     * How far an import is.
     *
     * @throws NotFound for a foreign or missing one
     */
    @MayEditLand
    @Transactional(readOnly = true)
    public JobView job(CurrentUser user, UUID id) {
        return jobs.find(user, id).orElseThrow(NotFound::new);
    }

    /** The latest imports of the county. */
    @MayEditLand
    @Transactional(readOnly = true)
    public List<JobView> latest(CurrentUser user) {
        return jobs.latest(user, KIND, LATEST);
    }

    static boolean isZip(byte[] content) {
        return content.length > ZIP.length && Arrays.equals(content, 0, ZIP.length, ZIP, 0, ZIP.length);
    }

    static LocalDate day(String argument) {
        try {
            return LocalDate.parse(argument);
        } catch (DateTimeException broken) {
            throw new IllegalStateException(broken);
        }
    }
}

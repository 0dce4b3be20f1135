package org.xuanpai.division.service;

import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.xuanpai.audit.AuditTrail;
import org.xuanpai.audit.TrailEvent;
import org.xuanpai.division.DivisionLevel;
import org.xuanpai.division.ListRejected;
import org.xuanpai.division.MayEditLand;
import org.xuanpai.division.MayImportLand;
import org.xuanpai.division.repository.ListedDivisions;
import org.xuanpai.shared.CurrentUser;
import org.xuanpai.shared.NotFound;

/**
 * Brings the published national list in, whole or for one county. All or nothing in one transaction; a second run adds
 * nothing; what was changed here is kept, and units the list lacks stay.
 */
@Service
@Transactional
public class ListImportService {

    private static final LocalDate EARLIEST = LocalDate.of(1949, 10, 1);
    private static final int STEP = 100_000;

    private final ListedDivisions listed;
    private final ImportLooks looks;
    private final AuditTrail trail;
    private final Clock clock;

    ListImportService(ListedDivisions listed, ImportLooks looks, AuditTrail trail, Clock clock) {
        this.listed = listed;
        this.looks = looks;
        this.trail = trail;
        this.clock = clock;
    }

    /**
     * Brings a list in.
     *
     * @param path a zip file or a folder with the five files
     * @param county the code of the only county wanted, or {@code null} for all
     * @param asOf the day the list describes
     * @throws ListRejected when anything in it is not as published; nothing is changed then
     */
    @MayImportLand
    public ImportFigures importList(
            CurrentUser user, Path path, @Nullable String county, LocalDate asOf, ImportListener listener) {
        if (county != null && !DivisionLevel.COUNTY.fits(county)) {
            throw new ListRejected("countyCode", county);
        }
        if (asOf.isBefore(EARLIEST) || asOf.isAfter(LocalDate.now(clock))) {
            throw new ListRejected("asOf", asOf);
        }
        try (PublishedList list = new PublishedList(path)) {
            if (!listed.tryLock()) {
                throw new ListRejected("running");
            }
            String sha256 = list.sha256();
            Map<ListFile, Long> read = takeIn(list, county == null ? new Wanted() : county(list, county), listener);
            check();
            ImportFigures figures = bringIn(read, asOf, sha256);
            record(figures, path, county, asOf);
            return figures;
        }
    }

    /**
     * Looks at what the list would add to the user's own county, and adds it when another organizer has looked at the same
     * content before: adding units takes two persons on a list as on a page (decision 21). What the list names otherwise or
     * lacks is found and left.
     *
     * @param path a zip file or a folder with the five files
     * @param name what the file is called where it comes from
     * @throws ListRejected when anything in it is not as published; nothing is changed then
     */
    @MayEditLand
    public OwnImport importOwnCounty(
            CurrentUser user, Path path, String name, LocalDate asOf, ImportListener listener) {
        String county = listed.countyCode(user.scope().countyArray()).orElseThrow(NotFound::new);
        try (PublishedList list = new PublishedList(path)) {
            if (!listed.tryLock()) {
                throw new ListRejected("running");
            }
            String sha256 = list.sha256();
            takeIn(list, county(list, county), listener);
            check();
            listed.match();
            OwnImport found = new OwnImport(
                    sha256,
                    looks.ofAnother(user, asOf, sha256).orElse(null),
                    listed.fresh(),
                    listed.unchanged(county),
                    listed.differing(county),
                    listed.missing(user.scope().countyArray()));
            if (found.isDone()) {
                listed.add(DivisionLevel.TOWNSHIP, asOf);
                listed.add(DivisionLevel.VILLAGE, asOf);
                listed.markListed(asOf);
            }
            record(found, name, county, asOf);
            return found;
        } catch (ListRejected rejected) {
            throw rejected.sent(path, name);
        }
    }

    private Map<ListFile, Long> takeIn(PublishedList list, Wanted wanted, ImportListener listener) {
        Map<ListFile, Long> read = new EnumMap<>(ListFile.class);
        try (ListedDivisions.Intake intake = listed.open()) {
            for (ListFile file : ListFile.values()) {
                long[] counts = new long[2];
                list.read(file, row -> {
                    if (wanted.takes(file, row)) {
                        intake.add(file.level(), row.line(), row.code(), row.name(), row.parentCode());
                        counts[0]++;
                    }
                    if (++counts[1] % STEP == 0) {
                        listener.read(file, counts[1]);
                    }
                });
                listener.read(file, counts[1]);
                read.put(file, counts[0]);
            }
        }
        return read;
    }

    private void check() {
        listed.contradiction().ifPresent(found -> {
            throw new ListRejected(
                    "twiceCode", fileOf(found.level()), found.firstLine(), found.secondLine(), found.code());
        });
        listed.orphan().ifPresent(found -> {
            throw new ListRejected("orphan", fileOf(found.level()), found.line(), found.code(), found.parentCode());
        });
    }

    private ImportFigures bringIn(Map<ListFile, Long> read, LocalDate asOf, String sha256) {
        listed.match();
        long added = 0;
        for (DivisionLevel level : DivisionLevel.values()) {
            added += listed.add(level, asOf);
        }
        long kept = listed.keptLocal();
        long renamed = listed.rename(asOf);
        listed.markListed(asOf);
        return new ImportFigures(read, added, renamed, listed.listed() - added - renamed - kept, kept, sha256);
    }

    private void record(OwnImport found, String name, String county, LocalDate asOf) {
        TrailEvent event = TrailEvent.of(found.isDone() ? "division.imported" : "division.importLookedAt", name, "")
                .with("asOf", asOf)
                .with("county", county)
                .with("sha256", found.sha256())
                .with("added", found.added().size())
                .with("renamed", found.renamed().size())
                .with("unchanged", found.unchanged());
        String first = found.seenBefore();
        trail.record(first == null ? event : event.with("proposedBy", first));
    }

    private void record(ImportFigures figures, Path path, @Nullable String county, LocalDate asOf) {
        TrailEvent event = TrailEvent.of("division.imported", String.valueOf(path.getFileName()), "")
                .with("asOf", asOf)
                .with("county", county == null ? "*" : county)
                .with("sha256", figures.sha256())
                .with("added", figures.added())
                .with("renamed", figures.renamed())
                .with("unchanged", figures.unchanged())
                .with("keptLocal", figures.keptLocal());
        for (Map.Entry<ListFile, Long> count : figures.read().entrySet()) {
            event = event.with(count.getKey().word(), count.getValue());
        }
        trail.record(event);
    }

    /** The county with the rows above it, found before the long files are read. */
    private static Wanted county(PublishedList list, String county) {
        Map<String, String> cityOf = new HashMap<>();
        list.read(ListFile.AREAS, row -> cityOf.put(row.code(), String.valueOf(row.parentCode())));
        String city = cityOf.get(county);
        if (city == null) {
            throw new ListRejected("unknownCounty", county);
        }
        Map<String, String> provinceOf = new HashMap<>();
        list.read(ListFile.CITIES, row -> provinceOf.put(row.code(), String.valueOf(row.parentCode())));
        Set<String> units = new HashSet<>(Set.of(county, city));
        String province = provinceOf.get(city);
        if (province != null) {
            units.add(province);
        }
        return new Wanted(units);
    }

    private static String fileOf(DivisionLevel level) {
        return ListFile.values()[level.ordinal()].fileName();
    }

    /** Which rows are taken: all, or those above, of and below one county. */
    private static final class Wanted {

        private final @Nullable Set<String> units;

        Wanted() {
            this.units = null;
        }

        Wanted(Set<String> units) {
            this.units = units;
        }

        boolean takes(ListFile file, ListRow row) {
            if (units == null || units.contains(row.code())) {
                return true;
            }
            boolean below = file.level().compareTo(DivisionLevel.COUNTY) > 0
                    && row.parentCode() != null
                    && units.contains(row.parentCode());
            if (below && file.level() == DivisionLevel.TOWNSHIP) {
                units.add(row.code());
            }
            return below;
        }
    }
}

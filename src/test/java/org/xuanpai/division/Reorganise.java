package org.xuanpai.division;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.xuanpai.division.ProposeReorganisation.Part;
import org.xuanpai.division.service.ReorganisationService;
import org.xuanpai.fixture.TestCounty;
import org.xuanpai.platform.ScopeContext;
import org.xuanpai.shared.CurrentUser;

/** Changes a county's land by two organizers, as tests need it. */
public final class Reorganise {

    private static final String REASON = "省政府批复〔2026〕12号";

    private final ReorganisationService service;

    public Reorganise(ReorganisationService service) {
        this.service = service;
    }

    /** Proposed by the first organizer, confirmed by the second. */
    public UUID done(TestCounty county, ProposeReorganisation wanted) {
        UUID id = proposed(county, wanted);
        confirmed(county, id);
        return id;
    }

    public UUID proposed(TestCounty county, ProposeReorganisation wanted) {
        CurrentUser first = county.first().user();
        return ScopeContext.call(first, () -> service.propose(first, wanted));
    }

    public void confirmed(TestCounty county, UUID id) {
        CurrentUser second = county.second().user();
        ScopeContext.run(second, () -> service.confirm(second, id));
    }

    public static ProposeReorganisation add(UUID parent, Part unit, LocalDate day) {
        return wanted(ReorganisationKind.ADD, parent, day, List.of(unit), List.of(), false, Map.of());
    }

    public static ProposeReorganisation rename(UUID unit, String code, String name, LocalDate day) {
        return wanted(
                ReorganisationKind.RENAME, unit, day, List.of(new Part(code, name, null)), List.of(), false, Map.of());
    }

    public static ProposeReorganisation close(UUID unit, LocalDate day) {
        return wanted(ReorganisationKind.CLOSE, unit, day, List.of(), List.of(), false, Map.of());
    }

    public static ProposeReorganisation mergeInto(UUID unit, LocalDate day, UUID... others) {
        return wanted(ReorganisationKind.MERGE, unit, day, List.of(), List.of(others), true, Map.of());
    }

    public static ProposeReorganisation mergeAsNew(Part successor, LocalDate day, UUID unit, UUID... others) {
        return wanted(ReorganisationKind.MERGE, unit, day, List.of(successor), List.of(others), false, Map.of());
    }

    public static ProposeReorganisation split(
            UUID unit, boolean stays, LocalDate day, List<Part> parts, Map<UUID, Integer> villages) {
        return wanted(ReorganisationKind.SPLIT, unit, day, parts, List.of(), stays, villages);
    }

    public static ProposeReorganisation move(UUID to, LocalDate day, UUID... villages) {
        return wanted(ReorganisationKind.MOVE, to, day, List.of(), List.of(villages), true, Map.of());
    }

    private static ProposeReorganisation wanted(
            ReorganisationKind kind,
            UUID unit,
            LocalDate day,
            List<Part> parts,
            List<UUID> others,
            boolean stays,
            Map<UUID, Integer> villages) {
        return new ProposeReorganisation(kind, unit, day, REASON, parts, others, stays, villages);
    }
}

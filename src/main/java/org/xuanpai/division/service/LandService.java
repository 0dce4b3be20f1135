package org.xuanpai.division.service;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Instant;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.xuanpai.audit.AuditTrail;
import org.xuanpai.audit.TrailEvent;
import org.xuanpai.division.CodeDoesNotFit;
import org.xuanpai.division.CodeInUse;
import org.xuanpai.division.DivisionLevel;
import org.xuanpai.division.MayEditLand;
import org.xuanpai.division.MayImportLand;
import org.xuanpai.division.entity.Division;
import org.xuanpai.division.repository.DivisionRepository;
import org.xuanpai.shared.CurrentUser;
import org.xuanpai.shared.DivisionCode;
import org.xuanpai.shared.NotFound;
import org.xuanpai.shared.Sha256;

/** Makes and changes units by hand. What is done here is never undone by an import. */
@Service
@Transactional
public class LandService {

    private final DivisionRepository units;
    private final AuditTrail trail;
    private final Clock clock;

    LandService(DivisionRepository units, AuditTrail trail, Clock clock) {
        this.units = units;
        this.trail = trail;
        this.clock = clock;
    }

    /**
     * Brings a set of units in, parents before children, with one entry in the trail.
     *
     * @return the ids by code, in the given order
     */
    @MayImportLand
    public Map<String, UUID> addUnits(CurrentUser importer, List<NewUnit> wanted) {
        Map<String, Division> made = new LinkedHashMap<>();
        MessageDigest digest = Sha256.begin();
        for (NewUnit unit : wanted) {
            made.put(unit.code().value(), add(unit, made));
            digest.update((unit + "\n").getBytes(StandardCharsets.UTF_8));
        }
        trail.record(TrailEvent.of("division.unitsAdded", String.valueOf(made.size()), "")
                .with("units", made.size())
                .with("sha256", HexFormat.of().formatHex(digest.digest())));
        Map<String, UUID> ids = new LinkedHashMap<>();
        made.forEach((code, unit) -> ids.put(code, unit.id()));
        return ids;
    }

    /**
     * Adds a township or village to the own county.
     *
     * @throws NotFound when the unit above is not of the own county
     */
    @MayEditLand
    public UUID addUnit(CurrentUser user, NewUnit wanted) {
        if (wanted.level().compareTo(DivisionLevel.COUNTY) <= 0) {
            throw new CodeDoesNotFit(wanted.code().value());
        }
        Division parent = parentOf(wanted, Map.of());
        if (units.findById(user.scope(), parent.id()).isEmpty()) {
            throw new NotFound();
        }
        Division unit = add(wanted, Map.of(parent.code(), parent));
        trail.record(TrailEvent.of("division.unitAdded", unit.name(), unit.id()).with("code", unit.code()));
        return unit.id();
    }

    /** Gives a unit of the own county another name. */
    @MayEditLand
    public void rename(CurrentUser user, UUID id, String name) {
        Division unit = units.findById(user.scope(), id).orElseThrow(NotFound::new);
        String before = unit.name();
        unit.rename(name, clock.instant());
        trail.record(TrailEvent.of("division.renamed", unit.name(), id).with("before", before));
    }

    private Division add(NewUnit wanted, Map<String, Division> made) {
        units.findByCode(wanted.code().value()).ifPresent(existing -> {
            throw new CodeInUse(existing.code(), existing.name());
        });
        Instant now = clock.instant();
        Division unit = wanted.parentCode() == null
                ? Division.province(wanted.code(), wanted.name(), wanted.validFrom(), now)
                : parentOf(wanted, made).add(wanted.level(), wanted.code(), wanted.name(), wanted.validFrom(), now);
        return units.saveAndFlush(unit);
    }

    private Division parentOf(NewUnit wanted, Map<String, Division> made) {
        DivisionCode code = wanted.parentCode();
        if (code == null) {
            throw new CodeDoesNotFit(wanted.code().value());
        }
        Division parent = made.get(code.value());
        return parent != null ? parent : units.findByCode(code.value()).orElseThrow(NotFound::new);
    }
}

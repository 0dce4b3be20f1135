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
import org.xuanpai.division.MayImportLand;
import org.xuanpai.division.entity.Division;
import org.xuanpai.division.repository.DivisionRepository;
import org.xuanpai.shared.CurrentUser;
import org.xuanpai.shared.DivisionCode;
import org.xuanpai.shared.NotFound;
import org.xuanpai.shared.Sha256;

/** Brings sets of units in that are on no published list. What is done here is never undone by an import. */
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

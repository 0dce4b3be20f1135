package org.xuanpai.division.controller;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.BindingResult;
import org.xuanpai.division.ProposeReorganisation;
import org.xuanpai.division.ProposeReorganisation.Part;
import org.xuanpai.division.ReorganisationKind;
import org.xuanpai.division.service.UnitFacts;
import org.xuanpai.shared.PlainText;

/** What an organizer types to propose a change of the land; bound through its setters. */
class ReorganisationForm {

    /** A form has room for so many new units; more of them are rare and go in a second step. */
    static final int MOST_PARTS = 4;

    @NotNull(message = "{division.reorganisation.effectiveOn.missing}")
    private @Nullable LocalDate effectiveOn;

    @NotBlank(message = "{division.reorganisation.reason.missing}")
    @PlainText(max = 500)
    private @Nullable String reason;

    private boolean stays;
    private @Nullable UUID target;
    private List<@Nullable UUID> others = new ArrayList<>();
    private Map<@Nullable UUID, @Nullable Integer> villages = new LinkedHashMap<>();

    // as many as there can be: a request adds none
    private List<@Valid PartForm> parts =
            Stream.generate(PartForm::new).limit(MOST_PARTS).collect(Collectors.toCollection(ArrayList::new));

    /** As it is offered: a renaming begins with what is, and what is split mostly goes on, with the villages that go nowhere. */
    static ReorganisationForm of(ReorganisationKind what, UnitFacts unit) {
        ReorganisationForm form = new ReorganisationForm();
        form.stays = what == ReorganisationKind.SPLIT;
        if (what == ReorganisationKind.RENAME) {
            form.parts.get(0).setName(unit.name());
            form.parts.get(0).setCode(unit.code());
        }
        return form;
    }

    /** Says what is not chosen or typed, and of every part whether it has a code without a name, or a name without a code. */
    void checkParts(ReorganisationKind what, BindingResult result) {
        boolean wanted = switch (what) {
            case ADD, RENAME, SPLIT -> true;
            case MERGE -> !stays;
            case CLOSE, MOVE -> false;
        };
        if (wanted && parts.stream().allMatch(PartForm::isEmpty)) {
            result.rejectValue(
                    "parts[0].name",
                    what == ReorganisationKind.MERGE
                            ? "division.reorganisation.part.missingOrStays"
                            : "division.reorganisation.part.missing");
        }
        if ((what == ReorganisationKind.MERGE || what == ReorganisationKind.MOVE) && others.isEmpty()) {
            result.rejectValue("others", "division.reorganisation.others.missing");
        }
        for (int at = 0; at < parts.size(); at++) {
            PartForm part = parts.get(at);
            if (part.getCode().isBlank() != part.getName().isBlank()) {
                result.rejectValue(
                        "parts[" + at + "].name",
                        what == ReorganisationKind.SPLIT
                                ? "division.reorganisation.part.incomplete"
                                : "division.reorganisation.part.missing");
            }
        }
    }

    /** What is wanted, once the form has no fault. */
    ProposeReorganisation toProposal(ReorganisationKind what, UUID start) {
        UUID to = target;
        List<Part> wanted = new ArrayList<>();
        Map<Integer, Integer> rows = new LinkedHashMap<>();
        for (int at = 0; at < parts.size(); at++) {
            PartForm part = parts.get(at);
            if (!part.getCode().isBlank() && !(what == ReorganisationKind.MERGE && stays)) {
                rows.put(at, wanted.size());
                wanted.add(new Part(part.getCode().strip(), part.getName(), part.isIndustrial()));
            }
        }
        Map<UUID, Integer> assigned = new LinkedHashMap<>();
        villages.forEach((village, row) -> {
            if (village != null && row != null && row >= 0) {
                assigned.put(village, rows.getOrDefault(row, -1));
            }
        });
        boolean move = what == ReorganisationKind.MOVE;
        return new ProposeReorganisation(
                what,
                move && to != null ? to : start,
                Objects.requireNonNull(effectiveOn),
                Objects.requireNonNull(reason),
                wanted,
                // an empty choice is none, and a request may skip places
                others.stream().filter(Objects::nonNull).toList(),
                stays,
                assigned);
    }

    public @Nullable LocalDate getEffectiveOn() {
        return effectiveOn;
    }

    public void setEffectiveOn(@Nullable LocalDate effectiveOn) {
        this.effectiveOn = effectiveOn;
    }

    public @Nullable String getReason() {
        return reason;
    }

    public void setReason(@Nullable String reason) {
        this.reason = reason;
    }

    public boolean isStays() {
        return stays;
    }

    public void setStays(boolean stays) {
        this.stays = stays;
    }

    public @Nullable UUID getTarget() {
        return target;
    }

    public void setTarget(@Nullable UUID target) {
        this.target = target;
    }

    public List<@Nullable UUID> getOthers() {
        return others;
    }

    public void setOthers(List<@Nullable UUID> others) {
        this.others = others;
    }

    public Map<@Nullable UUID, @Nullable Integer> getVillages() {
        return villages;
    }

    public void setVillages(Map<@Nullable UUID, @Nullable Integer> villages) {
        this.villages = villages;
    }

    public List<PartForm> getParts() {
        return parts;
    }

    public void setParts(List<PartForm> parts) {
        this.parts = parts;
    }

    /** A unit that comes into being, or the new name and code of one. */
    static class PartForm {

        @PlainText(max = 12, singleLine = true)
        private String code = "";

        @PlainText(max = 100, singleLine = true)
        private String name = "";

        private boolean industrial;

        private boolean isEmpty() {
            return code.isBlank() && name.isBlank();
        }

        public String getCode() {
            return code;
        }

        public void setCode(String code) {
            this.code = code;
        }

        public String getName() {
            return name;
        }

        public void setName(String name) {
            this.name = name;
        }

        public boolean isIndustrial() {
            return industrial;
        }

        public void setIndustrial(boolean industrial) {
            this.industrial = industrial;
        }
    }
}

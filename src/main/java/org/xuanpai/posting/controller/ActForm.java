package org.xuanpai.posting.controller;

import java.time.LocalDate;
import java.util.EnumSet;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.Errors;
import org.xuanpai.posting.EndKind;
import org.xuanpai.posting.StepEntry;
import org.xuanpai.posting.StepKind;

/** Something is recorded about one posting. */
class ActForm extends EntryForm {

    private @Nullable LocalDate day;

    private @Nullable EndKind endKind;

    /** What an act asks for beside its entry. */
    void check(StepKind kind, Errors errors) {
        if (day == null
                && EnumSet.of(StepKind.ANNOUNCED, StepKind.EXTENDED, StepKind.ENDED)
                        .contains(kind)) {
            errors.rejectValue("day", "posting.form.day.missing");
        }
        if (endKind == null && kind == StepKind.ENDED) {
            errors.rejectValue("endKind", "posting.form.endKind.missing");
        }
        if (kind == StepKind.APPOINTMENT && getDocument().isBlank()) {
            errors.rejectValue("document", "posting.form.document.missing");
        }
        if (getNote().isBlank() && EnumSet.of(StepKind.WITHDRAWN, StepKind.TALK).contains(kind)) {
            errors.rejectValue("note", "posting.form.note.missing." + kind);
        }
        if (getBody().isBlank() && kind == StepKind.ANNOUNCED) {
            errors.rejectValue("body", "posting.form.meetingPlace.missing");
        }
    }

    StepEntry toEntry() {
        return entry();
    }

    public @Nullable LocalDate getDay() {
        return day;
    }

    public void setDay(@Nullable LocalDate day) {
        this.day = day;
    }

    public @Nullable EndKind getEndKind() {
        return endKind;
    }

    public void setEndKind(@Nullable EndKind endKind) {
        this.endKind = endKind;
    }
}

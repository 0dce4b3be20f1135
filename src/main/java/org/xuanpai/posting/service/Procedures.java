package org.xuanpai.posting.service;

import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Limit;
import org.springframework.stereotype.Component;
import org.xuanpai.calendar.WorkingDayResult;
import org.xuanpai.calendar.WorkingDays;
import org.xuanpai.posting.NoticeEnd;
import org.xuanpai.posting.ProcedureView;
import org.xuanpai.posting.entity.PostingRound;
import org.xuanpai.posting.entity.ProcedureTemplate;
import org.xuanpai.posting.entity.PublicNotice;
import org.xuanpai.posting.repository.TemplateRepository;
import org.xuanpai.shared.CurrentUser;
import org.xuanpai.shared.NotFound;

/** The rules that a round goes by, and the calendar they are counted with. */
@Component
class Procedures {

    private final TemplateRepository templates;
    private final WorkingDays workingDays;

    Procedures(TemplateRepository templates, WorkingDays workingDays) {
        this.templates = templates;
        this.workingDays = workingDays;
    }

    /** The procedure that counts on a day; empty where the county has arranged none. */
    Optional<ProcedureTemplate> on(CurrentUser user, LocalDate day) {
        return templates.inForce(user.scope(), day, Limit.of(1)).stream().findFirst();
    }

    ProcedureView of(CurrentUser user, PostingRound round) {
        return of(user, round.templateId());
    }

    ProcedureView of(CurrentUser user, @Nullable UUID template) {
        return template == null
                ? ProcedureView.USUAL
                : templates
                        .findById(user.scope(), template)
                        .orElseThrow(NotFound::new)
                        .rules();
    }

    NoticeEnd end(PublicNotice notice) {
        return end(notice.from(), notice.days());
    }

    NoticeEnd end(LocalDate from, int days) {
        WorkingDayResult last = workingDays.nth(from, days);
        return new NoticeEnd(last.date(), last.missingYear().orElse(null));
    }
}

package org.xuanpai.posting.controller;

import java.util.List;
import java.util.Map;
import org.springframework.beans.BeanUtils;
import org.springframework.validation.BindingResult;
import org.xuanpai.posting.NotIndustrial;
import org.xuanpai.posting.NotPostable;
import org.xuanpai.posting.NoticeEndUnknown;
import org.xuanpai.posting.NoticeStillRunning;
import org.xuanpai.posting.NoticeTooEarly;
import org.xuanpai.posting.OfficeOutOfRange;
import org.xuanpai.posting.OwnPosting;
import org.xuanpai.posting.PersonTaken;
import org.xuanpai.posting.PostedTwice;
import org.xuanpai.posting.ProcedureInPast;
import org.xuanpai.posting.ProcedureOnThatDay;
import org.xuanpai.posting.QuorumMissing;
import org.xuanpai.posting.StepInFuture;
import org.xuanpai.posting.StepNotWaivable;
import org.xuanpai.posting.StepsOutOfOrder;
import org.xuanpai.posting.TermOutOfRange;
import org.xuanpai.posting.TownshipTaken;
import org.xuanpai.posting.TownshipUnknown;
import org.xuanpai.shared.RuleViolation;

/** Puts a refusal at the field that it is about. */
final class Refusals {

    private static final Map<Class<? extends RuleViolation>, List<String>> FIELDS = Map.ofEntries(
            Map.entry(StepInFuture.class, List.of("onDay", "published", "receivedOn")),
            Map.entry(StepsOutOfOrder.class, List.of("onDay", "published", "receivedOn")),
            Map.entry(NoticeStillRunning.class, List.of("onDay")),
            Map.entry(NoticeEndUnknown.class, List.of("onDay")),
            Map.entry(NoticeTooEarly.class, List.of("from")),
            Map.entry(QuorumMissing.class, List.of("present")),
            Map.entry(StepNotWaivable.class, List.of("waive")),
            Map.entry(OfficeOutOfRange.class, List.of("day")),
            Map.entry(TermOutOfRange.class, List.of("day", "expectedEnd")),
            Map.entry(NotPostable.class, List.of("personId")),
            Map.entry(PersonTaken.class, List.of("personId")),
            Map.entry(PostedTwice.class, List.of("personId")),
            Map.entry(OwnPosting.class, List.of("personId")),
            Map.entry(NotIndustrial.class, List.of("townshipId")),
            Map.entry(TownshipTaken.class, List.of("townshipId")),
            Map.entry(TownshipUnknown.class, List.of("townshipId")),
            Map.entry(ProcedureInPast.class, List.of("validFrom")),
            Map.entry(ProcedureOnThatDay.class, List.of("validFrom")));

    private Refusals() {}

    /** At the first field that the form has, or at the form. */
    static void reject(BindingResult result, RuleViolation refused) {
        Object[] arguments = refused.arguments().toArray();
        FIELDS.getOrDefault(refused.getClass(), List.of()).stream()
                .filter(field -> has(result, field))
                .findFirst()
                .ifPresentOrElse(
                        field -> result.rejectValue(field, refused.key(), arguments, refused.key()),
                        () -> result.reject(refused.key(), arguments, refused.key()));
    }

    private static boolean has(BindingResult result, String field) {
        Object form = result.getTarget();
        return form != null && BeanUtils.getPropertyDescriptor(form.getClass(), field) != null;
    }
}

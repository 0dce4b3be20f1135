package org.xuanpai.progress.service;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.xuanpai.progress.ReportField;

/** The texts of two copies side by side. */
final class TextChanges {

    private static final ReportPage.Texts NONE = new ReportPage.Texts(null, "", "", "", null, "", "");

    private TextChanges() {}

    /** @param before texts of the copy before; {@code null} for a first copy */
    static List<ReviewPage.TextChange> between(
            ReportPage.@Nullable Texts before, ReportPage.Texts now, Map<String, String> notes) {
        ReportPage.Texts old = before == null ? NONE : before;
        List<ReviewPage.TextChange> changes = new ArrayList<>();
        changes.add(change(
                ReportField.OWN_PART,
                notes,
                new ReviewPage.Part("progress.form.daysOnSite", days(old), days(now)),
                new ReviewPage.Part("progress.form.achievements", old.achievements(), now.achievements()),
                new ReviewPage.Part("progress.form.absence", old.absence(), now.absence()),
                new ReviewPage.Part("progress.form.confirmedBy", old.confirmedByName(), now.confirmedByName())));
        changes.add(change(
                ReportField.PARTY_PART,
                notes,
                new ReviewPage.Part("progress.form.partyPart", old.partyPart(), now.partyPart())));
        changes.add(change(
                ReportField.BEHIND_NOTE,
                notes,
                new ReviewPage.Part("progress.form.behindNote", old.behindNote(), now.behindNote())));
        return changes;
    }

    private static ReviewPage.TextChange change(String field, Map<String, String> notes, ReviewPage.Part... parts) {
        List<ReviewPage.Part> list = List.of(parts);
        boolean changed = list.stream().anyMatch(part -> !part.before().equals(part.now()));
        return new ReviewPage.TextChange(field, list, changed, notes.get(field));
    }

    private static String days(ReportPage.Texts texts) {
        return texts.daysOnSite() == null ? "" : texts.daysOnSite().toString();
    }
}

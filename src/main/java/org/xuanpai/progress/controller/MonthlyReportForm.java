package org.xuanpai.progress.controller;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.xuanpai.progress.TextField;
import org.xuanpai.progress.check.ReasonKey;
import org.xuanpai.progress.service.ReportPage;
import org.xuanpai.shared.PlainText;

/** What is typed on the monthly form, as text, so that nothing typed is lost when something is wrong with it. */
class MonthlyReportForm {

    private static final int LONGEST_TEXT = 1000;
    private static final int LONGEST_REASON = 200;

    private String token = "";
    private Map<String, String> base = new LinkedHashMap<>();
    private Map<String, String> figures = new LinkedHashMap<>();
    private String daysOnSite = "";

    @PlainText(max = LONGEST_TEXT)
    private String achievements = "";

    @PlainText(max = LONGEST_REASON)
    private String absence = "";

    @PlainText(max = LONGEST_TEXT)
    private String partyPart = "";

    @PlainText(max = LONGEST_TEXT)
    private String behindNote = "";

    private Map<String, @PlainText(max = ReasonKey.LONGEST) String> reasons = new LinkedHashMap<>();

    /** The form as it is opened: what is stored, and a token of its own. */
    static MonthlyReportForm of(ReportPage page) {
        MonthlyReportForm form = new MonthlyReportForm();
        form.renewToken();
        page.lines().stream()
                .filter(line -> line.indicator().isTyped())
                .forEach(line -> form.show(line.indicator().code(), FigureText.of(line)));
        ReportPage.Texts texts = page.texts();
        Integer days = texts.daysOnSite();
        form.show(TextField.DAYS_ON_SITE.name(), days == null ? "" : days.toString());
        form.show(TextField.ACHIEVEMENTS.name(), texts.achievements());
        form.show(TextField.ABSENCE.name(), texts.absence());
        form.show(TextField.PARTY_PART.name(), texts.partyPart());
        form.show(TextField.BEHIND_NOTE.name(), texts.behindNote());
        page.findings()
                .needingReason()
                .forEach(finding -> form.show(
                        finding.reasonKey().toString(), page.findings().reason(finding)));
        return form;
    }

    /** Puts what is stored into a field, as what was seen and as what stands there. */
    void show(String field, String stored) {
        base.put(field, stored);
        TextField text = TextField.named(field).orElse(null);
        if (text == null) {
            (ReasonKey.parse(field).isPresent() ? reasons : figures).put(field, stored);
            return;
        }
        switch (text) {
            case DAYS_ON_SITE -> daysOnSite = stored;
            case ACHIEVEMENTS -> achievements = stored;
            case ABSENCE -> absence = stored;
            case PARTY_PART -> partyPart = stored;
            case BEHIND_NOTE -> behindNote = stored;
        }
    }

    /** What stands in a field, by its key (see {@link FormFields}). */
    String typed(String field) {
        return TextField.named(field)
                .map(this::text)
                .orElseGet(() -> ReasonKey.parse(field).isPresent()
                        ? text(reasons.get(field)).strip()
                        : figure(field));
    }

    private String text(TextField field) {
        return switch (field) {
            case DAYS_ON_SITE -> daysOnSite;
            case ACHIEVEMENTS -> achievements;
            case ABSENCE -> absence;
            case PARTY_PART -> partyPart;
            case BEHIND_NOTE -> behindNote;
        };
    }

    /** What stood in a field when the page was opened. */
    String seen(String field) {
        return text(base.get(field));
    }

    /** The token that makes sending the page twice one effect; empty when the page came back without it. */
    Optional<UUID> sendToken() {
        try {
            return Optional.of(UUID.fromString(token));
        } catch (IllegalArgumentException none) {
            return Optional.empty();
        }
    }

    /** The next send of this page is a new one. */
    void renewToken() {
        token = UUID.randomUUID().toString();
    }

    /** What was typed for an indicator; empty for nothing. */
    String figure(String code) {
        return text(figures.get(code)).strip();
    }

    public String getToken() {
        return token;
    }

    public void setToken(@Nullable String token) {
        this.token = text(token);
    }

    public Map<String, String> getBase() {
        return base;
    }

    public void setBase(@Nullable Map<String, String> base) {
        this.base = base == null ? new LinkedHashMap<>() : base;
    }

    public Map<String, String> getFigures() {
        return figures;
    }

    public void setFigures(@Nullable Map<String, String> figures) {
        this.figures = figures == null ? new LinkedHashMap<>() : figures;
    }

    public String getDaysOnSite() {
        return daysOnSite;
    }

    public void setDaysOnSite(@Nullable String daysOnSite) {
        this.daysOnSite = text(daysOnSite);
    }

    public String getAchievements() {
        return achievements;
    }

    public void setAchievements(@Nullable String achievements) {
        this.achievements = text(achievements);
    }

    public String getAbsence() {
        return absence;
    }

    public void setAbsence(@Nullable String absence) {
        this.absence = text(absence);
    }

    public String getPartyPart() {
        return partyPart;
    }

    public void setPartyPart(@Nullable String partyPart) {
        this.partyPart = text(partyPart);
    }

    public String getBehindNote() {
        return behindNote;
    }

    public void setBehindNote(@Nullable String behindNote) {
        this.behindNote = text(behindNote);
    }

    public Map<String, String> getReasons() {
        return reasons;
    }

    public void setReasons(@Nullable Map<String, String> reasons) {
        this.reasons = reasons == null ? new LinkedHashMap<>() : reasons;
    }

    // a request can make a binder set nothing where a text belongs
    private static String text(@Nullable String typed) {
        return typed == null ? "" : typed;
    }
}

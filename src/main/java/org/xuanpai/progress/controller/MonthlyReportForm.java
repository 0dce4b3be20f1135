package org.xuanpai.progress.controller;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.xuanpai.progress.check.ReasonKey;
import org.xuanpai.progress.service.ReportPage;
import org.xuanpai.shared.PlainText;

/** What is typed on the monthly form, as text, so that nothing typed is lost when something is wrong with it. */
class MonthlyReportForm {

    private static final int LONGEST_TEXT = 1000;
    private static final int LONGEST_REASON = 200;

    private String version = "";
    private String token = "";
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
        form.version = String.valueOf(page.version());
        form.renewToken();
        page.lines().forEach(line -> {
            if (line.typed() != null) {
                form.figures.put(line.indicator().code(), FigureText.of(line));
            }
        });
        ReportPage.Texts texts = page.texts();
        form.daysOnSite = texts.daysOnSite() == null ? "" : texts.daysOnSite().toString();
        form.achievements = texts.achievements();
        form.absence = texts.absence();
        form.partyPart = texts.partyPart();
        form.behindNote = texts.behindNote();
        page.findings().reasons().forEach((about, reason) -> form.reasons.put(about.toString(), reason));
        return form;
    }

    /** The version of the report on the page; empty when the page came back without it. */
    Optional<Long> seenVersion() {
        return version.matches("-?\\d{1,18}") ? Optional.of(Long.valueOf(version)) : Optional.empty();
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

    public String getVersion() {
        return version;
    }

    public void setVersion(@Nullable String version) {
        this.version = text(version);
    }

    public String getToken() {
        return token;
    }

    public void setToken(@Nullable String token) {
        this.token = text(token);
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

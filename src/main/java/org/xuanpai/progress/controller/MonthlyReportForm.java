package org.xuanpai.progress.controller;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.xuanpai.progress.service.ReportPage;
import org.xuanpai.shared.PlainText;

/** What is typed on the monthly form, as text, so that nothing typed is lost when something is wrong with it. */
class MonthlyReportForm {

    private static final int LONGEST_TEXT = 1000;
    private static final int LONGEST_REASON = 200;

    private long version;
    private UUID token = new UUID(0, 0);
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

    /** The form as it is opened: what is stored, and a token of its own. */
    static MonthlyReportForm of(ReportPage page, UUID token) {
        MonthlyReportForm form = new MonthlyReportForm();
        form.version = page.version();
        form.token = token;
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
        return form;
    }

    /** What was typed for an indicator; empty for nothing. */
    String figure(String code) {
        return figures.getOrDefault(code, "").strip();
    }

    public long getVersion() {
        return version;
    }

    public void setVersion(long version) {
        this.version = version;
    }

    public UUID getToken() {
        return token;
    }

    public void setToken(UUID token) {
        this.token = token;
    }

    public Map<String, String> getFigures() {
        return figures;
    }

    public void setFigures(Map<String, String> figures) {
        this.figures = figures;
    }

    public String getDaysOnSite() {
        return daysOnSite;
    }

    public void setDaysOnSite(String daysOnSite) {
        this.daysOnSite = daysOnSite;
    }

    public String getAchievements() {
        return achievements;
    }

    public void setAchievements(String achievements) {
        this.achievements = achievements;
    }

    public String getAbsence() {
        return absence;
    }

    public void setAbsence(String absence) {
        this.absence = absence;
    }

    public String getPartyPart() {
        return partyPart;
    }

    public void setPartyPart(String partyPart) {
        this.partyPart = partyPart;
    }

    public String getBehindNote() {
        return behindNote;
    }

    public void setBehindNote(String behindNote) {
        this.behindNote = behindNote;
    }
}

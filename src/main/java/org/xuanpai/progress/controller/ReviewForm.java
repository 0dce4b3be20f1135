package org.xuanpai.progress.controller;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.xuanpai.shared.PlainText;

/** What a reviewer marked and wrote, as text, so that nothing typed is lost when something is wrong with it. */
class ReviewForm {

    /** The mark of a field that is to be changed; without it a field is accepted. */
    static final String CHANGE = "change";

    private static final String ACCEPT = "accept";

    private static final int LONGEST_REASON = 500;
    private static final int LONGEST_NOTE = 200;

    private String copy = "";
    private Map<String, String> marks = new LinkedHashMap<>();
    private Map<String, @PlainText(max = LONGEST_NOTE) String> notes = new LinkedHashMap<>();

    @PlainText(max = LONGEST_REASON)
    private String reason = "";

    /** The copy that was on the page; empty when the page came back without it. */
    Optional<Integer> seenCopy() {
        return copy.matches("\\d{1,6}") ? Optional.of(Integer.valueOf(copy)) : Optional.empty();
    }

    /** Fields to change with a note each, which may be empty. */
    Map<String, String> marked() {
        Map<String, String> marked = new TreeMap<>();
        marks.forEach((field, mark) -> {
            if (CHANGE.equals(mark)) {
                marked.put(field, text(notes.get(field)).strip());
            }
        });
        return marked;
    }

    public boolean isMarked(String field) {
        return CHANGE.equals(marks.get(field));
    }

    public boolean isAccepted(String field) {
        return ACCEPT.equals(marks.get(field));
    }

    public String getCopy() {
        return copy;
    }

    public void setCopy(@Nullable String copy) {
        this.copy = text(copy);
    }

    public Map<String, String> getMarks() {
        return marks;
    }

    public void setMarks(@Nullable Map<String, String> marks) {
        this.marks = marks == null ? new LinkedHashMap<>() : marks;
    }

    public Map<String, String> getNotes() {
        return notes;
    }

    public void setNotes(@Nullable Map<String, String> notes) {
        this.notes = notes == null ? new LinkedHashMap<>() : notes;
    }

    public String getReason() {
        return reason;
    }

    public void setReason(@Nullable String reason) {
        this.reason = text(reason);
    }

    private static String text(@Nullable String typed) {
        return typed == null ? "" : typed;
    }
}

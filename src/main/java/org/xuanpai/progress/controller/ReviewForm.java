package org.xuanpai.progress.controller;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.xuanpai.shared.PlainText;

/** What a reviewer marked and wrote, as text, so that nothing typed is lost when something is wrong with it. */
class ReviewForm {

    /** The mark of a field that is to be changed; without it a field is accepted. */
    static final String CHANGE = "change";

    private static final String ACCEPT = "accept";

    private static final Pattern ID = Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");

    private static final int LONGEST_REASON = 500;
    private static final int LONGEST_NOTE = 200;

    private String copy = "";
    private List<@Nullable String> objections = new ArrayList<>();
    private boolean seen;
    private Map<String, String> marks = new LinkedHashMap<>();
    private Map<String, @PlainText(max = LONGEST_NOTE) String> notes = new LinkedHashMap<>();

    @PlainText(max = LONGEST_REASON)
    private String reason = "";

    /** The copy that was on the page; empty when the page came back without it. */
    Optional<Integer> seenCopy() {
        return copy.matches("\\d{1,6}") ? Optional.of(Integer.valueOf(copy)) : Optional.empty();
    }

    /** The open objections that were on the page; none unless the reviewer said to have seen them. */
    Set<UUID> seenObjections() {
        // a request can leave holes in a list
        return seen
                ? objections.stream()
                        .filter(id -> id != null && ID.matcher(id).matches())
                        .map(UUID::fromString)
                        .collect(Collectors.toSet())
                : Set.of();
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

    public List<@Nullable String> getObjections() {
        return objections;
    }

    public void setObjections(@Nullable List<@Nullable String> objections) {
        this.objections = objections == null ? new ArrayList<>() : objections;
    }

    public boolean isSeen() {
        return seen;
    }

    public void setSeen(boolean seen) {
        this.seen = seen;
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

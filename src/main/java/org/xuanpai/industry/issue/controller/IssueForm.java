package org.xuanpai.industry.issue.controller;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.multipart.MultipartFile;
import org.xuanpai.industry.IndicatorView;
import org.xuanpai.industry.issue.service.SheetView;
import org.xuanpai.shared.PlainText;

/** A sheet as it comes in: a file, a pasted table, or cells typed one by one; bound through its setters. */
class IssueForm {

    private static final int LONGEST_PASTE = 200_000;

    private Map<String, String> figures = new LinkedHashMap<>();

    @PlainText(max = LONGEST_PASTE)
    private String pasted = "";

    private @Nullable MultipartFile file;

    /** How often the month had been issued when the page was opened; nothing when it is not said. */
    private @Nullable Integer opened;

    /** The form as it is opened: what counts now. */
    static IssueForm of(SheetView sheet) {
        IssueForm form = new IssueForm();
        for (SheetView.Row row : sheet.rows()) {
            for (IndicatorView indicator : sheet.indicators()) {
                SheetView.Cell cell = row.cell(indicator.code());
                if (cell != null) {
                    form.figures.put(key(row, indicator), indicator.written(cell.value()));
                }
            }
        }
        return form;
    }

    /** The form as somebody filled it in who comes back from the preview. */
    static IssueForm of(SheetView sheet, Map<UUID, Map<String, BigDecimal>> brought) {
        IssueForm form = of(sheet);
        for (SheetView.Row row : sheet.rows()) {
            Map<String, BigDecimal> values = brought.getOrDefault(row.township().id(), Map.of());
            for (IndicatorView indicator : sheet.indicators()) {
                BigDecimal value = values.get(indicator.code());
                if (value != null) {
                    form.figures.put(key(row, indicator), indicator.written(value));
                }
            }
        }
        return form;
    }

    /** Under which a cell is typed. */
    static String key(SheetView.Row row, IndicatorView indicator) {
        return row.township().id() + ":" + indicator.code();
    }

    /** What the cells are about, for people. */
    static Map<String, String> names(SheetView sheet, Locale locale) {
        Map<String, String> names = new HashMap<>();
        sheet.rows()
                .forEach(row -> sheet.indicators()
                        .forEach(indicator ->
                                names.put(key(row, indicator), row.township().name() + " " + indicator.title(locale))));
        return names;
    }

    String figure(SheetView.Row row, IndicatorView indicator) {
        String typed = figures.get(key(row, indicator));
        return typed == null ? "" : typed.strip();
    }

    /** Whether somebody issued the month after the page was opened, so that its cells show what does not count any more. */
    boolean isOpenedBefore(SheetView sheet) {
        return opened != null && opened != sheet.seen();
    }

    boolean isPasted() {
        return !pasted.isBlank();
    }

    boolean hasFile() {
        return file != null && !file.isEmpty();
    }

    public Map<String, String> getFigures() {
        return figures;
    }

    public void setFigures(Map<String, String> figures) {
        this.figures = figures;
    }

    public String getPasted() {
        return pasted;
    }

    public void setPasted(@Nullable String pasted) {
        this.pasted = pasted == null ? "" : pasted;
    }

    public @Nullable MultipartFile getFile() {
        return file;
    }

    public void setFile(@Nullable MultipartFile file) {
        this.file = file;
    }

    public @Nullable Integer getOpened() {
        return opened;
    }

    public void setOpened(@Nullable Integer opened) {
        this.opened = opened;
    }
}

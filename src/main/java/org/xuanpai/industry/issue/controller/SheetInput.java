package org.xuanpai.industry.issue.controller;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.context.support.DefaultMessageSourceResolvable;
import org.springframework.core.convert.ConversionException;
import org.springframework.core.convert.ConversionService;
import org.springframework.stereotype.Component;
import org.springframework.validation.BindingResult;
import org.springframework.web.multipart.MultipartFile;
import org.xuanpai.exchange.TableReader;
import org.xuanpai.exchange.TableRefused;
import org.xuanpai.industry.IndicatorView;
import org.xuanpai.industry.issue.CellTwice;
import org.xuanpai.industry.issue.IssueWay;
import org.xuanpai.industry.issue.NotOnSheet;
import org.xuanpai.industry.issue.service.SheetView;

/** Turns what came in into the figures of a sheet, and says by row and column what is wrong with it. */
@Component
class SheetInput {

    private static final int FAULTS_SHOWN = 20;
    private static final int LONGEST_NAME = 80;
    private static final Pattern UNWANTED = Pattern.compile("[\\p{Cntrl}\\p{Cf}\\\\/]+");
    private static final Pattern LINE = Pattern.compile(
            "([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}) ([a-z_]{1,40}) (-?[0-9]{1,14}(?:\\.[0-9]{1,4})?)");

    private final ConversionService conversions;
    private final TableReader tables;

    SheetInput(ConversionService mvcConversionService, TableReader tables) {
        this.conversions = mvcConversionService;
        this.tables = tables;
    }

    /**
     * The figures of the file or the pasted table, with what was typed beside it; without either of the two as typed. A cell says
     * something beside a table when it reads otherwise than what counts; where the table says something else, it is asked about. Use
     * it only when {@code errors} stayed empty.
     */
    Brought read(SheetView sheet, IssueForm form, BindingResult errors) {
        SheetTable typed = typed(sheet, form, errors);
        if (form.hasFile()) {
            MultipartFile file = Objects.requireNonNull(form.getFile());
            if (form.isPasted()) {
                errors.rejectValue("pasted", "industry.issue.fault.fileToo");
            }
            SheetTable found = table(sheet, "file", () -> tables.uploaded(bytes(file)), errors);
            return new Brought(IssueWay.FILE, name(file), together(sheet, form, found, typed, errors));
        }
        if (form.isPasted()) {
            SheetTable found = table(sheet, "pasted", () -> tables.pasted(form.getPasted()), errors);
            return new Brought(IssueWay.PASTED, "", together(sheet, form, found, typed, errors));
        }
        return new Brought(IssueWay.TYPED, "", typed.figures());
    }

    private static Map<UUID, Map<String, BigDecimal>> together(
            SheetView sheet, IssueForm form, SheetTable table, SheetTable typed, BindingResult errors) {
        for (SheetView.Row row : sheet.rows()) {
            for (IndicatorView indicator : sheet.indicators()) {
                UUID township = row.township().id();
                String code = indicator.code();
                BigDecimal cell = typed.figure(township, code);
                if (cell != null && !same(cell, row.value(code))) {
                    BigDecimal brought = table.figure(township, code);
                    if (brought != null && !same(cell, brought)) {
                        Object[] said = {plain(brought)};
                        errors.rejectValue(field(row, indicator), "industry.issue.fault.typedToo", said, null);
                    } else if (brought == null && form.isOpenedBefore(sheet)) {
                        // nobody typed it, perhaps: it counted when the page was opened
                        errors.rejectValue(field(row, indicator), "industry.issue.fault.issuedSince");
                    } else {
                        table.put(township, code, cell);
                    }
                }
            }
        }
        return table.figures();
    }

    private static boolean same(BigDecimal one, @Nullable BigDecimal other) {
        return other != null && one.compareTo(other) == 0;
    }

    private static String plain(BigDecimal value) {
        return value.stripTrailingZeros().toPlainString();
    }

    private static String field(SheetView.Row row, IndicatorView indicator) {
        return "figures[" + IssueForm.key(row, indicator) + "]";
    }

    private SheetTable table(SheetView sheet, String field, Supplier<List<List<String>>> source, BindingResult errors) {
        SheetTable found = new SheetTable(sheet, this::number);
        try {
            found.read(source.get());
        } catch (TableRefused refused) {
            errors.rejectValue(field, refused.key(), refused.arguments().toArray(), null);
        }
        found.faults().stream().limit(FAULTS_SHOWN).forEach(fault -> reject(sheet, field, fault, errors));
        if (found.faults().size() > FAULTS_SHOWN) {
            Object[] more = {found.faults().size() - FAULTS_SHOWN};
            errors.rejectValue(field, "industry.issue.fault.more", more, null);
        }
        return found;
    }

    private static void reject(SheetView sheet, String field, SheetTable.Fault fault, BindingResult errors) {
        Locale locale = LocaleContextHolder.getLocale();
        String column = sheet.indicators().stream()
                .filter(indicator -> indicator.code().equals(fault.column()))
                .map(indicator -> indicator.name(locale))
                .findFirst()
                .orElse(fault.column());
        Object[] arguments = {
            fault.row(),
            fault.township(),
            column,
            new DefaultMessageSourceResolvable(
                    new String[] {fault.key()}, fault.arguments().toArray())
        };
        String key = column.isEmpty() ? "industry.issue.fault.row" : "industry.issue.fault.cell";
        errors.rejectValue(field, fault.township().isEmpty() ? "industry.issue.fault.head" : key, arguments, null);
    }

    private SheetTable typed(SheetView sheet, IssueForm form, BindingResult errors) {
        SheetTable found = new SheetTable(sheet, this::number);
        for (SheetView.Row row : sheet.rows()) {
            for (IndicatorView indicator : sheet.indicators()) {
                String typed = form.figure(row, indicator);
                if (!typed.isEmpty()) {
                    Optional<BigDecimal> value = number(typed);
                    String wrong = value.map(figure -> SheetTable.wrong(indicator, figure))
                            .orElse("industry.refused.notANumber");
                    if (wrong.isEmpty()) {
                        found.put(row.township().id(), indicator.code(), value.orElseThrow());
                    } else {
                        Object[] arguments = {indicator.name(), indicator.decimals()};
                        errors.rejectValue(field(row, indicator), wrong, arguments, null);
                    }
                }
            }
        }
        return found;
    }

    private Optional<BigDecimal> number(String typed) {
        try {
            return Optional.ofNullable(conversions.convert(typed, BigDecimal.class));
        } catch (ConversionException notANumber) {
            return Optional.empty();
        }
    }

    private static byte[] bytes(MultipartFile file) {
        try {
            return file.getBytes();
        } catch (IOException lost) {
            throw new UncheckedIOException(lost);
        }
    }

    /** The file's name without its path and what has no place in a name. */
    static String name(MultipartFile file) {
        String given = file.getOriginalFilename() == null ? "" : file.getOriginalFilename();
        return clean(given.substring(Math.max(given.lastIndexOf('/'), given.lastIndexOf('\\')) + 1));
    }

    static String clean(String name) {
        String clean = UNWANTED.matcher(name).replaceAll(" ").strip();
        String shown = clean.isEmpty() ? "?" : clean;
        return shown.codePointCount(0, shown.length()) > LONGEST_NAME
                ? shown.substring(0, shown.offsetByCodePoints(0, LONGEST_NAME))
                : shown;
    }

    /** Figures as the preview carries them on. */
    static String carried(Map<UUID, Map<String, BigDecimal>> figures) {
        List<String> lines = new ArrayList<>();
        figures.forEach((township, values) ->
                values.forEach((code, value) -> lines.add(township + " " + code + " " + plain(value))));
        return lines.stream().collect(Collectors.joining("\n"));
    }

    /**
     * What {@link #carried} made.
     *
     * @throws NotOnSheet for anything else; a part of a sheet is not issued in place of the whole
     * @throws CellTwice when it says a figure twice
     */
    static Map<UUID, Map<String, BigDecimal>> figures(String carried) {
        Map<UUID, Map<String, BigDecimal>> figures = new TreeMap<>();
        carried.lines().forEach(text -> {
            Matcher line = LINE.matcher(text);
            if (!line.matches()) {
                throw new NotOnSheet();
            }
            BigDecimal before = figures.computeIfAbsent(UUID.fromString(line.group(1)), id -> new TreeMap<>())
                    .putIfAbsent(line.group(2), new BigDecimal(line.group(3)));
            if (before != null) {
                throw new CellTwice();
            }
        });
        return figures;
    }

    /** What came in. */
    record Brought(IssueWay way, String fileName, Map<UUID, Map<String, BigDecimal>> figures) {}
}

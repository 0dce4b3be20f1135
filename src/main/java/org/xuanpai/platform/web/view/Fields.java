package org.xuanpai.platform.web.view;

import java.lang.reflect.AnnotatedParameterizedType;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.Field;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.springframework.util.ReflectionUtils;
import org.springframework.validation.BindingResult;
import org.springframework.validation.Errors;
import org.springframework.web.servlet.support.BindStatus;
import org.springframework.web.servlet.support.RequestContext;
import org.xuanpai.shared.PlainText;

/**
 * Form fields by their path, such as {@code form.name}: {@code @fields} in the form fragments, so that a template needs no
 * pre-processing to name a field.
 */
@Component("fields")
class Fields {

    private static final Pattern ENTRY = Pattern.compile("([^\\[]*)\\[([^]]*)]");

    private final MessageSource messages;

    Fields(MessageSource messages) {
        this.messages = messages;
    }

    /** The field at a path of the model, with what was typed into it. */
    public FieldView at(RequestContext request, String path) {
        BindStatus status = request.getBindStatus(path);
        String name = String.valueOf(status.getExpression());
        return new FieldView(
                name, id(name), status.getDisplayValue(), Arrays.asList(status.getErrorMessages()), longest(status));
    }

    /** The bound its form states by {@link PlainText}, of a field or of what a map holds. */
    private static @Nullable Integer longest(BindStatus status) {
        Errors errors = status.getErrors();
        Object form = errors instanceof BindingResult result ? result.getTarget() : null;
        String property = String.valueOf(status.getExpression()).replaceFirst("\\[.*", "");
        Field field = form == null ? null : ReflectionUtils.findField(form.getClass(), property);
        if (field == null) {
            return null;
        }
        PlainText own = field.getAnnotatedType().getAnnotation(PlainText.class);
        AnnotatedType[] held = field.getAnnotatedType() instanceof AnnotatedParameterizedType map
                ? map.getAnnotatedActualTypeArguments()
                : new AnnotatedType[0];
        PlainText said = own == null && held.length > 0 ? held[held.length - 1].getAnnotation(PlainText.class) : own;
        return said == null ? null : said.max();
    }

    /**
     * Everything wrong with a form, in the order of its fields' errors, those of the whole form first.
     *
     * @param names what the fields of a map are about, by key; {@code null} where the form has none
     */
    public List<Fault> faults(RequestContext request, String form, @Nullable Map<String, String> names) {
        Errors errors = request.getErrors(form, false);
        if (errors == null) {
            return List.of();
        }
        Locale locale = request.getLocale();
        Class<?> type = errors instanceof BindingResult result && result.getTarget() != null
                ? result.getTarget().getClass()
                : Object.class;
        return Stream.concat(
                        errors.getGlobalErrors().stream()
                                .map(error -> new Fault(null, null, messages.getMessage(error, locale))),
                        errors.getFieldErrors().stream()
                                .map(error -> new Fault(
                                        id(error.getField()),
                                        label(type, error.getField(), names == null ? Map.of() : names, locale),
                                        messages.getMessage(error, locale))))
                .toList();
    }

    private @Nullable String label(Class<?> form, String field, Map<String, String> names, Locale locale) {
        String of = "label." + form.getSimpleName() + ".";
        Matcher entry = ENTRY.matcher(field);
        if (!entry.matches()) {
            return messages.getMessage(of + field, null, null, locale);
        }
        String what = messages.getMessage(of + entry.group(1), null, null, locale);
        String key = entry.group(2);
        String name = names.containsKey(key) ? names.get(key) : messages.getMessage(of + key, null, null, locale);
        return what == null || name == null
                ? what
                : messages.getMessage("common.labelOf", new Object[] {name, what}, locale);
    }

    private static String id(String name) {
        return "f-" + name.replaceAll("[^A-Za-z0-9]+", "-").replaceFirst("-$", "");
    }

    /**
     * A line of the error summary.
     *
     * @param target id of the field it is about; {@code null} for the whole form
     * @param label the field's name for people, {@code label.<Form>.<field>} in the messages; {@code null} when the message
     *     needs none
     * @param text what is wrong and what to do
     */
    public record Fault(@Nullable String target, @Nullable String label, String text) {}
}
